"""Prose for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from checker.writers.safe import shown

_WIDTH = 96


def folded(text: str, width: int = _WIDTH) -> Iterator[str]:
    """Yield *text* in lines of at most *width* columns."""
    import textwrap

    yield from textwrap.wrap(shown(text), width)
