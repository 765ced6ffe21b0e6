from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model.claim import Claim, Premise
from checker.model.frame import Fact
from checker.model.interval import ANYTHING, Interval, point
from checker.writers.figures import Figure, figures
from checker.writers.grid import grid
from checker.writers.in_words import interval_words, meaning
from tests.writers.build import FERRY, examined, quantity


def interval(low: str | None, high: str | None, low_closed: bool = True, high_closed: bool = True) -> Interval:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Interval(ends[0], ends[1], low_closed, high_closed)


@pytest.mark.parametrize(
    ("meant", "words"),
    [
        (point(160), "160"),
        (interval("155", "165"), "155 to 165"),
        (interval("160", None, low_closed=False), "more than 160"),
        (interval("160", None), "at least 160"),
        (interval(None, "30"), "at most 30"),
        (interval(None, "30", high_closed=False), "less than 30"),
        (interval("24", "100", high_closed=False), "24 to under 100"),
        (interval("24", "100", low_closed=False), "over 24 to 100"),
        (interval("9100000", "9100000"), "9,100,000"),
        (interval("2.350", "2.350"), "2.35"),
        (interval("-5", "-5"), "-5"),
        (ANYTHING, "any"),
    ],
)
def test_an_interval_is_said_in_words(meant: Interval, words: str) -> None:
    assert interval_words(meant) == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [("percent", "38%"), ("day", "38 days"), ("US dollar", "38 US dollars"), (None, "38")],
)
def test_a_meaning_names_the_unit(unit: str | None, words: str) -> None:
    assert meaning(quantity("38", unit=unit)) == words


def test_one_day_is_one_day() -> None:
    assert meaning(quantity("1", unit="day")) == "1 day"


def test_a_date_is_said_as_printed() -> None:
    assert meaning(quantity("2 January")._replace(dimension="date")) == "2 January"


def test_a_row_tells_figure_fact_meaning_place_and_verdict() -> None:
    rows = figures(examined("a.md", FERRY, "error"))
    assert rows[1] == Figure(
        path="a.md",
        line=3,
        column=17,
        figure="14 people",
        fact="people killed in this fire",
        meaning="14",
        status="dead",
        source="",
        where="paragraph 1",
        verdict="error: headline-outdated",
        compared="",
    )


def test_a_row_names_the_figures_that_it_was_held_against_with_their_places() -> None:
    made = examined("a.md", "[[14 people]] came.\n\nThe [[14]] left, [[20]] stayed.")
    claim = Claim("agree", tuple(Premise(f.mention.span, "") for f in made.frames[:2]), point(14), point(14))
    held = made._replace(facts=(), claims=(claim,))
    assert [(row.verdict, row.compared) for row in figures(held)] == [
        ("agrees", "14 (paragraph 2)"),
        ("agrees", "14 people (paragraph 1)"),
        ("single", ""),
    ]


def test_a_figure_that_is_sound_by_itself_still_stands_alone() -> None:
    made = examined("a.md", "They met at [[14]] sharp.")
    claim = Claim("clock", (Premise(made.frames[0].mention.span, ""),), point(14), point(14))
    assert [row.verdict for row in figures(made._replace(facts=(), claims=(claim,)))] == ["single"]


def test_a_difference_that_no_rule_speaks_of_is_neither_agreement_nor_silence() -> None:
    made = examined("a.md", "[[14 people]] came. The [[15]] left.")
    claim = Claim("agree", tuple(Premise(f.mention.span, "") for f in made.frames), point(14), point(15))
    assert {row.verdict for row in figures(made._replace(facts=(), claims=(claim,)))} == {"passed"}


def test_of_many_figures_six_are_named_and_the_rest_counted() -> None:
    made = examined("a.md", " and ".join(f"[[{n}]]" for n in range(10, 20)))
    claim = Claim("sum", tuple(Premise(f.mention.span, "") for f in made.frames), point(14), point(14))
    first = figures(made._replace(facts=(), claims=(claim,)))[0]
    assert first.compared.startswith("11 (paragraph 1); 12 (") and first.compared.endswith(
        "16 (paragraph 1) and 3 more"
    )


@pytest.mark.parametrize(
    ("verdict", "level"), [("error: a-rule", "error"), ("agrees, 2 figures", "agrees"), ("single", "single")]
)
def test_a_verdict_has_a_word_for_its_level(verdict: str, level: str) -> None:
    row = figures(examined("a.md", FERRY, "error"))[0]
    assert row._replace(verdict=verdict).level == level


def test_figures_of_one_fact_stand_together_and_each_stands_once() -> None:
    made = examined("a.md", "[[14]] came, [[3]] left, [[14 people]] stayed, [[9]] slept")
    apart = made._replace(facts=(Fact("stayed", (made.frames[0], made.frames[2])), Fact("slept", (made.frames[3],))))
    assert [(row.figure, row.verdict) for row in figures(apart)] == [
        ("14", "agrees, 2 figures"),
        ("14 people", "agrees, 2 figures"),
        ("3", "single"),
        ("9", "single"),
    ]


def test_a_grid_keeps_columns_apart_also_with_wide_characters() -> None:
    assert grid(("what", "where"), [("火災", "1:1"), ("fire", "2:10")], (10, 10)) == [
        "what  where",
        "----  -----",
        "火災  1:1",
        "fire  2:10",
    ]


def test_long_text_goes_on_in_the_line_below() -> None:
    assert grid(("what", "where"), [("people killed here", "1:1"), ("abcdefghijkl", "2:1")], (9, 5))[2:] == [
        "people     1:1",
        "killed",
        "here",
        "abcdefghi  2:1",
        "jkl",
    ]
