"""A part cannot exceed its whole: "12 officers among the 11 dead"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.agreement import SLOTS, claim_of, unvetoed
from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim


def claims(story: Story) -> Iterator[Claim]:
    """Yield one claim for each part with its whole: at most as many."""
    for link in unvetoed(story, "subset"):
        part, whole = link.second.mention.quantity.hard.whole(), link.first.mention.quantity.hard.whole()
        yield claim_of(story, link, "subset", part, whole, "at_most")


CHECK = Check("subset", claims, ("subset",), ("strong", "plain", "quoted"), SLOTS)
