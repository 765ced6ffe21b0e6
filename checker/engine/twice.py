"""A change that is given as a difference and in per cent: "it has shrunk by 2,900, or 6.6 per cent, from 44,200"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.arithmetic import meant, printed_share, share, slack
from checker.engine.comparisons import has_three, is_new, is_one_thing, may_be, way_of
from checker.engine.measures import alike
from checker.engine.paragraphs import paragraphs
from checker.engine.phrasing import find
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason
from checker.model.values import NamedTuple


class Twice(NamedTuple):
    """``by`` is a difference and ``percent`` the same in per cent of the old figure; ``base`` is the old or new one."""

    by: Frame
    percent: Frame
    base: Frame
    old: Decimal
    way: str
    reason: Reason


def sized_twice(story: Story) -> Iterator[Twice]:
    """Yield each change that is given as a difference and a percentage, with the figure of its sentence that it is of.

    It is the old figure or the new one; with any figure of the draft that makes both fit, it holds.
    """
    book = story.lexicon["comparisons"]
    for paragraph in paragraphs(story):
        for match in find(paragraph, book, ["twice"], may_be) if has_three(paragraph) else ():
            by, percent, (way, _) = match.figures["BY"], match.figures["PERCENT"], way_of(paragraph, match)
            reason = Reason("phrasing", match.words)
            tried = [twice for base in story.frames for twice in _bases(story, base, by, percent, way, reason)]
            fitting = [twice for twice in tried if is_fitting(twice)]
            near = [twice for twice in tried if twice.base.mention.sentence == by.mention.sentence]
            if fitting or len({twice.base.order for twice in near}) == 1:
                yield (fitting or near)[0]


def _bases(story: Story, base: Frame, by: Frame, percent: Frame, way: str, reason: Reason) -> Iterator[Twice]:
    size, value = by.mention.quantity.value, base.mention.quantity.value
    is_like = base not in (by, percent) and is_new(base) and alike(base, by, story.lexicon)
    if not size or value is None or not is_like or not is_one_thing(story.lexicon["comparisons"], base, by):
        return
    for old in (value, value - size if way == "up" else value + size):
        if old > 0 and way:
            yield Twice(by, percent, base, old, way, reason)


def is_fitting(found: Twice) -> bool:
    """Tell whether the printed percentage can be the difference in per cent of the old figure."""
    printed, reached = printed_share(found.percent.mention.quantity), reachable(found)
    return printed is None or reached is None or not reached.is_disjoint(printed)


def reachable(found: Twice) -> Interval | None:
    """Return what the difference can be in per cent of the old figure."""
    size = meant(found.by.mention.quantity)
    return share(size, point(found.old).widened(slack(found.base.mention.quantity))) if size else None
