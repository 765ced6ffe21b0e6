"""The sentence around a figure on one line, with carets under the figure."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from checker.model.document import FILLER
from checker.model.report import DocumentReport
from checker.model.span import Span
from checker.writers.safe import disarmed, inert

WIDTH = 100
"""Columns of a terminal that an excerpt takes at most; fixed, so that every run prints the same."""

_LONG_WORD = 16
"""Code points of a word that is cut through rather than left out: an address, a word in a script without blanks."""

_REACH = 600
"""Code points read on either side of a figure: more never fit in, also where many take no width."""


class Excerpt(NamedTuple):
    """``text`` is a line of the draft, ``marks`` the line to print below it: blanks, then carets."""

    text: str
    marks: str


class _Cell(NamedTuple):
    glyph: str
    width: int


_ELLIPSIS = _Cell("…", 1)


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
    figure = _shortened(figure, width)
    room = max(0, width - _width(figure))
    left_room = max(room // 2, room - _width(after))
    before = _context(before[::-1], left_room, low > start)[::-1]
    after = _context(after, room - _width(before), high < end)
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


def _shortened(cells: list[_Cell], room: int) -> list[_Cell]:
    """Return the figure itself in at most *room* columns; an ellipsis stands for what is left out."""
    return cells if _width(cells) <= room else [*_fitting(cells, room - 1), _ELLIPSIS]


def _context(cells: list[_Cell], room: int, cut: bool) -> list[_Cell]:
    """Return the words beside a figure that fit, the nearest to it first, with an ellipsis for what is left out.

    With *cut* something is left out even if all cells fit.
    """
    if not cut and _width(cells) <= room:
        return cells
    return [*_whole_words(_fitting(cells, room - 1)), _ELLIPSIS] if room > 0 else []


def _fitting(cells: list[_Cell], room: int) -> list[_Cell]:
    widths = accumulate(cell.width for cell in cells)
    return [cell for cell, width in zip(cells, widths, strict=True) if width <= room]


def _whole_words(cells: list[_Cell]) -> list[_Cell]:
    """Leave out a word that was cut through, unless nothing but it is there or it is very long."""
    at = next((at for at in range(len(cells), 0, -1) if cells[at - 1].glyph == " "), 0)
    return cells[:at] if at > 0 and len(cells) - at < _LONG_WORD else cells
