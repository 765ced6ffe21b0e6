"""Directions that do not fit their figures: "rose to 11,940, from 12,460"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.changes import Change, premises
from checker.engine.check import Check
from checker.engine.comparisons import compared
from checker.engine.kinds.change import off_by_tens
from checker.engine.moves import moves
from checker.facts.story import Story
from checker.model.claim import Claim
from checker.model.frame import Frame
from checker.model.span import Span

OPPOSITE = {"up": "lower", "down": "higher"}


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each "up" and "down" with an old and a new figure: the words are accused, not a figure."""
    seen: set[Span] = set()
    for found in (*compared(story), *moves(story)):
        if found.cue is None or found.cue in seen or _may_go_either_way(story, found.cue):
            continue
        seen.add(found.cue)
        yield Claim(
            check="sign",
            premises=premises(found, found.cue, _blamed(story, found)),
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
                "way": story.document.words(found.cue),
            },
        )


def _may_go_either_way(story: Story, cue: Span) -> bool:
    """Tell of a ratio of costs that "improved to 55.0% from 57.5%"."""
    return any(word.startswith("improv") for word in story.document.words(cue).lower().split())


def _blamed(story: Story, found: Change) -> Frame | None:
    """Return the figure that is a power of ten off where that makes the direction right; else the words are wrong."""
    return off_by_tens(story, found) if found.after.is_below(found.before) == (found.way == "up") else None


CHECK = Check("sign", claims, slots=("old", "new", "really", "way"))
