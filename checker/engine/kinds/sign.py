"""Directions that do not fit their figures: "rose to 11,940, from 12,460"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.changes import changes, premises
from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim

OPPOSITE = {"up": "lower", "down": "higher"}


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each "up" and "down" with an old and a new figure: the words are accused, not a figure."""
    for found in changes(story):
        if found.cue is None:
            continue
        yield Claim(
            check="sign",
            premises=premises(found, found.cue),
            printed=found.after,
            computed=found.before,
            relation="at_least" if found.way == "up" else "at_most",
            place=found.new.block_role,
            result=OPPOSITE[found.way],
            proof=(found.reason,),
            slots={
                "old": found.old.mention.words,
                "new": found.new.mention.words,
                "really": OPPOSITE[found.way],
            },
        )


CHECK = Check("sign", claims, slots=("old", "new", "really"))
