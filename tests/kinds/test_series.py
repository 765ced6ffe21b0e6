"""Ordinals, superlatives, rankings, powers of ten, packages and tolls over time in small drafts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.drafts import findings, places

ORDINAL, SUPERLATIVE, RANKING = "ordinal-miscounted", "superlative-contradicted", "ranking-out-of-order"
MAGNITUDE, PACKAGE, TOLL = "power-of-ten-off", "package-total-off-by-a-zero", "toll-falls"


@pytest.mark.parametrize(("nth", "wrong"), [("third", True), ("fourth", False), ("fifth", True)])
def test_an_attempt_is_one_more_than_those_that_failed(nth: str, wrong: bool) -> None:
    text = f"Rocket lifts off on {nth} attempt\n\nIt lifted off after three earlier countdowns were called off."
    assert bool(findings(text, ORDINAL)) == wrong


def test_a_headline_is_accused_when_those_before_bear_out_the_story() -> None:
    text = (
        "Fifth lynx found shot\n\nA gamekeeper found a dead lynx, the fourth to be shot since 2022.\n\n"
        "Three others had been shot before him: a female in March and two young males."
    )
    assert places(text, ORDINAL) == [["Fifth", "fourth", "Three"]]


def test_a_list_of_dates_counts_those_before() -> None:
    text = "It is the {} time that she has won the title, after victories in 2015, 2018 and 2021."
    assert not findings(text.format("fourth"), ORDINAL)
    assert [f.computed for f in findings(text.format("fifth"), ORDINAL)] == ["number 4"]


@settings(max_examples=30, deadline=None)
@given(st.integers(100, 999), st.integers(100, 999))
def test_the_largest_is_wrong_exactly_when_the_next_one_is_larger(value: int, other: int) -> None:
    text = f"His range of {value} square kilometres was the largest of all; next comes that of M3, with {other}."
    is_near = min(value, other) * 4 >= max(value, other)
    assert bool(findings(text, SUPERLATIVE)) == (is_near and other > value)


def test_the_lowest_is_wrong_when_the_next_one_is_lower() -> None:
    text = "At 12.4%, unemployment is the lowest in the region, followed by Skarne with {}."
    assert findings(text.format("11.9%"), SUPERLATIVE)
    assert not findings(text.format("12.9%"), SUPERLATIVE)


def test_one_of_the_largest_may_be_smaller_than_another() -> None:
    assert not findings(
        "The fire of 410 hectares was one of the largest, followed by 465 hectares in June.", SUPERLATIVE
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(10, 99), min_size=5, max_size=8, unique=True))
def test_a_ranking_in_order_is_right(values: list[int]) -> None:
    items = "\n".join(f"{at}. School {at}, {value}%" for at, value in enumerate(sorted(values, reverse=True), 1))
    assert not findings(f"**The top schools**\n\n{items}\n", RANKING, name="draft.md")


def test_the_one_figure_out_of_its_place_is_accused() -> None:
    items = "1. A, 91%\n2. B, 88%\n3. C, 96%\n4. D, 85%\n5. E, 83%\n"
    assert [found[0] for found in places(f"**The best five**\n\n{items}", RANKING, name="draft.md")] == ["96%"]


def test_two_neighbours_the_wrong_way_round_accuse_the_second() -> None:
    items = "1. A, 91%\n2. B, 85%\n3. C, 88%\n4. D, 83%\n5. E, 80%\n"
    assert [found[0] for found in places(f"**The best five**\n\n{items}", RANKING, name="draft.md")] == ["88%"]


def test_the_value_that_stands_alone_is_accused() -> None:
    text = "Pool to cost £18.4m\n\nThe pool will cost £184 million.\n\nThe council borrows the £18.4m for the pool."
    assert [found[0] for found in places(text, MAGNITUDE)] == ["£184 million"]


def test_a_slip_with_one_word_in_common_is_a_warning() -> None:
    text = "The order is worth €640 million.\n\nThe order, at €64 million, equals a third of sales."
    assert [f.severity for f in findings(text, MAGNITUDE)] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "The order is worth €640 million.\n\nSales of bread came to €64 million.",
        "The fund has raised $12 million.\n\nThe fund hopes to raise $120 million by 2030.",
        "The firm had revenue of $2.4 billion.\n\nThe unit's revenue was $240 million.",
        "The firm made a profit of $45m on sales of $450m.\n\nA profit of $45m was expected, on sales of $450m.",
        "Each boat costs €640,000.\n\nTen boats cost €6.4 million, ten times as much as one boat costs.",
    ],
)
def test_figures_of_two_things_may_have_the_same_digits(text: str) -> None:
    assert not findings(text, MAGNITUDE)


@pytest.mark.parametrize(("bricks", "wrong"), [("230", True), ("2,300", False), ("23,000", True), ("240", False)])
def test_packages_must_make_their_total_or_have_other_digits(bricks: str, wrong: bool) -> None:
    text = f"Officers seized 2.3 tonnes of cocaine. It was packed in {bricks} bricks of one kilogram each."
    assert bool(findings(text, PACKAGE)) == wrong


def live(*updates: str) -> str:
    return "Live: hotel collapse\n\n" + "\n\n".join(updates)


def test_a_live_report_is_read_by_its_clock_times_in_either_order() -> None:
    updates = [
        f"{hour}:05 Police say {dead} people have died." for hour, dead in ((12, 9), (14, 27), (16, 22), (18, 26))
    ]
    for order in (updates, updates[::-1]):
        assert [found[0] for found in places(live(*order), TOLL)] == ["27 people"]


def test_a_live_report_that_rises_is_right() -> None:
    updates = [f"{hour}:05 Police say {dead} people have died." for hour, dead in ((12, 9), (14, 15), (16, 22))]
    assert not findings(live(*updates), TOLL)


def test_a_word_of_correction_anywhere_excuses_a_fall() -> None:
    text = "At least 312 people have died.\n\nOn Wednesday the toll stood at 341."
    assert findings(text, TOLL)
    assert not findings(text + " Bodies had been counted twice.", TOLL)


def test_the_missing_may_become_fewer() -> None:
    updates = [f"{hour}:05 Police say {lost} people are missing." for hour, lost in ((12, 40), (14, 12), (16, 8))]
    assert all(f.severity == "info" for f in findings(live(*updates), TOLL))
