"""A lexicon's phrases, looked up in a list of words so that a miss costs one or two dictionary look-ups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.lexicon.book import Book, Entry, Match


class Phrases:
    """A book whose phrases of several words are found by their first two, or last two, words.

    ``lows`` are the words of a sentence in lower case with empty ones behind the last.
    """

    __slots__ = ("_before", "_entries", "_next", "get", "rows")

    def __init__(self, book: Book) -> None:
        self._entries = dict(book)
        self.get = self._entries.get
        self.rows: Mapping[str, Mapping[str, Any]] = book.rows
        self._next, self._before = book.followers, book.forerunners

    def __iter__(self) -> Iterator[tuple[str, Entry]]:
        return iter(self._entries.items())

    def at(self, lows: Sequence[str], start: int) -> Match | None:
        """Return the longest phrase that begins at word *start*, or None."""
        first = lows[start]
        seconds = self._next.get(first)
        if seconds is not None:
            for length in range(seconds.get(lows[start + 1], 1), 1, -1):
                entry = self.get(" ".join(lows[start : start + length]))
                if entry is not None:
                    return Match(entry, start, start + length)
        entry = self.get(first)
        return None if entry is None else Match(entry, start, start + 1)

    def ending(self, lows: Sequence[str], end: int) -> Match | None:
        """Return the longest phrase whose last word is ``end - 1``, or None."""
        if end <= 0:
            return None
        last = lows[end - 1]
        seconds = self._before.get(last)
        if seconds is not None and end > 1:
            for length in range(min(seconds.get(lows[end - 2], 1), end), 1, -1):
                entry = self.get(" ".join(lows[end - length : end]))
                if entry is not None:
                    return Match(entry, end - length, end)
        entry = self.get(last)
        return None if entry is None else Match(entry, end - 1, end)
