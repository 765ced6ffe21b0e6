"""Lengths of time whose two ends stand in other sentences: a looser tie, so only near misses count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from checker.engine.moments import moments_in
from checker.engine.paragraphs import Paragraph
from checker.engine.phrasing import Match, find
from checker.engine.spans import EXCUSE, LOOSE, Lasting, fits, grain
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason

PARAGRAPHS_ON = 2
MANY = 12


def distant(story: Story, timed: Sequence[Paragraph]) -> Iterator[Lasting]:
    """Yield lengths of time with ends that another sentence names; *timed* are the paragraphs that hold moments."""
    yield from _began_and_ended(story, timed)
    yield from _kept_up(story, timed)
    yield from _waited(story, timed)


def _began_and_ended(story: Story, timed: Sequence[Paragraph]) -> Iterator[Lasting]:
    """Tie "a walkout that began on 3 November and was called off on 12 November" to "the fifteen days of action"."""
    for number, paragraph in enumerate(timed):
        for match in _matches(story, paragraph, "began-ended"):
            for length in _lengths(story, timed, number):
                reason = Reason("began and ended", match.shape)
                yield Lasting(length, match.figures["START"], match.figures["END"], reason, LOOSE)


def _lengths(story: Story, timed: Sequence[Paragraph], number: int) -> Iterator[Frame]:
    first = timed[number].block.order
    for paragraph in timed[number:]:
        if paragraph.block.order - first <= PARAGRAPHS_ON:
            for match in _matches(story, paragraph, "length-named"):
                if not match.figures["LENGTH"].bar("other-event", "exclusion"):
                    yield match.figures["LENGTH"]


def _kept_up(story: Story, timed: Sequence[Paragraph]) -> Iterator[Lasting]:
    """Tie "The concerts began in 1979" to "She kept them up for 42 years, giving her last in 2011" behind it."""
    for paragraph in timed:
        starts = [match.figures["START"] for match in _matches(story, paragraph, "began-only")]
        for match in _matches(story, paragraph, "kept-up"):
            length, end = match.figures["LENGTH"], match.figures["END"]
            before = [start for start in starts if start.order < length.order and grain(start) == grain(end)]
            if before:
                yield Lasting(length, before[-1], end, Reason("began before", before[-1].mention.words), LOOSE)


def _waited(story: Story, timed: Sequence[Paragraph]) -> Iterator[Lasting]:
    """Tie the hours at the top of the story to the two clock times of the first paragraph that has just two.

    A length that any two clock times of the draft bear out is left alone.
    """
    clocks = [[frame for frame in moments_in(paragraph) if grain(frame) == "clock"] for paragraph in timed]
    told = next((pair for pair in clocks if len(pair) == 2), None)
    if told is None:
        return
    every = [clock for here in clocks for clock in here][:MANY]
    for length in [length for paragraph in timed for length in _top_lengths(story, paragraph)]:
        yield _waiting(length, told[0], told[1], LOOSE)
        for start, end in combinations(every, 2):
            yield _waiting(length, start, end, EXCUSE)


def _waiting(length: Frame, start: Frame, end: Frame, tie: str) -> Lasting:
    return Lasting(length, start, end, Reason("clock times", f"{start.mention.words}, {end.mention.words}"), tie)


def _top_lengths(story: Story, paragraph: Paragraph) -> Iterator[Frame]:
    """Yield the hours of headline and lede: "after nearly nine hours", "51 hours after water broke in"."""
    for match in chain(_matches(story, paragraph, "waited"), _matches(story, paragraph, "lasted")):
        length = match.figures["LENGTH"]
        is_top = length.is_lede or length.block_role in TITLES
        if is_top and length.mention.quantity.unit == "hour" and not length.bar("other-event"):
            yield length


def _matches(story: Story, paragraph: Paragraph, row: str) -> Iterator[Match]:
    return find(paragraph, story.lexicon["spans"], [row], fits)
