"""Tables of wikitext, read off lines in which links and templates are hidden."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.document.lines import Line
from checker.document.reading import Piece
from checker.model.values import NamedTuple

_PARTS = re.compile(r"\|\||!!")
_ATTRIBUTES = re.compile(r"[^\[\]|]{0,300}?=[^\[\]|]{0,300}\Z")
_SPAN = re.compile(r"(colspan|rowspan)\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)


class Table(NamedTuple):
    """``pieces`` are the cells and the caption; ``hidden`` the marks between them."""

    pieces: list[Piece]
    hidden: list[tuple[int, int]]


def read_table(prose: str, lines: Sequence[Line], number: int) -> Table:
    """Read the lines between ``{|`` and ``|}``, both left out."""
    table = _Table(prose, number)
    for line in lines:
        table.read(line)
    table.end()
    return Table(table.pieces, table.hidden)


class _Table:
    def __init__(self, prose: str, number: int) -> None:
        self.prose = prose
        self.number = number
        self.pieces: list[Piece] = []
        self.hidden: list[tuple[int, int]] = []
        self.row, self.column = 0, 0
        self.has_cells = False
        self.until: dict[int, int] = {}
        self.open: Piece | None = None

    def read(self, line: Line) -> None:
        start = line.start + len(self.prose[line.start : line.end]) - len(self.prose[line.start : line.end].lstrip())
        mark = self.prose[start : start + 2]
        if mark == "|-":
            self.end()
            self.row += self.has_cells
            self.column, self.has_cells = 0, False
            self.hidden.append((line.start, line.end))
        elif mark == "|+":
            self.end()
            self._caption(start, line.end)
        elif mark[:1] in ("|", "!"):
            self._cells(start, line.end, is_header=mark[0] == "!")
        elif self.open:
            self.open = self.open._replace(end=line.end)

    def _caption(self, start: int, end: int) -> None:
        first = self._content(start + 2, end)[0]
        self.hidden.append((start, first))
        self.open = Piece(first, end, "caption")

    def _cells(self, start: int, end: int, *, is_header: bool) -> None:
        bounds = [(start, start + 1)]
        for match in _PARTS.finditer(self.prose, start + 1, end):
            if match.group() == "||" or is_header:
                bounds.append(match.span())
        for at, (mark, first) in enumerate(bounds):
            self.end()
            last = bounds[at + 1][0] if at + 1 < len(bounds) else end
            content, spans = self._content(first, last)
            self.hidden.append((mark, content))
            while self.until.get(self.column, 0) > self.row:
                self.column += 1
            self.open = Piece(content, last, "table_cell", 0, self.number, self.row, self.column)
            for column in range(self.column, self.column + spans.get("colspan", 1)):
                if spans.get("rowspan", 1) > 1:
                    self.until[column] = self.row + spans["rowspan"]
            self.column += spans.get("colspan", 1)
            self.has_cells = True

    def _content(self, start: int, end: int) -> tuple[int, dict[str, int]]:
        """Return where a cell's words begin behind its attributes, and how many rows and columns it spans."""
        bar = self.prose.find("|", start, end)
        if bar < 0 or not _ATTRIBUTES.match(self.prose, start, bar):
            return start, {}
        spans = {name.lower(): max(1, int(width)) for name, width in _SPAN.findall(self.prose[start:bar])}
        return bar + 1, spans

    def end(self) -> None:
        """Close the open cell."""
        if self.open:
            self.pieces.append(self.open)
        self.open = None
