"""A bound must hold: "up to 30 killed" cannot stand beside "the 33 dead"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.agreement import SLOTS, claim_of, unvetoed
from checker.engine.check import Check
from checker.engine.kinds.agree import LINKS as AGREE_LINKS
from checker.engine.kinds.agree import SLIPS, breaks_a_bound
from checker.facts.story import Story
from checker.model.claim import Claim

LINKS = tuple(name for name in AGREE_LINKS if name not in SLIPS)


def claims(story: Story) -> Iterator[Claim]:
    """Yield one claim for each link between a bound and a figure that breaks it."""
    for link in unvetoed(story, *LINKS):
        if breaks_a_bound(link):
            a, b = link.first.mention.quantity, link.second.mention.quantity
            yield claim_of(story, link, "bound", b.hard.whole(), a.hard.whole())


CHECK = Check("bound", claims, LINKS, ("strong", "plain", "noun", "quoted"), SLOTS)
