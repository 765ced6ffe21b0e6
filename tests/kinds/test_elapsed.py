"""Arithmetic of moments and lengths of time."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.elapsed import elapsed, instant, lay, meant_length
from checker.lexicon.load import load_lexicon
from checker.model.interval import Interval, point
from checker.model.quantity import Moment, Quantity

DAYS = st.dates(date(1800, 1, 1), date(2100, 1, 1))


def between(start: Moment, end: Moment, measure: str, dated: date | None = None) -> Interval | None:
    ends = lay(start, end, dated)
    return elapsed(*ends, measure) if ends else None


def on(day: date) -> Moment:
    return Moment(day.year, day.month, day.day)


def at(hour: int, minute: int, weekday: int | None = None) -> Moment:
    return Moment(weekday=weekday, hour=hour, minute=minute)


def span(low: int, high: int) -> Interval:
    return Interval(Decimal(low), Decimal(high))


def printed(value: int, unit: str, kind: str = "exact", hard: Interval | None = None) -> Quantity:
    number = Decimal(value)
    return Quantity(
        kind, number, number, hard or point(number), point(number), Decimal(1), str(value), "duration", unit
    )


@given(DAYS, st.integers(0, 5000))
def test_days_are_counted_without_and_with_both_ends(start: date, days: int) -> None:
    assert between(on(start), on(start + timedelta(days)), "days") == span(days, days + 1)


def test_a_year_that_only_the_end_prints_holds_for_the_start_too() -> None:
    assert between(Moment(None, 10, 8), Moment(2025, 10, 19), "days") == span(11, 12)


def test_a_start_later_in_the_year_than_the_end_is_of_the_year_before() -> None:
    assert between(Moment(None, 12, 30), Moment(2025, 1, 2), "days") == span(3, 4)
    assert between(Moment(None, 12, 30), Moment(None, 1, 2), "days") == span(3, 4)


def test_a_clock_time_earlier_than_the_first_is_of_the_next_day() -> None:
    assert between(at(22, 0), at(4, 0), "minutes") == point(360)


def test_weekdays_are_the_next_of_their_name() -> None:
    assert between(at(21, 10, 1), at(10, 10, 4), "minutes") == point(61 * 60)
    assert between(Moment(weekday=4), Moment(weekday=0), "days") == span(3, 4)


def test_a_clock_time_without_a_day_is_of_the_day_of_the_other() -> None:
    assert between(at(6, 32, 4), at(7, 50), "minutes") == point(78)


def test_a_weekday_beside_a_date_is_the_last_one_up_to_the_day_of_the_draft() -> None:
    assert between(Moment(None, 9, 29), Moment(weekday=4), "days", date(2025, 10, 10)) == span(11, 12)
    assert between(Moment(None, 9, 29), Moment(weekday=4), "days") is None


@given(st.integers(1800, 2000), st.integers(1, 150))
def test_years_known_only_as_such_leave_one_to_both_sides(year: int, years: int) -> None:
    assert between(Moment(year), Moment(year + years), "years") == span(years - 1, years + 1)


def test_months_known_only_as_such_leave_one_to_both_sides() -> None:
    assert between(Moment(2024, 3), Moment(2026, 7), "months") == span(27, 29)


def test_minutes_between_dates_are_not_known() -> None:
    assert between(on(date(2025, 1, 1)), on(date(2025, 1, 2)), "minutes") is None


def test_an_end_before_its_start_is_no_span() -> None:
    assert lay(Moment(2011), Moment(1979), None) is None


@pytest.mark.parametrize("moment", [Moment(2023, 2, 29), Moment(None, 5, 1), Moment(0), Moment(9999)])
def test_a_day_that_no_calendar_has_is_no_instant(moment: Moment) -> None:
    assert instant(moment) is None


def test_weeks_may_be_three_days_off() -> None:
    lengths = load_lexicon()["durations"]
    measure, size, weeks = meant_length(printed(4, "week"), lengths) or ("", Decimal(0), point(0))
    assert (measure, size) == ("days", Decimal(7))
    assert weeks.scaled(size).contains(Decimal(25)) and weeks.scaled(size).contains(Decimal(31))
    assert not weeks.scaled(size).contains(Decimal(24)) and not weeks.scaled(size).contains(Decimal(32))


def test_a_bound_has_half_the_slack_of_a_plain_number() -> None:
    hard = Interval(Decimal("7.65"), Decimal(9), high_closed=False)
    nearly = meant_length(printed(9, "hour", "upper", hard), load_lexicon()["durations"])
    assert nearly is not None
    assert nearly[2] == Interval(Decimal("7.20"), Decimal("9.475"))


def test_vague_lengths_and_unknown_units_mean_nothing() -> None:
    lengths = load_lexicon()["durations"]
    assert meant_length(printed(3, "quarter"), lengths) is None
    vague = Quantity("vague", None, None, span(2, 20), span(3, 9), Decimal(0), "several", "duration", "day")
    assert meant_length(vague, lengths) is None
