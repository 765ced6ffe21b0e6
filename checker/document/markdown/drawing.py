"""Tables of Pandoc's Markdown that are drawn: in boxes, or in columns below a line of dashes."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document.drawn import BORDER, COLUMNS, GRID, Cells, between_bars, columns, fits, in_columns
from checker.document.lines import Line


class Drawing:
    """A table whose lines are still being read; a cell of several lines is read by its first.

    ``below`` are its columns, empty for boxes; ``is_open`` tells that blank lines part its rows, and a border ends it.
    """

    def __init__(self, text: str, below: list[tuple[int, int]], header: Line | None, *, is_open: bool) -> None:
        self.text = text
        self.below = below
        self.is_open = is_open
        self.rows: list[Cells] = [in_columns(header, below)] if header else []
        self.is_first = True
        self.has_ended = False

    @classmethod
    def in_boxes(cls, text: str, line: Line) -> Drawing | None:
        """Begin a table at a line "+----+----+"."""
        return cls(text, [], None, is_open=False) if GRID.match(text, line.start, line.end) else None

    @classmethod
    def in_columns(cls, text: str, line: Line, above: Sequence[Line]) -> Drawing | None:
        """Begin a table at a line "-----  ----" whose columns fit the header above it, alone or below a border."""
        border = above[0]
        is_open = len(above) > 1 and bool(BORDER.match(text, border.start, border.end))
        if not COLUMNS.match(text, line.start, line.end) or not (is_open or len(above) == 1):
            return None
        below = columns(text, line)
        return cls(text, below, above[-1], is_open=is_open) if fits(text, above[-1], below) else None

    def takes(self, line: Line) -> bool:
        """Take the next line; False where it is no part of the table."""
        if self.has_ended:
            return False
        words = self.text[line.start : line.end]
        return self._boxed(line, words.lstrip()[:1]) if not self.below else self._columned(line, words)

    def _boxed(self, line: Line, sign: str) -> bool:
        if sign == "|" and self.is_first:
            self.rows.append(between_bars(self.text, line))
        self.is_first = sign == "+"
        return bool(sign) and sign in "|+"

    def _columned(self, line: Line, words: str) -> bool:
        if not words.strip():
            self.is_first = True
            return self.is_open
        if BORDER.match(words) or COLUMNS.match(words):
            self.has_ended = True
        elif self.is_first or not self.is_open:
            self.rows.append(in_columns(line, self.below))
            self.is_first = False
        return True
