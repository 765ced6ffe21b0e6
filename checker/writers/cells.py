"""Text in the columns of a terminal: widths, and what fits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from checker.model.values import NamedTuple

_LONG_WORD = 16
"""Code points of a word that is cut through rather than left out: an address, a word in a script without blanks."""


class Cell(NamedTuple):
    """One code point with the columns that it takes; ``marked`` ones get carets below."""

    glyph: str
    width: int
    marked: bool = False


ELLIPSIS = Cell("…", 1)
BLANK = Cell(" ", 1)


def columns_of(text: str) -> int:
    """Count the columns that *text* takes in a terminal."""
    return len(text) if text.isascii() else sum(map(columns, text))


def columns(char: str) -> int:
    """Count the columns of one code point: 2 for a wide one, 0 for one that joins the one before."""
    if char < "\u0300":
        return 1
    from unicodedata import category, east_asian_width  # 1 ms, and most drafts need neither

    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def width_of(cells: Sequence[Cell]) -> int:
    """Count the columns of all *cells*."""
    return sum(cell.width for cell in cells)


def core_of(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return the cells from the first that is marked to the last."""
    marked = [at for at, cell in enumerate(cells) if cell.marked]
    return cells[marked[0] : marked[-1] + 1] if marked else ()


def shortened(cells: Sequence[Cell], room: int) -> list[Cell]:
    """Return the first cells in at most *room* columns; an ellipsis stands for what is left out."""
    return list(cells) if width_of(cells) <= room else [*_fitting(cells, room - 1), ELLIPSIS._replace(marked=True)]


def context(cells: Sequence[Cell], room: int, cut: bool) -> list[Cell]:
    """Return the whole words that fit into *room*, the first of them first, with an ellipsis for what is left out.

    With *cut* something is left out even if all cells fit.
    """
    if not cut and width_of(cells) <= room:
        return list(cells)
    return [*_whole_words(_fitting(cells, room - 1)), ELLIPSIS] if room > 0 else []


def _fitting(cells: Sequence[Cell], room: int) -> list[Cell]:
    widths = accumulate(cell.width for cell in cells)
    return [cell for cell, width in zip(cells, widths, strict=True) if width <= room]


def _whole_words(cells: list[Cell]) -> list[Cell]:
    """Leave out a word that was cut through, unless nothing but it is there or it is very long."""
    at = next((at for at in range(len(cells), 0, -1) if cells[at - 1].glyph == " "), 0)
    return cells[:at] if at > 0 and len(cells) - at < _LONG_WORD else cells
