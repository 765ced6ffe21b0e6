"""Differences of two percentages that are called per cent: "up 1.3 percent from 6.1% to 7.4%"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.arithmetic import absolute, change, printed_share, shown
from checker.engine.changes import premises
from checker.engine.check import Check
from checker.engine.comparisons import compared
from checker.engine.kinds.change import is_difference, worded
from checker.engine.nearby_points import nearby_points
from checker.facts.story import Story
from checker.model.claim import Claim


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim where a percentage equals the difference of two others; it holds if the growth fits as well."""
    for found in (*compared(story), *nearby_points(story)):
        by = found.by
        if by is None or by.mention.quantity.dimension != "percent" or not is_difference(found):
            continue
        printed, computed = printed_share(by.mention.quantity), change(found.before, found.after)
        if printed is None or computed is None:
            continue
        old, new = found.values
        apart = shown(abs(new - old)) if old is not None and new is not None else "the same"
        yield Claim(
            check="points",
            premises=premises(found, by.mention.span),
            printed=printed,
            computed=absolute(computed),
            place=by.block_role,
            result=f"{apart} percentage points ({worded(found)})",
            proof=(found.reason,),
            slots={
                "old": found.old.mention.words,
                "new": found.new.mention.words,
                "points": apart,
                "growth": worded(found),
            },
        )


CHECK = Check("points", claims, slots=("old", "new", "points", "growth"))
