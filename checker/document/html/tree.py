"""Elements of HTML, put together as a browser would where end tags are missing or stray."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.document.html.lexer import CLOSE, HIDDEN, OPEN, TEXT, attributes, marks
from checker.errors import InputError

MOST_TAGS = 500_000
"""A page with more is no draft, and its tree would take more than half a gigabyte."""

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param")
)
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("head", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "option"),
        *("p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("title", "tr", "ul"),
    )
)
"""Elements that begin a line of their own; others, unknown ones too, stand in the line."""

_TABLE = frozenset(("table",))
_CELLS = frozenset(("td", "th", "caption", "table"))
_LIST_FENCES = _CELLS | {"ul", "ol", "dl"}
_ROW = ("tr", "td", "th", "caption")
# An opening tag ends the open elements behind it, unless one of the fences stands between.
_ENDS = {
    "li": (("li",), _LIST_FENCES),
    "dt": (("dt", "dd"), _LIST_FENCES),
    "dd": (("dt", "dd"), _LIST_FENCES),
    "tr": (_ROW, _TABLE),
    "td": (_ROW[1:], _TABLE),
    "th": (_ROW[1:], _TABLE),
    **dict.fromkeys(("tbody", "thead", "tfoot"), ((*_ROW, "tbody", "thead", "tfoot"), _TABLE)),
    "option": (("option",), frozenset()),
    "body": (("head",), frozenset()),
}


_NONE: Mapping[str, str] = {}


class Node:
    """One element. ``first`` and ``last`` count the events between which it stands; ``parent`` is its number."""

    __slots__ = ("anchors", "attributes", "end", "first", "inner", "last", "links", "name", "parent", "start", "words")

    def __init__(self, name: str, start: int, inner: int, attributes: int, parent: int, first: int) -> None:
        self.name = name
        self.start, self.inner, self.end = start, inner, inner
        self.attributes = attributes
        self.parent = parent
        self.first = self.last = first
        self.words = self.links = self.anchors = 0


class Tree:
    """``events`` are (kind, start, end, number of the node), in text order and without gaps; node 0 is the draft.

    ``Node.words`` counts the characters of text below it, ``Node.links`` those of them in links, ``Node.anchors``
    the links.
    """

    def __init__(self, text: str, *, is_xml: bool = False) -> None:
        self.text = text
        self.is_xml = is_xml
        self.nodes = [Node("", 0, 0, 0, -1, 0)]
        self.events: list[tuple[int, int, int, int]] = []
        self._stack = [0]
        self._open: dict[str, list[int]] = {}
        self._given: dict[int, Mapping[str, str]] = {}
        self._build()
        self._count()

    def attributes(self, node: Node) -> Mapping[str, str]:
        """Return the attributes of an element as written."""
        if node.inner - node.attributes < len("a>"):
            return _NONE
        if node.start not in self._given:
            self._given[node.start] = {n: self.text[start:end] for n, (start, end) in self.places(node).items()}
        return self._given[node.start]

    def places(self, node: Node) -> Mapping[str, tuple[int, int]]:
        """Return where the values of its attributes stand."""
        return attributes(self.text, node.attributes, node.inner - 1)

    def ancestors(self, number: int) -> Iterator[int]:
        """Yield the numbers of the elements around one, the nearest first."""
        number = self.nodes[number].parent
        while number >= 0:
            yield number
            number = self.nodes[number].parent

    def inner_text(self, number: int) -> str:
        """Return the words inside an element as written, with references."""
        node = self.nodes[number]
        return "".join([self.text[s:e] for kind, s, e, _ in self.events[node.first : node.last] if kind == TEXT])

    def _build(self) -> None:
        for kind, start, end, name, at in marks(self.text, is_xml=self.is_xml):
            if kind == OPEN:
                self._start(name, start, end, at)
            elif kind == CLOSE:
                self._finish(name, start, end)
            else:
                self.events.append((kind, start, end, self._stack[-1]))
        self._refuse_open(1)
        while len(self._stack) > 1:
            self._pop(len(self.text), len(self.text))
        self.nodes[0].end, self.nodes[0].last = len(self.text), len(self.events)

    def _start(self, name: str, start: int, end: int, at: int) -> None:
        if len(self.nodes) > MOST_TAGS:
            raise InputError(f"has more than {MOST_TAGS:,} tags, which no draft has")
        if not self.is_xml:
            self._end_implied(name, start)
        node = Node(name, start, end, at, self._stack[-1], len(self.events))
        number = len(self.nodes)
        self.nodes.append(node)
        self.events.append((OPEN, start, end, number))
        if self.text[end - 2] == "/" if self.is_xml else name in _VOID:
            node.end = end
            node.last = len(self.events)
            return
        self._stack.append(number)
        self._open.setdefault(name, []).append(len(self._stack) - 1)

    def _end_implied(self, name: str, start: int) -> None:
        if name in BLOCKS and self._depth("p") > self._fence(_CELLS):
            self._pop_to(self._depth("p"), start, start)
        names, fences = _ENDS.get(name, ((), _CELLS))
        fence = self._fence(fences)
        self._pop_to(min((d for d in map(self._depth, names) if d > fence), default=0), start, start)

    def _depth(self, name: str) -> int:
        """Return how deep in the stack the last open element of that name is; 0 for none."""
        places = self._open.get(name)
        return places[-1] if places else 0

    def _fence(self, names: frozenset[str]) -> int:
        return max((self._depth(name) for name in names), default=0)

    def _finish(self, name: str, start: int, end: int) -> None:
        depth = self._depth(name)
        is_stray = not depth or (not self.is_xml and name not in _CELLS and depth < self._fence(_CELLS))
        # "<b><p>24</b> dead</p>": the end of an element in the line ends no paragraph.
        if not is_stray and not self.is_xml and name not in BLOCKS:
            is_stray = any(self.nodes[n].name in BLOCKS for n in self._stack[depth + 1 : depth + 20])
        if is_stray and self.is_xml:
            raise InputError(f"is no well-formed XML: </{name}> closes nothing")
        if is_stray:
            self.events.append((HIDDEN, start, end, self._stack[-1]))
            return
        self._refuse_open(depth + 1)
        self._pop_to(depth + 1, start, start)
        self._pop(start, end)

    def _refuse_open(self, depth: int) -> None:
        """Refuse XML in which elements are open that deep in the stack: HTML ends them."""
        if self.is_xml and len(self._stack) > depth:
            raise InputError(f"is no well-formed XML: <{self.nodes[self._stack[-1]].name}> is not closed")

    def _pop_to(self, depth: int, start: int, end: int) -> None:
        while depth and len(self._stack) > depth:
            self._pop(start, end)

    def _pop(self, start: int, end: int) -> None:
        number = self._stack.pop()
        node = self.nodes[number]
        self._open[node.name].pop()
        self.events.append((CLOSE, start, end, number))
        node.end, node.last = end, len(self.events)

    def _count(self) -> None:
        for kind, start, end, number in self.events:
            if kind == TEXT:
                self.nodes[number].words += len(self.text[start:end].strip())
        for number in range(len(self.nodes) - 1, 0, -1):
            node = self.nodes[number]
            parent = self.nodes[node.parent]
            if node.name == "a":
                node.links, node.anchors = node.words, node.anchors + 1
            parent.words += node.words
            parent.links += node.links
            parent.anchors += node.anchors
