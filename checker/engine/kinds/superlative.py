"""Superlatives that a figure of the draft contradicts: "the fastest, ahead of Canada at 0.8%" with 0.7%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from checker.engine.check import Check
from checker.engine.older_rivals import older_rivals
from checker.engine.rivals import Rival, rivals
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import Interval
from checker.model.quantity import Quantity

NEAREST = Decimal("0.25")


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each figure that words put above or below another one of its kind."""
    seen: set[tuple[int, int]] = set()
    for rival in chain(rivals(story), older_rivals(story)):
        key = rival.value.order, rival.other.order
        if key not in seen and _are_near(rival):
            seen.add(key)
            yield _claim(rival)


def _are_near(rival: Rival) -> bool:
    """Tell whether the two can be rivals: a figure four times as large counts something else."""
    values = [abs(frame.value) for frame in (rival.value, rival.other)]
    return min(values) >= max(values) * NEAREST


def _claim(rival: Rival) -> Claim:
    value, other = rival.value.mention, rival.other.mention
    return Claim(
        check="superlative",
        premises=(Premise(value.span, "here"), Premise(other.span, "there")),
        printed=_printed(value.quantity),
        computed=_printed(other.quantity),
        relation="at_least" if rival.is_above else "at_most",
        place=rival.value.block_role,
        result=f"{other.words} is {'more' if rival.is_above else 'less'} than {value.words}",
        proof=(rival.reason,),
        slots={"claim": rival.claim, "order": "more" if rival.is_above else "less"},
    )


def _printed(quantity: Quantity) -> Interval:
    """Return the figure as printed: 0.7% is below 0.8%, though rounding might have made them equal."""
    return Interval(quantity.low, quantity.high) if quantity.kind == "exact" else quantity.hard


CHECK = Check("superlative", claims, slots=("claim", "order"))
