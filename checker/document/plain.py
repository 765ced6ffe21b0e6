"""Plain text: paragraphs, title, lists, quotes, captions, fact boxes and tables without markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.document.captions import is_caption
from checker.document.factbox import fact_lines
from checker.document.lines import Line, split_lines
from checker.document.mask import masked
from checker.document.reading import Piece, Reading
from checker.document.titles import is_heading, is_title
from checker.document.wrapping import paragraphs
from checker.lexicon.book import Lexicon

_DIRECTIVE = re.compile(r"[ \t]*\[\[\s*figcheck:.*\]\][ \t]*\Z")
_BULLETS = frozenset("-*\u2022\u25cf\u25cb\u25e6\u25aa\u25a0\u2588\u2023\u2013\u2014")
_MARKER = re.compile(r"[ \t]*(?:([^\w\s]{1,3})|(\(?\d{1,3}[.)]))[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ \t]*>+[ \t]?")
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*[\r\n]")
_RULE = re.compile(r"[ \t|:+=_*-]*\Z")
_BODY = 100


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*; captions are told only with the lexicon."""
    reader = _Reader(text, lexicon)
    for run in _runs(text, split_lines(text)):
        reader.read_run(run)
    return Reading(text, masked(text, sorted(reader.hidden)), reader.name_titles())


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
        for group in _tables_apart(self.text, run):
            if len(group) >= 3 and _cells(self.text, group[0]):
                self._read_table(group)
            else:
                self._read_lines(group)

    def _hide_directive(self, line: Line) -> bool:
        is_directive = self.text.find("[[", line.start, line.end) >= 0 and bool(
            _DIRECTIVE.match(self.text, line.start, line.end)
        )
        if is_directive:
            self.hidden.append((line.start, line.end))
        return is_directive

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
            match, role = _marker(self.text, line), "list_item"
        if match is None:
            return ""
        self.hidden.append((match.start(), match.end()))
        return role

    def _emit(self, group: list[Line], kind: str) -> None:
        label = ""
        if kind == "list_item":
            match = _marker(self.text, group[0])
            label = ((match and match.group(2)) or "").strip("().")
        for start, end in paragraphs(self.text, group):
            role = kind or ("caption" if is_caption(self.text[start:end].strip(), self.lexicon) else "paragraph")
            self.pieces.append(Piece(start, end, role, 1 if kind == "list_item" else 0, label=label))
            label, kind = "", kind if kind == "quote" else ""

    def name_titles(self) -> list[Piece]:
        """Return the pieces, the first named headline and short ones between paragraphs heading, if they are titles."""
        named: list[Piece] = []
        has_body = False
        for at, piece in enumerate(self.pieces):
            named.append(self._named(at, piece, has_body))
            # A byline or a dateline stands before the first real paragraph; a heading does not.
            has_body = has_body or (at > 0 and piece.role == "paragraph" and piece.end - piece.start > _BODY)
        return named

    def _named(self, at: int, piece: Piece, has_body: bool) -> Piece:
        if piece.role != "paragraph" or at + 1 == len(self.pieces):
            return piece
        following = self.pieces[at + 1]
        words = self._words(piece)
        is_apart = self._is_apart(piece, following)
        if at == 0:
            is_longer = following.end - following.start > 3 * (piece.end - piece.start)
            return piece._replace(role="headline") if is_title(words) and (is_apart or is_longer) else piece
        # Two titles in a row are captions of a gallery or lines of a list, and head nothing.
        heads = following.role != "caption" and not is_title(self._words(following))
        is_section = has_body and is_apart and heads and is_heading(words)
        return piece._replace(role="heading", level=2) if is_section else piece

    def _words(self, piece: Piece) -> str:
        return self.text[piece.start : piece.end].strip()

    def _is_apart(self, piece: Piece, following: Piece) -> bool:
        return bool(_BLANK_LINE.search(self.text, piece.end, following.start + 1))


def _marker(text: str, line: Line) -> re.Match[str] | None:
    match = _MARKER.match(text, line.start, line.end)
    return match if match and _BULLETS.issuperset(match.group(1) or "") else None


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
