"""Excuses for arithmetic that does not fit: another figure beside the accused ones makes it right.

"winning 82 of the 140 seats, 11 more than the 71 needed": 71 and 140 do not lie 11 apart, 71 and 82 do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from checker.engine.measures import alike_or_bare
from checker.engine.once import once
from checker.engine.reach import within_reach
from checker.facts.story import Story
from checker.model.claim import Claim
from checker.model.frame import Frame

NEAR = 1
"""Sentences before and behind the accused figure in which the other one may stand."""


def is_difference_of_others(story: Story, claim: Claim) -> bool:
    """Tell whether the accused difference lies between one of the two figures and a third one, or is their sum."""
    size, *ends = _figures(story, claim)
    printed = size.mention.quantity.value
    if printed == _sum(ends):
        return True
    others = [f for f in _beside(story, size) if f not in ends and f is not size]
    return printed is not None and any(
        abs(a - b) == printed
        for end in ends
        for other in others
        if alike_or_bare(end, other, story.lexicon)
        if (a := end.mention.quantity.value) is not None and (b := other.mention.quantity.value) is not None
    )


def is_sum_with_others(story: Story, claim: Claim) -> bool:
    """Tell whether a figure beside the parts is what the whole lacks, or is the sum of the parts itself."""
    whole, *parts = _figures(story, claim)
    top, total = whole.mention.quantity.value, _sum(parts)
    others = [f for f in _beside(story, *parts) if f is not whole and f not in parts]
    values = {f.mention.quantity.value for f in others if alike_or_bare(f, whole, story.lexicon)}
    return top is not None and (top - total in values or total - top in values or total in values)


def _sum(frames: Iterable[Frame]) -> Decimal:
    return sum((frame.value for frame in frames), Decimal(0))


def _figures(story: Story, claim: Claim) -> Sequence[Frame]:
    frames = once(story, "frames by span", lambda story: {frame.mention.span: frame for frame in story.frames})
    return [frames[premise.span] for premise in claim.premises]


def _beside(story: Story, *frames: Frame) -> list[Frame]:
    sentences = {frame.mention.sentence for frame in frames}
    first, last, blocks = min(sentences) - NEAR, max(sentences) + NEAR, {frame.mention.block for frame in frames}
    return [
        f for f in within_reach(story, frames[0]) if first <= f.mention.sentence <= last and f.mention.block in blocks
    ]
