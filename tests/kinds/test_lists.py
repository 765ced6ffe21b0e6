"""Announced numbers and the lists behind them."""

from __future__ import annotations

import pytest

from tests.kinds.drafts import findings, places

RULE = "list-has-another-length"
THREE = "\n1. Rain.\n2. Fog.\n3. Wind.\n"


def found(text: str) -> list[list[str]]:
    return places(text, RULE, name="draft.md")


def test_the_announced_number_is_accused_and_the_last_item_shown() -> None:
    assert found("# Four things to know\n" + THREE) == [["Four", "Wind."]]


@pytest.mark.parametrize(
    "intro",
    [
        "Wardens name four measures:",
        "**Four measures:**",
        "## Four measures",
        "Here are its four main provisions.",
    ],
)
def test_an_announcement_may_be_a_heading_or_end_in_a_colon(intro: str) -> None:
    assert found(intro + "\n" + THREE)
    assert not found(intro.replace("four", "three").replace("Four", "Three") + "\n" + THREE)


@pytest.mark.parametrize(
    "intro",
    [
        "Among the four measures:",
        "The first four measures:",
        "Two of the four measures:",
        "Four clubs played.",
        "The four clubs met nine times and told the press:",
    ],
)
def test_a_selection_and_a_count_of_something_else_announce_nothing(intro: str) -> None:
    assert not found(intro + "\n" + THREE)


def test_questions_are_counted_by_their_marks() -> None:
    text = "*{} questions and answers.*\n\n**Why?** So.\n\n**When?** Soon. Who knows.\n\n**Where?** Here.\n"
    assert found(text.format("Five")) == [["Five", "Where"]] or found(text.format("Five"))[0][0] == "Five"
    assert not found(text.format("Three"))


def test_numbered_paragraphs_are_items() -> None:
    text = "Good morning. {} things today.\n\n**1. Rain.** It rains.\n\n**2. Fog.** It is foggy.\n"
    assert found(text.format("Three"))
    assert not found(text.format("Two"))


def test_nested_items_are_not_counted() -> None:
    assert not found("Wardens name two measures:\n\n- cameras\n  - by day\n  - at night\n- fines\n")


def test_two_numbered_rows_settle_nothing() -> None:
    assert not found("# Five things\n\nFirst.\n\n1. Rain.\n2. Fog.\n\nThen.\n\n1. Wind.\n2. Sun.\n3. Hail.\n")


@pytest.mark.parametrize(("number", "wrong"), [("three", False), ("four", False), ("five", True), ("six", False)])
def test_a_list_of_names_in_brackets_has_as_many_as_are_told_or_is_no_list(number: str, wrong: bool) -> None:
    # Six is too far off for a slip, and a name may hold a comma.
    text = f"The count was stopped in {number} towns (Dal, Orrin, Ashby and Corran) after a power cut."
    assert bool(findings(text, "list-has-another-length")) == wrong


def test_a_list_behind_a_colon_is_of_names_or_of_a_noun_that_announces() -> None:
    rule = "list-has-another-length"
    items = "a rise of 6 per cent, a cap of 30 files per desk, and paid breaks"
    assert findings(f"The clerks set four conditions: {items}.", rule)
    assert not findings(f"The clerks set four villages: {items}.", rule)
    assert not findings(f"The clerks set three conditions: {items}.", rule)


def test_reasons_are_counted_by_their_ordinals() -> None:
    text = "Ms Quist gave {} reasons. First, it was wet; second, it was late; third, it was far."
    assert findings(text.format("two"), "list-has-another-length")
    assert not findings(text.format("three"), "list-has-another-length")
