"""Counts that were carried forward: the old count stands in another sentence than the new one and the increment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.engine.changes import Change
from checker.engine.measures import alike
from checker.engine.once import once
from checker.engine.paragraphs import Paragraph, paragraphs, running
from checker.engine.phrasing import Match, find
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason

TITLES = frozenset({"headline", "standfirst"})
NEAR = 4
"""Sentences between the new count and the old one, at most."""


def risen(story: Story) -> tuple[tuple[Change, ...], ...]:
    """Return for each increment the ways in which it can be meant, the likeliest first."""
    return once(story, "risen", lambda story: tuple(_risen(story)))


def _risen(story: Story) -> Iterator[tuple[Change, ...]]:
    yield from _after_more(story)
    yield from _since(story)
    yield from _title_and_lede(story)


def _after_more(story: Story) -> Iterator[tuple[Change, ...]]:
    """Read "rose to 41 after five more bodies were found" with "the count had stood at 36" near it."""
    book, seen = story.lexicon["risen"], set[int]()
    olds = [match.figures["OLD"] for p in paragraphs(story) for match in find(p, book, ["before"], _is_count)]
    for paragraph in running(story) if olds else ():
        for match in find(paragraph, book, ["sized"], _is_count):
            new, by = match.figures["NEW"], match.figures["BY"]
            ways = [_change(old, new, by, match) for old in olds if _can_be_old(old, new, by)]
            if by.order not in seen and _is_more(by, new) and _settled(ways):
                seen.add(by.order)
                yield tuple(ways)


def _can_be_old(old: Frame, new: Frame, by: Frame) -> bool:
    """Tell whether a count may be the one before: near, lower but not by half, of the same status and event."""
    a, b = old.mention.quantity.value, new.mention.quantity.value
    is_near = abs(old.mention.sentence - new.mention.sentence) <= NEAR
    statuses = {frame.mention.status for frame in (old, new) if frame.mention.status}
    is_foreign = old.mention.sentence != new.mention.sentence and old.bar("other-event") is not None
    if old in (new, by) or not is_near or len(statuses) > 1 or is_foreign:
        return False
    return a is not None and b is not None and a < b <= 2 * a


def _is_more(by: Frame, new: Frame) -> bool:
    a, b = by.mention, new.mention
    statuses = {mention.status for mention in (a, b) if mention.status}
    return a.role == "increment" and b.role in {"total", "whole"} and len(statuses) <= 1


def _settled(ways: Sequence[Change]) -> bool:
    """Tell whether only one old count is named."""
    return len({way.old.mention.quantity.value for way in ways}) == 1


def _since(story: Story) -> Iterator[tuple[Change, ...]]:
    """Read "1,051 had died; the toll has risen by 233 since" with the totals of that status elsewhere."""
    for paragraph in running(story):
        for match in find(paragraph, story.lexicon["risen"], ["since"], _is_count):
            old, by = match.figures["OLD"], match.figures["BY"]
            sums = [f for f in story.frames if _is_sum(f, old, by)]
            news = [f for f in story.frames if _can_be_new(f, old, by)]
            leading = [f for f in news if f.paragraph < 0 or f.is_lede] or news
            if sums or len({f.mention.quantity.value for f in leading}) == 1:
                yield tuple(_change(old, f, by, match) for f in (*sums, *leading))


def _is_sum(frame: Frame, old: Frame, by: Frame) -> bool:
    values = [f.mention.quantity.value for f in (frame, old, by)]
    return _is_count("NEW", frame) and None not in values and values[0] == (values[1] or 0) + (values[2] or 0)


def _can_be_new(frame: Frame, old: Frame, by: Frame) -> bool:
    mention = frame.mention
    if frame in (old, by) or not mention.status or mention.status != old.mention.status or mention.role != "total":
        return False
    a, b = old.mention.quantity.value, mention.quantity.value
    is_current = frame.bar("other-event", "earlier", "claim", "correction") is None
    return is_current and a is not None and b is not None and b > a


def _title_and_lede(story: Story) -> Iterator[tuple[Change, ...]]:
    """Read "Bills to rise by an average of £123" over "The average bill will go from £480 to £603"."""
    book = story.lexicon["risen"]
    sizes = [p for p in paragraphs(story) if p.block.role in TITLES]
    for paragraph in sizes:
        for match in find(paragraph, book, ["titled"], _is_amount):
            by = match.figures["BY"]
            for lede in paragraphs(story):
                if any(0 <= frame.paragraph <= 1 for frame in lede.frames.values()):
                    yield from _of_lede(story, lede, by)


def _of_lede(story: Story, lede: Paragraph, by: Frame) -> Iterator[tuple[Change, ...]]:
    for match in find(lede, story.lexicon["risen"], ["ledes"], _is_amount):
        old, new = match.figures["OLD"], match.figures["NEW"]
        if alike(old, new, story.lexicon) and alike(by, new, story.lexicon):
            yield (_change(old, new, by, match),)
            return


def _change(old: Frame, new: Frame, by: Frame, match: Match) -> Change:
    """Return the change; "as many as 63" stands for 63 here."""
    before, after = (point(frame.mention.quantity.value or 0) for frame in (old, new))
    return Change(old, new, by, "", None, before, after, Reason("phrasing", match.words))


def _is_count(name: str, frame: Frame) -> bool:
    quantity = frame.mention.quantity
    return quantity.dimension == "count" and quantity.value is not None and quantity.kind in {"exact", "upper"}


def _is_amount(name: str, frame: Frame) -> bool:
    quantity = frame.mention.quantity
    return quantity.dimension in {"count", "money", "length", "mass"} and quantity.value is not None
