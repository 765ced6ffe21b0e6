"""The block structure of Markdown: which lines are a paragraph, a heading, a table, and what they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.document.lines import Line
from checker.document.markdown import starts
from checker.document.markdown.containers import CODE, Container, Cursor, match_open, open_next, past_blanks
from checker.document.markdown.leaf import Inside, Leaf
from checker.document.markdown.tables import cells
from checker.document.markdown.verbatim import Verbatim

if TYPE_CHECKING:
    from checker.document.markdown.drawing import Drawing


def leaves(text: str, lines: Iterable[Line]) -> list[Leaf]:
    """Return the leaves in text order. Code blocks, rules and delimiter rows yield none."""
    parser = _Parser(text)
    for line in lines:
        parser.read(line)
    parser.close()
    return parser.found


_HEADER = 4
"""Lines above a line of dashes that may be the header of the table that it begins."""


class _Parser:
    """The open containers and the one open leaf: lines of a paragraph, rows of a table, or a verbatim block."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Leaf] = []
        self.containers: list[Container] = []
        self.paragraph: list[tuple[int, int]] = []
        self.table: list[tuple[int, int]] = []
        self.verbatim: Verbatim | None = None
        self.drawing: Drawing | None = None
        self.above: list[Line] = []
        self.opens_item = False

    def read(self, line: Line) -> None:
        """Take the next line."""
        if self.drawing and self.drawing.takes(line):
            return
        if self.drawing:
            self.close()
        first = self.text[line.start : line.end].lstrip(" ")[:1]
        if first in ("+", "-") and not self.containers and not self.verbatim and self._draws(line):
            self.above = []
            return
        self.above = [*self.above[-_HEADER:], line] if first else []
        self._read_block(line)

    def _draws(self, line: Line) -> bool:
        """Begin a drawn table, if one begins here: the line above names its columns."""
        from checker.document.markdown.drawing import Drawing  # few drafts hold one

        if not self.above:
            self.drawing = Drawing.in_boxes(self.text, line)
        else:
            self.drawing = Drawing.in_columns(self.text, line, self.above)
            if self.drawing and self.drawing.is_open:
                self.paragraph = []
            elif self.drawing and self.paragraph and self.paragraph[-1][1] == self.above[-1].end:
                self.paragraph.pop()
        if self.drawing:
            drawing, self.drawing = self.drawing, None
            self.close()
            self.drawing = drawing
        return self.drawing is not None

    def _read_block(self, line: Line) -> None:
        cursor, matched = match_open(self.text, line, self.containers)
        if self.verbatim:
            if matched == len(self.containers):
                self._go_on_verbatim(cursor, line.end)
                return
            self.close()
        cursor, opened = self._open_containers(cursor, line.end, matched)
        indent, cursor = past_blanks(self.text, cursor, line.end)
        if cursor.at == line.end:
            self.close()
            # A quote ends at a line without its mark; an item goes on over blank lines.
            self._leave(len(self.containers) if opened else matched)
            return
        is_lazy = not opened and matched < len(self.containers)
        if is_lazy and self.paragraph and not self._opens_block(cursor.at, line.end, indent):
            self.paragraph.append((cursor.at, line.end))
            return
        if is_lazy:
            self._leave(matched)
        self._read_leaf(cursor.at, line.end, indent)

    def _open_containers(self, cursor: Cursor, end: int, matched: int) -> tuple[Cursor, bool]:
        opened = False
        while True:
            in_paragraph = bool(self.paragraph) and not opened and matched == len(self.containers)
            # "Paragraph", then "-": the second line underlines a heading.
            found = open_next(self.text, cursor, end, len(self.containers), in_paragraph=in_paragraph)
            if found is None:
                return cursor, opened
            if not opened:
                self.close()
                self._leave(matched)
            container, cursor = found
            self.containers.append(container)
            self.opens_item = container.is_item
            opened = True

    def _leave(self, matched: int) -> None:
        if matched < len(self.containers):
            self.close()
            del self.containers[matched:]

    def _opens_block(self, at: int, end: int, indent: int) -> bool:
        """Tell whether what stands here ends a paragraph that would go on otherwise."""
        text = self.text
        return indent < CODE and bool(
            starts.HEADING.match(text, at, end)
            or starts.RULE.match(text, at, end)
            or starts.FENCE.match(text, at, end)
            or starts.DIRECTIVE.match(text, at, end)
            or starts.html_end(text, at, end, in_paragraph=True) is not None
        )

    def _read_leaf(self, at: int, end: int, indent: int) -> None:
        if self.table:
            if indent < CODE and not self._opens_block(at, end, indent):
                self.table.append((at, end))
                return
            self.close()
        if indent >= CODE:
            if self.paragraph:
                self.paragraph.append((at, end))
        elif not self._read_marked(at, end):
            self._read_line(at, end)

    def _read_line(self, at: int, end: int) -> None:
        """Add a line to the paragraph, or make a table of the line before if this one is its delimiter row."""
        if self.paragraph and self.text[at] in "|:-" and self._is_delimiter(at, end):
            header = self.paragraph.pop()
            self.close()
            self.table = [header]
        else:
            self.paragraph.append((at, end))

    def _is_delimiter(self, at: int, end: int) -> bool:
        if self.text.find("|", at, end) < 0 or not starts.DELIMITER.match(self.text, at, end):
            return False
        return len(cells(self.text, at, end)) == len(cells(self.text, *self.paragraph[-1]))

    def _read_marked(self, at: int, end: int) -> bool:
        """Read a line that its first characters mark as something else than a paragraph's; False if they do not."""
        text, char = self.text, self.text[at]
        if char.isalpha() and char not in "ie":
            return False
        if char == "#":
            return self._read_heading(at, end)
        if char in "=-" and self.paragraph and starts.UNDERLINE.match(text, at, end):
            lines, self.paragraph = self.paragraph, []
            self._emit("heading", lines, 1 if char == "=" else 2)
            return True
        if char in "`~<":
            return self._open_verbatim(at, end)
        is_hidden = (
            (char in "*-_" and bool(starts.RULE.match(text, at, end)))
            or (char in ":[" and bool(starts.DIRECTIVE.match(text, at, end)))
            or (char in "ie{" and not self.paragraph and starts.is_module(text, at, end))
        )
        if is_hidden:
            self.close()
        return is_hidden

    def _read_heading(self, at: int, end: int) -> bool:
        match = starts.HEADING.match(self.text, at, end)
        if match is None:
            return False
        self.close()
        words = self.text[match.end() : end].rstrip(" \t")
        unclosed = words.rstrip("#")
        words = unclosed if not unclosed or unclosed[-1] in " \t" else words
        if words:
            self._emit("heading", [(match.end(), match.end() + len(words))], len(match.group(1)))
        return True

    def _open_verbatim(self, at: int, end: int) -> bool:
        opened = Verbatim.open(self.text, at, end, in_paragraph=bool(self.paragraph))
        if opened is None:
            return False
        self.close()
        self.verbatim = opened
        if opened.is_closed:
            self.close()
        return True

    def _go_on_verbatim(self, cursor: Cursor, end: int) -> None:
        if self.verbatim and self.verbatim.read(self.text, cursor, end):
            self.close()

    def close(self) -> None:
        """Close the open leaf."""
        if self.paragraph:
            lines, self.paragraph = self.paragraph, []
            self._emit("paragraph", lines)
        if self.table:
            lines, self.table = self.table, []
            self._emit("table", lines)
        if self.drawing:
            rows, self.drawing = [row for row in self.drawing.rows if row], None
            if rows:
                self._emit("table", [row[0] for row in rows], cells=tuple(map(tuple, rows)))
        if self.verbatim:
            lines, self.verbatim = self.verbatim.printed, None
            if lines:
                self._emit("html", lines)

    def _emit(
        self,
        kind: str,
        lines: list[tuple[int, int]],
        level: int = 0,
        cells: tuple[tuple[tuple[int, int], ...], ...] = (),
    ) -> None:
        kinds = [container.kind for container in self.containers]
        items = [kind for kind in kinds if kind not in ">^-"] if self.opens_item else []
        lists = sum(container.is_item for container in self.containers)
        label = items[-1] if items and kinds[-1] == items[-1] else ""
        self.found.append(Leaf(kind, tuple(lines), level, Inside(kinds.count(">"), lists, label, "^" in kinds), cells))
        self.opens_item = False
