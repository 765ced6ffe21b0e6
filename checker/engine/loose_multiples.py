"""Multipliers told in a sentence of their own: "72 people complained. A year ago 24 did. That threefold increase ...".

The amounts before it are tried in pairs. One that gives the multiplier excuses it; it is accused only where a single
pair of one noun stands near, and misses it by less than it would if the two had nothing to do with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from checker.engine.arithmetic import printed_times, printed_value
from checker.engine.comparisons import is_one_thing
from checker.engine.measures import alike_or_bare
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.reach import within_reach
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.values import NamedTuple

BACK, REACH, FEW, MANY = 2, 5, 3, 16
"""Sentences before a multiplier and words behind it that are looked at; amounts near it, and those tried as excuses."""
NEAREST = Decimal(3)
"""A multiplier that is three times too large or too small is more often of something else."""
AMOUNTS = frozenset({"count", "money", "length", "area", "mass", "volume", "energy", "power", "speed", "duration"})
KINDS = frozenset({"exact", "approx"})


class LooseMultiple(NamedTuple):
    """The larger figure is said to be ``times`` the smaller one."""

    small: Frame
    large: Frame
    times: Frame
    words: str


def loose_multiples(story: Story, seen: frozenset[int]) -> Iterator[LooseMultiple]:
    """Yield each multiplier that is not among *seen* with the one pair near it."""
    for paragraph in paragraphs(story):
        for at, frame in paragraph.frames.items():
            if frame.order not in seen and _is_times(frame):
                words = _cue(story, paragraph, at)
                found = _found(story, frame, words) if words else None
                if found:
                    yield found


def _is_times(frame: Frame) -> bool:
    quantity = frame.mention.quantity
    return quantity.unit == "times" and quantity.kind in KINDS and quantity.value is not None and quantity.value > 1


def _cue(story: Story, paragraph: Paragraph, at: int) -> str:
    """Return the words that tell a comparison: "as much", "increase"; "" where "than" or "the 1,700" names the base."""
    book, end = story.lexicon["loose_multiples"], paragraph.ends[at][-1]
    for place in range(end, min(end + REACH, len(paragraph.lows))):
        if paragraph.lows[place] == END or place in paragraph.inside:
            return ""
        cue = book.at(paragraph.tokens, place)
        if cue:
            is_told = cue.entry.id == "compared" and _has_told_base(story, paragraph, cue.end)
            return " ".join(paragraph.lows[at : cue.end]) if is_told else ""
    return ""


def _has_told_base(story: Story, paragraph: Paragraph, start: int) -> bool:
    """Tell whether what it is measured against was told: "as in the same months", not "as the national average"."""
    end = paragraph.lows.index(END, start)
    base = next((i + 1 for i in range(start, end) if paragraph.lows[i] in {"as", "than"}), None)
    cue = story.lexicon["loose_multiples"].at(paragraph.tokens, base) if base is not None else None
    return base is None or (cue is not None and cue.entry.id == "then")


def _found(story: Story, times: Frame, words: str) -> LooseMultiple | None:
    sentence = times.mention.sentence
    around = sorted(within_reach(story, times), key=lambda f: abs(f.mention.sentence - sentence))
    amounts = [f for f in around if _is_amount(f) and f is not times][:MANY]
    if any(_gives(small, large, times) for small, large in _pairs(story, amounts)):
        return None
    near = [
        f for f in amounts if -BACK <= f.mention.sentence - sentence <= 0 and f.mention.block == times.mention.block
    ]
    pairs = list(_pairs(story, near))
    if len(near) > FEW or len({(small.value, large.value) for small, large in pairs}) != 1:
        return None
    small, large = pairs[0]
    quotient, value = large.value / small.value, times.value
    is_near = quotient < value * NEAREST and value < quotient * NEAREST
    return LooseMultiple(small, large, times, words) if is_near else None


def _pairs(story: Story, amounts: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    for a, b in combinations(amounts, 2):
        small, large = sorted((a, b), key=lambda f: f.value)
        is_like = alike_or_bare(small, large, story.lexicon) or alike_or_bare(large, small, story.lexicon)
        if is_like and 0 < small.value < large.value and is_one_thing(story.lexicon["comparisons"], a, b):
            yield small, large


def _is_amount(frame: Frame) -> bool:
    quantity = frame.mention.quantity
    is_plain = quantity.dimension in AMOUNTS and quantity.kind in {*KINDS, "lower", "upper"}
    return is_plain and quantity.value is not None


def _gives(small: Frame, large: Frame, times: Frame) -> bool:
    printed = printed_times(times.mention.quantity, is_more=True)
    before, after = printed_value(small.mention.quantity), printed_value(large.mention.quantity)
    quotient = after.over(before) if before and after else point(large.value / small.value)
    return printed is None or quotient is None or not printed.is_disjoint(quotient)
