"""The figures that a rule of arithmetic looks at: those of the opening, and those not far from the one at hand."""

from __future__ import annotations

from collections.abc import Sequence

from checker.facts.story import Story
from checker.model.frame import Frame

OPENING, FAR = 60, 150
"""Figures of the opening, and figures before and behind one, that may belong to it: so time grows with the length."""


def within_reach(story: Story, frame: Frame) -> Sequence[Frame]:
    """Return the opening's figures and those near *frame*, in text order, each once."""
    start = max(OPENING, frame.order - FAR)
    return (*story.frames[:OPENING], *story.frames[start : frame.order + FAR])
