"""A part cannot exceed its whole: "12 officers among the 11 dead"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.agreement import SLOTS, claim_of, unvetoed
from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim
from checker.model.interval import Interval
from checker.model.quantity import Quantity

FLOOR_SLACK = Decimal("1.1")


def claims(story: Story) -> Iterator[Claim]:
    """Yield one claim for each part with its whole: at most as many."""
    for link in unvetoed(story, "subset"):
        part, whole = link.second.mention.quantity.hard.whole(), _top(link.first.mention.quantity)
        yield claim_of(story, link, "subset", part, whole, "at_most")


def _top(whole: Quantity) -> Interval:
    """Return what a whole can be; a floor of n is not written by one who knows of parts beyond 1.1 n."""
    if whole.kind == "lower" and whole.value is not None:
        return Interval(Decimal(0), whole.value * FLOOR_SLACK)
    return whole.hard.whole()


CHECK = Check("subset", claims, ("subset",), ("strong", "plain", "quoted"), SLOTS)
