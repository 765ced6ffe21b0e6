"""Blocks of HTML inside Markdown: what is printed, and the role that the tags around it give."""

from __future__ import annotations

import re

from checker.document.entities import ENTITY, printed_entity
from checker.document.reading import Piece, blank
from checker.document.tags import tag_parts_words
from checker.model.document import FILLER
from checker.model.values import NamedTuple

_MARK = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<unprinted>script|style|pre|textarea|template|svg)\b.*?(?:</(?P=unprinted)\s*>|\Z)"
    r"|<(?P<closes>/?)(?P<name>[A-Za-z][\w.:-]*)(?:[\s/][^<>]*)?>|<[!?][^<>]*>|" + ENTITY.pattern,
    re.DOTALL | re.IGNORECASE,
)
_ROLES = {"figcaption": "caption", "caption": "caption", "li": "list_item", "blockquote": "quote", "td": "table_cell"}
_ROLES |= {"th": "table_cell"} | dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")


class Raw(NamedTuple):
    """The prose of a block of HTML, as long as its source, its pieces, and how many tables it begins."""

    prose: str
    pieces: list[Piece]
    tables: int


def read_html(source: str, start: int, table: int) -> Raw:
    """Read *source*, which stands at offset *start* of the draft; its first table has number *table*."""
    walk = _Walk(start, table)
    at = 0
    for match in _MARK.finditer(source):
        walk.words(source[at : match.start()])
        walk.mark(match)
        at = match.end()
    walk.words(source[at:])
    walk.end_piece()
    return Raw("".join(walk.prose), walk.pieces, walk.table + 1 - table)


class _Walk:
    """The state between two tags: where the piece began, and which elements that give a role are open."""

    def __init__(self, start: int, table: int) -> None:
        self.at = self.piece = start
        self.prose: list[str] = []
        self.pieces: list[Piece] = []
        self.open: list[str] = []
        self.table, self.row, self.column = table - 1, -1, -1

    def words(self, words: str) -> None:
        self._add(words)

    def mark(self, match: re.Match[str]) -> None:
        words, name = match.group(), (match.group("name") or "").lower()
        if words[0] == "&":
            self._add("".join(printed_entity(words) or words))
        elif name and not tag_parts_words(name):
            self._add(FILLER * len(words) if words.isprintable() else blank(words))
        else:
            self.end_piece()
            self._add(blank(words))
            self.piece = self.at
            if match.group("closes"):
                self._close(name)
            else:
                self._open(name)

    def end_piece(self) -> None:
        role = _ROLES[self.open[-1]] if self.open else "paragraph"
        level = int(self.open[-1][1]) if role == "heading" else 0
        cell = (self.table, self.row, self.column) if role == "table_cell" else (-1, -1, -1)
        if self.at > self.piece:
            self.pieces.append(Piece(self.piece, self.at, role, level, *cell))

    def _add(self, prose: str) -> None:
        self.prose.append(prose)
        self.at += len(prose)

    def _open(self, name: str) -> None:
        if name == "table":
            self.table, self.row = self.table + 1, -1
        elif name == "tr":
            self.row, self.column = self.row + 1, -1
        elif name in ("td", "th"):
            self.column += 1
        if name in _ROLES:
            self.open.append(name)

    def _close(self, name: str) -> None:
        # Unclosed <li> and <td> end with the next closing tag that has a role.
        if name in self.open:
            while self.open.pop() != name:
                pass
