"""Percentages that do not fit their part and whole: "1,450 of its 1,612 members, or 80 per cent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from checker.engine.arithmetic import HUNDRED, meant, place, printed_share, rounded, share, shown
from checker.engine.cells import cell_shares
from checker.engine.check import Check
from checker.engine.shares import Share, shares
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason
from checker.model.quantity import Quantity

FEW = Decimal(1000)


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each percentage whose part and whole are known."""
    for found in shares(story):
        if found.share.mention.quantity.dimension == "percent":
            tried = [claim for whole in found.wholes if (claim := _claim(found, whole))]
            yield from [claim for claim in tried if claim.holds][:1] or tried[:1]
    for cell in cell_shares(story):
        reason = Reason("table", cell.heading)
        claim = _claim(Share(cell.part, (cell.whole,), cell.share, reason, "weak"), cell.whole)
        if claim:
            yield claim


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
