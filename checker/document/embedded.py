"""Text that stands in a file in another spelling: its readings, put back where they stand."""

from __future__ import annotations

from bisect import bisect_right

from checker.document.reading import Piece, Reading, blank
from checker.model.document import FILLERS, TAIL


class Embedded:
    """A text as its own reader sees it, and where each stretch of it stands in the file."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._inner: list[int] = []
        self._outer: list[int] = []
        self._at = self._end = 0

    def add(self, words: str, start: int, end: int) -> None:
        """Append *words*, which stand in ``[start, end)`` of the file: as they are, or one character spelled longer.

        What stands between two stretches of the file is no part of the text.
        """
        if self._inner and start > self._end:
            self._inner.append(self._at)
            self._outer.append(self._end)
        self._inner.append(self._at)
        self._outer.append(start)
        self._parts.append(words)
        self._at += len(words)
        self._end = end

    @property
    def text(self) -> str:
        """The text that was added, with what the spellings mean."""
        return "".join(self._parts)

    def place(self, at: int) -> int:
        """Return where a code point of the text stands in the file; of the end, where its last character ends."""
        if at >= self._at:
            return self._end
        index = bisect_right(self._inner, at) - 1
        return self._outer[index] + at - self._inner[index]

    def end(self, at: int) -> int:
        """Return where the characters before *at* end in the file."""
        return self._end if at >= self._at or not at else self.place(at - 1) + self._width(at - 1)

    def _width(self, at: int) -> int:
        index = bisect_right(self._inner, at) - 1
        is_last = index + 1 == len(self._inner)
        inner = (self._at if is_last else self._inner[index + 1]) - self._inner[index]
        outer = (self._end if is_last else self._outer[index + 1]) - self._outer[index]
        return outer if inner == 1 else 1

    def spread(self, prose: str) -> list[tuple[int, str]]:
        """Return *prose*, which is as long as the text, as parts with their places in the file."""
        parts: list[tuple[int, str]] = []
        if not self._inner:
            return parts
        bounds = [*self._inner[1:], self._at]
        ends = [*self._outer[1:], self._end]
        for inner, last, start, end in zip(self._inner, bounds, self._outer, ends, strict=True):
            words = prose[inner:last]
            if words:
                words = words if end - start == len(words) else (" " if words.isspace() else words)
                parts.append((start, words + TAIL * (end - start - len(words))))
        return parts


class Composer:
    """Puts the readings of several texts of one file together; all else in the file is blank."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self._parts: list[tuple[int, str]] = []
        self._tables = 0

    def add(self, embedded: Embedded, reading: Reading) -> None:
        """Put in a reading of a text that stands in the file."""
        self._parts.extend(embedded.spread(reading.prose))
        for piece in reading.pieces:
            table = piece.table + self._tables if piece.table >= 0 else -1
            start, end = embedded.place(piece.start), embedded.end(piece.end)
            self.pieces.append(piece._replace(start=start, end=max(start, end), table=table))
        self._tables += 1 + max((piece.table for piece in reading.pieces), default=-1)

    def add_words(self, embedded: Embedded, piece: Piece) -> None:
        """Put in a text without markup as one piece, whose place is that of the text."""
        words = embedded.text
        self._parts.extend(embedded.spread(words))
        self.pieces.append(piece._replace(start=embedded.place(0), end=embedded.end(len(words))))

    def new_table(self) -> int:
        """Return the number of a table that is put in cell by cell."""
        self._tables += 1
        return self._tables - 1

    def prose(self) -> str:
        """Return the prose of the whole file."""
        parts, at = [], 0
        for start, words in sorted(self._parts):
            parts += [blank(self.text[at:start]), words]
            at = start + len(words)
        return "".join([*parts, blank(self.text[at:])])


def is_blank(words: str) -> bool:
    """Tell whether nothing of a prose is printed."""
    return not words.strip(" \t\r\n\u00a0" + FILLERS)
