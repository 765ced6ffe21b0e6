"""A headline's figure and the first paragraph that speaks of the same thing: "24 dead" over "killing 24 people"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.links import LinkType
from checker.facts.links.stale import earlier_counts
from checker.facts.pool import Pool, bars_of, is_total
from checker.facts.things import can_be_one
from checker.facts.values import excuses
from checker.model.frame import Frame, Link
from checker.model.mention import Reason

PARAGRAPHS = 3


def find(pool: Pool) -> Iterator[Link]:
    """Yield each headline figure with the lede's figure of its status, or of its noun where it has no status."""
    for title in pool.titles:
        if not is_total(title) or title.mention.quantity.kind == "malformed":
            continue
        lede = _lede_figure(pool, title)
        if lede and not earlier_counts(pool, title):
            shared = title.mention.status or (title.mention.thing.head if title.mention.thing else "")
            yield Link("headline", "same", lede, title, (Reason("headline and lede", shared),), _strength(title, lede))


def _strength(title: Frame, lede: Frame) -> str:
    if lede.mention.quoted or title.mention.quoted:
        return "quoted"
    return "strong" if title.mention.status else "noun"


def _lede_figure(pool: Pool, title: Frame) -> Frame | None:
    """Return the figure to hold the headline against: an equal one if its paragraph has it, else the first."""
    usable = [f for f in pool.figures(title) if f.paragraph < _limit(pool) and _is_current(f)]
    if not title.mention.status:
        usable = [f for f in usable if can_be_one(title.mention, f.mention, pool.lexicon)]
    if not usable:
        return None
    first = [f for f in usable if f.paragraph == usable[0].paragraph]
    equal = [f for f in first if excuses(f.mention.quantity, title.mention.quantity)]
    return (equal or first)[0]


def _is_current(frame: Frame) -> bool:
    """Tell whether the figure can be what the headline is about: a total, or the part of a numbered whole ("900 of its
    1,200 jobs"), not a count that the draft calls another event's or an earlier one.
    """
    if bars_of(frame, "other-event", "earlier", "other-day", "claim"):
        return False
    mention = frame.mention
    return is_total(frame) or (mention.role == "part" and mention.partitive == "of-the" and not mention.status)


def _limit(pool: Pool) -> int:
    """Return the number of the first paragraph that is no longer the top of the story."""
    lede = next((f.paragraph for f in pool.body if f.is_lede), 0)
    return lede + PARAGRAPHS


LINK = LinkType(
    "headline",
    find,
    ("correction", "modal", "vague", "equal-in-lede", "sum-in-lede", "plus-one", "near"),
)
