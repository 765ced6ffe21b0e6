"""Years in the headline that no event of the story is away: "Fifty years on", of 3 April 1965, in April 2025."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from checker.engine.check import Check
from checker.engine.moments import day_of, moment_of
from checker.engine.spans import span_shapes
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason

LEAST = 5
SEASON = 45
YEAR = 365


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for a headline's "N years on" and a full date of the story whose day of the year has come round.

    Any year of the story that is N years back, or one more or less, bears it out.
    """
    dated = day_of(story)
    if dated is None:
        return
    yield from _nth(story, dated)
    years = {moment.year for frame in story.frames if (moment := moment_of(frame)) and moment.year}
    for title in _in_titles(story):
        length = title.mention.quantity
        if length.unit == "year" and length.kind == "exact" and length.low is not None and length.low >= LEAST:
            then = dated.year - int(length.low)
            event = _event(story, dated)
            if years & {then - 1, then, then + 1}:
                yield _claim(title, title, length.low, dated, then)
            elif event:
                yield _claim(title, event, length.low, dated, _year(event))


def _nth(story: Story, dated: date) -> Iterator[Claim]:
    """Hold "its 114th anniversary" against the year that the sentence gives for the founding."""
    for shapes in span_shapes(story):
        for match in shapes.get("nth-anniversary"):
            nth, start = match.figures["NTH"], match.figures["START"]
            if nth.mention.quantity.low is not None and _year(start):
                yield _claim(nth, start, nth.mention.quantity.low, dated, _year(start))


def _in_titles(story: Story) -> Iterator[Frame]:
    for shapes in span_shapes(story):
        if shapes.paragraph.block.role in TITLES:
            yield from (match.figures["LENGTH"] for match in shapes.get("anniversary"))


def _event(story: Story, dated: date) -> Frame | None:
    """Return the first full date of the body, if the draft appears near its day of the year."""
    for frame in story.frames:
        moment = moment_of(frame)
        if frame.paragraph >= 0 and moment and moment.year and moment.month and moment.day and moment.year < dated.year:
            days = abs((date(2000, moment.month, moment.day) - date(2000, dated.month, dated.day)).days)
            return frame if min(days, YEAR - days) <= SEASON else None
    return None


def _year(frame: Frame) -> int:
    moment = moment_of(frame)
    return moment.year if moment and moment.year else 0


def _claim(title: Frame, event: Frame, years: Decimal, dated: date, then: int) -> Claim:
    passed = Decimal(dated.year - then)
    return Claim(
        check="anniversary",
        premises=(Premise(title.mention.span, "here"), Premise(event.mention.span, "the event")),
        printed=point(years),
        computed=Interval(passed - 1, passed + 1),
        place=title.block_role,
        result=f"{passed} years",
        proof=(Reason("date of the draft", dated.isoformat()),),
        slots={"day": dated.isoformat()},
    )


CHECK = Check("anniversary", claims, slots=("day",))
