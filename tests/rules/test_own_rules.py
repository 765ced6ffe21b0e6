"""The pack of docs/own-rules.md: the page shows its files, its examples hold, and each file does what the page says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from checker.document.read import read_text
from checker.engine.examples import Draft, run_examples
from checker.engine.lint import lint_files
from checker.engine.loader import load_rules
from checker.engine.rule import RuleSet
from checker.engine.sources import read_rules
from checker.errors import RuleError
from checker.lexicon.files import pack_files
from checker.lexicon.load import load_lexicon
from checker.model.report import Finding
from checker.run import Settings, check_bytes, check_document
from tests.pages import ROOT, fences
from tests.rules.test_shipped import pipeline

PACK = ROOT / "docs" / "examples" / "own-rules"
PAGE = ROOT / "docs" / "own-rules.md"
OWN = ("headline-disagrees", "stallholders-fined", "strikers-disagree")


@cache
def settings(*packs: Path) -> Settings:
    return Settings(load_rules(packs, use_cache=False), load_lexicon(packs, use_cache=False))


def found(text: str, *packs: Path) -> list[tuple[str, str]]:
    """Return severity and rule of every finding."""
    return [(f.severity, f.rule) for f in check_bytes("draft.md", text.encode(), settings(*packs)).findings]


def pack_of(folder: Path, **files: str) -> str:
    """Write a pack of lexicon extensions and return its folder; each is given as its rows."""
    for name, rows in files.items():
        text = f"lexicon: house-{name}\nextends: {name}\nsource: test\nrows:\n  {rows}\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def test_the_page_shows_the_files_as_they_are() -> None:
    shown = {fence.file: fence.text for fence in fences(PAGE) if fence.file}
    assert {name: (ROOT / name).read_text(encoding="utf-8") for name in shown} == shown
    left_out = {path.name for path in PACK.iterdir()} - {Path(name).name for name in shown}
    assert left_out == {"stallholders-fined.yaml"}


@pytest.mark.parametrize("name", OWN)
def test_the_examples_of_its_rules_hold(name: str) -> None:
    packs = pack_files([PACK])
    results = run_examples(read_rules(packs, use_cache=False), load_rules(packs, use_cache=False), house, [name])
    assert [result.mistake for result in results if result.mistake] == []
    assert {result.flag for result in results} == {True, False}


def house(example: Draft, rules: RuleSet) -> Sequence[Finding]:
    document = read_text(example.text, "example", example.format, lexicon=settings(PACK).lexicon)
    return check_document(document, settings(PACK)._replace(rules=rules)).findings


def test_it_has_no_fault() -> None:
    assert lint_files(pack_files([PACK]), use_cache=False) == []


@pytest.mark.parametrize(
    ("text", "shipped", "own"),
    [
        (
            "# Fair\n\nThe fair had 1,450 stalls on Sunday.\n\n![](a.jpg)\n\n*Some of the 1,540 stalls at the fair.*\n",
            [("error", "caption-disagrees")],
            [("warning", "caption-disagrees")],
        ),
        (
            "On Monday 60 passengers were quarantined.\n\nBy Friday 41 had been released and 12 had fallen ill.\n",
            [],
            [("warning", "counts-of-one-event-do-not-sum")],
        ),
        (
            "The fire killed 12 people on Sunday.\n\nThe league said 14 people were killed.\n",
            [("warning", "total-said-again-differs")],
            [],
        ),
        (
            "# Storm kills 24 in Harrow\n\nThe storm killed 24 people on Sunday.\n\nStorm Elna killed 26 people.\n",
            [("warning", "total-said-again-differs")],
            [],
        ),
        (
            "# Storm Elna kills 24\n\nThe storm killed 24 people on Sunday.\n\nStorm Elna killed 26 people.\n",
            [("warning", "total-said-again-differs")],
            [("warning", "total-said-again-differs")],
        ),
    ],
)
def test_the_pack_changes_what_the_page_says(
    text: str, shipped: list[tuple[str, str]], own: list[tuple[str, str]]
) -> None:
    assert (found(text), found(text, PACK)) == (shipped, own)


def test_a_veto_that_is_turned_off_silences_nothing(tmp_path: Path) -> None:
    pack_of(tmp_path, vetoes="near: {enabled: false}")
    text = "The flood killed 24 people on Sunday.\n\nFloods killed 95 people, the ministry said.\n"
    assert (found(text), found(text, tmp_path)) == ([], [("warning", "total-said-again-differs")])


def test_a_link_that_there_is_none_of_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load_lexicon([pack_of(tmp_path, links="definit: {enabled: false}")], use_cache=False)
    assert len(caught.value.lines) == 1
    assert caught.value.lines[0].startswith(f"{tmp_path}/links.yaml:5:3: rows.definit: got 'definit', must be one of")
    assert caught.value.lines[0].endswith("did you mean 'definite'?")


def narrowed(folder: Path, extends: str, select: str, name: str = "narrow", **files: str) -> list[str]:
    """Lint a pack of one rule that narrows a shipped one."""
    text = f"id: {name}\nextends: {extends}\nselect: {select}\n"
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    pack_of(folder, **files)
    found = lint_files(pack_files([folder]), use_cache=False)
    return [line.removeprefix(f"{folder}/").partition("; did you mean")[0] for line in found]


def test_lint_tells_of_a_place_where_the_link_never_stands(tmp_path: Path) -> None:
    assert narrowed(tmp_path, "total-said-again-differs", "{place: headline}") == [
        "narrow.yaml:3:17: select.place[0]: never matches: got 'headline', must be one of body"
    ]


def test_lint_tells_of_the_body_where_a_check_names_its_paragraphs(tmp_path: Path) -> None:
    found = narrowed(tmp_path, "weekday-not-of-its-date", "{place: body}")
    assert len(found) == 1 and found[0].startswith("narrow.yaml:3:17: select.place[0]: never matches: got 'body'")


def test_lint_tells_of_a_status_that_the_check_does_not_know(tmp_path: Path) -> None:
    assert narrowed(tmp_path, "weekday-not-of-its-date", "{status: dead}") == [
        "narrow.yaml:3:18: select.status: never matches: the check 'weekday' can be narrowed to place alone"
    ]


def test_lint_tells_of_a_status_without_a_word(tmp_path: Path) -> None:
    assert narrowed(tmp_path, "total-said-again-differs", "{status: mute}", statuses="mute: {label: mute}") == [
        "narrow.yaml:3:18: select.status[0]: 'mute' never matches: neither it nor a row under it has a word"
    ]


def test_lint_tells_of_a_rule_whose_links_are_turned_off(tmp_path: Path) -> None:
    assert narrowed(tmp_path, "looks-back-to-another-number", "{status: dead}", links="definite: {enabled: false}") == [
        "narrow.yaml:1:1: links: narrow never speaks: its links are turned off"
    ]


def test_lint_tells_of_a_sum_of_a_status_that_there_is_none_of(tmp_path: Path) -> None:
    pack_of(tmp_path, identities="odd: {whole: dead, parts: [deed, missing], needed: [missing]}")
    found = lint_files(pack_files([tmp_path]), use_cache=False)
    assert len(found) == 1 and found[0].startswith("lexicon identities: row odd never matches: got 'deed'")


def test_of_a_rule_that_is_off_only_the_near_misses_are_run(tmp_path: Path) -> None:
    off = tmp_path / "headline-disagrees.yaml"
    off.write_text("id: headline-disagrees\nextends: headline-disagrees\nseverity: off\n", encoding="utf-8")
    packs = [str(off)]
    rules = load_rules(packs, use_cache=False)
    results = run_examples(read_rules(packs, use_cache=False), rules, pipeline, ["headline-disagrees"])
    assert {result.flag for result in results} == {False}
    assert [result.mistake for result in results if result.mistake] == []
