"""Majorities and the votes that they are the difference of: "a majority of 2,685", 17,905 and 15,220 votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.engine.changes import Change
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.engine.slips import are_transposed
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason

FAR = 4
"""A majority that misses the votes of the first two by more than a quarter of it is of another contest."""


def majorities(story: Story) -> Iterator[tuple[Change, ...]]:
    """Yield each majority with the pairs of votes that it can be the difference of, the first two in front."""
    lists = [votes for paragraph in paragraphs(story) if (votes := _votes(paragraph))]
    for frame in story.frames if lists else ():
        if _is_majority(story, frame):
            ways = tuple(way for votes in lists for way in _pairs(frame, votes))
            if ways:
                yield ways


def _is_majority(story: Story, frame: Frame) -> bool:
    """Tell of "a majority of 2,685 early on Friday", not of one of 12 seats."""
    mention = frame.mention
    before = story.lexicon["risen"].ending(story.sentences[mention.sentence].tokens, mention.at)
    counts_others = mention.thing is not None and mention.thing.head != "vote" and mention.words.endswith("s")
    return before is not None and before.entry.id == "majority" and _is_count(frame) and not counts_others


def _votes(paragraph: Paragraph) -> list[Frame]:
    """Return the votes that a paragraph gives, the most first; none where it gives only one number of them."""
    counts = [frame for frame in paragraph.frames.values() if _is_count(frame) and _noun(frame) in {"", "vote"}]
    known = sorted(counts, key=lambda frame: frame.mention.quantity.value or 0, reverse=True)
    return known if len(known) > 1 and any(_noun(frame) == "vote" for frame in counts) else []


def _pairs(by: Frame, votes: Sequence[Frame]) -> Iterator[Change]:
    """Yield the first two if their difference comes near the majority, then all others that make it exactly."""
    size = by.value
    values = [(frame, frame.value) for frame in votes if frame is not by]
    for number, ((new, more), (old, less)) in enumerate(combinations(values, 2)):
        apart = more - less
        is_near = abs(apart - size) * FAR <= size or are_transposed(apart, size)
        if apart == size or (number == 0 and is_near):
            yield Change(old, new, by, "", None, point(less), point(more), Reason("votes", by.mention.words))


def _noun(frame: Frame) -> str:
    return frame.mention.thing.head if frame.mention.thing else ""


def _is_count(frame: Frame) -> bool:
    quantity = frame.mention.quantity
    return quantity.dimension == "count" and quantity.value is not None and quantity.kind == "exact"
