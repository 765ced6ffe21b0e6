"""A draft as it reads: its blocks, with every figure marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from checker.model.document import Block, Document, visible
from checker.model.values import NamedTuple
from checker.writers.page.marks import Mark, Marks

_BLANK = re.compile(r"\s+")


class Piece(NamedTuple):
    """A stretch of words; ``mark`` is None between figures."""

    text: str
    mark: Mark | None = None


class Part(NamedTuple):
    """One block, or the items of a list, or the cells of a table.

    ``kind`` is the role of its blocks, "list" or "table"; ``items`` has one entry a list item; ``rows`` those of a
    table. ``label`` is the name of a field of a fact box.
    """

    kind: str
    pieces: tuple[Piece, ...] = ()
    label: str = ""
    level: int = 0
    items: tuple[Part, ...] = ()
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()


def parts(document: Document, marks: Marks) -> Iterator[Part]:
    """Yield the blocks of a draft in text order; neighbouring list items and the cells of a table come as one."""
    for (kind, _), together in groupby(document.blocks, key=_kin):
        blocks = list(together)
        if kind == "table":
            yield Part("table", rows=tuple(_rows(document, blocks, marks)))
        elif kind == "list":
            yield Part("list", items=tuple(_item(document, block, marks) for block in blocks))
        else:
            yield from (_block(document, block, marks) for block in blocks)


def pieces(document: Document, start: int, end: int, marks: Marks) -> tuple[Piece, ...]:
    """Return the words of ``[start, end)`` as a reader sees them, cut at the marks in it."""
    found, at = [], start
    prose = document.prose_of(start)
    for mark in marks.within(start, end):
        if document.insets and document.prose_of(mark.span.start) is not prose:
            continue  # a figure of a note inside this sentence, or of the sentence around this note
        low, high = max(mark.span.start, start), min(mark.span.end, end)
        found += [Piece(read(prose, at, low)), Piece(read(prose, low, high) or document.text[low:high], mark)]
        at = high
    found.append(Piece(read(prose, at, end)))
    return _trimmed([piece for piece in found if piece.text])


def read(prose: str, start: int, end: int) -> str:
    """Return words without markup, white space as one blank."""
    return _BLANK.sub(" ", visible(prose[start:end]))


def _trimmed(found: list[Piece]) -> tuple[Piece, ...]:
    if found and found[0].mark is None:
        found[0] = found[0]._replace(text=found[0].text.lstrip())
    if found and found[-1].mark is None:
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return tuple(piece for piece in found if piece.text)


def _kin(block: Block) -> tuple[str, int]:
    """Return what blocks have in common that the page shows as one."""
    if block.table >= 0:
        return "table", block.table
    return ("list", 0) if block.role == "list_item" else (block.role, block.order)


def _block(document: Document, block: Block, marks: Marks) -> Part:
    words = pieces(document, block.span.start, block.span.end, marks)
    return Part(block.role, words, block.label, block.level)


def _item(document: Document, block: Block, marks: Marks) -> Part:
    """Return a list item. Its marker stands before the block, and a finding may rest on it ("3." of four points)."""
    line = document.text.rfind("\n", 0, block.span.start) + 1
    marker = next(iter(marks.within(line, block.span.start)), None) if line < block.span.start else None
    part = _block(document, block, marks)
    if marker is None:
        return part
    first = Piece(document.words(marker.span), marker)
    return part._replace(label="", pieces=(first, Piece(" "), *part.pieces))


def _rows(document: Document, blocks: list[Block], marks: Marks) -> Iterator[tuple[tuple[Piece, ...], ...]]:
    """Yield the rows of a table, all of one length: cells that the draft leaves out are empty."""
    cells = {(b.row, b.column): pieces(document, b.span.start, b.span.end, marks) for b in blocks}
    columns = range(max(b.column for b in blocks) + 1)
    for row in sorted({b.row for b in blocks}):
        yield tuple(cells.get((row, column), ()) for column in columns)
