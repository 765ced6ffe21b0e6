"""A part of "them" that is larger than all it can be of: "31 people went on trial. Thirty-three of them are nurses"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.check import Check
from checker.engine.oversized import oversized
from checker.facts.names import place_name
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import point
from checker.model.mention import Reason


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each part that no figure near it can hold, and the one whole that it must be of."""
    for whole, part in oversized(story):
        here, there = part.mention, whole.mention
        yield Claim(
            check="oversized",
            premises=(Premise(here.span, "here"), Premise(there.span, place_name(whole))),
            printed=point(here.quantity.value or Decimal(0)),
            computed=point(there.quantity.value or Decimal(0)),
            relation="at_most",
            status=here.status or "",
            place=part.block_role,
            result=there.words,
            proof=(Reason(here.partitive, f"“{here.words}” of “{there.words}”"),),
        )


CHECK = Check("oversized", claims)
