"""Shares and multipliers whose whole or old figure stands a clause or a sentence before, and is told by arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.engine.comparisons import is_one_thing
from checker.engine.measures import alike, alike_or_bare
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.engine.phrasing import Match, find
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

Fits = Callable[[str, Frame], bool]
NO_AMOUNTS = frozenset({"date", "time", "age", "ordinal", "ratio", "percent", "points", "duration"})
NO_WHOLES = frozenset({"part", "increment", "earlier", "comparison", "remainder"})


class Portion(NamedTuple):
    """``share`` is said of ``part``; one of ``wholes`` is what it is measured against. ``shape`` is the phrasing."""

    part: Frame
    wholes: Sequence[Frame]
    share: Frame
    shape: str


def portions(story: Story, fits: Fits) -> Iterator[Portion]:
    """Yield each share whose part is named as "611 of them", with the one figure before it that can be the whole."""
    book = story.lexicon["portions"]
    for paragraph in paragraphs(story):
        for match in find(paragraph, book, ["i-e", "of-them", "of-whole", "of-total"], fits):
            part = match.figures["PART"]
            named = match.figures.get("WHOLE")
            wholes = [named] if named else _wholes(story, part, match)
            if len(wholes) == 1 and _can_hold(story, wholes[0], part):
                yield Portion(part, wholes, match.figures["SHARE"], match.shape)


def _wholes(story: Story, part: Frame, match: Match) -> list[Frame]:
    """Return the figures that can be the whole: of the same sentence before the part, else of the one before."""
    sentence = part.mention.sentence
    before = [f for f in story.frames if f.order < part.order and _can_hold(story, f, part)]
    same = [f for f in before if f.mention.sentence == sentence]
    if same or match.row == "of-whole":
        return same
    return [f for f in before if f.mention.sentence == sentence - 1]


def _can_hold(story: Story, whole: Frame, part: Frame) -> bool:
    if whole is part or whole.mention.role in NO_WHOLES or not alike_or_bare(part, whole, story.lexicon):
        return False
    a, b = part.mention.quantity.value, whole.mention.quantity.value
    is_sure = whole.mention.quantity.kind in {"exact", "approx", "lower", "upper"}
    return is_sure and a is not None and b is not None and b > a


class Doubling(NamedTuple):
    """``new`` is ``times`` the ``old``, or the old the new."""

    old: Frame
    new: Frame
    times: Frame
    shape: str


def doublings(story: Story, fits: Fits) -> Iterator[Sequence[Doubling]]:
    """Yield for each "four times as many", said of a figure or of two, the figures that it can compare."""
    book = story.lexicon["portions"]
    for paragraph in paragraphs(story):
        for match in find(paragraph, book, ["times", "times-apart"], fits):
            times, new = match.figures["TIMES"], match.figures.get("NEW")
            near = [frame for frame in _near(paragraph, times) if frame is not new]
            if new is None and len(near) == 2:
                new = max(near, key=lambda frame: frame.mention.quantity.value or 0)
            yield [Doubling(old, new, times, match.shape) for old in near if new and _can_be_old(story, old, new)]


def _near(paragraph: Paragraph, times: Frame) -> list[Frame]:
    """Return the amounts of the multiplier's sentence and the one before it, in text order."""
    sentence = times.mention.sentence
    inside = [f for _, f in sorted(paragraph.frames.items()) if sentence - 1 <= f.mention.sentence <= sentence]
    return [f for f in inside if f.order < times.order and f.mention.quantity.dimension not in NO_AMOUNTS]


def _can_be_old(story: Story, old: Frame, new: Frame) -> bool:
    is_like = alike(old, new, story.lexicon) and is_one_thing(story.lexicon["comparisons"], old, new)
    return old is not new and is_like
