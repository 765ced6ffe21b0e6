"""Where words stand in a draft."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from checker.model.values import NamedTuple


class _Ends(NamedTuple):
    start: int
    end: int


class Span(_Ends):
    """Half-open range ``[start, end)`` of code points in ``Document.text``; never empty.

    Raises:
        ValueError: if it would be empty or begin before the draft.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Span:
        """Refuse what is no range."""
        if not 0 <= start < end:
            raise ValueError(f"a span needs 0 <= start < end, got [{start}, {end})")
        return tuple.__new__(cls, (start, end))

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether *other* lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def to(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


Item = TypeVar("Item")


def meeting(items: Sequence[Item], span: Span, place: Callable[[Item], Span]) -> Item | None:
    """Return the first of *items* that shares a code point with *span*; their places ascend and do not overlap."""
    at = bisect_right(items, span.start, key=lambda item: place(item).end)
    return items[at] if at < len(items) and place(items[at]).start < span.end else None


def innermost(items: Sequence[Item], span: Span, place: Callable[[Item], Span]) -> Item | None:
    """Return the smallest of *items* around the start of *span*, else the first that it meets, in any order."""
    met = [item for item in items if place(item).overlaps(span)]
    around = [item for item in met if place(item).start <= span.start]
    return min(around, key=lambda item: place(item).end - place(item).start, default=met[0] if met else None)
