"""A length of time and the two moments that it lies between: who belongs with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.engine.moments import moment_of, moments_in
from checker.engine.paragraphs import Paragraph
from checker.engine.phrasing import Match, find
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason

FORMS = ("both-ends", "after", "before", "within", "ago", "later-than", "after-first", "event-then")
FIRM_FORMS = frozenset({"both-ends", "after", "before", "ago"})
FIRM, LOOSE, EXCUSE = "firm", "loose", "excuse"


class Lasting(NamedTuple):
    """``length`` is said to lie between ``start`` and ``end`` (None: the day of the draft).

    ``tie``: "firm" where the sentence itself says so, "loose" where the words around suggest it, "excuse" where the
    two moments can bear the length out and nothing more. ``within``: it may be shorter ("for an hour between 2 and 5").
    """

    length: Frame
    start: Frame
    end: Frame | None
    reason: Reason
    tie: str = FIRM
    within: bool = False


def near_by(story: Story, timed: Sequence[Paragraph]) -> Iterator[Lasting]:
    """Yield each length of time with the moments that its own sentence, or the one before, bounds it by.

    *timed* are the paragraphs that hold moments and lengths.
    """
    passed: list[Frame] = []
    for paragraph in timed:
        moments = moments_in(paragraph)
        yield from _named(story, paragraph, [*passed, *moments])
        passed.extend(moments)


def _named(story: Story, paragraph: Paragraph, moments: Sequence[Frame]) -> Iterator[Lasting]:
    if not any(frame.mention.quantity.dimension == "duration" for frame in paragraph.frames.values()):
        return
    for match in find(paragraph, story.lexicon["spans"], FORMS, fits):
        length, start, end = (match.figures.get(name) for name in ("LENGTH", "START", "END"))
        if length is None or length.mention.role == "rate":
            continue
        reason = Reason("phrasing", match.shape)
        if match.row == "ago" and start:
            yield Lasting(length, start, None, reason)
        elif start and end:
            yield Lasting(length, start, end, reason, _tie(match), match.row == "within")
        elif end:
            yield from _earlier(moments, end, length, match.row == "event-then")


def _tie(match: Match) -> str:
    return FIRM if match.row in FIRM_FORMS and ("after" not in match.shape or "in/on" in match.shape) else LOOSE


def fits(name: str, frame: Frame) -> bool:
    """Tell whether a figure may be the length, the start or the end of a phrasing."""
    if name == "LENGTH":
        return frame.mention.quantity.dimension == "duration"
    return moment_of(frame) is not None


def _earlier(moments: Sequence[Frame], end: Frame, length: Frame, alone: bool) -> Iterator[Lasting]:
    """Yield the moments before *end* that are printed as finely: the nearest one, the others as excuses.

    The nearest counts in the sentence of the end or the one before: "The alarm was raised at 09:14. At 09:52, 48
    minutes later, the hold exploded"; with *alone*, anywhere, if it is the only one.
    """
    until = min(end.mention.span.start, length.mention.span.start)
    before = [f for f in moments if f.mention.span.start < until and grain(f) == grain(end)]
    for start in reversed(before):
        is_next = start is before[-1] and end.mention.sentence - start.mention.sentence <= 1
        is_only = len(before) == 1 and grain(end) == "clock"
        tie = LOOSE if (is_only if alone else is_next) else EXCUSE
        yield Lasting(length, start, end, Reason("earlier moment", start.mention.words), tie)


def grain(frame: Frame) -> str:
    """Tell how finely a moment is printed: "clock", "day", "month" or "year"."""
    moment = moment_of(frame)
    if moment is None:
        return ""
    if moment.hour is not None:
        return "clock"
    if moment.day is not None or moment.weekday is not None:
        return "day"
    return "month" if moment.month is not None else "year"
