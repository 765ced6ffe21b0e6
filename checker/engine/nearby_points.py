"""Differences of two percentages that stand a sentence apart: "In March it had been 3.1 per cent, so that it has
slowed by half a per cent in a month, to 2.6." That one percentage is exactly what two others lie apart tells it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.engine.arithmetic import meant
from checker.engine.changes import Change
from checker.engine.comparisons import compared
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason

BACK = 2
"""Sentences back to the two rates."""
CHANGES = frozenset({"up", "down", "more", "less", "cut", "raise", "gap"})


def nearby_points(story: Story) -> Iterator[Change]:
    """Yield each percentage that a word calls a change, with the one pair of percentages that lie so far apart."""
    seen = {f.order for found in compared(story) for f in (found.by, found.old, found.new) if f}
    for paragraph in paragraphs(story):
        rates = [frame for frame in paragraph.frames.values() if _is_rate(frame) and frame.order not in seen]
        for at, frame in paragraph.frames.items() if len(rates) > 2 else ():
            words = _cue(story, paragraph, at) if frame in rates else ""
            found = _pair(rates, frame, words) if words else None
            if found:
                yield found


def _is_rate(frame: Frame) -> bool:
    quantity = frame.mention.quantity
    return quantity.dimension == "percent" and quantity.kind == "exact" and quantity.value is not None


def _cue(story: Story, paragraph: Paragraph, at: int) -> str:
    """Return "slowed by" before the size or "fewer" behind it; "rose 3 per cent" calls it no difference of two."""
    book, end = story.lexicon["comparisons"], paragraph.ends[at][0]
    behind = book.at(paragraph.tokens, end)
    if behind and behind.entry.id in {"more", "less"} and paragraph.low(behind.end) != "than":
        return " ".join(paragraph.lows[behind.start : behind.end])
    before = (
        book.ending(paragraph.tokens, at - 1)
        if paragraph.low(at - 1) == "by" and _looks_back(story, paragraph, at)
        else None
    )
    return f"{paragraph.lows[before.start]} by" if before and before.entry.id in CHANGES else ""


def _looks_back(story: Story, paragraph: Paragraph, at: int) -> bool:
    """Tell whether the words behind the figure before say that its change is told: "so that it has slowed by"."""
    start = max((place for place in paragraph.inside if place < at), default=0)
    words = paragraph.lows[start:at]
    entries = (story.lexicon["balances"].get(word) for word in words)
    return ";" not in words and any(entry and entry.id == "look-back" for entry in entries)


def _pair(rates: list[Frame], size: Frame, words: str) -> Change | None:
    value = size.mention.quantity.value
    first = size.mention.sentence - BACK
    near = [f for f in rates if f is not size and first <= f.mention.sentence <= size.mention.sentence]
    pairs = [(a, b) for a, b in combinations(near, 2) if abs(a.value - b.value) == value]
    if len(pairs) != 1:
        return None
    old, new = pairs[0]
    before, after = meant(old.mention.quantity), meant(new.mention.quantity)
    return Change(old, new, size, "", None, before, after, Reason("apart", words)) if before and after else None
