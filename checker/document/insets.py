"""Notes that stand inside a sentence: their words apart from the sentence around them, which reads on as one.

"24 people<ref>Some 30 were hurt in 2019.</ref> were killed" is one sentence of four words, and a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.document.mask import disjoint, masked
from checker.document.reading import Piece, to_blocks
from checker.model.document import Block
from checker.model.values import NamedTuple

NOTE = "footnote"
_ROWS = frozenset(("infobox", "list_item", "table_cell"))
"""Roles of blocks that stand in a row with their like: a note at the end of one is no end of the row."""


class Parted(NamedTuple):
    """``prose`` without the words of the notes, which stand at their own places in ``insets``; "" without a note.

    ``blocks`` of such notes come behind all others, as notes are printed at the foot of a page.
    """

    prose: str
    insets: str
    blocks: tuple[Block, ...]


def parted(pieces: Sequence[Piece], prose: str) -> Parted:
    """Return the blocks of *pieces*. A note behind the last word of a paragraph is a block behind it, and no inset."""
    held = _held(pieces)
    if not held:
        return Parted(prose, "", to_blocks(pieces, prose))
    around = to_blocks([piece for piece in pieces if piece not in held], without(prose, held))
    notes = to_blocks(sorted(held), prose)
    inside = _inside(notes, around)
    foot = [note for note in notes if note in inside]
    body = sorted([*around, *(note for note in notes if note not in inside)])
    blocks = tuple(block._replace(order=order) for order, block in enumerate([*body, *foot]))
    return Parted(without(prose, foot), joined(" " * len(prose), prose, foot) if foot else "", blocks)


def without(prose: str, notes: Iterable[Piece | Block]) -> str:
    """Return *prose* with blanks for the words of *notes*."""
    places = disjoint(map(_place, notes))
    return masked(prose, places) if places else prose


def joined(prose: str, whole: str, notes: Iterable[Piece | Block]) -> str:
    """Return *prose* with the words that *notes* have in *whole*."""
    parts, at = [], 0
    for start, end in disjoint(map(_place, notes)):
        parts += [prose[at:start], whole[start:end]]
        at = end
    return "".join([*parts, prose[at:]]) if parts else prose


def _held(pieces: Sequence[Piece]) -> frozenset[Piece]:
    """Return the notes that begin before a piece ends that began before them."""
    found, reached = [], 0
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.role == NOTE)):
        if piece.role == NOTE and piece.start < reached:
            found.append(piece)
        else:
            reached = max(reached, piece.end)
    return frozenset(found)


def _inside(notes: Sequence[Block], around: Sequence[Block]) -> frozenset[Block]:
    """Return the notes with words of a block before and behind them, and those between rows; both in text order."""
    found, at = [], 0
    for note in notes:
        while at < len(around) and around[at].span.end <= note.span.start:
            at += 1
        is_in_words = at < len(around) and around[at].span.start < note.span.start
        if is_in_words or (at and around[at - 1].role in _ROWS):
            found.append(note)
    return frozenset(found)


def _place(note: Piece | Block) -> tuple[int, int]:
    return (note.start, note.end) if isinstance(note, Piece) else note.span
