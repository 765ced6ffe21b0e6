"""The sentence around figures on one line, with carets under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.model.document import FILLERS, Block
from checker.model.report import DocumentReport, Place
from checker.model.span import Span
from checker.model.values import NamedTuple
from checker.writers.cells import BLANK, Cell, columns, context, core_of, shortened, width_of
from checker.writers.places import at_of
from checker.writers.safe import disarmed, inert

WIDTH = 100
"""Columns of a terminal that an excerpt takes at most; fixed, so that every run prints the same."""

_REACH = 600
"""Code points read on either side of the figures: more never fit in, also where many take no width."""


class Excerpt(NamedTuple):
    """``text`` is a line of the draft, ``marks`` the line to print below it: blanks and carets."""

    text: str
    marks: str


class Shown(NamedTuple):
    """Places of a finding that stand in one line of the draft, with that line."""

    places: tuple[Place, ...]
    excerpt: Excerpt


def excerpts(report: DocumentReport, places: Sequence[Place], width: int = WIDTH) -> Iterator[Shown]:
    """Yield the lines that show *places*, in their order; places of one sentence share a line where they fit in."""
    for _, together in groupby(places, key=lambda place: around(report, place.span)):
        group = tuple(together)
        spans = [place.span for place in group]
        if len(group) > 1 and width_of(core_of(_cells(report, spans))) > width - 2:
            yield from (Shown((place,), excerpt(report, [place.span], width)) for place in group)
        else:
            yield Shown(group, excerpt(report, spans, width))


def excerpt(report: DocumentReport, spans: Sequence[Span], width: int = WIDTH) -> Excerpt:
    """Return the sentence that *spans* stand in, trimmed around them to at most *width* columns.

    Markup is left out, white space is one blank, a wide character takes two columns and a combining mark none.
    """
    cells = _cells(report, spans)
    core = core_of(cells)
    start = next((at for at, cell in enumerate(cells) if cell.marked), 0)
    before, after = cells[:start], cells[start + len(core) :]
    core = shortened(core, width)
    room = max(0, width - width_of(core))
    (low, high), (first, last) = around(report, spans[0]), _hull(spans)
    left_room = max(room // 2, room - width_of(after))
    before = context(before[::-1], left_room, low < first - _REACH)[::-1]
    after = context(after, room - width_of(before), high > last + _REACH)
    line = [*before, *core, *after]
    marks = "".join(("^" if cell.marked else " ") * cell.width for cell in line).rstrip()
    text = "".join(cell.glyph for cell in line).rstrip()
    return Excerpt(disarmed(text), marks or " " * width_of(before) + "^")


def around(report: DocumentReport, span: Span) -> tuple[int, int]:
    """Return the bounds of the sentence, of the row of a table, else of the line; always with *span* inside."""
    document = report.document
    block = at_of(document, document.blocks, span, lambda block: block.span)
    row = row_of(report, block)
    if row:
        return row[0].start, row[-1].end
    found = at_of(document, report.sentences, span, lambda sentence: sentence) or (block and block.span)
    if found:
        return min(found.start, span.start), max(found.end, span.end)
    end = document.text.find("\n", span.end)
    return document.text.rfind("\n", 0, span.start) + 1, len(document.text) if end < 0 else end


def row_of(report: DocumentReport, block: Block | None) -> list[Span]:
    """Return the cells of the row that *block* stands in, in text order; none outside a table."""
    if block is None or (block.role != "table_cell" and block.table < 0):
        return []
    return sorted(b.span for b in report.document.blocks if (b.table, b.row) == (block.table, block.row))


def _hull(spans: Sequence[Span]) -> tuple[int, int]:
    return min(span.start for span in spans), max(span.end for span in spans)


def _cells(report: DocumentReport, spans: Sequence[Span]) -> list[Cell]:
    """Return what is shown of the sentence around *spans*, as far as it may fit in."""
    document = report.document
    (low, high), (first, last) = around(report, spans[0]), _hull(spans)
    low, high = max(low, first - _REACH), min(max(high, last), last + _REACH)
    # Where a figure is all markup, the draft itself is shown.
    prose = document.prose_of(first)
    hidden = any(not prose[s.start : s.end].strip(f" {FILLERS}") for s in spans)
    text = inert((document.text if hidden else prose)[low:high])
    block = at_of(document, document.blocks, spans[0], lambda block: block.span)
    fences = set() if hidden else {span.start for span in row_of(report, block)[1:]}
    cells: list[Cell] = []
    for at, char in enumerate(text, low):
        marked = any(span.start <= at < span.end for span in spans)
        if at in fences:
            cells += [Cell("|", 1), BLANK]
        if not char.isspace() and char not in FILLERS:
            cells.append(Cell(char, columns(char), marked))
        elif char not in FILLERS and cells and cells[-1].glyph != " ":
            cells.append(BLANK._replace(marked=marked))
    return cells
