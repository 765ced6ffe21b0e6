"""What formats share whose blocks are runs of lines: paragraphs, lists, fact boxes and notes."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Sequence

from checker.document.canvas import Canvas
from checker.document.captions import is_caption
from checker.document.dateline import find_date
from checker.document.factbox import boxed, boxed_table
from checker.document.insets import NOTE, without
from checker.document.lines import Line, split_lines
from checker.document.reading import Piece, Reading, printed
from checker.lexicon.book import Lexicon
from checker.model.document import visible

_EMPHASISED = re.compile(
    r"\*\*?[^*]+\*\*?\Z|__?[^_]+__?\Z|/[^/\n]+(?:\n[^/\n]+)*/\Z|\\(?:emph|textit|textbf)\{[^{}]+\}\Z"
)


class Linewise(ABC):
    """Goes over the lines of a draft; a format says in ``line`` what each is, and in ``inline`` what marks mean.

    ``run`` are the lines of the open paragraph, ``role``, ``level`` and ``label`` what it is. ``notes`` are footnotes
    in the line: (start, end, start of the words, their end). ``images`` are the places of images.
    """

    def __init__(self, text: str, lexicon: Lexicon | None) -> None:
        self.text = text
        self.lexicon = lexicon
        self.canvas = Canvas(text)
        self.lines = split_lines(text)
        self.at = 0
        self.run: list[tuple[int, int]] = []
        self.role, self.level, self.label = "paragraph", 0, ""
        self.meta: dict[str, str] = {}
        self.notes: list[tuple[int, int, int, int]] = []
        self.images: list[tuple[int, int]] = []
        self.rows: list[list[tuple[int, int]]] = []
        self.tables: list[list[list[Piece]]] = []
        self.has_headline = False

    def read(self) -> Reading:
        """Read the draft."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            self.line(line)
        self.end()
        notes = self._notes()
        self.images.sort()
        prose = self.canvas.prose()
        bare = without(prose, notes)
        pieces = [self._captioned(piece, bare) for piece in self.canvas.pieces]
        pieces = self._with_standfirst(sorted(pieces), bare)
        body = min((piece.start for piece in pieces if piece.role == "paragraph"), default=len(prose))
        for rows in self.tables:
            cells = [cell for row in rows for cell in row]
            early = bool(cells) and cells[0].start < body
            pieces += boxed_table(rows, bare, is_early=early) or cells
        pieces = boxed(sorted(pieces), bare, ("list_item", "paragraph"))
        return Reading(self.text, prose, [*pieces, *notes], self.meta)

    @abstractmethod
    def line(self, line: Line) -> None:
        """Take in one line."""

    @abstractmethod
    def inline(self, start: int, end: int) -> None:
        """Hide the marks of a stretch of words."""

    def words(self, line: Line) -> str:
        """Return a line as written, without its end."""
        return self.text[line.start : line.end]

    def open(self, start: int, end: int, role: str, level: int = 0, label: str = "") -> None:
        """Begin a block, which following lines may go on with."""
        self.end()
        self.run = [(start, end)]
        self.role, self.level, self.label = role, level, label

    def go_on(self, start: int, end: int) -> None:
        """Add a line to the open block, or begin a paragraph with it."""
        if self.run:
            self.run.append((start, end))
        else:
            self.open(start, end, "paragraph")

    def end(self) -> None:
        """Close the open block or table."""
        if self.rows:
            self._end_table()
        run, self.run = self.run, []
        if run:
            self.block(run[0][0], run[-1][1], self.role, self.level, self.label)

    def block(self, start: int, end: int, role: str, level: int = 0, label: str = "") -> None:
        """Add a block."""
        self.inline(start, end)
        self.canvas.add(start, end, role, level, label)

    def title(self, start: int, end: int, level: int) -> None:
        """Add a headline, or a heading where there is a headline already."""
        self.end()
        self.block(start, end, "heading" if self.has_headline else "headline", level)
        self.has_headline = True

    def hide(self, line: Line) -> None:
        """Hide a line."""
        self.canvas.hide(line.start, line.end)

    def row(self, cells: Sequence[tuple[int, int]]) -> None:
        """Add a row to the open table."""
        if self.run:
            self.end()
        self.rows.append(list(cells))

    def _end_table(self) -> None:
        rows, self.rows = self.rows, []
        number = len(self.tables)
        table: list[list[Piece]] = []
        for at, row in enumerate(rows):
            table.append([])
            for column, (start, end) in enumerate(row):
                self.inline(start, end)
                table[-1].append(Piece(start, end, "table_cell", 0, number, at, column))
        self.tables.append(table)

    def _captioned(self, piece: Piece, prose: str) -> Piece:
        words = visible(prose[piece.start : piece.end]).strip()
        is_open = piece.role == "paragraph"
        is_one = is_open and (is_caption(words, self.lexicon) or self._is_below_image(piece, prose))
        return piece._replace(role="caption") if is_one else piece

    def _is_below_image(self, piece: Piece, prose: str) -> bool:
        """Tell whether all of a paragraph is emphasised and stands right behind an image, or below it."""
        span = printed(prose, piece.start, piece.end) if self.images else None
        at = bisect_left(self.images, (span.start,)) - 1 if span else -1
        if span is None or at < 0 or visible(prose[self.images[at][1] : span.start]).strip():
            return False
        rest = self.text[max(self.images[at][1], piece.start) : piece.end].strip()
        return bool(_EMPHASISED.match(rest.lstrip("} \t\r\n")))

    def _with_standfirst(self, pieces: list[Piece], prose: str) -> list[Piece]:
        """Return *pieces*, the first behind the headline as standfirst where it is emphasised and a sentence."""
        shown = [at for at, piece in enumerate(pieces) if piece.role != "front_matter"][:2]
        if len(shown) < 2 or pieces[shown[0]].role != "headline" or pieces[shown[1]].role != "paragraph":
            return pieces
        piece = pieces[shown[1]]
        words = visible(prose[piece.start : piece.end]).strip()
        is_sentence = words.endswith((".", "!", "?", "\u201d", '"')) and find_date(words, self.lexicon) is None
        if is_sentence and _EMPHASISED.match(self.text[piece.start : piece.end].strip()):
            pieces[shown[1]] = piece._replace(role="standfirst")
        return pieces

    def _notes(self) -> list[Piece]:
        """Return the footnotes that stand in other pieces, and hide the marks around their words."""
        for start, end, first, last in self.notes:
            self.canvas.hide(start, first)
            self.canvas.hide(last, end)
        return [Piece(first, last, NOTE) for _, _, first, last in self.notes if first < last]
