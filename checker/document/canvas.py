"""A text whose marks are struck out one by one, until its prose is left."""

from __future__ import annotations

from checker.document.mask import disjoint
from checker.document.reading import Piece, blank
from checker.model.document import FILLER, TAIL


class Canvas:
    """Gathers what is hidden and what is printed otherwise, in any order, and the pieces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self._hidden: list[tuple[int, int]] = []
        self._filled: list[tuple[int, int]] = []
        self._said: list[tuple[int, str]] = []

    def hide(self, start: int, end: int) -> None:
        """Print blanks there, whatever else was said of it."""
        if start < end:
            self._hidden.append((start, end))

    def fill(self, start: int, end: int) -> None:
        """Print nothing there, so that what stands before and behind is one word."""
        if start < end:
            self._filled.append((start, end))

    def say(self, start: int, end: int, words: str) -> None:
        """Print *words*, which are no longer than the stretch, in its place."""
        self._said.append((start, words + TAIL * (end - start - len(words))))

    def add(self, start: int, end: int, role: str, level: int = 0, label: str = "") -> None:
        """Add a piece that is no cell."""
        if start < end:
            self.pieces.append(Piece(start, end, role, level, label=label))

    def prose(self) -> str:
        """Return the text without its marks; line ends stay where they are."""
        out = list(self.text)
        for start, words in self._said:
            out[start : start + len(words)] = words
        for start, end in self._filled:
            out[start:end] = FILLER * (end - start)
        for start, end in disjoint(self._hidden):
            out[start:end] = blank(self.text[start:end])
        return "".join(out)
