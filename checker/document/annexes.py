"""A draft with the tables that it is held against: one text, in which each file keeps its own lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from checker.document.lines import line_starts
from checker.lexicon.book import Book, Lexicon
from checker.model.document import Annex, Block, Document, visible

_GAP = "\n\n"
"""Between two files: it ends a line that has no end, and no sentence reaches over it."""

Labels = Mapping[tuple[int, int, int], str]


def annexed(draft: Document, tables: Sequence[Document], lexicon: Lexicon) -> Document:
    """Return *draft* with *tables* behind it. Cells that say what they count are read as rows of a fact box."""
    for table in tables:
        draft = _with(draft, table, _labels(table, lexicon["tables"]))
    return draft


def _with(draft: Document, table: Document, labels: Labels) -> Document:
    text = draft.text + _GAP + table.text
    start, line = len(draft.text) + len(_GAP), len(line_starts(draft.text + _GAP)) - 1
    first = max((block.table for block in draft.blocks), default=-1) + 1
    blocks = tuple(_moved(block, start, len(draft.blocks), first, labels) for block in table.blocks)
    return draft._replace(
        text=text,
        prose=draft.prose + _GAP + table.prose,
        blocks=draft.blocks + blocks,
        line_starts=line_starts(text),
        locators=draft.locators + tuple((at + start, name) for at, name in table.locators),
        insets=draft.insets and draft.insets.ljust(len(text)),
        annexes=(*draft.annexes, Annex(table.name, start, line)),
    )


def _moved(block: Block, by: int, order: int, table: int, labels: Labels) -> Block:
    """Return a block of a table in the joined text. Titles and notes are no prose of the draft, but go with cells."""
    span = type(block.span)(block.span.start + by, block.span.end + by)
    label = labels.get((block.table, block.row, block.column))
    return block._replace(
        span=span,
        role="infobox" if label else "table_cell",
        order=block.order + order,
        table=block.table + table if block.table >= 0 else -1,
        label=label or "",
    )


def _labels(document: Document, words: Book) -> Labels:
    """Return what names each cell that is a total: "People killed, 12", or below "Killed" in the row "Total, 12"."""
    tables: dict[int, dict[tuple[int, int], str]] = {}
    for block in document.blocks:
        if block.table >= 0:
            cell = visible(document.prose[block.span.start : block.span.end])
            tables.setdefault(block.table, {})[block.row, block.column] = " ".join(cell.split())
    found: dict[tuple[int, int, int], str] = {}
    for table, cells in tables.items():
        labels = _by_row(cells, words) or dict(_by_column(cells, words))
        once = Counter(label.casefold() for label in labels.values())
        found.update(
            {(table, row, column): label for (row, column), label in labels.items() if once[label.casefold()] == 1}
        )
    return found


def _by_row(cells: Mapping[tuple[int, int], str], words: Book) -> dict[tuple[int, int], str]:
    """Return the labels of a table of two columns; none where one of its rows is the sum of the others."""
    if max(column for _, column in cells) != 1 or _total_rows(cells, words):
        return {}
    return {
        (row, 1): cells[row, 0]
        for row, column in cells
        if column == 1 and _is_name(cells.get((row, 0), "")) and _has_digit(cells[row, 1])
    }


def _by_column(cells: Mapping[tuple[int, int], str], words: Book) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the labels of the row of totals, or of the only row: the names of the columns."""
    last = max(row for row, _ in cells)
    rows = _total_rows(cells, words) or ([1] if last == 1 else [])
    for row, column in cells if len(rows) == 1 else ():
        name = cells.get((0, column), "")
        if row == rows[0] and _is_name(name) and _has_digit(cells[row, column]):
            yield (row, column), name


def _total_rows(cells: Mapping[tuple[int, int], str], words: Book) -> list[int]:
    return [row for row, column in cells if column == 0 and row and _is_total(cells[row, 0], words)]


def _is_total(label: str, words: Book) -> bool:
    entry = words.get(label.lower())
    return entry is not None and entry.id == "total"


def _is_name(words: str) -> bool:
    return any(char.isalpha() for char in words) and not _has_digit(words)


def _has_digit(words: str) -> bool:
    return any(char.isdecimal() for char in words)
