"""Ages of one person, margins and echoes of headlines in small drafts; the rules' own examples hold the rest."""

from __future__ import annotations

import pytest

from tests.kinds.drafts import findings, places

AGE, TWO, STORY = "age-not-of-birth-year", "two-ages-of-one-person", "headline-figure-unlike-story"


def test_of_three_ages_the_odd_one_is_accused() -> None:
    text = "Dean Rokeby, 46, was jailed. The judge told Dean Rokeby, 44, to stand. Dean Rokeby, 44, wept."
    assert places(text, TWO) == [["46", "44"]]


def test_a_surname_that_two_bear_is_nobody_in_particular() -> None:
    text = "Dean Rokeby, 44, was jailed with Carl Rokeby. Rokeby, 41, wept."
    assert places(text, TWO) == []


def test_ages_far_apart_are_of_two_times() -> None:
    near = "Dean Rokeby, 44, was jailed. The judge told Dean Rokeby, 29, to stand."
    assert len(places(near, TWO)) == 1
    assert places(near.replace("29", "28"), TWO) == []


def test_the_day_of_death_in_the_sentence_before_bounds_the_age() -> None:
    text = """# Engineer dies at 91

Marguerite Hale, a state engineer, died on Jan. 22, 2026, at her home. She was 93.

Marguerite Hale was born on March 9, 1934, in Cutler Falls.
"""
    found = findings(text, AGE, name="draft.md")
    assert [(f.primary.text, f.severity) for f in found] == [("93", "error")]


@pytest.mark.parametrize(("now", "speaks"), [(45, False), (46, False), (47, False), (44, True), (56, True)])
def test_an_age_of_another_year_leaves_one_to_both_sides(now: int, speaks: bool) -> None:
    text = f"Ruth Maddern, who is {now}, never spoke. She joined the crew in 1996, at 18. Tom Carr, 33, did."
    assert bool(findings(text, AGE, dated="2024-11-20")) is False
    alone = f"Ruth Maddern, who is {now}, never spoke. She joined the crew in 1996, at 18."
    assert bool(findings(alone, AGE, dated="2024-11-20")) is speaks


@pytest.mark.parametrize(
    ("title", "speaks"),
    [("falls 1.4%", True), ("falls 1.7%", False), ("falls 0.6%", False), ("falls about 1.4%", False)],
)
def test_a_percentage_of_the_headline_is_near_the_storys(title: str, speaks: bool) -> None:
    text = f"# Keystone 400 {title}\n\nThe Keystone 400 dropped 71.4 points, or 1.7%, to 4,128.6."
    assert bool(findings(text, STORY, name="draft.md")) is speaks


def test_a_headline_that_adds_two_sums_of_one_sentence_is_borne_out() -> None:
    text = "# Council gives museum £7.5m\n\nThe council gave the museum £5.2m now and £2.3m for next year."
    assert findings(text, STORY, name="draft.md") == ()


def test_a_duration_past_midnight_of_a_printed_date() -> None:
    text = "The debate began at 14:00 on 3 March 2026 and ended at 01:40, 12 hours and 40 minutes later."
    assert [f.computed for f in findings(text, "length-of-time-off")] == ["11 hours 40 minutes"]


def test_a_week_of_a_strike_may_be_that_which_begins_tomorrow() -> None:
    text = "# Bins strike drags on into {} week\n\nA strike which began on Monday 6 January shows no sign of ending."
    said = {
        nth: findings(text.format(nth), "day-number-off", "2025-02-23", "draft.md")
        for nth in ("seventh", "eighth", "ninth")
    }
    assert [bool(found) for found in said.values()] == [False, False, True]
