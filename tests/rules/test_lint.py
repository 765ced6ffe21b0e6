"""Faults of rules that can be read."""

from __future__ import annotations

from pathlib import Path

from checker.engine.lint import lint
from checker.lexicon.book import Book, Lexicon
from tests.rules.fakes import CHECKS, read_rules, small_lexicon
from tests.rules.fakes import SEATS as SEATS_CHECK
from tests.rules.test_loader import SEATS

THREE = "pass: [{why: a, text: a}, {why: b, text: b}, {why: c, text: c}]\n"


def faults(folder: Path, lexicon: Lexicon | None = None, **rules: str) -> list[str]:
    """Lint rules that differ in the lines given; each has three near-misses unless it says otherwise."""
    files = []
    for name, extra in rules.items():
        text = SEATS.format(name=name).replace("  pass: [{why: one total, text: 12 seats.}]\n", "  " + THREE)
        file = folder / f"{name}.yaml"
        file.write_text((extra + "\n" if extra else "") + text, encoding="utf-8")
        files.append(str(file))
    found = lint(read_rules(*files), CHECKS, lexicon or small_lexicon())
    return [line.removeprefix(f"{folder}/") for line in found]


def test_good_rules_have_no_fault(tmp_path: Path) -> None:
    assert (
        faults(tmp_path, wide="", narrow="links: [restated]", narrower="links: [restated]\nselect: {status: dead}")
        == []
    )


def test_two_rules_that_are_equally_specific_are_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, a="links: [restated, definite]", b="links: [restated, headline]") == [
        "b.yaml:1:1: b and a are equally specific and speak of the same; narrow one"
    ]
    assert (
        faults(tmp_path, a="links: [restated]", b="select: {status: dead}")
        == [
            "b.yaml:1:1: b and a are equally specific and speak of the same; narrow one",
            "check seats: no rule speaks of its link 'x'",
        ][:1]
    )


def test_rules_of_different_links_or_one_within_another_are_none(tmp_path: Path) -> None:
    assert faults(tmp_path, a="links: [restated]", b="links: [definite, headline]") == []
    assert faults(tmp_path, a="links: [restated, definite, headline]", b="links: [definite]") == []


def test_of_two_rules_that_cross_the_one_narrowed_by_more_speaks(tmp_path: Path) -> None:
    assert faults(tmp_path, wide="", a="links: [restated]\nselect: {status: dead}", b="select: {place: headline}") == []


def test_a_rule_that_narrower_ones_leave_nothing_is_a_fault(tmp_path: Path) -> None:
    assert faults(
        tmp_path, wide="links: [restated, definite, headline]", a="links: [restated]", b="links: [definite, headline]"
    ) == ["wide.yaml:1:1: wide never speaks: a, b cover all of it"]


def test_a_rule_without_links_speaks_of_those_that_no_narrower_rule_names(tmp_path: Path) -> None:
    assert faults(tmp_path, wide="", a="links: [restated]", b="links: [definite]") == []
    assert faults(tmp_path, wide="", a="links: [restated]", b="links: [definite, headline]") == [
        "wide.yaml:1:1: wide never speaks: a, b cover all of it"
    ]


def test_too_few_near_misses_are_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "thin.yaml"
    file.write_text(SEATS.format(name="thin"), encoding="utf-8")
    assert lint(read_rules(str(file)), CHECKS, small_lexicon()) == [
        f"{file}:10:9: examples.pass: 1 near-misses for 1 flagged; give at least 3"
    ]


def test_a_strength_without_a_level_is_a_fault(tmp_path: Path) -> None:
    text = SEATS.format(name="half").replace("severity: error", "severity: {strong: error}")
    file = tmp_path / "half.yaml"
    file.write_text(text.replace("  pass: [{why: one total, text: 12 seats.}]\n", "  " + THREE), encoding="utf-8")
    assert lint(read_rules(str(file)), CHECKS, small_lexicon()) == [
        f"{file}:4:11: severity: says nothing of weak, so these are silent; say so with 'else: off'"
    ]


def test_a_level_for_what_is_left_where_nothing_is_left_is_a_fault(tmp_path: Path) -> None:
    text = SEATS.format(name="full").replace("severity: error", "severity: {strong: error, weak: info, else: info}")
    file = tmp_path / "full.yaml"
    file.write_text(text.replace("  pass: [{why: one total, text: 12 seats.}]\n", "  " + THREE), encoding="utf-8")
    assert lint(read_rules(str(file)), CHECKS, small_lexicon()) == [
        f"{file}:4:39: severity.else: every strength that the check gives has a level already"
    ]


def test_a_link_that_no_rule_speaks_of_is_a_fault(tmp_path: Path) -> None:
    assert SEATS_CHECK.links == ("definite", "restated", "headline")
    assert faults(tmp_path, a="links: [restated, headline]") == ["check seats: no rule speaks of its link 'definite'"]


def test_rows_that_stand_under_themselves_or_are_disjoint_from_their_own_are_faults(tmp_path: Path) -> None:
    rows = {"a": {"sub_of": ["b"], "disjoint": ["b"]}, "b": {"sub_of": ["a"]}, "dead": {}, "people": {}}
    lexicon = Lexicon({"statuses": Book(rows, {})})
    assert faults(tmp_path, lexicon, wide="") == [
        "lexicon statuses: row a is disjoint from b, under or over which it stands",
        "lexicon statuses: row a stands under itself",
        "lexicon statuses: row b stands under itself",
    ]
