"""A length of time and the two moments that it lies between: who belongs with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.engine.grouped import Grouped, grouped
from checker.engine.moments import moment_of, moments_in, timed_paragraphs
from checker.engine.once import once
from checker.engine.paragraphs import Paragraph
from checker.engine.phrasing import Match
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.values import NamedTuple

FORMS = (
    "both-ends",
    "after",
    "before",
    "within",
    "ago",
    "since",
    "apart",
    "later-than",
    "summed",
    "summed-of",
    "after-first",
    "event-then",
    "late",
    "began-took",
)
FIRM_FORMS = frozenset({"both-ends", "after", "before", "ago", "late"})
TODAY_FORMS = frozenset({"ago", "since", "began-took"})
DIMENSIONS = {"LENGTH": "duration", "NTH": "ordinal", "A": "count", "B": "count"}
FOUR = 4
FIRM, LOOSE, SLIP, EXCUSE = "firm", "loose", "slip", "excuse"
SUMMED_FORMS = {"summed": LOOSE, "summed-of": SLIP}


class Lasting(NamedTuple):
    """``length`` is said to lie between ``start`` and ``end`` (None: the day of the draft).

    ``tie``: "firm" where the sentence itself says so, "loose" where the words around suggest it, "slip" where only a
    digit may be off, "excuse" where the two moments can bear the length out and nothing more. ``within``: it may be
    shorter ("for an hour between 2 and 5").
    """

    length: Frame
    start: Frame
    end: Frame | None
    reason: Reason
    tie: str = FIRM
    within: bool = False


def span_shapes(story: Story) -> tuple[Grouped, ...]:
    """Return the paragraphs with moments, lengths or ordinals, and the shapes of ``lexicons/spans.yaml`` in them."""
    return once(story, "spans", lambda story: grouped(timed_paragraphs(story), story.lexicon["spans"], fits))


def near_by(story: Story) -> Iterator[Lasting]:
    """Yield each length of time with the moments that its own sentence, or the one before, bounds it by."""
    passed: list[Frame] = []
    for shapes in span_shapes(story):
        moments = moments_in(shapes.paragraph)
        yield from _named(shapes, [*passed, *moments])
        passed.extend(moments)


def _named(shapes: Grouped, moments: Sequence[Frame]) -> Iterator[Lasting]:
    paragraph = shapes.paragraph
    for match in shapes.get(*FORMS):
        length, start, end = (match.figures.get(name) for name in ("LENGTH", "START", "END"))
        if length is None or length.mention.role == "rate":
            continue
        reason = Reason("phrasing", match.words)
        if match.row in TODAY_FORMS and start:
            yield Lasting(length, start, None, reason, _tie(match))
        elif match.row in SUMMED_FORMS and end:
            yield from _other_moment(paragraph, length, end, reason, SUMMED_FORMS[match.row])
        elif start and end and not (match.row == "both-ends" and _has_two_spans(paragraph, start)):
            yield Lasting(length, start, end, reason, _tie(match), match.row == "within")
        elif end and not start:
            is_beside = match.row == "later-than" and len(_of_grain(paragraph, end)) == 2
            yield from _earlier(moments, end, length, match.row == "event-then", FIRM if is_beside else LOOSE)


def _other_moment(paragraph: Paragraph, length: Frame, end: Frame, reason: Reason, tie: str) -> Iterator[Lasting]:
    """Yield the one other moment of the sentence that is printed as finely as *end*."""
    others = [f for f in _in_sentence(paragraph, end) if f is not end and grain(f) == grain(end)]
    if len(others) == 1:
        yield Lasting(length, others[0], end, reason, tie)
        yield Lasting(length, end, others[0], reason, tie)


def _has_two_spans(paragraph: Paragraph, start: Frame) -> bool:
    """Tell of "from 1999 to 2004 and again from 2008 to 2012, nine years in all"."""
    return sum(grain(frame) == grain(start) for frame in _in_sentence(paragraph, start)) >= FOUR


def _in_sentence(paragraph: Paragraph, moment: Frame) -> Sequence[Frame]:
    return [frame for frame in moments_in(paragraph) if frame.mention.sentence == moment.mention.sentence]


def _tie(match: Match) -> str:
    return FIRM if match.row in FIRM_FORMS and ("after" not in match.shape or "in/on" in match.shape) else LOOSE


def fits(name: str, frame: Frame) -> bool:
    """Tell whether a figure may be the length, the number, the start or the end of a phrasing."""
    if name in DIMENSIONS:
        return frame.mention.quantity.dimension == DIMENSIONS[name]
    return moment_of(frame) is not None


def _of_grain(paragraph: Paragraph, end: Frame) -> Sequence[Frame]:
    """Return the moments of the sentence that are printed as finely as *end*, itself among them."""
    return [frame for frame in _in_sentence(paragraph, end) if grain(frame) == grain(end)]


def _earlier(moments: Sequence[Frame], end: Frame, length: Frame, alone: bool, best: str) -> Iterator[Lasting]:
    """Yield the moments before *end* that are printed as finely: the nearest one, the others as excuses.

    The nearest is tied by *best* where it stands in the sentence of *end*.

    It counts in the sentence of the end or the one before: "The alarm was raised at 09:14. At 09:52, 48
    minutes later, the hold exploded"; with *alone*, anywhere, if it is the only one.
    """
    until = min(end.mention.span.start, length.mention.span.start)
    before = [f for f in moments if f.mention.span.start < until and grain(f) == grain(end)]
    for start in reversed(before):
        is_next = start is before[-1] and end.mention.sentence - start.mention.sentence <= 1
        is_only = len(before) == 1 and grain(end) == "clock"
        is_beside = best == FIRM and start.mention.sentence == end.mention.sentence
        tie = (best if is_beside else LOOSE) if (is_only if alone else is_next) else EXCUSE
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
