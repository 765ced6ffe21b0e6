"""Parts in a row whose whole stands elsewhere: "The 3,150 nurses ... 1,420 work at St. Brannock, another 1,080 at
Mercy Lake and 650 at Calder". That two digits stand the wrong way round tells that they are all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.engine.joints import can_be_part
from checker.engine.measures import alike
from checker.engine.paragraphs import END, TIMES, Paragraph
from checker.engine.reach import within_reach
from checker.engine.slips import are_transposed
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

FEWEST, MOST = 3, 7
GAP = 14
"""Words between two parts, at most; the end of one sentence may stand among them."""
LARGE = Decimal(100)
"""Of smaller parts two digits the other way round are too often chance."""


class Spread(NamedTuple):
    """``parts`` make up the ``whole`` but for two digits exchanged in one of them or in it."""

    whole: Frame
    parts: Sequence[Frame]


def spreads(story: Story, paragraph: Paragraph) -> Iterator[Spread]:
    """Yield each row of parts that is a slip away from the one figure of its noun that can be its whole."""
    for run in _runs(story, paragraph):
        heads = {frame.mention.thing.head for frame in run if frame.mention.thing}
        if len(heads) != 1 or max(one.value for one in run) < LARGE:
            continue
        total = sum((one.value for one in run), Decimal(0))
        alikes = [f for f in within_reach(story, run[0]) if f not in run and alike(f, run[0], story.lexicon)]
        if any(f.value == total for f in alikes):
            continue
        wholes = [f for f in alikes if _is_whole(f, heads, run) and _is_exchanged(run, f.value, total)]
        if len({f.value for f in wholes}) == 1:
            yield Spread(wholes[0], run)


def _runs(story: Story, paragraph: Paragraph) -> Iterator[Sequence[Frame]]:
    """Yield the longest rows of like figures with nothing between them but a few words that join them."""
    run: list[Frame] = []
    end = 0
    for at, frame in sorted(paragraph.frames.items()):
        if frame.mention.quantity.dimension in TIMES:
            continue
        is_like = not run or (alike(frame, run[0], story.lexicon) and can_be_part(story, frame, run[0]))
        lows = paragraph.lows[end:at]
        if run and is_like and len(lows) <= GAP and lows.count(END) <= 1 and not {"(", ")"} & set(lows):
            run.append(frame)
        else:
            if FEWEST <= len(run) <= MOST:
                yield run
            run = [frame] if can_be_part(story, frame, frame) else []
        end = paragraph.ends[at][-1]
    if FEWEST <= len(run) <= MOST:
        yield run


def _is_whole(frame: Frame, heads: set[str], run: Sequence[Frame]) -> bool:
    mention = frame.mention
    is_sure = mention.quantity.kind == "exact" and mention.role in {"total", "whole"}
    return (
        is_sure
        and mention.thing is not None
        and mention.thing.head in heads
        and frame.value > max(f.value for f in run)
    )


def _is_exchanged(run: Sequence[Frame], whole: Decimal, total: Decimal) -> bool:
    parts = (part.value for part in run)
    return are_transposed(total, whole) or any(p >= LARGE and are_transposed(p, p + whole - total) for p in parts)
