"""The block structure of Markdown: which lines are a paragraph, a heading, a table, and what they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from checker.document.lines import Line
from checker.document.markdown import starts
from checker.document.markdown.leaf import Inside, Leaf
from checker.document.markdown.tables import cells

_DEEPEST = 40
_CODE = 4


class _Container(NamedTuple):
    """A quote (">"), a list item ("-" or "1") or a footnote ("^"); ``indent`` is where an item's text stands."""

    kind: str
    indent: int = 0
    label: str = ""


def leaves(text: str, lines: Iterable[Line]) -> list[Leaf]:
    """Return the leaves in text order. Code blocks, rules and delimiter rows yield none."""
    parser = _Parser(text)
    for line in lines:
        parser.read(line)
    parser.close_paragraph()
    parser.close_html()
    return parser.found


class _Parser:
    """The open containers and the open leaf, changed line by line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Leaf] = []
        self.containers: list[_Container] = []
        self.paragraph: list[tuple[int, int]] = []
        self.table: list[tuple[int, int]] = []
        self.html: list[tuple[int, int]] = []
        self.html_closing: re.Pattern[str] | None = None
        self.in_html = False
        self.fence = ""
        self.opens_item = False

    def read(self, line: Line) -> None:
        at, column, matched = self._match_containers(line)
        if self.fence or self.in_html:
            if matched == len(self.containers):
                self._read_verbatim(at, line)
                return
            self.fence = ""
            self.close_html()
        at, column, opened = self._open_containers(at, column, line, matched)
        indent, at, column = _indentation(self.text, at, line.end, column)
        if at == line.end:
            self._end_blank(matched, opened)
            return
        is_lazy = not opened and matched < len(self.containers) and bool(self.paragraph)
        if is_lazy and not self._opens_block(at, line.end, indent):
            self.paragraph.append((at, line.end))
            return
        if not opened and matched < len(self.containers):
            self._close_containers(matched)
        self._read_leaf(at, line.end, indent)

    # -- containers

    def _match_containers(self, line: Line) -> tuple[int, int, int]:
        """Return where the text goes on after the markers of open containers, its column, and how many matched."""
        at, column = line.start, 0
        for count, container in enumerate(self.containers):
            indent, here, there = _indentation(self.text, at, line.end, column)
            if container.kind == ">":
                if indent >= _CODE or here >= line.end or self.text[here] != ">":
                    return at, column, count
                at, column = _past_space(self.text, here + 1, line.end, there + 1)
            elif here == line.end:
                at, column = here, there
            elif indent >= container.indent:
                at, column = _past_columns(self.text, at, column, container.indent)
            else:
                return at, column, count
        return at, column, len(self.containers)

    def _open_containers(self, at: int, column: int, line: Line, matched: int) -> tuple[int, int, bool]:
        opened = False
        while True:
            indent, here, there = _indentation(self.text, at, line.end, column)
            if indent >= _CODE or here == line.end or len(self.containers) >= _DEEPEST:
                return at, column, opened
            container, here, there = self._container(here, there, indent, line.end, matched, opened)
            if container is None:
                return at, column, opened
            if not opened:
                self._close_containers(matched)
            self.close_leaf()
            self.containers.append(container)
            self.opens_item = container.kind not in ">"
            at, column, opened = here, there, True

    def _container(
        self, at: int, column: int, indent: int, end: int, matched: int, opened: bool
    ) -> tuple[_Container | None, int, int]:
        char = self.text[at]
        if char == ">":
            return (_Container(">"), *_past_space(self.text, at + 1, end, column + 1))
        if char == "[":
            match = starts.FOOTNOTE.match(self.text, at, end)
            return (_Container("^", _CODE), match.end(), column + match.end() - at) if match else (None, at, column)
        if char not in "-+*" and not char.isdecimal():
            return None, at, column
        match = starts.MARKER.match(self.text, at, end)
        if match is None or (char in "-*" and starts.RULE.match(self.text, at, end)):
            return None, at, column
        interrupts = bool(self.paragraph) and not opened and matched == len(self.containers)
        if interrupts and (match.group(1) not in (None, "1") or not self.text[match.end() : end].strip()):
            return None, at, column
        if interrupts and char == "-" and starts.UNDERLINE.match(self.text, at, end):
            return None, at, column
        width = match.end() - at
        space, _, _ = _indentation(self.text, match.end(), end, column + width)
        wide = 1 if space > _CODE or match.end() == end or not self.text[match.end() : end].strip() else space
        after, there = _past_columns(self.text, match.end(), column + width, wide)
        label = match.group(1) or ""
        return _Container(label or "-", indent + width + wide, label), min(after, end), there

    def _close_containers(self, matched: int) -> None:
        if matched < len(self.containers):
            self.close_leaf()
            del self.containers[matched:]

    def _end_blank(self, matched: int, opened: bool) -> None:
        self.close_leaf()
        # A quote ends at a blank line without its mark; an item goes on.
        if not opened:
            self._close_containers(matched)

    # -- leaves

    def _opens_block(self, at: int, end: int, indent: int) -> bool:
        """Tell whether what stands here would end a paragraph that goes on lazily."""
        if indent >= _CODE:
            return False
        text = self.text
        return bool(
            starts.HEADING.match(text, at, end)
            or starts.RULE.match(text, at, end)
            or starts.FENCE.match(text, at, end)
            or starts.DIRECTIVE.match(text, at, end)
            or starts.html_end(text, at, end, in_paragraph=True)[0]
        )

    def _read_leaf(self, at: int, end: int, indent: int) -> None:
        text = self.text
        if self.table and not self._opens_block(at, end, indent):
            self.table.append((at, end))
            return
        self._close_table()
        if indent >= _CODE and not self.paragraph:
            return
        if indent < _CODE and self._read_marked(at, end):
            return
        if self.paragraph and text[at] in "|:-" and "|" in text[at:end] and self._is_delimiter(at, end):
            header = self.paragraph.pop()
            self.close_paragraph()
            self.table = [header]
            return
        self.paragraph.append((at, end))

    def _read_marked(self, at: int, end: int) -> bool:
        """Read a line that its first characters mark as something else than a paragraph's."""
        text, char = self.text, self.text[at]
        if char == "#":
            return self._read_heading(at, end)
        if char in "=-" and self.paragraph and starts.UNDERLINE.match(text, at, end):
            self._emit("heading", self.paragraph, 1 if char == "=" else 2)
            self.paragraph = []
            return True
        if char in "*-_" and starts.RULE.match(text, at, end):
            self.close_paragraph()
            return True
        if char in "`~":
            match = starts.FENCE.match(text, at, end)
            if match:
                self.close_paragraph()
                self.fence = match.group(1) or match.group(2)
            return bool(match)
        if char in ":[" and starts.DIRECTIVE.match(text, at, end):
            self.close_paragraph()
            return True
        if char in "ie{" and not self.paragraph and self._is_module(at, end):
            return True
        return char == "<" and self._read_html(at, end)

    def _is_module(self, at: int, end: int) -> bool:
        """Tell whether this is a line of an MDX module: an import, an export or a comment."""
        if not starts.MODULE.match(self.text, at, end):
            return False
        return self.text[at] != "i" or self.text[at:end].rstrip(" \t;")[-1:] in ("'", '"')

    def _read_heading(self, at: int, end: int) -> bool:
        match = starts.HEADING.match(self.text, at, end)
        if match is None:
            return False
        self.close_paragraph()
        words = self.text[match.end() : end].rstrip(" \t")
        open_end = words.rstrip("#")
        if not open_end or open_end[-1] in " \t":
            words = open_end
        if words:
            self._emit("heading", [(match.end(), match.end() + len(words))], len(match.group(1)))
        return True

    def _read_html(self, at: int, end: int) -> bool:
        opens, closing = starts.html_end(self.text, at, end, in_paragraph=bool(self.paragraph))
        if not opens:
            return False
        self.close_paragraph()
        self.in_html, self.html_closing, self.html = True, closing, [(at, end)]
        if closing and closing.search(self.text, at + 2, end):
            self.close_html()
        return True

    def _read_verbatim(self, at: int, line: Line) -> None:
        """Go on with a fenced block or a block of HTML."""
        indent, here, _ = _indentation(self.text, at, line.end, 0)
        if self.fence:
            rest = self.text[here : line.end].rstrip(" \t")
            if indent < _CODE and len(rest) >= len(self.fence) and not rest.strip(self.fence[0]):
                self.fence = ""
            return
        if self.html_closing is None and here == line.end:
            self.close_html()
            return
        if at < line.end:
            self.html.append((at, line.end))
        if self.html_closing and self.html_closing.search(self.text, at, line.end):
            self.close_html()

    def _is_delimiter(self, at: int, end: int) -> bool:
        if not starts.DELIMITER.match(self.text, at, end):
            return False
        return len(cells(self.text, at, end)) == len(cells(self.text, *self.paragraph[-1]))

    def close_leaf(self) -> None:
        self.close_paragraph()
        self._close_table()

    def close_paragraph(self) -> None:
        if self.paragraph:
            self._emit("paragraph", self.paragraph)
            self.paragraph = []

    def _close_table(self) -> None:
        if self.table:
            self._emit("table", self.table)
            self.table = []

    def close_html(self) -> None:
        self._close_table()
        if self.html:
            self._emit("html", self.html)
        self.html, self.in_html, self.html_closing = [], False, None

    def _emit(self, kind: str, lines: list[tuple[int, int]], level: int = 0) -> None:
        kinds = [container.kind for container in self.containers]
        items = [container for container in self.containers if container.kind not in ">^"]
        inside = Inside(
            kinds.count(">"),
            len(items),
            items[-1].label if items and self.opens_item else "",
            "^" in kinds,
            self.opens_item,
        )
        self.found.append(Leaf(kind, tuple(lines), level, inside))
        self.opens_item = False


def _indentation(text: str, at: int, end: int, column: int) -> tuple[int, int, int]:
    """Return the width of the blanks at *at*, and offset and column after them; a tab reaches the next multiple of 4."""
    first = column
    while at < end and text[at] in " \t":
        column += 4 - column % 4 if text[at] == "\t" else 1
        at += 1
    if at < end and text[at].isspace() and not text[at:end].strip():
        at = end
    return column - first, at, column


def _past_space(text: str, at: int, end: int, column: int) -> tuple[int, int]:
    """Return offset and column after the one blank that may follow a ">"."""
    return (at + 1, column + 1) if at < end and text[at] == " " else (at, column)


def _past_columns(text: str, at: int, column: int, width: int) -> tuple[int, int]:
    goal = column + width
    while column < goal and at < len(text) and text[at] in " \t":
        column += 4 - column % 4 if text[at] == "\t" else 1
        at += 1
    return at, column
