"""Prose of the same length as its text: markup replaced by spaces, line ends kept."""

from __future__ import annotations

from collections.abc import Iterable

from checker.document.reading import blank


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return *text* with each ``[start, end)`` of ascending, disjoint *spans* replaced by spaces."""
    parts, at = [], 0
    for start, end in spans:
        parts.append(text[at:start])
        parts.append(blank(text[start:end]))
        at = end
    parts.append(text[at:])
    return "".join(parts)
