"""What an editor would call the paragraphs of an office file that its styles do not name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.document.captions import is_caption
from checker.document.dateline import find_date
from checker.document.factbox import fact_lines, is_fact_box
from checker.document.flow import Laid
from checker.document.lines import split_lines
from checker.document.marks import is_directive, marker
from checker.document.mask import masked
from checker.document.reading import Piece
from checker.document.sections import name_titles
from checker.document.titles import is_heading
from checker.lexicon.book import Lexicon

_BODY = 100


def named(laid: Laid, lexicon: Lexicon | None) -> tuple[str, list[Piece]]:
    """Return prose and pieces: directives and typed bullets hidden, lists, fact boxes, captions and titles named."""
    text = laid.text
    hidden: list[tuple[int, int]] = []
    pieces = [_marked(text, piece, hidden) for piece in laid.pieces if not _hides(text, piece, hidden)]
    prose = masked(laid.prose, hidden)
    pieces = list(_boxes(prose, _facts(prose, pieces)))
    pieces = [_caption(text, piece, lexicon) for piece in pieces]
    return prose, _sections(text, _headed(text, pieces), laid.bold, lexicon)


def _hides(text: str, piece: Piece, hidden: list[tuple[int, int]]) -> bool:
    hides = is_directive(text, piece.start, piece.end)
    if hides:
        hidden.append((piece.start, piece.end))
    return hides


def _marked(text: str, piece: Piece, hidden: list[tuple[int, int]]) -> Piece:
    """Name a paragraph that opens with a typed bullet or number an item, and hide the mark."""
    match = marker(text, piece.start, piece.end) if piece.role == "paragraph" else None
    if match is None:
        return piece
    hidden.append((match.start(), match.end()))
    return piece._replace(role="list_item", level=1, label=(match.group(2) or "").strip("()."))


def _facts(prose: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, lines "Label: value" as rows of a fact box: three or more, each a paragraph or its line."""
    lines = []
    for at, piece in enumerate(pieces):
        is_open = piece.role in ("paragraph", "list_item")
        for line in split_lines(prose[piece.start : piece.end]) if is_open else ():
            lines.append((piece.start + line.start, piece.start + line.end, at))
        if not is_open:
            lines.append((0, 0, at))
    facts = fact_lines(prose, [(start, end) for start, end, _ in lines])
    for at, group in groupby(lines, key=lambda line: line[2]):
        own = list(group)
        if all(start in facts and end for start, end, _ in own):
            for start, _, _ in own:
                fact = facts[start]
                yield Piece(fact.start, fact.end, "infobox", label=fact.label)
        else:
            yield pieces[at]


def _boxes(prose: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces, tables of fields and values as rows of a fact box."""
    is_early = True
    for table, group in groupby(pieces, key=lambda piece: piece.table):
        own = list(group)
        rows = [list(row) for _, row in groupby(own, key=lambda piece: piece.row)] if table >= 0 else []
        words = [[prose[cell.start : cell.end] for cell in row] for row in rows]
        if rows and len(words[0]) == 1 and rows[0][0].column == 0:
            words[0].append("")  # a title over two merged cells
        if rows and is_fact_box(words, is_early=is_early):
            for row, cells in zip(rows, words, strict=True):
                label = " ".join(cells[0].split())
                yield Piece(row[-1].start, row[-1].end, "infobox", label=label if len(row) > 1 else "")
        else:
            yield from own
        is_early = is_early and not any(piece.role == "paragraph" for piece in own)


def _caption(text: str, piece: Piece, lexicon: Lexicon | None) -> Piece:
    is_open = piece.role == "paragraph"
    return piece._replace(role="caption") if is_open and is_caption(text[piece.start : piece.end], lexicon) else piece


def _headed(text: str, pieces: list[Piece]) -> list[Piece]:
    """Find the headline: by its style, else the first heading that stands before the body, else the first title."""
    if not any(piece.role == "headline" for piece in pieces):
        top = next((at for at, piece in enumerate(pieces) if piece.role == "heading"), None)
        before = pieces[:top] if top is not None else []
        is_top = top is not None and not any(p.end - p.start > _BODY or p.table >= 0 for p in before)
        if top is not None and is_top:
            pieces[top] = pieces[top]._replace(role="headline")
    named = name_titles(text, pieces)
    has_headline = any(piece.role == "headline" for piece in pieces)
    return [
        before if has_headline and after.role == "headline" and before.role != "headline" else after
        for before, after in zip(pieces, named, strict=True)
    ]


def _sections(text: str, pieces: list[Piece], bold: frozenset[int], lexicon: Lexicon | None) -> list[Piece]:
    """Name lines in bold type headings; "**Devgarh, 22 May 2025**" below the headline is the dateline."""
    found: list[Piece] = []
    for piece in pieces:
        words = text[piece.start : piece.end].strip()
        is_section = piece.role == "paragraph" and piece.start in bold and is_heading(words)
        is_dateline = is_section and found and found[-1].role == "headline" and find_date(words, lexicon)
        found.append(piece._replace(role="heading", level=2) if is_section and not is_dateline else piece)
    return found
