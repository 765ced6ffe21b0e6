"""Fractions and multipliers that do not fit their figures: "tripled, from 6% to 13%"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from checker.engine.arithmetic import HUNDRED, meant, printed_fraction, printed_times, printed_value, share, shown
from checker.engine.averages import Average, averages
from checker.engine.check import Check
from checker.engine.multiples import Multiple, multiples
from checker.engine.shares import Share, shares
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval
from checker.model.mention import Reason

MANY = 8
"""Figures of one sentence that are tried in pairs."""


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each fraction with its part and whole, and for each multiplier with its two figures."""
    for found in shares(story):
        if found.share.mention.quantity.dimension == "ratio":
            tried = [claim for whole in found.wholes if (claim := _fraction(story, found, whole))]
            holding = [claim for claim in tried if claim.holds][:1]
            is_excused = found.strength == "weak" and not holding and _is_given(story, found.share)
            yield from () if is_excused else holding or tried[:1]
    for multiple in multiples(story):
        yield from _multiple(multiple)
    yield from (_average_claim(found) for found in averages(story))


def _average_claim(found: Average) -> Claim:
    average, total, number = (frame.mention for frame in found)
    totals, numbers = meant(total.quantity) or total.quantity.hard, meant(number.quantity) or number.quantity.hard
    quotient = (total.quantity.value or Decimal(0)) / (number.quantity.value or Decimal(1))
    return Claim(
        check="ratio",
        premises=(Premise(average.span, "here"), Premise(total.span, "total"), Premise(number.span, "number")),
        printed=meant(average.quantity) or average.quantity.hard,
        computed=totals.over(numbers) or Interval(None, None),
        strength="weak",
        place=found.average.block_role,
        result=shown(quotient),
        proof=(Reason("average", average.words),),
        slots={"first": total.words, "second": number.words},
    )


def _is_given(story: Story, fraction: Frame) -> bool:
    """Tell whether two counts beside a fraction make it: "Of the 38, half were dead; the other 19 turned up alive"."""
    printed = printed_fraction(fraction.mention.quantity)
    beside = [f for f in story.frames if f.mention.sentence == fraction.mention.sentence and f.value > 0]
    counts = [f for f in beside if f.mention.quantity.dimension == "count"][:MANY]
    pairs = (sorted((a.value, b.value)) for a, b in combinations(counts, 2))
    return printed is not None and any(printed.contains(small * HUNDRED / large) for small, large in pairs)


def _fraction(story: Story, found: Share, last: Frame) -> Claim | None:
    part, whole = found.part.mention, last.mention
    parts, wholes = printed_value(part.quantity), printed_value(whole.quantity)
    printed = printed_fraction(found.share.mention.quantity)
    computed = share(parts, wholes) if parts and wholes else None
    if (found.share.mention.quantity.value or 0) > 1 and parts and wholes:
        # "by three to one: 141 are female and 47 male" is no share of a whole
        times = printed_times(found.share.mention.quantity)
        printed, computed = times and times.scaled(HUNDRED), share(wholes, parts)
    if not printed or not computed or part.quantity.value is None or not whole.quantity.value:
        return None
    exact = part.quantity.value * HUNDRED / whole.quantity.value
    return Claim(
        check="ratio",
        premises=(Premise(found.share.mention.span, "here"), Premise(part.span, "part"), Premise(whole.span, "whole")),
        printed=printed,
        computed=computed,
        strength=found.strength,
        place=found.share.block_role,
        result=f"about {nearest(story, exact)} ({shown(exact)}%)",
        proof=(found.reason,),
        slots={"first": part.words, "second": whole.words},
    )


def nearest(story: Story, percent: Decimal) -> str:
    """Word a percentage as the fraction next to it."""
    rows = story.lexicon["fractions"].rows.values()
    return str(min(rows, key=lambda row: abs(Decimal(row["percent"]) - percent))["named"])


def _multiple(found: Multiple) -> Iterator[Claim]:
    printed = printed_times(found.times.mention.quantity, found.is_more)
    computed = found.after.over(found.before)
    if printed and computed:
        spans = tuple(dict.fromkeys((found.old.mention.span, found.new.mention.span)))
        yield Claim(
            check="ratio",
            premises=(Premise(found.times.mention.span, "here"), *(Premise(span, "compared") for span in spans)),
            printed=printed,
            computed=computed,
            place=found.times.block_role,
            result=f"{shown(found.quotient)} times",
            proof=(found.reason,),
            slots={"first": found.new.mention.words, "second": found.old.mention.words},
        )


CHECK = Check("ratio", claims, strengths=("strong", "weak"), slots=("first", "second"))
