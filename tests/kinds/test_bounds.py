"""Bounds that the extreme or the count must keep, and counts that are given the number of the noun beside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.drafts import findings, places

LIMIT, NOUN = "limit-broken", "number-of-the-other-noun"


@settings(max_examples=20, deadline=None)
@given(st.integers(50, 90))
def test_the_heaviest_must_weigh_less_than_what_each_weighs_less_than(value: int) -> None:
    text = f"Each of the six eggs weighed less than 60 grams; the heaviest weighed {value}."
    assert bool(findings(text, LIMIT)) == (value >= 60)


@pytest.mark.parametrize(("value", "wrong"), [(15, True), (16, False), (17, False)])
def test_the_youngest_must_be_as_old_as_all_are(value: int, wrong: bool) -> None:
    text = f"Everybody in the study was at least 16. The youngest, a student, was {value} and the oldest 77."
    assert bool(findings(text, LIMIT)) == wrong


@pytest.mark.parametrize(("verb", "wrong"), [("never rose above", True), ("rose above", False)])
def test_a_bound_is_turned_round_by_never(verb: str, wrong: bool) -> None:
    text = f"The gauge {verb} 12 metres at Orrin. The day's high, at noon, was 14 metres."
    assert bool(findings(text, LIMIT)) == wrong


def test_both_ends_of_a_range_are_kept() -> None:
    text = "Each club will get between $20,000 and $30,000: Ashby $28,500, Corran {} and Dunmore $21,000."
    assert not findings(text.format("$24,000"), LIMIT)
    assert places(text.format("$12,300"), LIMIT) == [["$12,300", "between $20,000 and $30,000"]]
    assert places(text.format("$34,000"), LIMIT) == [["$34,000", "between $20,000 and $30,000"]]
    assert not findings(text.format("$94,000"), LIMIT)


@pytest.mark.parametrize(
    ("words", "value", "wrong"),
    [("above", 3_120, True), ("above", 3_620, False), ("below", 3_120, False), ("below", 3_620, True)],
)
def test_a_figure_lies_on_the_side_of_its_quota_that_is_told(words: str, value: int, wrong: bool) -> None:
    text = f"The boats landed {value:,} tonnes of cod, {words} their quota of 3,400 tonnes."
    assert bool(findings(text, LIMIT)) == wrong


def test_a_headline_keeps_to_what_was_counted() -> None:
    text = "# Over {} march against the dam\n\nStewards on the bridge counted 6,340 people on Sunday."
    assert places(text.format("7,000"), LIMIT, name="draft.md") == [["6,340 people", "Over 7,000"]]
    assert not findings(text.format("6,000"), LIMIT, name="draft.md")
    assert not findings(text.format("7,000") + " The organisers counted 7,400 people.", LIMIT, name="draft.md")


def test_a_figure_of_another_size_is_of_something_else() -> None:
    assert not findings("All stations were below 12 degrees. The highest mast is 300 metres.", LIMIT)
    assert not findings("No one waited more than 18 weeks. The longest list had 340 weeks of work.", LIMIT)


@pytest.mark.parametrize("later", ["All 19 cars were driven off.", "The cars, all nineteen, were driven off."])
def test_a_number_belongs_to_the_noun_that_it_was_told_of(later: str) -> None:
    assert findings(f"The ferry had 52 cars and 19 vans on board. {later}", NOUN)
    assert not findings(f"The ferry had 52 vans and 19 cars on board. {later}", NOUN)
    assert not findings(f"The ferry had 52 cars and 19 vans on board. Of the cars, 19 were new. {later}", NOUN)


def test_the_message_names_all_three() -> None:
    text = "The ferry had 52 cars and 19 vans on board.\n\nAll 19 cars were driven off first."
    assert places(text, NOUN) == [["19 cars", "52 cars", "19 vans on board"]]
