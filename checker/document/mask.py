"""Prose of the same length as its text: markup replaced by spaces, line ends kept."""

from __future__ import annotations

from collections.abc import Iterable

from checker.document.reading import blank


def disjoint(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *spans* in ascending order, without what an earlier one covers."""
    kept: list[tuple[int, int]] = []
    reached = 0
    for start, end in sorted(spans):
        if max(start, reached) < end:
            kept.append((max(start, reached), end))
            reached = end
    return kept


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return *text* with each ``[start, end)`` of ascending, disjoint *spans* replaced by spaces."""
    parts, at = [], 0
    for start, end in spans:
        parts.append(text[at:start])
        parts.append(blank(text[start:end]))
        at = end
    parts.append(text[at:])
    return "".join(parts)
