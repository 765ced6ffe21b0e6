"""A day's number that does not fit its start: "began on Monday 6 May, and Friday will be its 17th day"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from checker.engine.check import Check
from checker.engine.elapsed import elapsed, lay
from checker.engine.grouped import Grouped
from checker.engine.moments import day_of, moment_of
from checker.engine.phrasing import Match
from checker.engine.spans import grain, span_shapes
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval
from checker.model.mention import Reason
from checker.model.quantity import Moment, Quantity

WEEK = 7
TOP = 2
NEXT = 2


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each "its 17th day" whose first day and own day are known."""
    for shapes in span_shapes(story):
        for match in shapes.get("day-of"):
            nth, start, end = (match.figures.get(name) for name in ("NTH", "START", "END"))
            if nth and start and all(grain(frame) == "day" for frame in (start, end) if frame):
                claim = _claim(story, nth, start, end, Reason("phrasing", match.words))
                if claim:
                    yield claim
    yield from _in_the_news(story)
    yield from _streaks(story)


def _in_the_news(story: Story) -> Iterator[Claim]:
    """Hold "the strike enters its 11th day" at the top against the one day on which the draft has it begin there."""
    shapes, dated = span_shapes(story), day_of(story)
    nths = [match for here in shapes for match in here.get("now-nth") if _is_top(match.figures["NTH"])]
    starts = {
        m.figures["START"].order: m.figures["START"] for here in shapes for m in here.get("began-only", "began-with")
    }
    top = [start for start in starts.values() if 0 <= start.paragraph < TOP and _has_month(start)]
    if not nths or dated is None or len(top) != 1:
        return
    days = _days(top[0], None, dated)
    for match in nths:
        if days is not None and days >= 0:
            yield _news_claim(match, top[0], days)


def _news_claim(match: Match, start: Frame, days: Decimal) -> Claim:
    nth, is_week = match.figures["NTH"], "week" in match.words.lower()
    # A Sunday story may speak of the week that begins on Monday.
    reached = Interval(days // WEEK + 1, (days + 1) // WEEK + 1) if is_week else Interval(days, days + 1)
    number = nth.value
    return Claim(
        check="day-count",
        premises=(Premise(nth.mention.span, "here"), Premise(start.mention.span, "first day")),
        printed=Interval(number, number),
        computed=reached,
        place=nth.block_role,
        strength="news",
        result=f"{'week' if is_week else 'day'} {reached.high if not is_week else reached.low}",
        proof=(Reason("phrasing", match.words),),
        slots={"start": start.mention.words, "end": "the day of this draft"},
    )


def _streaks(story: Story) -> Iterator[Claim]:
    """Hold "Stocks slide for fifth day" against "the four-day losing streak", unless that is the one before today."""
    shapes = span_shapes(story)
    titles = [m.figures["NTH"] for here in shapes for m in here.get("for-nth") if m.figures["NTH"].block_role in TITLES]
    told = [(here, match) for here in shapes for match in here.get("streak")]
    lengths = {match.figures["LENGTH"].mention.quantity.value for _, match in told}
    for title in titles[:1]:
        number = title.mention.quantity.value
        if number is None or number in lengths:
            continue
        for here, match in told[:1]:
            length = match.figures["LENGTH"]
            value = length.mention.quantity.value
            if value is not None and abs(value - number) <= NEXT and not _is_extended(story, here, match):
                yield _streak_claim(title, length, number, value)


def _is_extended(story: Story, here: Grouped, match: Match) -> bool:
    """Tell of "extending a four-day losing streak", "snapped its four-day run": today is not in it."""
    book, begin = story.lexicon["spans"], max(start for start in here.paragraph.starts if start <= match.start)
    words = [book.get(here.paragraph.low(at)) for at in range(begin, match.end + NEXT)]
    return any(entry is not None and entry.id in {"extended", "ended"} for entry in words)


def _streak_claim(title: Frame, length: Frame, number: Decimal, value: Decimal) -> Claim:
    return Claim(
        check="day-count",
        premises=(Premise(length.mention.span, "here"), Premise(title.mention.span, "first day")),
        printed=Interval(value, value),
        computed=Interval(number, number),
        place=length.block_role,
        strength="news",
        result=f"{number} days",
        proof=(Reason("headline", title.mention.words),),
        slots={"start": title.mention.words, "end": "the headline"},
    )


def _is_top(frame: Frame) -> bool:
    return frame.is_lede or frame.block_role in TITLES


def _has_month(frame: Frame) -> bool:
    moment = moment_of(frame)
    return moment is not None and moment.month is not None and moment.day is not None


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


CHECK = Check("day-count", claims, strengths=("strong", "news"), slots=("start", "end"))
