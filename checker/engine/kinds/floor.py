"""A floor should not lie far below the figure that it stands for: "more than 160" beside 610."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.agreement import SLOTS, claim_of, unvetoed
from checker.engine.check import Check
from checker.facts.story import Story
from checker.facts.values import conflict, is_magnitude_slip, is_transposition
from checker.model.claim import Claim
from checker.model.frame import Link
from checker.model.quantity import Quantity

LINKS = ("headline", "caption", "infobox", "definite", "restated")
OUTDATED_FROM, FARTHEST = Decimal("1.5"), Decimal(2)


def claims(story: Story) -> Iterator[Claim]:
    """Yield one claim for each floor with an exact figure of the same fact: it lies in what the floor normally means.

    Strengths: "magnitude" and "transposed" for the floor's digits at another power of ten or in another order;
    "outdated" for "at least n" beside 1.5 n to 2 n dead; else "understated". Policy of the project's taxonomy (d).
    """
    for link in unvetoed(story, *LINKS):
        a, b = link.first.mention.quantity, link.second.mention.quantity
        if {a.kind, b.kind} == {"exact", "lower"} and not conflict(a, b):
            claim = claim_of(story, link, "floor", b.soft.whole(), a.soft.whole())
            yield claim._replace(strength=_grade(link, *((a, b) if a.kind == "lower" else (b, a))))


def _grade(link: Link, floor: Quantity, figure: Quantity) -> str:
    low, high = floor.value, figure.value
    if low is None or high is None:
        return "understated"
    if is_magnitude_slip(low, high):
        return "magnitude"
    if is_transposition(low, high):
        return "transposed"
    outdated = low * OUTDATED_FROM < high <= low * FARTHEST
    return "outdated" if floor.hard.low_closed and outdated and link.second.mention.status == "dead" else "understated"


CHECK = Check("floor", claims, LINKS, ("magnitude", "transposed", "outdated", "understated"), SLOTS)
