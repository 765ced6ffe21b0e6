"""One figure given in two units: "31,000 acres (12,500 hectares)", "115 metres, or 377 feet,"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.values import NamedTuple


class Pair(NamedTuple):
    """``first`` is the figure as measured, ``second`` what it was converted to."""

    first: Frame
    second: Frame
    reason: Reason


def converted(story: Story, dimensions: frozenset[str]) -> Iterator[Pair]:
    """Yield neighbouring figures of one dimension and different units that a bracket or "or" ties together."""
    for first, second in pairwise(story.frames):
        a, b = first.mention, second.mention
        if a.sentence != b.sentence or a.quantity.dimension != b.quantity.dimension:
            continue
        if a.quantity.dimension in dimensions and a.quantity.unit != b.quantity.unit:
            reason = _tie(story, first, second)
            if reason:
                yield Pair(first, second, reason)


def _tie(story: Story, first: Frame, second: Frame) -> Reason | None:
    tokens = story.sentences[first.mention.sentence].tokens
    book = story.lexicon["conversions"]
    # "2,430 m, or about 7,970 ft": the bound "or about" belongs to the second figure.
    start = second.mention.at + (tokens[second.mention.at].low == "or")
    between = " ".join([token.low for token in tokens[first.mention.until : start]])
    joint = book.get(between)
    if joint is None:
        return None
    if joint.id == "apposition":
        return Reason("apposition", f"{first.mention.words} {between} {second.mention.words}")
    behind = book.at(tokens, second.mention.until)
    if joint.id == "parenthesis" and behind and behind.entry.id in {"closing", "apposition"}:
        return Reason("parenthesis", f"{first.mention.words} ({second.mention.words})")
    return None
