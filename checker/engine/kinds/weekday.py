"""Weekdays that do not fall on their dates: "Sunday, 11 May 2019" was a Saturday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason
from checker.model.quantity import Moment
from checker.model.values import NamedTuple

# Before 1753 the English-speaking world counted days by another calendar.
FIRST_YEAR = 1753
NEAR, AHEAD = 100, 45
"""Days from the draft within which a date without a year is of the nearest one; fewer where it lies ahead."""
A_YEAR = 370
WEEK = 7


class Dated(NamedTuple):
    """A date with its weekday; month and day are printed."""

    frame: Frame
    moment: Moment

    @property
    def weekday(self) -> int:
        """The printed weekday, Monday is 0."""
        return self.moment.weekday or 0


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each weekday printed with day and month whose year is known, or that another one tells."""
    without_year: list[Dated] = []
    for dated in _dated(story):
        if dated.moment.year is not None:
            yield from _by_year(story, dated, dated.moment.year)
        elif story.document.dated is not None:
            yield from _by_document(story, dated, story.document.dated)
        else:
            without_year.append(dated)
    yield from _by_each_other(story, without_year)


def missing(story: Story) -> str | None:
    """Tell why weekdays without a year were not held against the calendar."""
    if story.document.dated is None and any(dated.moment.year is None for dated in _dated(story)):
        return "weekdays of dates without a year: the draft has no date"
    return None


def _dated(story: Story) -> Iterator[Dated]:
    for frame, after in zip_longest(story.frames, story.frames[1:]):
        moment = frame.mention.quantity.moment
        if moment and moment.day and moment.month:
            weekday = moment.weekday if moment.weekday is not None else _named_behind(story, frame, after)
            if weekday is not None:
                yield Dated(frame, moment._replace(weekday=weekday))


def _named_behind(story: Story, frame: Frame, after: Frame | None) -> int | None:
    """Return the weekday of "Sept 12, a Thursday,"."""
    if after is None or after.mention.sentence != frame.mention.sentence:
        return None
    tokens = story.sentences[frame.mention.sentence].tokens[frame.mention.until : after.mention.at]
    moment = after.mention.quantity.moment
    is_apposed = [token.low for token in tokens] == [",", "a"] and moment is not None and moment.month is None
    return moment.weekday if moment and is_apposed else None


def _by_year(story: Story, dated: Dated, year: int) -> Iterator[Claim]:
    day = _day(dated.moment, year)
    if day and year >= FIRST_YEAR:
        yield _claim(story, dated, day, Reason("year", f"the year {year} is printed"), "dated")


def _by_document(story: Story, dated: Dated, today: date) -> Iterator[Claim]:
    """Hold a date without a year against the nearest one; one far away may be of either year beside it."""
    days = [day for year in range(today.year - 1, today.year + 2) if (day := _day(dated.moment, year))]
    days = sorted((d for d in days if abs((d - today).days) <= A_YEAR), key=lambda day: abs((day - today).days))
    if not days or _other_year(story, dated, today.year):
        return
    is_near = -NEAR <= (days[0] - today).days <= AHEAD
    fitting = [day for day in days if day.weekday() == dated.weekday]
    day = days[0] if is_near or not fitting else fitting[0]
    reason = Reason("date of the draft", today.isoformat())
    yield _claim(story, dated, day, reason, "dated" if is_near else "undated")


def _other_year(story: Story, dated: Dated, year: int) -> bool:
    """Tell whether another year stands in the sentence: "In 2019 it fell on Friday, 12 July"."""
    mention = dated.frame.mention
    return any(
        frame.mention.quantity.moment and frame.mention.quantity.moment.year not in {None, year}
        for frame in story.frames
        if frame.mention.sentence == mention.sentence
    )


def _by_each_other(story: Story, dates: Sequence[Dated]) -> Iterator[Claim]:
    """Hold dates of a draft without a date against the one that most of the others agree with."""
    if len(dates) < 2:
        return
    usual = max(dates, key=lambda dated: sum(_agree(dated, other) for other in dates))
    for dated in dates:
        if dated is usual:
            continue
        weekday = dated.weekday if _agree(usual, dated) else _weekday_beside(usual, dated)
        reason = Reason("another date", usual.frame.mention.words)
        yield Claim(
            check="weekday",
            premises=(Premise(dated.frame.mention.span, "here"), Premise(usual.frame.mention.span, "another date")),
            printed=point(dated.weekday),
            computed=point(weekday),
            strength="undated",
            place=dated.frame.block_role,
            result=_name(story, weekday),
            proof=(reason,),
            slots={"day": f"if {usual.frame.mention.words} is right, this day", "weekday": _name(story, weekday)},
        )


def _agree(a: Dated, b: Dated) -> bool:
    """Tell whether two dates fit in one year, in a leap year, or in two years that follow each other."""
    for year in (2023, 2024):
        for other in (year - 1, year, year + 1):
            first, second = _day(a.moment, year), _day(b.moment, other)
            if first and second and abs((second - first).days) <= A_YEAR // 2:
                if (second - first).days % WEEK == (b.weekday - a.weekday) % WEEK:
                    return True
    return False


def _weekday_beside(a: Dated, b: Dated) -> int:
    """Return the weekday that *b* has in the year in which *a* is right."""
    first, second = _day(a.moment, 2023), _day(b.moment, 2023)
    return (a.weekday + (second - first).days) % WEEK if first and second else b.weekday


def _day(moment: Moment, year: int) -> date | None:
    try:
        return date(year, moment.month or 1, moment.day or 1)
    except ValueError:
        return None


def _claim(story: Story, dated: Dated, day: date, reason: Reason, strength: str) -> Claim:
    mention = dated.frame.mention
    weekday = _name(story, day.weekday())
    return Claim(
        check="weekday",
        premises=(Premise(mention.span, "here"),),
        printed=point(dated.weekday),
        computed=point(day.weekday()),
        strength=strength,
        place=dated.frame.block_role,
        result=weekday,
        proof=(reason,),
        slots={"day": f"{day.day} {_month(story, day.month)} {day.year}", "weekday": weekday},
    )


def _name(story: Story, weekday: int) -> str:
    return _row(story, "weekday", weekday)


def _month(story: Story, month: int) -> str:
    return _row(story, "month", month)


def _row(story: Story, role: str, value: int) -> str:
    rows = story.lexicon["calendar"].rows.items()
    return next(name for name, row in rows if row["role"] == role and row["value"] == value).capitalize()


CHECK = Check("weekday", claims, strengths=("dated", "undated"), slots=("day", "weekday"))
