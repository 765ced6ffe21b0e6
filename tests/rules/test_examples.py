"""Examples are tests of rules: run here with a pipeline that finds what each test says it finds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.engine.examples import Draft, Pipeline, draft_of, run_examples
from checker.engine.judge import judge
from checker.engine.rule import RuleSet
from checker.engine.schema import Example
from checker.model.report import Finding
from tests.rules.fakes import claim, draft, read_rules
from tests.rules.test_loader import SEATS

FLAGGED = "examples:\n  flag:\n    - {why: two totals, text: 'It has [[12 seats]]. It has [[14 seats]].'}\n"
PASSED = "  pass:\n    - {why: one total, text: It has 12 seats.}\n"


def run(folder: Path, pipeline: Pipeline, examples: str = FLAGGED + PASSED, extra: str = "") -> list[str]:
    file = folder / "seats-disagree.yaml"
    text = SEATS.format(name="seats-disagree").split("examples:")[0] + extra + examples
    file.write_text(text, encoding="utf-8")
    sources = read_rules(str(file))
    rules = RuleSet(source.rule for source in sources.values())
    return [result.mistake.removeprefix(f"{folder}/") for result in run_examples(sources, rules, pipeline)]


def finds(*words: str) -> Pipeline:
    """Return a pipeline that holds the places of *words*, where they stand, for one wrong figure."""

    def pipeline(example: Draft, rules: RuleSet) -> Sequence[Finding]:
        document = draft(example.text)
        there = [word for word in words if word in example.text]
        return judge([claim(document, *there)] if there else [], rules, document)

    return pipeline


def test_an_example_holds_where_the_finding_names_every_marked_place(tmp_path: Path) -> None:
    assert run(tmp_path, finds("14 seats", "12 seats. It")) == ["", ""]


def test_a_flag_example_fails_where_the_rule_is_silent(tmp_path: Path) -> None:
    assert run(tmp_path, finds()) == [
        "seats-disagree.yaml:10:31: examples.flag[0].text: seats-disagree says nothing; nothing else was found",
        "",
    ]


def test_a_flag_example_fails_where_a_marked_place_is_not_named(tmp_path: Path) -> None:
    assert run(tmp_path, finds("14 seats"))[0] == (
        "seats-disagree.yaml:10:31: examples.flag[0].text: seats-disagree does not name '12 seats'; "
        "found: error seats-disagree: “14 seats”,"
    )


def test_a_flag_example_without_a_mark_is_a_mistake(tmp_path: Path) -> None:
    bare = FLAGGED.replace("[[", "").replace("]]", "")
    assert "marks no place" in run(tmp_path, finds("14 seats"), bare + PASSED)[0]


def test_a_pass_example_fails_where_a_rule_speaks(tmp_path: Path) -> None:
    assert run(tmp_path, finds("12 seats"))[1] == (
        "seats-disagree.yaml:12:30: examples.pass[0].text: must stay silent for seats-disagree; "
        "found: error seats-disagree: “12 seats”,"
    )


def test_a_pass_example_may_have_a_note(tmp_path: Path) -> None:
    file = tmp_path / "seats-disagree.yaml"
    file.write_text(SEATS.format(name="seats-disagree").replace("error", "info"), encoding="utf-8")
    sources = read_rules(str(file))
    results = run_examples(sources, RuleSet(s.rule for s in sources.values()), finds("12 seats"))
    assert [(result.flag, bool(result.mistake)) for result in results] == [(True, True), (False, False)]


def test_a_rule_that_is_off_by_default_is_on_for_its_own_examples(tmp_path: Path) -> None:
    assert run(tmp_path, finds("14 seats", "12 seats. It"), extra="enabled: false\n") == ["", ""]


def test_only_the_rules_asked_for_are_run(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(SEATS.format(name=name), encoding="utf-8")
    sources = read_rules(str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml"))
    rules = RuleSet(source.rule for source in sources.values())
    assert {result.rule for result in run_examples(sources, rules, finds(), ["two"])} == {"two"}


def test_marks_are_taken_out_and_kept_as_places() -> None:
    read = draft_of(Example(why="x", text="a [[12 seats]] b [[14]]\n[[figcheck: ignore[x] y]]", format="plain"))
    assert read.text == "a 12 seats b 14\n[[figcheck: ignore[x] y]]"
    assert [read.text[mark.start : mark.end] for mark in read.marks] == ["12 seats", "14"]
    assert (read.format, read.date, read.locale) == ("plain", None, None)
