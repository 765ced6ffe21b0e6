"""Rules in force: the shipped ones, a user's own, and what the command line turns on, off, up and down."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from checker.engine.loader import in_force, load_rules
from checker.engine.rule import Rule, packed, unpacked
from checker.errors import RuleError
from tests.rules.fakes import read_rules, rule

SEATS = """\
id: {name}
check: seats
kind: count_contradiction
severity: error
message: "{{here}}, {{there}}"
rationale: two totals of one fact
source: made up for the test
examples:
  flag: [{{why: two totals, text: "[[12 seats]]. [[14 seats]]."}}]
  pass: [{{why: one total, text: 12 seats.}}]
"""


def write(folder: Path, name: str, extra: str = "", text: str = SEATS) -> str:
    file = folder / f"{name}.yaml"
    file.write_text(text.format(name=name) + extra, encoding="utf-8")
    return str(file)


def test_a_rule_says_what_its_file_says(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "seats-disagree",
        "links: restated\nselect: {status: casualty, thing: [people], place: headline}\n"
        "tolerance: {relative: 0.02, absolute: 1}\npreview: true\nenabled: false\n",
    )
    read = read_rules(file)["seats-disagree"].rule
    assert read == Rule(
        id="seats-disagree",
        check="seats",
        kind="count_contradiction",
        message="{here}, {there}",
        severity={"else": "error"},
        covers={
            "link": frozenset({"restated"}),
            "status": frozenset({"casualty", "dead", "injured"}),
            "thing": frozenset({"people", "children"}),
            "place": frozenset({"headline"}),
        },
        relative=Decimal("0.02"),
        absolute=Decimal(1),
        rationale="two totals of one fact",
        source="made up for the test",
        preview=True,
        enabled=False,
        file=file,
    )
    assert unpacked(packed(read)) == read


def test_a_single_number_is_a_relative_tolerance(tmp_path: Path) -> None:
    read = read_rules(write(tmp_path, "seats-disagree", "tolerance: 0.02\n"))["seats-disagree"].rule
    assert (read.relative, read.absolute) == (Decimal("0.02"), Decimal(0))


def test_a_rule_that_extends_another_says_only_what_differs(tmp_path: Path) -> None:
    base = write(tmp_path, "seats-disagree", "tolerance: 0.02\nlinks: [restated]\n")
    softer = write(
        tmp_path, "seats-vary", text="id: {name}\nextends: seats-disagree\nseverity: info\nlinks: definite\n"
    )
    read = read_rules(base, softer)
    assert sorted(read) == ["seats-disagree", "seats-vary"]
    assert read["seats-vary"].rule.severity == {"else": "info"}
    assert read["seats-vary"].rule.covers == {"link": frozenset({"definite"})}
    assert read["seats-vary"].rule.relative == Decimal("0.02")


def test_a_rule_that_extends_its_own_name_changes_that_rule(tmp_path: Path) -> None:
    base = write(tmp_path, "seats-disagree")
    (tmp_path / "mine").mkdir()
    mine = write(tmp_path / "mine", "seats-disagree", text="id: {name}\nextends: {name}\nenabled: false\n")
    (read,) = read_rules(base, mine).values()
    assert (read.rule.enabled, read.rule.message, read.rule.file) == (False, "{here}, {there}", mine)


def test_a_rule_that_replaces_another_takes_its_place(tmp_path: Path) -> None:
    base = write(tmp_path, "seats-disagree")
    other = write(tmp_path, "chairs-disagree", "replaces: seats-disagree\n")
    assert sorted(read_rules(base, other)) == ["chairs-disagree"]


def test_two_rules_of_one_id_are_a_mistake_at_the_second(tmp_path: Path) -> None:
    base = write(tmp_path, "seats-disagree")
    (tmp_path / "mine").mkdir()
    mine = write(tmp_path / "mine", "seats-disagree")
    with pytest.raises(RuleError) as caught:
        read_rules(base, mine)
    assert caught.value.lines == (
        f"{mine}:1:5: id: got 'seats-disagree', which {base} has already; say 'replaces: seats-disagree' or extend it",
    )


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    one = write(tmp_path, "one", "preview: 3\nenabled: maybe\n")
    two = write(tmp_path, "two", "links: [nothing]\n")
    with pytest.raises(RuleError) as caught:
        read_rules(one, two)
    assert [line.split(":")[0] for line in caught.value.lines] == [one, one, two]


# Command line and configuration

RULES = (
    rule("a", kind="stale_toll"),
    rule("b", enabled=False),
    rule("c", preview=True, severity={"strong": "error", "else": "off"}),
)


def enabled(*select: str, ignore: tuple[str, ...] = ()) -> list[str]:
    return [rule.id for rule in in_force(RULES, select, ignore, {}) if rule.enabled]


def test_select_names_the_only_rules_in_force_also_those_that_are_off_by_default() -> None:
    assert enabled() == ["a", "c"]
    assert enabled("b") == ["b"]
    assert enabled("stale_toll") == ["a"]


def test_ignore_turns_rules_off() -> None:
    assert enabled(ignore=("a",)) == ["c"]
    assert enabled(ignore=("count_contradiction",)) == ["a"]
    assert enabled("a", "b", ignore=("a",)) == ["b"]


def test_a_new_rule_is_shown_as_info_unless_a_severity_is_asked_for() -> None:
    assert in_force(RULES, (), (), {})["c"].severity == {"strong": "info", "else": "off"}
    assert in_force(RULES, (), (), {"c": "warning"})["c"].severity == {"else": "warning"}
    assert in_force(RULES, (), (), {"count_contradiction": "warning", "b": "info"})["b"].severity == {"else": "info"}


def test_a_name_that_no_rule_has_is_a_mistake_with_the_nearest() -> None:
    for wrong in ({"select": ["stale_tol"]}, {"ignore": ["stale_tol"]}, {"severity": {"stale_tol": "info"}}):
        with pytest.raises(RuleError, match=r"there is no rule 'stale_tol'; did you mean 'stale_toll'\?"):
            in_force(RULES, **{"select": [], "ignore": [], "severity": {}, **wrong})
    with pytest.raises(RuleError, match="severity of a: got 'fatal', must be one of error, warning, info, off"):
        in_force(RULES, [], [], {"a": "fatal"})


def test_a_set_of_rules_names_the_checks_that_it_needs() -> None:
    rules = in_force([*RULES, rule("d", check="weekdays", enabled=False)], [], [], {})
    assert rules.checks == ("seats",)
    assert rules.enabling("d").checks == ("seats", "weekdays")
    assert len(rules) == 4 and "d" in rules and "e" not in rules
    with pytest.raises(KeyError):
        rules["e"]


def test_the_shipped_rules_come_out_of_the_cache_as_they_went_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fresh = load_rules(use_cache=False)
    assert load_rules().rules == load_rules().rules == fresh.rules
    assert [file.name.split("-")[0] for file in sorted((tmp_path / "figcheck").iterdir())] == ["lexicon", "rules"]


def test_a_cache_with_rules_of_another_shape_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fresh = load_rules()
    monkeypatch.setattr("checker.engine.loader._is_packed", lambda value: False)
    assert load_rules().rules == fresh.rules
