"""A day's number that does not fit its start: "began on Monday 6 May, and Friday will be its 17th day"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from checker.engine.check import Check
from checker.engine.elapsed import elapsed, lay
from checker.engine.moments import day_of, moment_of
from checker.engine.spans import grain, span_shapes
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval
from checker.model.mention import Reason
from checker.model.quantity import Moment, Quantity

WEEK = 7


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each "its 17th day" whose first day and own day are known."""
    for shapes in span_shapes(story):
        for match in shapes.get("day-of"):
            nth, start, end = (match.figures.get(name) for name in ("NTH", "START", "END"))
            if nth and start and all(grain(frame) == "day" for frame in (start, end) if frame):
                claim = _claim(story, nth, start, end, Reason("phrasing", match.words))
                if claim:
                    yield claim


def _claim(story: Story, nth: Frame, start: Frame, end: Frame | None, reason: Reason) -> Claim | None:
    number = nth.mention.quantity
    days = _days(start, end, day_of(story))
    if number.value is None or days is None:
        return None
    if end and _is_bare(end):
        days = _nearest(days, number)
    return Claim(
        check="day-count",
        premises=(
            Premise(nth.mention.span, "here"),
            Premise(start.mention.span, "first day"),
            *([Premise(end.mention.span, "the day")] if end else []),
        ),
        printed=Interval(number.value, number.value),
        # The first day counts, so that Friday 10 May is the fifth day from Monday 6 May; some call it the fourth.
        computed=Interval(days, days + 1),
        place=nth.block_role,
        result=f"day {days + 1}",
        proof=(reason,),
        slots={"start": start.mention.words, "end": end.mention.words if end else "the day of this draft"},
    )


def _days(start: Frame, end: Frame | None, dated: date | None) -> Decimal | None:
    first = moment_of(start)
    last = moment_of(end) if end else _today(dated)
    if first is None or last is None:
        return None
    if end and _is_bare(end):
        if first.weekday is None and _as_weekday(first, dated) is None:
            return None
        weekday = first.weekday if first.weekday is not None else _as_weekday(first, dated)
        return Decimal(((last.weekday or 0) - (weekday or 0)) % WEEK)
    ends = lay(first, last, dated)
    between = elapsed(*ends, "days") if ends else None
    return between.low if between else None


def _as_weekday(moment: Moment, dated: date | None) -> int | None:
    year = moment.year or (dated.year if dated else None)
    if year is None or not moment.month or not moment.day:
        return None
    try:
        return date(year, moment.month, moment.day).weekday()
    except ValueError:
        return None


def _nearest(days: Decimal, number: Quantity) -> Decimal:
    """Return the number of days that this weekday can be away, the one next to the printed number."""
    assert number.value is not None
    weeks = ((number.value - 1 - days) / WEEK).to_integral_value()
    return days + max(weeks, Decimal(0)) * WEEK


def _is_bare(frame: Frame) -> bool:
    moment = moment_of(frame)
    return moment is not None and moment.month is None and moment.weekday is not None


def _today(dated: date | None) -> Moment | None:
    return Moment(dated.year, dated.month, dated.day) if dated else None


CHECK = Check("day-count", claims, slots=("start", "end"))
