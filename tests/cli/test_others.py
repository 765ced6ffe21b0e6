"""Files with the suffix of a draft that are none: passed over in a folder, refused where they are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.git import git

OTHERS = {
    "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"test": "a"}}',
    "tsconfig.json": '{\n  // no JSON\n  "compilerOptions": {}\n}',
    "schema.json": '{"properties": {"a": {"title": "A"}, "b": {"title": "B"}}}',
    "list.json": "[1, 2, 3]",
    "pom.xml": "<project><version>1.0</version></project>",
    "bomb.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "broken.xml": "<a><b></a>",
}
ARTICLE = '{"headline": "Fire kills 12", "body_html": "<p>The fire killed 14 people on Monday.</p>"}'
NEWS = "<nitf><body><body.head><hedline><hl1>A</hl1></hedline></body.head></body></nitf>"
OURS = {
    "a.json": ARTICLE,
    "wrapped.json": '{"data": {"title": {"rendered": "Fire kills 12"}, "content": {"rendered": "<p>A</p>"}}}',
    "cut.json": ARTICLE[:-30],
    "two.json": f"[{ARTICLE}, {ARTICLE}]",
    "a.xml": NEWS,
    "g2.xml": '<n:newsItem xmlns:n="x"></n:newsItem>',
    "cut.xml": NEWS[:-9],
    "entities.xml": f'<!DOCTYPE nitf [<!ENTITY b "c">]>{NEWS}',
}


@pytest.fixture
def folder(desk: Path) -> Path:
    (desk / "in").mkdir()
    return desk / "in"


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_article_is_passed_over_in_a_folder_and_told(folder: Path, run: Run, name: str) -> None:
    (folder / name).write_text(OTHERS[name], encoding="utf-8")
    (folder / "a.md").write_text("A fire killed 14 people.", encoding="utf-8")
    ran = run("check", "in")
    assert ran.status == 0
    assert f"passed over 1 file that holds no draft: in/{name}\n" in ran.err
    assert ran.last.startswith("checked 1 documents,")


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_article_is_refused_where_it_is_named(folder: Path, run: Run, name: str) -> None:
    (folder / name).write_text(OTHERS[name], encoding="utf-8")
    ran = run("check", "in", f"in/{name}")
    assert ran.status == 2 and f"in/{name}: " in ran.err and "passed over" not in ran.err


@pytest.mark.parametrize("name", OURS)
def test_an_article_is_never_passed_over_also_where_it_is_broken(folder: Path, run: Run, name: str) -> None:
    (folder / name).write_text(OURS[name], encoding="utf-8")
    ran = run("check", "in")
    assert "passed over" not in ran.err
    assert ran.status == {"a.json": 1, "wrapped.json": 0, "a.xml": 0, "g2.xml": 0}.get(name, 2)


def test_what_cannot_be_decoded_is_not_passed_over(folder: Path, run: Run) -> None:
    (folder / "a.json").write_bytes(b'{"name": "\xe9"}')
    ran = run("check", "in")
    assert ran.status == 2 and "in/a.json: cannot read as UTF-8" in ran.err


def test_many_are_counted_and_three_are_named(folder: Path, run: Run) -> None:
    for number in range(5):
        (folder / f"{number}.json").write_text("{}", encoding="utf-8")
    (folder / "a.md").write_text("A fire killed 14 people.", encoding="utf-8")
    ran = run("check", "in")
    assert "passed over 5 files that hold no draft: in/0.json, in/1.json, in/2.json and 2 more\n" in ran.err


@pytest.mark.parametrize("command", ["check", "facts", "extract"])
def test_a_folder_of_others_alone_is_nothing_to_examine(folder: Path, run: Run, command: str) -> None:
    (folder / "package.json").write_text("{}", encoding="utf-8")
    ran = run(command, "in")
    assert ran.status == 2
    assert ran.last == "nothing to examine: passed over 1 file that holds no draft: in/package.json"


def test_a_commit_of_others_alone_goes_through(folder: Path, run: Run) -> None:
    (folder / "package.json").write_text("{}", encoding="utf-8")
    git(folder, "add", "package.json")
    ran = run("check", "--staged")
    assert ran.status == 0 and "passed over 1 file that holds no draft: in/package.json" in ran.err


def test_a_format_that_is_given_is_taken_at_its_word(folder: Path, run: Run) -> None:
    (folder / "a.json").write_text(json.dumps({"name": "x"}), encoding="utf-8")
    ran = run("check", "in", "--format", "json")
    assert ran.status == 2 and "in/a.json: holds no draft" in ran.err
