"""Rows in columns for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from checker.writers.cells import columns_of
from checker.writers.safe import shown


def grid(header: Sequence[str], rows: Sequence[Sequence[str]], widest: Sequence[int]) -> list[str]:
    """Return lines with a header; text longer than its column's *widest* goes on in the line below."""
    cells = [[_folded(shown(value), most) for value, most in zip(row, widest, strict=True)] for row in rows]
    widths = [
        max(columns_of(title), *(columns_of(part) for row in cells for part in row[at]), 0)
        for at, title in enumerate(header)
    ]
    lines = [_line(header, widths), _line(["-" * width for width in widths], widths)]
    for row in cells:
        lines += [_line(parts, widths) for parts in zip_longest(*row, fillvalue="")]
    return lines


def _line(parts: Sequence[str], widths: Sequence[int]) -> str:
    padded = [part + " " * (width - columns_of(part)) for part, width in zip(parts, widths, strict=True)]
    return "  ".join(padded).rstrip()


def _folded(text: str, most: int) -> list[str]:
    """Break *text* at blanks into lines of at most *most* columns; a longer word is cut through."""
    lines = [""]
    for word in text.split():
        for at, piece in enumerate(_pieces(word, most)):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if at == 0 and columns_of(joined) <= most:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, most: int) -> list[str]:
    """Cut a word that is wider than *most* columns; every piece keeps at least one code point."""
    pieces = [""]
    for char in word:
        if pieces[-1] and columns_of(pieces[-1] + char) > most:
            pieces.append("")
        pieces[-1] += char
    return pieces
