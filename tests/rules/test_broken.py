"""Every mistake in a rule or lexicon file is told in one line that names its place and what is allowed.

The expected lines stand beside each broken file; ``UPDATE_SNAPSHOTS=1`` rewrites them, to be read before committing.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.errors import RuleError
from checker.lexicon.build import build_lexicon
from tests.rules.fakes import HERE, SMALL_LEXICON, read_rules

RULES = HERE / "broken"
LEXICONS = HERE / "broken_lexicons"


def names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.yaml"))


def compare(told: str, expected: Path) -> None:
    if os.environ.get("UPDATE_SNAPSHOTS"):
        expected.write_text(told + "\n", encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("name", names(RULES))
def test_a_mistake_in_a_rule_is_told_with_its_place(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(RULES)
    with pytest.raises(RuleError) as caught:
        read_rules(f"{name}.yaml")
    compare("\n".join(caught.value.lines), RULES / f"{name}.error")


@pytest.mark.parametrize("name", names(LEXICONS))
def test_a_mistake_in_a_lexicon_is_told_with_its_place(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(LEXICONS)
    shipped = [os.path.relpath(path) for path in SMALL_LEXICON]
    with pytest.raises(RuleError) as caught:
        build_lexicon(shipped, [f"{name}.yaml"])
    compare("\n".join(caught.value.lines), LEXICONS / f"{name}.error")


def test_every_line_is_of_the_form_file_line_column_and_no_expectation_is_left_over() -> None:
    for folder in (RULES, LEXICONS):
        assert sorted(path.stem for path in folder.glob("*.error")) == names(folder)
        for path in folder.glob("*.error"):
            for line in path.read_text(encoding="utf-8").splitlines():
                file, row, column, rest = line.split(":", 3)
                assert file == f"{path.stem}.yaml"
                assert row.isdigit() and column.isdigit() and rest.startswith(" ")
