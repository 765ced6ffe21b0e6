"""Limits that a figure told to be the extreme, or the count, does not keep: "never above 12 knots ... seventeen"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from checker.engine.ceilings import broken
from checker.engine.check import Check
from checker.engine.counted import counted
from checker.engine.targets import targets
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.mention import Reason


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each figure that a bound near it must hold."""
    seen: set[int] = set()
    for found in chain(broken(story), counted(story), targets(story)):
        limit, figure = found.limit.frame.mention, found.figure
        if figure.order in seen:
            continue
        seen.add(figure.order)
        yield Claim(
            check="limit",
            premises=(Premise(figure.mention.span, "here"), Premise(limit.span, "limit")),
            printed=figure.mention.quantity.hard,
            computed=found.limit.kept,
            place=figure.block_role,
            result=f"not {figure.mention.words}",
            proof=(Reason("limit", f"{found.limit.words} {limit.words}".strip()), Reason("held", found.words)),
            slots={"limit": f"{found.limit.words} {limit.words}".strip(), "word": found.words},
        )


CHECK = Check("limit", claims, slots=("limit", "word"))
