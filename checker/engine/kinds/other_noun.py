"""The number of one noun given to the one beside it: "44 lorries and 17 coaches", then "all 17 lorries"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.check import Check
from checker.engine.siblings import siblings
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.mention import Reason


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each definite count that has its sibling's number."""
    for found in siblings(story):
        own, other, later = (frame.mention for frame in found)
        yield Claim(
            check="other-noun",
            premises=(Premise(later.span, "here"), Premise(own.span, "there"), Premise(other.span, "beside it")),
            printed=later.quantity.hard,
            computed=own.quantity.hard,
            place=found.later.block_role,
            result=own.words,
            proof=(Reason("told together", f"{own.words} / {other.words}"),),
            slots={"other": other.words},
        )


CHECK = Check("other-noun", claims, slots=("other",))
