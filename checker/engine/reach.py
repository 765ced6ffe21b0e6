"""The figures that a rule of arithmetic looks at: those of the opening, and those not far from the one at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from checker.facts.story import Story
from checker.model.frame import Frame

OPENING, FAR = 60, 150
"""Figures of the opening, and figures before and behind one, that may belong to it: so time grows with the length."""
MANY, NEAREST = 60, 5
"""Of more figures alike than this, each is held against so many before it: none is the slip of all the others."""

SITTING = 1000
"""Figures of a draft that is read in one sitting: there a number may echo one far away."""

Item = TypeVar("Item")


def pairs(group: Sequence[Item]) -> Iterable[tuple[Item, Item]]:
    """Return each two of a few figures in text order; of ``MANY``, each with those just before it."""
    if len(group) <= MANY:
        return combinations(group, 2)
    return ((one, two) for at, two in enumerate(group) for one in group[max(0, at - NEAREST) : at])


def within_reach(story: Story, frame: Frame) -> Sequence[Frame]:
    """Return the opening's figures and those near *frame*, in text order, each once."""
    start = max(OPENING, frame.order - FAR)
    return (*story.frames[:OPENING], *story.frames[start : frame.order + FAR])


def within_sitting(story: Story, frame: Frame) -> Sequence[Frame]:
    """Return all figures of the draft; of one with more than a sitting's, those within reach of *frame*."""
    return story.frames if len(story.frames) <= SITTING else within_reach(story, frame)
