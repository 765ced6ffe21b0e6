"""One finding has one id, from whichever folder and by whichever path its draft is checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import FLAWED, Run


def ids(run: Run, *arguments: str, stdin: bytes = b"") -> list[str]:
    report = json.loads(run("check", "--output-format", "json", *arguments, stdin=stdin).out)
    return [finding["id"] for document in report["documents"] for finding in document["findings"]]


def test_the_folder_of_the_command_changes_no_id(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "drafts").mkdir()
    (desk / "drafts" / "a.md").write_text(FLAWED, encoding="utf-8")
    (known,) = ids(run, "drafts/a.md")
    assert ids(run, str(desk / "drafts" / "a.md")) == [known]
    assert ids(run, "--stdin-filename", "drafts/a.md", "-", stdin=FLAWED.encode()) == [known]
    monkeypatch.chdir(desk / "drafts")
    assert ids(run, "a.md") == ids(run, "../drafts/a.md") == [known]


def test_outside_a_repository_the_working_folder_is_the_top(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path_factory.mktemp("loose")
    (here / "a.md").write_text(FLAWED, encoding="utf-8")
    monkeypatch.chdir(here)
    (known,) = ids(run, "a.md")
    assert ids(run, str(here / "a.md")) == [known]
    monkeypatch.chdir(here.parent)
    assert ids(run, str(here / "a.md")) != [known]


def test_drafts_of_one_text_have_findings_of_their_own(run: Run, desk: Path) -> None:
    (desk / "copy.md").write_text(FLAWED, encoding="utf-8")
    assert len(set(ids(run, "flawed.md", "copy.md"))) == 2
