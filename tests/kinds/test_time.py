"""Weekdays, lengths of time, day numbers and ages in small drafts; the rules' own examples hold the rest."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.elapsed import instant
from checker.engine.kinds.age import reachable
from checker.model.interval import Interval
from checker.model.quantity import Moment
from tests.kinds.drafts import findings, places

WEEKDAY, LENGTH, AGE = "weekday-not-of-its-date", "length-of-time-off", "age-not-of-birth-year"
NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS = st.dates(date(1753, 1, 1), date(2099, 12, 31))


@settings(max_examples=40, deadline=None)
@given(DAYS, st.integers(0, 6))
def test_a_weekday_with_a_full_date_is_wrong_exactly_when_the_calendar_says_so(day: date, off: int) -> None:
    name = NAMES[(day.weekday() + off) % 7]
    found = findings(f"They met on {name}, {day.day} {day:%B} {day.year}, in town.", WEEKDAY)
    assert [f.computed for f in found] == ([] if off == 0 else [NAMES[day.weekday()]])


def test_a_weekday_whose_year_is_stated_is_an_error_and_another_one_a_warning() -> None:
    stated = findings("They met on Sunday, 11 May 2019.", WEEKDAY)
    far = findings("They met on Sunday, 14 November.", WEEKDAY, dated="2025-05-16")
    assert [f.severity for f in (*stated, *far)] == ["error", "warning"]


def test_of_three_dates_without_a_year_the_odd_one_is_accused() -> None:
    text = "It opened on Monday, 3 November. It closed on Tuesday, 5 November. It was sold on Thursday, 6 November."
    assert [found[0] for found in places(text, WEEKDAY)] == ["Tuesday, 5 November"]


def test_a_length_is_an_error_where_its_sentence_names_both_ends() -> None:
    found = findings("She led the party for 47 years, from 1946 until 1983.", LENGTH)
    assert [(f.severity, f.computed) for f in found] == [("error", "37 years")]


def test_a_length_from_the_sentence_before_is_a_warning() -> None:
    found = findings("The alarm was raised at 09:14. At 09:52, 48 minutes later, the hold exploded.", LENGTH)
    assert [(f.severity, f.computed) for f in found] == [("warning", "38 minutes")]


def test_a_length_far_from_what_a_loose_tie_gives_is_not_a_slip() -> None:
    assert not findings("The alarm was raised at 09:14. At 09:52, ten minutes later, the hold exploded.", LENGTH)


@pytest.mark.parametrize("days", ["10", "13", "21"])
def test_days_must_be_counted_without_or_with_both_ends(days: str) -> None:
    assert findings(f"The fair ran for {days} days, from 8 October to 19 October.", LENGTH)


@pytest.mark.parametrize("days", ["11", "12", "about 12", "at least ten"])
def test_days_counted_either_way_pass(days: str) -> None:
    assert not findings(f"The fair ran for {days} days, from 8 October to 19 October.", LENGTH)


def test_years_ago_are_counted_from_the_day_of_the_draft() -> None:
    text = "The bridge opened in 1979, 42 years ago."
    assert [f.computed for f in findings(text, LENGTH, dated="2011-05-01")] == ["32 years"]
    assert not findings(text, LENGTH)


def test_hours_are_worded_with_their_minutes() -> None:
    text = "He held them for nine hours, from 9:25 a.m. to 4:15 p.m."
    assert [f.computed for f in findings(text, LENGTH)] == ["6 hours 50 minutes"]


@given(DAYS, st.integers(0, 110 * 366))
def test_an_age_between_full_dates_is_the_number_of_birthdays(birth: date, days: int) -> None:
    then = birth + timedelta(days)
    first, last = (instant(Moment(day.year, day.month, day.day)) for day in (birth, then))
    assert first is not None and last is not None
    birthdays = then.year - birth.year - ((then.month, then.day) < (birth.month, birth.day))
    assert reachable(first, last) == Interval(Decimal(birthdays), Decimal(birthdays))


def test_an_age_between_years_is_their_difference_or_one_less() -> None:
    born, then = instant(Moment(1936)), instant(Moment(1958))
    assert born is not None and then is not None
    assert reachable(born, then) == Interval(Decimal(21), Decimal(22))


def test_an_age_far_from_the_birth_year_is_somebody_elses() -> None:
    text = "The leader, Dragan Velj, 12, who was born in March 1973, was given 18 years."
    assert not findings(text, AGE, dated="2025-11-06")


def test_a_birthday_between_the_facts_and_the_story_is_allowed() -> None:
    text = "The leader, Dragan Velj, 51, who was born on 1 November 1973, was given 18 years."
    assert not findings(text, AGE, dated="2025-11-06")
    assert findings(text.replace("51", "50"), AGE, dated="2025-11-06")
