"""Differences that do not fit the old and the new figure: "up 18 to 86", and 70 before."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.arithmetic import absolute, meant, shown
from checker.engine.balances import balances
from checker.engine.changes import Change, premises
from checker.engine.check import Check
from checker.engine.comparisons import compared, in_points
from checker.engine.explained import is_difference_of_others
from checker.engine.majorities import majorities
from checker.engine.measures import alike, in_one_unit
from checker.engine.risen import risen
from checker.facts.story import Story
from checker.model.claim import Claim
from checker.model.frame import Frame
from checker.model.interval import Interval


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each difference in the unit of its figures; of two percentages it is given in points."""
    seen = set()
    for ways in (*((found,) for found in compared(story)), *risen(story), *majorities(story), *balances(story)):
        made = [claim for way in ways if (claim := _claim(story, way))]
        if made and made[0].premises[0] not in seen:
            seen.add(made[0].premises[0])
            claim = next((claim for claim in made if claim.holds), made[0])
            if claim.holds or not is_difference_of_others(story, claim):
                yield claim


def _claim(story: Story, found: Change) -> Claim | None:
    by = found.by
    printed = _size(story, found, by) if by and _is_amount(story, by, found.new) else None
    if by is None or printed is None:
        return None
    before, after = _beside(by, found.old, found.before), _beside(by, found.new, found.after)
    return Claim(
        check="delta",
        premises=premises(found, by.mention.span),
        printed=in_points(by, printed),
        computed=absolute(after.minus(before)),
        status=by.mention.status or "",
        place=by.block_role,
        result=worded(found),
        proof=(found.reason,),
        slots={"old": found.old.mention.words, "new": found.new.mention.words},
    )


def _beside(by: Frame, frame: Frame, taken: Interval) -> Interval:
    """Return what a figure can stand for beside a finer difference: "12 more" takes 120 to 132 exactly."""
    quantity, size = frame.mention.quantity, by.mention.quantity
    is_finer = quantity.kind == size.kind == "exact" and size.unit == quantity.unit and size.granule < quantity.granule
    return (meant(quantity, size) or taken) if is_finer else taken


def _size(story: Story, found: Change, by: Frame) -> Interval | None:
    """Return the printed difference in the unit of the figures: 40p of pounds is 0.40."""
    size, new = in_one_unit(by, found.new, story.lexicon)
    return size if new is not None and alike(by, found.new, story.lexicon) else meant(by.mention.quantity)


def _is_amount(story: Story, by: Frame, new: Frame) -> bool:
    """Tell whether the size of a change is an amount like the new figure's, in its unit or without one."""
    size, amount = by.mention.quantity, new.mention.quantity
    if amount.dimension == "percent":
        return size.dimension == "points" or (by.mention.thing is not None and by.mention.thing.head == "point")
    is_bare = size.dimension == "count" and by.mention.thing is None
    return is_bare or alike(by, new, story.lexicon)


def worded(found: Change) -> str:
    """Word the difference in figures; of bounds and ranges only that it is another."""
    old, new = found.values
    if old is not None and new is not None and found.by and found.by.mention.quantity.unit == "basis point":
        return shown(abs(new - old) * 100)
    return shown(abs(new - old)) if old is not None and new is not None else "another difference"


CHECK = Check("delta", claims, slots=("old", "new"), selects=("status",))
