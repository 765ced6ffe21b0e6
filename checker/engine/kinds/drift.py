"""One number in two forms: "160 people dead" and "over 160 deaths"; strictly, over 160 leaves out 160."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.agreement import SLOTS, claim_of, unvetoed
from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim
from checker.model.interval import point


def claims(story: Story) -> Iterator[Claim]:
    """Yield one claim for each number of one status that is printed under two bounds: the number fits only one."""
    for link in unvetoed(story, "same-number"):
        a, b = link.first.mention.quantity, link.second.mention.quantity
        if a.value is not None and b.value is not None:
            first = point(a.value) if a.hard.contains(a.value) else a.hard
            second = point(b.value) if b.hard.contains(b.value) else b.hard
            yield claim_of(story, link, "drift", second, first)


CHECK = Check("drift", claims, ("same-number",), ("top", "body"), SLOTS)
