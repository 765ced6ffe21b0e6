"""Wikitext: articles of wikis, with infoboxes, templates, references and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby

from checker.document.captions import is_caption
from checker.document.dateline import find_date
from checker.document.factbox import boxed, boxed_table
from checker.document.insets import NOTE, without
from checker.document.lines import Line, split_lines
from checker.document.mask import disjoint, masked
from checker.document.reading import Piece, Reading
from checker.document.titles import is_title
from checker.document.wikitext.scan import Scan, scan
from checker.document.wikitext.tables import read_table
from checker.lexicon.book import Lexicon
from checker.model.document import visible

_MARKERS = re.compile(r"[*#:;]+[ \t]*")
_RULE = re.compile(r"-{4,}")
_ITALIC = re.compile(r"\s*''(?!')[^'\n]+(?:'[^'\n]+)*''\s*")
_BOLD = re.compile(r"\s*'''.*'''\s*\Z", re.DOTALL)


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*. Without the lexicon captions are told only by their marks."""
    found = scan(text)
    reader = _Reader(text, found, lexicon)
    reader.run()
    prose = masked(found.prose, disjoint(reader.hidden))
    meta = {"date": found.day} if found.day else {}
    pieces = boxed(reader.pieces, without(prose, reader.notes), ("list_item",))
    return Reading(text, prose, [*pieces, *reader.notes], meta)


def _is_typed_title(piece: Piece) -> bool:
    return piece.role == "headline" and piece.level == 0


class _Reader:
    """Goes over the lines; ``cuts`` are the stretches that are blocks of their own and stand in no paragraph."""

    def __init__(self, text: str, found: Scan, lexicon: Lexicon | None) -> None:
        self.text = text
        self.found = found
        self.lexicon = lexicon
        self.pieces: list[Piece] = []
        self.hidden: list[tuple[int, int]] = []
        self.run_of_lines: list[Line] = []
        self.tables = self.item = 0
        self.is_top = self.is_top_of_body = True
        self.cuts = sorted({(start, end) for start, end, _ in found.boxes} | set(found.galleries))
        self.notes = [Piece(start, end, NOTE) for start, end in found.notes if start < end]
        blanks = disjoint([*self.cuts, *found.notes])
        self.prose = "".join(_blanked(found.prose, blanks))

    def run(self) -> None:
        for _, _, fields in self.found.boxes:
            self.pieces.extend(Piece(f.start, f.end, f.role, label=f.label) for f in fields)
        for start, end in self.found.galleries:
            self._gallery(start, end)
        lines = split_lines(self.prose)
        at = 0
        while at < len(lines):
            at = self._line(lines, at)
        self._flush()

    def _line(self, lines: list[Line], at: int) -> int:
        line = lines[at]
        words = self.prose[line.start : line.end]
        bare = words.strip()
        if bare.startswith("{|"):
            self._flush()
            return self._table(lines, at)
        level = _level(bare) if bare.startswith("=") else 0
        if level:
            self._flush()
            self._heading(line, level)
        elif not bare or _RULE.match(bare):
            self._flush()
            self.hidden += [(line.start, line.end)] if bare else []
        elif bare[0] in "*#:;" and words[0] == bare[0]:
            self._flush()
            self._item(line)
        else:
            self.run_of_lines.append(line)
        return at + 1

    def _heading(self, line: Line, level: int) -> None:
        words = self.prose[line.start : line.end]
        start = line.start + words.index("=" * level) + level
        end = line.start + len(words.rstrip()) - level
        self.hidden += [(line.start, start), (end, line.end)]
        self.item = 0
        self.is_top = False
        is_above = level == 1 or all(piece.role in ("infobox", "caption") for piece in self.pieces)
        if level == 1:
            # "'''FOR IMMEDIATE RELEASE'''" above the title is none.
            self.pieces = [p._replace(role="paragraph") if _is_typed_title(p) else p for p in self.pieces]
        is_first = is_above and not any(piece.role == "headline" for piece in self.pieces)
        self.pieces.append(Piece(start, end, "headline" if is_first else "heading", level))

    def _item(self, line: Line) -> None:
        match = _MARKERS.match(self.prose, line.start, line.end)
        start = match.end() if match else line.start
        marks = self.prose[line.start : start].strip()
        self.hidden.append((line.start, start))
        follows = any(mark in marks for mark in "*#")
        self.item = self.item + 1 if marks == "#" else self.item if len(marks) > 1 else 0
        label = str(self.item) if marks.endswith("#") and len(marks) == 1 else ""
        self._emit(start, line.end, "list_item" if follows else "paragraph", len(marks) if follows else 0, label)

    def _table(self, lines: list[Line], at: int) -> int:
        depth, first = 0, at
        while at < len(lines):
            bare = self.prose[lines[at].start : lines[at].end].lstrip()
            depth += bare.startswith("{|") - bare.startswith("|}")
            at += 1
            if not depth:
                break
        inside = lines[first + 1 : at - (not depth)]
        self.hidden.append((lines[first].start, lines[first].end))
        if not depth:
            self.hidden.append((lines[at - 1].start, lines[at - 1].end))
        table = read_table(self.prose, inside, self.tables)
        self.tables += 1
        self.hidden += table.hidden
        cells = [piece for piece in table.pieces if piece.table >= 0]
        rows = [list(row) for _, row in groupby(cells, key=lambda piece: piece.row)]
        is_early = not any(piece.role == "paragraph" for piece in self.pieces[-40:])
        self.pieces += boxed_table(rows, self.prose, is_early=is_early) or cells
        self.pieces += [piece for piece in table.pieces if piece.table < 0]
        return at

    def _gallery(self, start: int, end: int) -> None:
        for line in split_lines(self.text[start:end]):
            first, last = start + line.start, start + line.end
            bar = self.found.prose.find("|", first, last)
            self.hidden.append((first, bar + 1 if bar >= 0 else last))
            if bar >= 0:
                self.pieces.append(Piece(bar + 1, last, "caption"))

    def _flush(self) -> None:
        run, self.run_of_lines = self.run_of_lines, []
        if not run:
            return
        self.item = 0
        start, end = run[0].start, run[-1].end
        role = "quote" if self._is_quoted(start) else "paragraph"
        words = visible(self.prose[start:end]).strip()
        if role == "paragraph" and (is_caption(words, self.lexicon) or self._is_below_image(start, end)):
            role = "caption"
        if role == "paragraph" and self.is_top_of_body and self._is_standfirst(start, end, words):
            role = "standfirst"
        is_top = self.is_top and bool(_BOLD.match(self.text, start, end)) and is_title(words)
        self.is_top = False
        self.is_top_of_body = is_top
        self._emit(start, end, "headline" if is_top else role)

    def _is_standfirst(self, start: int, end: int, words: str) -> bool:
        """Tell whether a paragraph in italics stands right below the headline and is a sentence."""
        before = next((piece.role for piece in reversed(self.pieces) if piece.end <= start), "")
        is_sentence = words.endswith((".", "!", "?", "\u201d", '"')) and find_date(words, self.lexicon) is None
        return before == "headline" and is_sentence and bool(_ITALIC.fullmatch(self.text, start, end))

    def _is_below_image(self, start: int, end: int) -> bool:
        """Tell whether a picture opens a paragraph, and all the rest of it is in italics."""
        index = bisect_right(self.cuts, (start, end))
        picture = self.cuts[index - 1] if index and self.cuts[index - 1][0] == start else (0, 0)
        return picture[1] < end and picture[1] > start and bool(_ITALIC.fullmatch(self.text, picture[1], end))

    def _is_quoted(self, at: int) -> bool:
        quotes = self.found.quotes
        index = bisect_right(quotes, (at, len(self.text))) - 1
        before = quotes[index] if index >= 0 else (0, 0)
        following = quotes[index + 1] if index + 1 < len(quotes) else (-1, -1)
        line = self.prose.find("\n", at)
        return before[0] <= at < before[1] or (at <= following[0] <= (line if line >= 0 else len(self.prose)))

    def _emit(self, start: int, end: int, role: str, level: int = 0, label: str = "") -> None:
        """Add a piece, parted where a box or picture stands in it."""
        at = start
        index = bisect_right(self.cuts, (start, -1))
        while index < len(self.cuts) and self.cuts[index][0] < end:
            self.pieces.append(Piece(at, self.cuts[index][0], role, level, label=label))
            at = max(at, self.cuts[index][1])
            index += 1
        if at < end:
            self.pieces.append(Piece(at, end, role, level, label=label))


def _level(bare: str) -> int:
    """Return how many equals signs stand before and behind a heading; 0 where it is none."""
    inner = bare.strip("=")
    before, after = len(bare) - len(bare.lstrip("=")), len(bare) - len(bare.rstrip("="))
    return min(before, after, 6) if inner.strip() else 0


def _blanked(prose: str, spans: list[tuple[int, int]]) -> list[str]:
    parts, at = [], 0
    for start, end in spans:
        parts += [prose[at:start], " " * (end - start)]
        at = end
    return [*parts, prose[at:]]
