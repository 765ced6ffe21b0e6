"""A total said again further down: "killing 24 people" in the lede, "We have recovered 26 bodies" in paragraph nine."""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.frames import is_toll
from checker.facts.links import LinkType
from checker.facts.pool import Pool
from checker.facts.values import is_magnitude_slip, is_transposition
from checker.model.frame import Frame, Link
from checker.model.mention import Reason


def find(pool: Pool) -> Iterator[Link]:
    """Yield the lede's total of each status with every later total of it that has no other reading."""
    for status, frames in pool.by_status.items():
        lede = pool.lede_total(status)
        if lede is None:
            continue
        for frame in frames:
            if frame.order > lede.order and frame.mention.role == "total":
                proof = Reason("total said again", pool.lexicon["statuses"].rows[status].get("label", status))
                yield Link("restated", "same", lede, frame, (proof,), strength(lede, frame))


def strength(first: Frame, second: Frame) -> str:
    """Grade a restatement: "quoted" for a quote or two sources, "strong" for a toll, definite or slip, or "plain"."""
    a, b = first.mention.quantity.value, second.mention.quantity.value
    if (
        second.mention.quoted
        or first.mention.quoted
        or (first.source and second.source and first.source != second.source)
    ):
        return "quoted"
    slip = a is not None and b is not None and (is_magnitude_slip(a, b) or is_transposition(a, b))
    return "strong" if is_toll(second.mention) or slip or second.mention.definite else "plain"


LINK = LinkType(
    "restated",
    find,
    (
        "correction",
        "other-event",
        "soft-event",
        "earlier",
        "claim",
        "dispute",
        "exclusion",
        "other-day",
        "other-year",
        "owner",
        "general",
        "modal",
        "vague",
        "local",
        "local-totals",
        "narrower",
        "place",
        "series",
        "equal-elsewhere",
        "plus-one",
        "may-be-part",
        "explained",
        "near",
    ),
)
