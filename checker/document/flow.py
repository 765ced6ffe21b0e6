"""Drafts that are no text: paragraphs and cells in their order, laid out as the text that offsets count in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.document.reading import Piece
from checker.model.values import NamedTuple


class Run(NamedTuple):
    """Words with one place in the container. ``prose`` is as long as ``text``, with blanks for what is not read.

    ``source`` is the place in the container in its own terms, for who writes there.
    """

    text: str
    prose: str
    locator: str
    source: object = None


class Para(NamedTuple):
    """A paragraph, or one of a cell: ``table`` counts from 0 and is -1 outside tables, ``row`` and ``column`` too."""

    runs: Sequence[Run]
    role: str = "paragraph"
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    is_bold: bool = False
    label: str = ""


class Laid(NamedTuple):
    """The text, and the pieces in text order; ``sources`` are the runs that have one, by their first offset."""

    text: str
    prose: str
    pieces: list[Piece]
    bold: frozenset[int]
    locators: tuple[tuple[int, str], ...]
    sources: tuple[tuple[int, Run], ...]


def lay_out(paragraphs: Iterable[Para]) -> Laid:
    """Write paragraphs apart by a blank line, rows by a line end and cells by a tab."""
    writer = _Writer()
    for paragraph in paragraphs:
        writer.add(paragraph)
    bold = frozenset(writer.bold)
    text, prose = "".join(writer.text), "".join(writer.prose)
    return Laid(text, prose, writer.pieces, bold, tuple(writer.locators), tuple(writer.sources))


class _Writer:
    def __init__(self) -> None:
        self.text: list[str] = []
        self.prose: list[str] = []
        self.at = 0
        self.pieces: list[Piece] = []
        self.bold: set[int] = set()
        self.locators: list[tuple[int, str]] = []
        self.sources: list[tuple[int, Run]] = []
        self.before: Para | None = None

    def add(self, para: Para) -> None:
        if not any(run.text.strip() for run in para.runs):
            return
        self._part(para)
        start = self.at
        for run in para.runs:
            if not run.text:
                continue
            if not self.locators or self.locators[-1][1] != run.locator:
                self.locators.append((self.at, run.locator))
            if run.source is not None:
                self.sources.append((self.at, run))
            self._write(run.text, run.prose)
        self._name(para, start)
        self.before = para

    def _part(self, para: Para) -> None:
        before = self.before
        if before is None:
            mark = ""
        elif para.table < 0 or before.table != para.table:
            mark = "\n\n"
        elif before.row != para.row:
            mark = "\n" + "\t" * max(para.column, 0)
        else:
            mark = "\t" * (para.column - before.column) or "\n"
        self._write(mark, mark)

    def _write(self, text: str, prose: str) -> None:
        self.text.append(text)
        self.prose.append(prose)
        self.at += len(text)

    def _name(self, para: Para, start: int) -> None:
        """Add the piece of a paragraph, or widen that of its cell: a cell is one piece however many lines it has."""
        last = self.pieces[-1] if self.pieces else None
        if para.table >= 0 and last and self.before and _cell(last) == _cell(para):
            self.pieces[-1] = last._replace(end=self.at)
            return
        role = "table_cell" if para.table >= 0 else para.role
        self.pieces.append(Piece(start, self.at, role, para.level, para.table, para.row, para.column, para.label))
        if para.is_bold:
            self.bold.add(start)


def _cell(place: Piece | Para) -> tuple[int, int, int]:
    return place.table, place.row, place.column
