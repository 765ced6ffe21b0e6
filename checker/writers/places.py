"""Where a place of a finding stands, in lines and in the words of an editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.model.document import Document
from checker.model.frame import Frame
from checker.model.report import DocumentReport, Place
from checker.model.span import Item, Span, innermost, meeting
from checker.model.values import NamedTuple
from checker.writers.order import Row
from checker.writers.safe import inert


class Region(NamedTuple):
    """Lines and columns from 1, in code points; the end is the place after the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(document: Document, span: Span) -> Region:
    """Return the lines and columns of *span*. A figure that ends a line ends in that line, not in the next."""
    line, column = document.line_col(span.start)
    last_line, last_column = document.line_col(span.end - 1)
    return Region(line, column, last_line, last_column + 1)


def at_of(document: Document, items: Sequence[Item], span: Span, place: Callable[[Item], Span]) -> Item | None:
    """Return which of *items* (blocks, sentences or figures) holds *span*: a note inside a sentence before that."""
    return (innermost if document.insets else meeting)(items, span, place)


def path_of(report: DocumentReport, span: Span) -> str:
    """Return the path of the file that *span* stands in: the draft's, or that of a table which it is held against."""
    annex = report.document.annex(span.start)
    return annex.path if annex else report.path


def tables_of(report: DocumentReport) -> list[str]:
    """Return the paths of the tables that a draft was held against."""
    return [annex.path for annex in report.document.annexes]


def named(report: DocumentReport, place: Place) -> str:
    """Name a place of a finding: what it is there and the part of the draft, the same thing only once."""
    part = where(report, place.span)
    label = inert(place.label)
    if not label or report.document.annex(place.span.start) or label.replace("para ", "paragraph ") == part:
        return part
    return f"{label}, {part}" if part else label


def beside(row: Row) -> str:
    """Name the other places of a finding with their words, each with its file where that is another one."""
    home = path_of(row.document, row.finding.primary.span)
    told = []
    for place in row.finding.related:
        path = path_of(row.document, place.span)
        line = f"line {place.line}" if path == home else f"{path} line {place.line}"
        told.append(f"{place.label or 'see'}: {line}, “{place.text}”")
    return "; ".join(told)


def where(report: DocumentReport, span: Span) -> str:
    """Name the part of the draft: "headline", "paragraph 4", "table 1, row 2, column 3"."""
    document = report.document
    frame = at_of(document, report.frames, span, lambda frame: frame.mention.span)
    if frame:
        return where_is(frame)
    block = at_of(document, document.blocks, span, lambda block: block.span)
    return "" if block is None else _part(document, block.order, -1)


def where_is(frame: Frame) -> str:
    """Name the part of the draft that a figure stands in."""
    return _part(frame.mention.document, frame.mention.block, frame.paragraph)


def _part(document: Document, order: int, paragraph: int) -> str:
    block = document.blocks[order]
    if block.table >= 0:
        annex = document.annex(block.span.start)
        table = annex.path if annex else f"table {block.table + 1}"
        return f"{table}, row {block.row + 1}, column {block.column + 1}"
    if block.role == "paragraph" and paragraph >= 0:
        return f"paragraph {paragraph + 1}"
    return block.role.replace("_", " ")
