"""A definite figure that is no figure before it, but one of them with a slip: "Five candidates ... All six"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.antecedents import looking_back
from checker.engine.check import Check
from checker.facts.names import place_name
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each definite figure and the one that it must be, unless a link ties it to another already."""
    tied = {link.second.order for link in story.links if link.veto is None and link.relation == "same"}
    for first, second in looking_back(story):
        if second.order not in tied:
            yield _claim(first, second)


def _claim(first: Frame, second: Frame) -> Claim:
    here, there = second.mention, first.mention
    return Claim(
        check="looks-back",
        premises=(Premise(here.span, "here"), Premise(there.span, place_name(first))),
        printed=point(here.quantity.value or Decimal(0)),
        computed=point(there.quantity.value or Decimal(0)),
        strength="quoted" if here.quoted or there.quoted else "strong",
        status=here.status or "",
        thing=here.thing.family if here.thing else "",
        place=second.block_role,
        result=there.words,
        proof=(Reason("looks back", f"“{here.words}” to “{there.words}”"),),
    )


CHECK = Check("looks-back", claims, strengths=("strong", "quoted"))
