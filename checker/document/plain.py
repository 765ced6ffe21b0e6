"""Plain text: paragraphs, title, lists, quotes, captions, fact boxes and tables without markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.document.captions import is_caption
from checker.document.drawn import COLUMNS, GRID, columns, fits, in_columns
from checker.document.factbox import fact_lines
from checker.document.lines import Line, split_lines
from checker.document.marks import is_directive, marker
from checker.document.mask import masked
from checker.document.reading import Piece, Reading
from checker.document.sections import name_titles
from checker.document.wrapping import paragraphs
from checker.lexicon.book import Lexicon

_QUOTE = re.compile(r"[ \t]*>+[ \t]?")
_RULE = re.compile(r"[ \t|:+=_*-]*\Z")
_APART = re.compile(r"\S+(?: \S+)*+")
_FIGURE = re.compile(r"[^\w\s]{0,2}\d|[-\u2013\u2014*]\Z|n/?a\Z", re.IGNORECASE)
_WIDEST = 40
"""Characters of a cell, where blanks part the cells: a longer one is a line of prose."""


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*; captions are told only with the lexicon."""
    reader = _Reader(text, lexicon)
    for run in _runs(text, split_lines(text)):
        reader.read_run(run)
    return Reading(text, masked(text, sorted(reader.hidden)), name_titles(text, reader.pieces))


def _runs(text: str, lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the stretches of lines between blank ones."""
    run: list[Line] = []
    for line in lines:
        if text[line.start : line.end].strip():
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


class _Reader:
    """Gathers pieces and what of the text is markup. ``alone`` marks pieces that blank lines part from the rest."""

    def __init__(self, text: str, lexicon: Lexicon | None) -> None:
        self.text = text
        self.lexicon = lexicon
        self.pieces: list[Piece] = []
        self.hidden: list[tuple[int, int]] = []
        self.tables = 0

    def read_run(self, run: list[Line]) -> None:
        run = [line for line in run if not self._hide_directive(line)]
        rule = next((at for at, line in enumerate(run) if at and _is_rule(self.text, line)), 0)
        if rule and fits(self.text, run[rule - 1], columns(self.text, run[rule])):
            run = self._read_columns(run, rule)
        first, last = _spaced(self.text, run)
        if last:
            self.read_run(run[:first])
            self._add_table([_apart(self.text, line) for line in run[first:last]])
            self.read_run(run[last:])
            return
        run = [line for line in run if not self._hide_box(line)]
        for group in _tables_apart(self.text, run):
            if len(group) >= 3 and _cells(self.text, group[0]):
                self._read_table(group)
            else:
                self._read_lines(group)

    def _hide_directive(self, line: Line) -> bool:
        hides = is_directive(self.text, line.start, line.end)
        if hides:
            self.hidden.append((line.start, line.end))
        return hides

    def _read_columns(self, run: list[Line], rule: int) -> list[Line]:
        """Read a table in columns below a line of dashes, and return the lines of the run that stand before it."""
        below = columns(self.text, run[rule])
        rows = [run[rule - 1], *(line for line in run[rule + 1 :] if not _RULE.match(self.text, line.start, line.end))]
        self._add_table([in_columns(line, below) for line in rows])
        self.hidden += [(line.start, line.end) for line in run[rule:] if line not in rows]
        return run[: rule - 1]

    def _add_table(self, rows: Iterable[list[tuple[int, int]]]) -> None:
        for row, cells in enumerate(rows):
            for column, (start, end) in enumerate(cells):
                self.pieces.append(Piece(start, end, "table_cell", 0, self.tables, row, column))
        self.tables += 1

    def _hide_box(self, line: Line) -> bool:
        """Hide the line "+----+----+" between two rows."""
        hides = bool(GRID.match(self.text, line.start, line.end))
        if hides:
            self.hidden.append((line.start, line.end))
        return hides

    def _read_table(self, rows: list[Line]) -> None:
        row = 0
        for line in rows:
            if _RULE.match(self.text, line.start, line.end):
                self.hidden.append((line.start, line.end))
                continue
            for column, (start, end) in enumerate(_cells(self.text, line)):
                self.pieces.append(Piece(start, end, "table_cell", 0, self.tables, row, column))
            self._hide_bars(line)
            row += 1
        self.tables += 1

    def _hide_bars(self, line: Line) -> None:
        for at in range(line.start, line.end):
            if self.text[at] == "|":
                self.hidden.append((at, at + 1))

    def _read_lines(self, run: list[Line]) -> None:
        boxed = fact_lines(self.text, [(line.start, line.end) for line in run])
        rest: list[Line] = []
        for line in run:
            if line.start not in boxed:
                rest.append(line)
                continue
            self._read_prose(rest)
            rest = []
            fact = boxed[line.start]
            self.pieces.append(Piece(fact.start, fact.end, "infobox", label=fact.label))
        self._read_prose(rest)

    def _read_prose(self, run: list[Line]) -> None:
        """Part *run* into list items, quotes and paragraphs; a marked line opens one, others may go on with it."""
        group: list[Line] = []
        kind = ""
        for line in run:
            marked = self._mark(line)
            if group and (marked != kind if marked in ("quote", "") else True) and not (marked == "" and kind):
                self._emit(group, kind)
                group = []
            if not group:
                kind = marked
            group.append(line)
        if group:
            self._emit(group, kind)

    def _mark(self, line: Line) -> str:
        """Return "quote", "list_item" or "", and hide the marker."""
        if self.text[line.start : line.end].lstrip(" \t").startswith(">"):
            match = _QUOTE.match(self.text, line.start, line.end)
            role = "quote"
        else:
            match, role = marker(self.text, line.start, line.end), "list_item"
        if match is None:
            return ""
        self.hidden.append((match.start(), match.end()))
        return role

    def _emit(self, group: list[Line], kind: str) -> None:
        label = ""
        if kind == "list_item":
            match = marker(self.text, group[0].start, group[0].end)
            label = ((match and match.group(2)) or "").strip("().")
        for start, end in paragraphs(self.text, group):
            role = kind or ("caption" if is_caption(self.text[start:end].strip(), self.lexicon) else "paragraph")
            self.pieces.append(Piece(start, end, role, 1 if kind == "list_item" else 0, label=label))
            label, kind = "", kind if kind == "quote" else ""


def _is_rule(text: str, line: Line) -> bool:
    return text[line.start : line.end].lstrip()[:2] == "--" and bool(COLUMNS.match(text, line.start, line.end))


def _spaced(text: str, run: list[Line]) -> tuple[int, int]:
    """Return the first and the last but one of lines that are a table parted by blanks; (0, 0) where there is none.

    Three lines or more have as many cells, and each but the first ends in a figure.
    """
    counts = [len(_apart(text, line)) if "  " in text[line.start : line.end].strip() else 1 for line in run]
    first = 0
    for at in range(1, len(run) + 1):
        if at < len(run) and counts[at] == counts[first] and (counts[at] < 2 or _ends_in_figure(text, run[at])):
            continue
        if counts[first] > 1 and at - first >= 3:
            return first, at
        first = at
    return 0, 0


def _apart(text: str, line: Line) -> list[tuple[int, int]]:
    return [cell.span() for cell in _APART.finditer(text, line.start, line.end)]


def _ends_in_figure(text: str, line: Line) -> bool:
    cells = _apart(text, line)
    return bool(_FIGURE.match(text, *cells[-1])) and all(end - start <= _WIDEST for start, end in cells)


def _tables_apart(text: str, run: list[Line]) -> Iterator[list[Line]]:
    """Yield stretches of lines with the same number of cells."""
    group: list[Line] = []
    count = 0
    for line in run:
        cells = len(_cells(text, line))
        if group and cells != count:
            yield group
            group = []
        count = cells
        group.append(line)
    if group:
        yield group


def _cells(text: str, line: Line) -> list[tuple[int, int]]:
    """Return the cells of a line that tabs or bars part; empty if there are fewer than two."""
    words = text[line.start : line.end]
    mark = "|" if "|" in words else "\t" if "\t" in words.strip() else ""
    if not mark:
        return []
    cells, at = [], line.start
    for part in words.split(mark):
        cells.append((at, at + len(part)))
        at += len(part) + 1
    if mark == "|" and len(cells) > 2:
        cells = cells[1:] if not words[: cells[0][1] - line.start].strip() else cells
        cells = cells[:-1] if not text[cells[-1][0] : cells[-1][1]].strip() else cells
    return cells if len(cells) > 1 else []
