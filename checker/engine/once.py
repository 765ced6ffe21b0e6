"""What several kinds of check need, worked out once for a story."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from checker.facts.story import Story

Result = TypeVar("Result")


def once(story: Story, name: str, make: Callable[[Story], Result]) -> Result:
    """Return what *make* gives for the story, kept under *name* in the story for the next that asks."""
    if name not in story.kept:
        story.kept[name] = make(story)
    return cast(Result, story.kept[name])
