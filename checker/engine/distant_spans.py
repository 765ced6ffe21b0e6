"""Lengths of time whose two ends stand in other sentences: a looser tie, so only near misses count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.engine.grouped import Grouped
from checker.engine.moments import moment_of, moments_in
from checker.engine.paragraphs import Paragraph
from checker.engine.spans import EXCUSE, LOOSE, SLIP, Lasting, grain, span_shapes
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason

PARAGRAPHS_ON = 2
MANY = 12
BESIDE: tuple[tuple[str, tuple[int, ...], str], ...] = (
    ("next-sentence", (-1,), SLIP),
    ("those-lengths", (-1,), LOOSE),
    ("took", (0,), LOOSE),
    ("lasted-beside", (-1, 1), LOOSE),
)
"""Row of shapes, in which sentence from its own the two moments of a length stand, and how it is tied to them."""


def distant(story: Story) -> Iterator[Lasting]:
    """Yield lengths of time with ends that another sentence names."""
    shapes = span_shapes(story)
    yield from _began_and_ended(shapes)
    yield from _kept_up(shapes)
    yield from _next_sentence(shapes)
    yield from _waited(shapes)
    yield from _until(shapes)
    yield from _after_event(shapes)
    yield from _held(shapes)


def _began_and_ended(timed: Sequence[Grouped]) -> Iterator[Lasting]:
    """Tie "a walkout that began on 3 November and was called off on 12 November" to "the fifteen days of action"."""
    for number, shapes in enumerate(timed):
        for match in shapes.get("began-ended"):
            for length in _lengths(timed[number:]):
                reason = Reason("began and ended", match.words)
                yield Lasting(length, match.figures["START"], match.figures["END"], reason, LOOSE)


def _lengths(timed: Sequence[Grouped]) -> Iterator[Frame]:
    """Yield the lengths that the first paragraph and the one or two behind it name: "the fifteen days of"."""
    first = timed[0].paragraph.block.order
    for shapes in timed:
        if shapes.paragraph.block.order - first <= PARAGRAPHS_ON:
            for match in shapes.get("length-named"):
                if not match.figures["LENGTH"].bar("other-event", "exclusion"):
                    yield match.figures["LENGTH"]


def _kept_up(timed: Sequence[Grouped]) -> Iterator[Lasting]:
    """Tie "The concerts began in 1979" to "She kept them up for 42 years, giving her last in 2011" behind it."""
    for shapes in timed:
        starts = [match.figures["START"] for match in shapes.get("began-only")]
        for match in shapes.get("kept-up"):
            length, end = match.figures["LENGTH"], match.figures["END"]
            before = [start for start in starts if start.order < length.order and grain(start) == grain(end)]
            if before:
                yield Lasting(length, before[-1], end, Reason("began before", before[-1].mention.words), LOOSE)


def _next_sentence(timed: Sequence[Grouped]) -> Iterator[Lasting]:
    """Tie a length to the two moments of the sentence beside it.

    "The trial lasted eleven weeks. It began on 13 January and ended on 3 March", either way round; "The plant opened
    in 1962 and closed in 2004. For 52 years it had been the only employer".
    """
    for shapes in timed:
        for row, steps, tie in BESIDE:
            for match in shapes.get(row):
                length = match.figures["LENGTH"]
                for step in steps:
                    beside = _moments_of(shapes.paragraph, length.mention.sentence + step)
                    if len(beside) == 2 and grain(beside[0]) == grain(beside[1]):
                        reason = Reason("sentence beside", f"{beside[0].mention.words}, {beside[1].mention.words}")
                        yield Lasting(length, beside[0], beside[1], reason, tie)


def _moments_of(paragraph: Paragraph, sentence: int) -> list[Frame]:
    return [frame for frame in moments_in(paragraph) if frame.mention.sentence == sentence]


def _waited(timed: Sequence[Grouped]) -> Iterator[Lasting]:
    """Tie the hours at the top of the story to the two clock times of the first paragraph that has just two.

    A length that any two clock times of the draft bear out is left alone.
    """
    clocks = [[frame for frame in moments_in(s.paragraph) if grain(frame) == "clock"] for s in timed]
    told = next((pair for pair in clocks if len(pair) == 2 and not pair[0].is_lede), None)
    if told is None:
        return
    every = [clock for here in clocks for clock in here][:MANY]
    for length in [length for shapes in timed for length in _top_lengths(shapes)]:
        yield _waiting(length, told[0], told[1], LOOSE)
        for start, end in combinations(every, 2):
            yield _waiting(length, start, end, EXCUSE)


def _waiting(length: Frame, start: Frame, end: Frame, tie: str) -> Lasting:
    return Lasting(length, start, end, Reason("clock times", f"{start.mention.words}, {end.mention.words}"), tie)


def _top_lengths(shapes: Grouped) -> Iterator[Frame]:
    """Yield the hours of headline and lede: "after nearly nine hours", "51 hours after water broke in"."""
    for match in shapes.get("waited", "lasted"):
        length = match.figures["LENGTH"]
        is_top = length.is_lede or length.block_role in TITLES
        if is_top and length.mention.quantity.unit == "hour" and not length.bar("other-event"):
            yield length


def _until(timed: Sequence[Grouped]) -> Iterator[Lasting]:
    """Tie "They were married for 51 years, until his death in 2009" to the one year of the sentence before.

    "It had been lit by hand for 116 years, ever since a night in 1868" takes its end from there.
    """
    for shapes in timed:
        for match in shapes.get("until-then", "had-been-since"):
            length, here = match.figures["LENGTH"], match.figures.get("END") or match.figures["START"]
            before = _moments_of(shapes.paragraph, length.mention.sentence - 1)
            if len(before) == 1 and grain(before[0]) == grain(here):
                start, end = (before[0], here) if "END" in match.figures else (here, before[0])
                yield Lasting(length, start, end, Reason("sentence before", before[0].mention.words), LOOSE)


def _after_event(timed: Sequence[Grouped]) -> Iterator[Lasting]:
    """Tie "at 9:15 a.m. Friday, nearly 22 hours after the slide" to "The slide broke loose at 11:40 a.m. Thursday"."""
    for shapes in timed:
        for match in shapes.get("after-the"):
            noun, end = shapes.paragraph.low(match.end), match.figures["END"]
            for start in _times_of(timed, noun, grain(end)):
                yield Lasting(match.figures["LENGTH"], start, end, Reason("the event", noun), LOOSE)


def _times_of(timed: Sequence[Grouped], noun: str, fineness: str) -> Iterator[Frame]:
    """Yield the one moment of each sentence that begins with "The slide"."""
    for shapes in timed:
        for begin in shapes.paragraph.starts:
            if shapes.paragraph.low(begin) in {"the", "a"} and shapes.paragraph.low(begin + 1) == noun:
                moments = _moments_at(shapes.paragraph, begin)
                if len(moments) == 1 and grain(moments[0]) == fineness:
                    yield moments[0]


def _moments_at(paragraph: Paragraph, begin: int) -> list[Frame]:
    """Return the moments of the sentence that begins at token *begin*."""
    until = min((start for start in paragraph.starts if start > begin), default=len(paragraph.tokens))
    return [frame for at, frame in sorted(paragraph.frames.items()) if begin <= at < until and moment_of(frame)]


def _held(timed: Sequence[Grouped]) -> Iterator[Lasting]:
    """Tie the days of captivity at the top to the one day on which the draft has the captives taken.

    The end is the day of the draft: "were freed on Tuesday, 21 days after gunmen marched them into the forest".
    """
    found = {m.figures["START"].order: m.figures["START"] for shapes in timed for m in shapes.get("seized-on")}
    days = [start for start in found.values() if _has_month(start) and start.bar("other-event") is None]
    if len({_month_day(start) for start in days}) != 1:
        return
    for shapes in timed:
        for match in shapes.get("held"):
            length = match.figures["LENGTH"]
            if (length.is_lede or length.block_role in TITLES) and length.mention.quantity.unit == "day":
                yield Lasting(length, days[0], None, Reason("taken on", days[0].mention.words), LOOSE)


def _month_day(frame: Frame) -> tuple[int | None, int | None]:
    moment = moment_of(frame)
    return (moment.month, moment.day) if moment else (None, None)


def _has_month(frame: Frame) -> bool:
    """Tell whether a day is printed with its month; a bare weekday is that of the news."""
    return None not in _month_day(frame)
