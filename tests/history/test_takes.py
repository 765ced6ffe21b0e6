"""Two takes of one story: which figure became which, and what the new take forgot."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings

from checker import api
from checker.history.takes import compared
from checker.lexicon.load import load_lexicon
from checker.model.report import DocumentReport
from checker.model.takes import CHANGES, Takes
from tests.history.drafts import FERRY, edited

TAKE = """# Mill fire kills 24 in Varnholm

A fire in a cotton mill in Varnholm killed 24 people and injured 31 on Monday evening, the fire service said.

The fire began on the third floor, where 120 people were at work.

Of the dead, 11 were from one village. Nine people were missing.

The 24 people killed will be buried on Friday, the mayor said.
"""


@cache
def read(text: str, name: str) -> DocumentReport:
    (report,) = api.check_text(text, name).documents
    return report


def diff(old: str, new: str) -> Takes:
    return compared(read(old, "1.md"), read(new, "2.md"), load_lexicon())


def turns(takes: Takes) -> set[tuple[str, str, str]]:
    """Return what changed, with what was printed before and is now."""
    told = set()
    for turn in takes.turns:
        if turn.change != "unchanged":
            told |= {(turn.change, a, b) for a in figures(turn.old) for b in figures(turn.new)}
    return told


def figures(places: tuple[object, ...]) -> list[str]:
    return [place.figure for place in places] or [""]


def rules(takes: Takes) -> list[str]:
    return [f"{slip.severity}: {slip.rule}" for slip in takes.slips]


def after(*changes: tuple[str, str], text: str = TAKE) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_take_that_is_updated_everywhere_has_its_turns_and_no_slip() -> None:
    new = after(
        ("kills 24", "kills 27"), ("killed 24", "killed 27"), ("The 24", "The 27"), ("Nine people", "Six people")
    )
    takes = diff(TAKE, new)
    assert turns(takes) == {
        ("raised", "24", "27"),
        ("raised", "24", "27 people"),
        ("raised", "24", "27 people killed"),
        ("raised", "24 people", "27"),
        ("raised", "24 people", "27 people"),
        ("raised", "24 people", "27 people killed"),
        ("raised", "24 people killed", "27"),
        ("raised", "24 people killed", "27 people"),
        ("raised", "24 people killed", "27 people killed"),
        ("lowered", "Nine people", "Six people"),
    }
    assert rules(takes) == []


def test_a_body_that_moved_under_a_headline_that_did_not_is_an_error_with_all_places() -> None:
    takes = diff(TAKE, after(("killed 24", "killed 27"), ("The 24", "The 27")))
    assert rules(takes) == ["error: headline-not-updated"]
    (slip,) = takes.slips
    assert slip.message == "para 1 went from “24 people” to “27 people”, the headline still says “24”. Which is right?"
    assert [(place.part, place.figure) for place in slip.new] == [("headline", "24"), ("para 1", "27 people")]
    assert [place.line for place in slip.old] == [1, 3]


@pytest.mark.parametrize(
    "changes",
    [
        [("kills 24", "kills dozens"), ("killed 24", "killed 27"), ("The 24", "The 27")],
        [("kills 24", "kills more than 20"), ("killed 24", "killed 27"), ("The 24", "The 27")],
        [("injured 31", "injured 36")],
        [("Nine people", "Eight people")],
        [("24 people and", "24 people, eight of them women, and")],
    ],
)
def test_what_is_no_slip_is_silent(changes: list[tuple[str, str]]) -> None:
    assert rules(diff(TAKE, after(*changes))) == []


def test_a_headline_with_a_floor_stands_while_the_count_stays_above_it() -> None:
    old = after(("kills 24", "kills more than 20"))
    assert rules(diff(old, after(("killed 24", "killed 27"), ("The 24", "The 27"), text=old))) == []


def test_a_figure_changed_in_one_place_only_is_a_warning() -> None:
    takes = diff(TAKE, after(("kills 24", "kills 27"), ("killed 24", "killed 27")))
    assert rules(takes) == ["warning: changed-in-one-place"]
    assert takes.slips[0].message.endswith("to “27”, para 4 still has “24 people killed”. Which is right?")


LOWER = [("kills 24", "kills 22"), ("killed 24", "killed 22"), ("The 24", "The 22")]


def test_a_toll_that_falls_is_a_warning_unless_the_take_says_why() -> None:
    takes = diff(TAKE, after(*LOWER))
    assert rules(takes) == ["warning: toll-falls-unexplained"]
    assert "Was it revised?" in takes.slips[0].message
    for reason in (
        "The toll was revised after two were counted twice.",
        "An earlier version of this article gave another number.",
        "Two were found alive after all; the number was corrected.",
    ):
        assert rules(diff(TAKE, after(*LOWER) + f"\n{reason}\n")) == []


def test_a_count_that_may_fall_is_no_slip() -> None:
    assert rules(diff(TAKE, after(("injured 31", "injured 28")))) == []
    assert rules(diff(TAKE, after(("Nine people", "Two people")))) == []


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("killed 24", "killed at least 24", "unchanged"),
        ("killed 24", "killed more than 20", "unchanged"),
        ("killed at least 24", "killed 27", "raised"),
        ("killed at least 24", "killed at least 27", "raised"),
        ("killed 24", "killed more than 30", "raised"),
        ("killed 24", "killed dozens of", "unchanged"),
        ("killed 24", "killed hundreds of", "raised"),
    ],
)
def test_a_change_of_words_that_keeps_the_count_is_none(old: str, new: str, change: str) -> None:
    lede = "A fire {} people on Monday, the fire service said.\n"
    (turn,) = diff(lede.format(old), lede.format(new)).turns
    assert turn.change == change


def test_a_figure_of_another_place_or_thing_is_new_and_not_a_change() -> None:
    takes = diff(TAKE, TAKE + "\nThe mill pays 3,200 crowns. Two firefighters were injured in Tarn.\n")
    assert turns(takes) == {("new", "", "3,200 crowns"), ("new", "", "Two firefighters")}
    assert turns(diff(TAKE + "\nThe mill pays 3,200 crowns.\n", TAKE)) == {("gone", "3,200 crowns", "")}


def test_an_earlier_count_that_the_new_take_tells_of_is_no_stale_place() -> None:
    new = after(("kills 24", "kills 27"), ("killed 24", "killed 27"), ("The 24", "The 27"))
    assert rules(diff(TAKE, new + "\nAn earlier count had stood at 24 dead.\n")) == []


@settings(max_examples=40)
@given(edited())
def test_a_take_that_only_moves_and_wraps_its_paragraphs_changes_nothing(draft: str) -> None:
    takes = diff(FERRY, draft)
    assert {turn.change for turn in takes.turns} == {"unchanged"}
    assert takes.slips == ()


@settings(max_examples=20)
@given(edited(), edited())
def test_every_figure_has_its_turn_once_and_backwards_is_the_mirror(one: str, two: str) -> None:
    two = two.replace("26 people", "29 people").replace("8 ferries", "six ferries")
    takes, back = diff(one, two), diff(two, one)
    told = [place.start for turn in takes.turns for place in turn.new]
    assert len(told) == len(set(told))
    mirror = dict(zip(CHANGES, ("lowered", "raised", "unchanged", "gone", "new"), strict=True))
    assert {mirror[c]: takes.count(c) for c in CHANGES} == {c: back.count(c) for c in CHANGES}
