"""A part of "them" that is larger than everything it can be of: "31 people went on trial. Thirty-three of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.engine.reach import within_reach
from checker.facts.frames import BODY
from checker.facts.pool import NEVER
from checker.facts.story import Story
from checker.model.frame import Frame

BACK, FEW, NEAR = 3, 3, Decimal("0.5")
"""Sentences from the whole to its part, the smallest whole ("two polls, of which four are needed"), and what it is of
the part at least: much less is of something else."""
SAID = ("claim", "dispute", "correction", "modal", "other-event")
PARTS = frozenset({"of-them", "of-the"})


def oversized(story: Story) -> Iterator[tuple[Frame, Frame]]:
    """Yield each part with the one whole before it, where that is smaller and nothing larger stands near."""
    tied = {link.second.order for link in story.links if link.relation == "part"}
    for frame in story.frames:
        if frame.block_role in BODY and frame.order not in tied and _is_part(frame):
            wholes = [f for f in _before(story, frame) if _is_whole(f)]
            if len({f.value for f in wholes}) == 1 and wholes[0].value >= NEAR * frame.value:
                yield wholes[-1], frame


def _is_part(frame: Frame) -> bool:
    mention = frame.mention
    is_count = mention.quantity.dimension == "count" and mention.quantity.kind == "exact" and mention.quantity.value
    is_free = mention.partitive == "of-them" or (mention.partitive == "of-the" and mention.whole is None)
    return bool(is_count) and mention.role == "part" and is_free and frame.bar(*SAID) is None and frame.value >= 2


def _before(story: Story, part: Frame) -> Sequence[Frame]:
    """Return the counts of the sentences before the part; none where one near is as large as the part, or unknown."""
    counts = [f for f in within_reach(story, part) if f.order < part.order and f.mention.quantity.dimension == "count"]
    near = [f for f in counts if part.mention.block - f.mention.block <= 1]
    tops = [f.mention.quantity.hard.high for f in near if f.mention.role not in {"rate"}]
    if any(top is None or top >= part.value for top in tops) or sum(one.value for one in near) >= 2 * part.value:
        return []
    beside = [f for f in story.frames if f.mention.sentence == part.mention.sentence and f.order > part.order]
    if any(f.mention.role == "whole" for f in beside):
        return []
    titles = [f for f in counts if f.block_role not in BODY]
    if any(f.value >= part.value for f in titles):
        return []
    return [
        f for f in near if part.mention.sentence - f.mention.sentence <= BACK and f.mention.block == part.mention.block
    ]


def _is_whole(frame: Frame) -> bool:
    mention = frame.mention
    is_plural = mention.quantity.kind in {"exact", "approx"} and frame.value >= FEW and mention.thing is not None
    is_own = mention.role in {"total", "whole", "capacity"} and mention.role not in NEVER - {"capacity"}
    return is_plural and is_own and frame.bar(*SAID) is None
