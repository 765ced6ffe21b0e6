"""Percentages that do not fit the old and the new figure: "by 74%, from 478 to 703"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.arithmetic import HUNDRED, absolute, change, meant, printed_share, rounded, shown
from checker.engine.changes import Change, changes
from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import Interval


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each percentage of change; of two percentages it may also be the difference (see points)."""
    for found in changes(story):
        by = found.by
        if by is None or by.mention.quantity.dimension != "percent" or is_difference(found):
            continue
        printed, computed = printed_share(by.mention.quantity), grown(found)
        if printed is None or computed is None:
            continue
        yield Claim(
            check="change",
            premises=(
                Premise(by.mention.span, "here"),
                Premise(found.old.mention.span, "old figure"),
                Premise(found.new.mention.span, "new figure"),
            ),
            printed=printed,
            computed=absolute(computed),
            place=by.block_role,
            result=worded(found),
            proof=(found.reason,),
            slots={"old": found.old.mention.words, "new": found.new.mention.words},
        )


def grown(found: Change) -> Interval | None:
    """Return the change from old to new in per cent."""
    old, new = meant(found.old.mention.quantity), meant(found.new.mention.quantity)
    return change(old, new) if old and new else None


def is_difference(found: Change) -> bool:
    """Tell whether old and new are percentages and the change equals their difference: points, whatever it says."""
    old, new, by = (frame.mention.quantity if frame else None for frame in (found.old, found.new, found.by))
    if not old or not new or not by or old.dimension != "percent":
        return False
    a, b, printed = meant(old), meant(new), printed_share(by)
    return bool(a and b and printed and not absolute(b.minus(a)).is_disjoint(printed))


def worded(found: Change) -> str:
    """Word the change with its sign: "+47%"; of bounds and ranges only that it is another."""
    old, new, by = found.old.mention.quantity.value, found.new.mention.quantity.value, found.by
    if not old or new is None or by is None:
        return "another percentage"
    exact = (new - old) * HUNDRED / old
    return f"{'+' if exact > 0 else ''}{shown(rounded(exact, by.mention.quantity.granule))}%"


CHECK = Check("change", claims, slots=("old", "new"))
