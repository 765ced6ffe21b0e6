"""Two figures exchanged between two places: "killing 65, wounding 33" and "33 dead, 65 wounded"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.agreement import SLOTS, claim_of, unvetoed
from checker.engine.check import Check
from checker.facts.names import phrase, place_name
from checker.facts.story import Story
from checker.model.claim import Claim, Premise


def claims(story: Story) -> Iterator[Claim]:
    """Yield one claim for each exchange: the later place's two figures against the earlier place's two."""
    links = unvetoed(story, "swap")
    for one, two in zip(links[::2], links[1::2], strict=False):
        if one.proof != two.proof:
            continue
        claim = claim_of(story, one, "swap", one.second.mention.quantity.hard, one.first.mention.quantity.hard, "equal")
        legs = (one.second, two.second, one.first, two.first)
        yield Claim(
            check="swap",
            premises=tuple(Premise(leg.mention.span, place_name(leg)) for leg in legs),
            printed=one.second.mention.quantity.hard,
            computed=one.first.mention.quantity.hard,
            link="swap",
            strength="quoted" if any(leg.mention.quoted for leg in legs) else "strong",
            status=claim.status,
            place=claim.place,
            fact=claim.fact,
            proof=one.proof,
            slots={
                **claim.slots,
                "first": f"{phrase(one.first)} / {phrase(two.first)}",
                "second": f"{phrase(one.second)} / {phrase(two.second)}",
            },
        )


CHECK = Check("swap", claims, ("swap",), ("strong", "quoted"), SLOTS)
