"""The sentence around a figure on one line, with carets under the figure."""

from __future__ import annotations

from typing import NamedTuple

from checker.model.document import FILLER
from checker.model.report import DocumentReport
from checker.model.span import Span
from checker.writers.safe import disarmed, inert

WIDTH = 100
"""Columns of a terminal that an excerpt takes at most; fixed, so that every run prints the same."""

_REACH = 600
"""Code points read on either side of a figure: more never fit in, also where many take no width."""


class Excerpt(NamedTuple):
    """``text`` is a line of the draft, ``marks`` the line to print below it: blanks, then carets."""

    text: str
    marks: str


class _Cell(NamedTuple):
    glyph: str
    width: int


def excerpt(report: DocumentReport, span: Span, width: int = WIDTH) -> Excerpt:
    """Return the sentence that *span* stands in, trimmed around it to at most *width* columns.

    Markup is left out, white space is one blank, a wide character takes two columns and a combining mark none.
    """
    document = report.document
    text = document.prose if document.prose[span.start : span.end].strip(f" {FILLER}") else document.text
    start, end = _around(report, span)
    low, high = max(start, span.start - _REACH), min(end, span.end + _REACH)
    before = _cells(text[low : span.start], first=True)
    figure = _cells(text[span.start : span.end], first=not before or before[-1].glyph == " ")
    after = _cells(text[span.end : high], first=not figure or figure[-1].glyph == " ")
    figure = _head(figure, width)
    room = max(0, width - _width(figure))
    left_room = max(room // 2, room - _width(after))
    before = _tail(before, left_room, low > start)
    after = _head(after, room - _width(before), high < end)
    line = "".join(cell.glyph for cell in (*before, *figure, *after)).rstrip()
    return Excerpt(disarmed(line), " " * _width(before) + "^" * max(1, _width(figure)))


def _around(report: DocumentReport, span: Span) -> tuple[int, int]:
    """Return the bounds of the sentence, else of the block, else of the line; always with *span* inside."""
    document = report.document
    found = next((s for s in report.sentences if s.overlaps(span)), None)
    found = found or next((b.span for b in document.blocks if b.span.overlaps(span)), None)
    if found:
        return min(found.start, span.start), max(found.end, span.end)
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    return start, len(document.text) if end < 0 else end


def _cells(text: str, first: bool) -> list[_Cell]:
    """Return what is shown of *text*; with *first*, blanks at its beginning are dropped."""
    cells: list[_Cell] = []
    for char in inert(text):
        if char.isspace():
            if (cells or not first) and not (cells and cells[-1].glyph == " "):
                cells.append(_Cell(" ", 1))
        elif char != FILLER:
            cells.append(_Cell(char, _columns(char)))
    return cells


def columns_of(text: str) -> int:
    """Count the columns that *text* takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if char < "\u0300":
        return 1
    from unicodedata import category, east_asian_width  # 1 ms, and most drafts need neither

    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _width(cells: list[_Cell]) -> int:
    return sum(cell.width for cell in cells)


def _head(cells: list[_Cell], room: int, cut: bool = False) -> list[_Cell]:
    """Return the first cells that fit into *room* columns; an ellipsis stands for what is left out.

    With *cut*, something is left out even if all cells fit.
    """
    if not cut and _width(cells) <= room:
        return cells
    kept: list[_Cell] = []
    left = room - 1
    for cell in cells:
        left -= cell.width
        if left < 0:
            break
        kept.append(cell)
    return [*kept, _Cell("…", 1)] if room > 0 else []


def _tail(cells: list[_Cell], room: int, cut: bool) -> list[_Cell]:
    return _head(cells[::-1], room, cut)[::-1]
