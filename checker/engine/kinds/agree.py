"""Two figures of one fact must agree: some value must fit both."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.agreement import SLOTS, claim_of, unvetoed
from checker.engine.check import Check
from checker.facts.story import Story
from checker.facts.values import points_differ
from checker.model.claim import Claim
from checker.model.frame import Link
from checker.model.interval import Interval, point

SLIPS = frozenset({"headline-slip", "caption-slip", "infobox-slip", "noun-slip"})
LINKS = (
    "headline",
    "stale-headline",
    "increment",
    "swapped-leg",
    "caption",
    "infobox",
    "definite",
    "restated",
    "headline-slip",
    "caption-slip",
    "infobox-slip",
    "noun-slip",
)


def claims(story: Story) -> Iterator[Claim]:
    """Yield one claim for each link between two figures without an open bound that excludes the other."""
    for link in unvetoed(story, *LINKS):
        printed, computed = intervals(link)
        if not breaks_a_bound(link):
            yield claim_of(story, link, "agree", printed, computed)


def intervals(link: Link) -> tuple[Interval, Interval]:
    """Return what the second and the first figure can mean; the printed points where headline and lede must match."""
    a, b = link.first.mention.quantity, link.second.mention.quantity
    by_number = link.type in SLIPS or (link.type == "headline" and points_differ(a, b))
    if by_number and a.value is not None and b.value is not None:
        return point(b.value), point(a.value)
    return b.hard.whole(), a.hard.whole()


def breaks_a_bound(link: Link) -> bool:
    """Tell whether one figure is a bound that the other breaks: "up to 30" and "33"; then the kind bound speaks."""
    a, b = link.first.mention.quantity, link.second.mention.quantity
    bounded = bool({a.kind, b.kind} & {"lower", "upper"})
    return bounded and link.type not in SLIPS and a.hard.whole().is_disjoint(b.hard.whole())


CHECK = Check("agree", claims, LINKS, ("strong", "plain", "noun", "quoted", "definite"), SLOTS)
