"""The words of a page in order, parted into pieces at the elements that begin a line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.document.entities import without_references
from checker.document.html.content import is_notes
from checker.document.html.context import Context, Contexts
from checker.document.html.lexer import CLOSE, OPEN, TEXT
from checker.document.html.tree import BLOCKS, Node, Tree
from checker.document.insets import NOTE
from checker.document.reading import Piece, blank
from checker.model.document import FILLER, FILLERS
from checker.model.values import NamedTuple

_CDATA = "<![CDATA["
_NOTED = frozenset(("label", "q", "small", "span", "sup"))
_STRUCK = frozenset(("del", "s", "strike"))
_EMPHASIS = frozenset(("b", "em", "i", "strong"))
# "24<img>dead" are two words; all else that stands in the line may stand inside a number.
_PARTING = frozenset(("br", "hr", "img", "input", "math"))
_MARK = re.compile(r"[\s\[(]*(?:\d{1,3}|[a-z*\u2020\u2021]{1,3})[\s\])]*")
_DIGITS = re.compile(r"\s*[0-9]+\s*")
_POWER = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}\Z")
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_DEEPEST_IMAGE = 8


class Found(NamedTuple):
    """A piece with what its tags tell: all of it is emphasised, or in bold type; an image stands right before it."""

    piece: Piece
    node: int
    is_emphasised: bool = False
    is_strong: bool = False
    is_below_image: bool = False
    breaks: tuple[int, ...] = ()


class Walk:
    """Goes over the events of a tree; ``prose``, ``found`` and ``notes``, the footnotes inside a piece, grow.

    ``open_notes`` are the open elements of such notes: node, start of the piece around it, start of the words.
    """

    def __init__(self, tree: Tree, contexts: Contexts, left_out: frozenset[int]) -> None:
        self.tree = tree
        self.text = tree.text
        self.contexts = contexts
        self.left_out = left_out
        self.prose: list[str] = []
        self.found: list[Found] = []
        self.at = self.piece = 0
        self.context = Context()
        self.node = 0
        self.emphasis = self.strong = 0
        self.has_plain = self.has_thin = False
        self.is_empty = True
        self.has_image = False
        self.figures = {node.parent for node in tree.nodes if node.name == "figcaption"}
        self.breaks: list[int] = []
        self.notes: list[Piece] = []
        self.open_notes: list[tuple[int, int, int]] = []

    def run(self, numbers: Iterable[int]) -> None:
        """Take in the elements of those numbers, which do not overlap, in text order; all else is blank."""
        for number in numbers:
            node = self.tree.nodes[number]
            self._hide(node.start)
            self._events(node.first, node.last, number)
        self._end()
        self._hide(len(self.text))

    def _events(self, at: int, last: int, number: int) -> None:
        events = self.tree.events
        self._begin(self.contexts.of(number), number)
        while at < last:
            kind, start, end, n = events[at]
            at += 1
            if kind == OPEN:
                at = self._open(n, at)
            elif kind == CLOSE:
                self._close(n, end)
            elif kind == TEXT:
                self._words(start, end)
            else:
                self._add(FILLER * (end - start))

    def _open(self, number: int, at: int) -> int:
        """Take in an opening tag and return the event to go on with."""
        node = self.tree.nodes[number]
        if number in self.left_out or self._is_mark(number, node) or node.name in _STRUCK:
            parts = node.name in BLOCKS and not self.context.cell
            if parts:
                self._end()
            self._hide(node.end)
            if parts:
                self._begin(self.contexts.of(node.parent), node.parent)
            return node.last
        self.contexts.open(number)
        if node.name in BLOCKS:
            self._break(node.inner, number)
            return at
        if node.name in _NOTED and is_notes(self.tree.attributes(node)):
            self.open_notes.append((number, self.piece, node.inner))
        self.emphasis += node.name in _EMPHASIS
        self.strong += node.name in ("b", "strong")
        if node.name == "br":
            self.breaks.append(self.at)
        if node.name == "img":
            self._image(node)
        elif node.name == "sup" and node.end - node.inner < 100 and _DIGITS.fullmatch(self.tree.inner_text(number)):
            self._raise(node)
            return node.last
        else:
            self._tag(node.name, node.inner, "\u201c")
        return at

    def _close(self, number: int, end: int) -> None:
        node = self.tree.nodes[number]
        if node.name in BLOCKS or number == 0:
            self._break(end, node.parent)
            return
        if self.open_notes and self.open_notes[-1][0] == number:
            self._note()
        self.emphasis -= node.name in _EMPHASIS
        self.strong -= node.name in ("b", "strong")
        self._tag(node.name, end, "\u201d")

    def _note(self) -> None:
        """End a note inside a sentence; one that holds blocks is no such note."""
        _, piece, start = self.open_notes.pop()
        if piece == self.piece and start < self.at and not self.open_notes:
            self.notes.append(Piece(start, self.at, NOTE))

    def _tag(self, name: str, end: int, quote: str) -> None:
        width = end - self.at
        if name in _PARTING:
            self._hide(end)
        elif name == "q" and width:
            self._add(quote + FILLER * (width - 1))
        else:
            self._add(FILLER * width)

    def _break(self, end: int, number: int) -> None:
        """Pass a tag that begins a line, and go on in the element of that number."""
        context = self.contexts.of(number)
        if context.cell and context.cell is self.context.cell:
            self._hide(end)
            return
        self._end()
        self._hide(end)
        self._begin(context, number)

    def _begin(self, context: Context, number: int) -> None:
        self.piece, self.context, self.node = self.at, context, number
        self.has_plain = self.has_thin = False
        self.is_empty = True
        self.breaks = []

    def _end(self) -> None:
        if self.at > self.piece or self.context.cell:
            c = self.context
            place = c.cell or (-1, -1, -1)
            level = c.level
            piece = Piece(self.piece, self.at, c.role, level, *place, label=c.label)
            is_emphasised = not self.has_plain
            is_below = self.has_image and not self.is_empty
            self.found.append(Found(piece, self.node, is_emphasised, not self.has_thin, is_below, tuple(self.breaks)))
            self.has_image = self.has_image and self.is_empty

    def _words(self, start: int, end: int) -> None:
        source = self.text[start:end]
        if self.tree.is_xml and source.startswith(_CDATA):
            inner = source[len(_CDATA) : -3] if source.endswith("]]>") else source[len(_CDATA) :]
            tail = len(source) - len(_CDATA) - len(inner)
            words = FILLER * len(_CDATA) + inner + FILLER * tail
        else:
            words = without_references(source, is_xml=self.tree.is_xml)
        if words.strip(" \t\r\n" + FILLERS):
            self.has_plain = self.has_plain or not self.emphasis
            self.has_thin = self.has_thin or not self.strong
            self.is_empty = False
        self._add(words)

    def _add(self, prose: str) -> None:
        self.prose.append(prose)
        self.at += len(prose)

    def _hide(self, end: int) -> None:
        self._add(blank(self.text[self.at : end]))

    def _is_mark(self, number: int, node: Node) -> bool:
        """Tell whether an element is the mark of a footnote: "24<sup><a href="#n1">1</a></sup>"."""
        if node.name not in ("a", "sup") or node.end - node.start > 1000:
            return False
        inside = self.tree.inner_text(number)
        if not _MARK.fullmatch(inside):
            return False
        if node.name == "a":
            return self.tree.attributes(node).get("href", "").startswith("#")
        return '"#' in self.text[node.start : node.end] or "*" in inside

    def _raise(self, node: Node) -> None:
        """Print the digits of "km<sup>2</sup>" raised; behind a number or a word they are the mark of a note."""
        before = "".join(self.prose[-6:]).rstrip(FILLERS)[-3:]
        if not _POWER.search(before):
            self._hide(node.end)
            return
        self._add(FILLER * (node.inner - node.start))
        self._add(self.text[node.inner : node.end].partition("<")[0].translate(_RAISED))
        self._add(FILLER * (node.end - self.at))

    def _image(self, node: Node) -> None:
        """Read the alternative text of an image that opens a block as its caption."""
        start, end = self.tree.places(node).get("alt", (0, 0))
        self.has_image = self.has_image or self.is_empty
        is_phrase = any(char.isspace() for char in self.text[start:end].strip())
        if self.context.cell or not self.is_empty or not is_phrase or self._has_figcaption(node):
            self._hide(node.inner)
            return
        self._end()
        context = self.context
        self._hide(start)
        self._add(without_references(self.text[start:end]))
        self.found.append(Found(Piece(start, end, "caption"), self.node))
        self._hide(node.inner)
        self._begin(context, self.node)

    def _has_figcaption(self, node: Node) -> bool:
        number, steps = node.parent, 0
        while number > 0 and steps < _DEEPEST_IMAGE:
            if number in self.figures:
                return True
            number, steps = self.tree.nodes[number].parent, steps + 1
        return False
