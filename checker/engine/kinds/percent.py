"""Percentages that do not fit their part and whole: "1,450 of its 1,612 members, or 80 per cent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from checker.engine.arithmetic import HUNDRED, meant, place, printed_share, rounded, share, shown
from checker.engine.cells import cell_shares
from checker.engine.check import Check
from checker.engine.measures import alike
from checker.engine.reach import within_reach
from checker.engine.shares import AMOUNTS, Share, shares
from checker.engine.slips import is_slip
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason
from checker.model.quantity import Quantity

FEW = Decimal(1000)
TOTAL = 14
"""Characters behind a share in which "of the total" stands."""


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each percentage whose part and whole are known."""
    for found in shares(story):
        if found.share.mention.quantity.dimension == "percent":
            tried = [claim for whole in found.wholes if (claim := _claim(found, whole))]
            holding = [claim for claim in tried if claim.holds][:1]
            if tried and not holding and _has_its_share(story, tried[0], found.share):
                continue
            is_excused = (
                found.strength == "weak" and not holding and (_is_given(story, found.share) or _is_far(story, found))
            )
            yield from () if is_excused else holding or tried[:1]
    for cell in cell_shares(story):
        reason = Reason("table", cell.heading)
        claim = _claim(Share(cell.part, (cell.whole,), cell.share, reason, "weak"), cell.whole)
        if claim:
            yield claim


def _is_far(story: Story, found: Share) -> bool:
    """Tell whether a whole in another paragraph is hardly meant: "of the total" that misses it by more than a slip,

    or one of two arms: "In the fortified arm 702 children, or 58.5 per cent" of half of the 2,400.
    """
    part, whole, share = (f.mention for f in (found.part, found.wholes[0], found.share))
    if whole.block == share.block or not part.quantity.value or not whole.quantity.value or not share.quantity.value:
        return False
    exact = part.quantity.value * HUNDRED / whole.quantity.value
    behind = story.document.prose_of(share.span.start)[share.span.end : share.span.end + TOTAL].lower()
    is_other_total = "total" in behind and not is_slip(share.quantity.value, rounded(exact, place(share.quantity)))
    printed = printed_share(share.quantity)
    return is_other_total or (printed is not None and printed.contains(exact * 2))


def _is_given(story: Story, share: Frame) -> bool:
    """Tell whether an amount of the share's own sentence and one of its paragraph make it."""
    printed, near = printed_share(share.mention.quantity), within_reach(story, share)
    amounts = [f for f in near if f.mention.quantity.value and f.mention.quantity.dimension in AMOUNTS]
    parts = [f for f in amounts if f.mention.sentence == share.mention.sentence]
    return printed is not None and any(
        printed.contains(part.value * HUNDRED / (whole.mention.quantity.value or 1))
        for part in parts
        for whole in amounts
        if whole is not part and whole.mention.block == share.mention.block and alike(part, whole, story.lexicon)
    )


def _has_its_share(story: Story, claim: Claim, share: Frame) -> bool:
    """Tell whether another percentage of the sentence is what part and whole make.

    "Turnout rose to 57.0 per cent from 53.4 per cent two weeks before: 141,702 of the 248,600 on the roll".
    """
    beside = [f for f in story.frames if f.mention.sentence == share.mention.sentence and f is not share]
    printed = [printed_share(f.mention.quantity) for f in beside if f.mention.quantity.dimension == "percent"]
    return any(one is not None and not one.is_disjoint(claim.computed) for one in printed)


def _claim(found: Share, last: Frame) -> Claim | None:
    part, whole, percent = found.part.mention, last.mention, found.share.mention.quantity
    printed, computed = printed_share(percent), reachable(part.quantity, whole.quantity, percent)
    if printed is None or computed is None:
        return None
    return Claim(
        check="percent",
        premises=(Premise(found.share.mention.span, "here"), Premise(part.span, "part"), Premise(whole.span, "whole")),
        printed=printed,
        computed=computed,
        strength="weak" if part.quantity.kind == "lower" else found.strength,
        place=found.share.block_role,
        result=worded(part.quantity, whole.quantity, place(percent)),
        proof=(found.reason,),
        slots={"part": part.words, "whole": whole.words},
    )


def reachable(part: Quantity, whole: Quantity, percent: Quantity) -> Interval | None:
    """Return the percentages that the two figures can give; None where they give none.

    Of fewer than 1,000, only whole numbers make a share: "about 70 of 200" is one of 34, 34.5, 35, ... per cent; the
    one next to the printed percentage is returned (the GRIM test).
    """
    parts, wholes = _likely(part), meant(whole, part)
    if parts is None or wholes is None:
        return None
    reached = share(parts, wholes)
    if reached is None or percent.value is None or not _is_small_count(whole) or parts.low == parts.high:
        return reached
    assert whole.value is not None
    nearest = point((percent.value * whole.value / HUNDRED).to_integral_value(ROUND_HALF_UP))
    return share(nearest, wholes) if parts.covers(nearest) else reached


def _likely(part: Quantity) -> Interval | None:
    """Return what a part is; "more than 3,000" of 12,500 is not half of them: a floor reaches up by its last digit."""
    return part.soft if part.kind == "lower" and part.soft.high is not None else meant(part)


def _is_small_count(whole: Quantity) -> bool:
    return whole.dimension == "count" and whole.kind == "exact" and whole.value is not None and 0 < whole.value < FEW


def worded(part: Quantity, whole: Quantity, granule: Decimal) -> str:
    """Word the percentage as a desk would: "90% (89.95)"; of bounds and ranges, what can be reached."""
    if part.value is None or not whole.value:
        return "another percentage"
    exact = part.value * HUNDRED / whole.value
    short = shown(rounded(exact, granule))
    return f"{short}%" if short == shown(exact) else f"{short}% ({shown(exact)})"


CHECK = Check("percent", claims, strengths=("strong", "weak"), slots=("part", "whole"))
