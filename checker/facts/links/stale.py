"""A headline that carries what the body calls an earlier count."""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.links import LinkType
from checker.facts.pool import Pool, bars_of, is_total
from checker.facts.values import conflict
from checker.model.frame import Frame, Link
from checker.model.mention import Reason


def find(pool: Pool) -> Iterator[Link]:
    """Yield the latest total with a headline figure that equals an earlier count of the same status."""
    for title in pool.titles:
        earlier = earlier_counts(pool, title)
        if earlier and not _is_in_the_lede(pool, title):
            proof = Reason("called an earlier count", earlier[0].mention.document.words(earlier[0].chunk))
            yield Link("stale-headline", "same", current_counts(pool, title)[0], title, (proof,))


def _is_in_the_lede(pool: Pool, title: Frame) -> bool:
    """Tell of "killed 14 fighters in a raid that cost the lives of three soldiers": the lede has the three as well."""
    lede = [f for f in pool.body if f.is_lede and f.mention.quantity.dimension == "count" and not is_earlier(f)]
    return any(f.value == title.value for f in lede)


def earlier_counts(pool: Pool, title: Frame) -> list[Frame]:
    """Return the body's earlier counts that the headline repeats although the story has a current one."""
    value = title.mention.quantity.value
    figures = pool.by_status.get(title.mention.status or "", ())
    if title.mention.role != "total" or value is None or not current_counts(pool, title):
        return []
    return [f for f in figures if is_earlier(f) and f.mention.quantity.value == value]


def current_counts(pool: Pool, title: Frame) -> list[Frame]:
    """Return the top paragraphs' current totals of the headline's status that contradict it."""
    figures = pool.by_status.get(title.mention.status or "", ())
    current = [
        f
        for f in figures
        if (is_total(f) or has_own_status(f)) and not is_earlier(f) and not bars_of(f, "other-event", "claim")
    ]
    return [f for f in current if f.paragraph <= 2 and conflict(f.mention.quantity, title.mention.quantity)]


def has_own_status(frame: Frame) -> bool:
    """Tell of a part whose predicate gives its status: "39 of the 54 have been caught" is all that were caught."""
    mention = frame.mention
    own = any(r.name == "status" and r.words.startswith("predicate") for r in mention.reasons)
    return mention.role == "part" and mention.status is not None and own


def is_earlier(frame: Frame) -> bool:
    """Tell whether the draft itself calls the figure an earlier count."""
    return frame.mention.role == "earlier" or bars_of(frame, "earlier", "other-day")


LINK = LinkType("stale-headline", find, ("correction", "modal"))
