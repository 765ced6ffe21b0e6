"""What a reader of one format hands over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model.document import FILLERS, TAIL, Block
from checker.model.span import Span
from checker.model.values import NamedTuple

# Soft hyphens, zero-width characters, joiners, marks of direction and the mark of byte order.
UNSEEN = frozenset(FILLERS + "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2061\u2062\u2063\ufeff")
UNSEEN |= frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Piece(NamedTuple):
    """A block before its place in the order is known; ``start`` and ``end`` may take in blanks and markup."""

    start: int
    end: int
    role: str
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    label: str = ""


class Reading(NamedTuple):
    """A draft in the terms of its format. ``text`` is what offsets count in: for a text file, what was decoded.

    ``prose`` has the same length: words as printed, markup as spaces, ``FILLER`` or ``TAIL``. ``pieces`` may come in
    any order and do not overlap, but a footnote may stand in another; one without a word in ``prose`` is dropped.
    ``meta`` has lower-case keys. From ``unread`` on, where it is not 0, nothing was read.
    """

    text: str
    prose: str
    pieces: Sequence[Piece]
    meta: Mapping[str, str] = {}
    locators: tuple[tuple[int, str], ...] = ()
    unread: int = 0


def to_blocks(pieces: Sequence[Piece], prose: str) -> tuple[Block, ...]:
    """Return the pieces in text order, each narrowed to its first and last printed character."""
    blocks: list[Block] = []
    for piece in sorted(pieces):
        span = printed(prose, piece.start, piece.end)
        if span:
            blocks.append(Block(span, piece.role, len(blocks), *piece[3:]))
    return tuple(blocks)


def printed(prose: str, start: int, end: int) -> Span | None:
    """Return the span between the first and the last printed character, or None where nothing is printed."""
    while start < end and _is_blank(prose[start]):
        start += 1
    while start < end and _is_blank(prose[end - 1]):
        end -= 1
    return Span(start, past_tail(prose, end)) if start < end else None


def past_tail(prose: str, end: int) -> int:
    """Return where the character that ends at *end* ends in the draft: "&#52;" is one "4"."""
    while prose.startswith(TAIL, end):
        end += 1
    return end


def blank(text: str) -> str:
    """Return spaces for *text*, its line ends kept."""
    if "\n" not in text and "\r" not in text:
        return " " * len(text)
    return "".join([char if char in "\r\n" else " " for char in text])


def _is_blank(char: str) -> bool:
    return char.isspace() or char in UNSEEN
