"""What an element makes of the words in it: caption, quotation, list item, cell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.document.html.cells import Place
from checker.document.html.content import class_names, is_notes
from checker.document.html.tree import BLOCKS, Node, Tree
from checker.model.values import NamedTuple

_HEADING = re.compile(r"h[1-6]")
_STANDFIRSTS = frozenset(("deck", "dek", "standfirst", "subhead", "subheadline", "subtitle"))
_SUMMARIES = frozenset(("entry-summary", "excerpt", "sub-headline", "description", "summary"))
_CAPTIONS = frozenset(("caption", "image-caption", "photo-caption", "wp-caption-text"))
_LONGEST_STANDFIRST = 600
_PARTS = re.compile(r"[-_]+")


class Context(NamedTuple):
    """The role that words get, with what a block keeps of it; ``lists`` counts the lists around."""

    role: str = "paragraph"
    level: int = 0
    label: str = ""
    cell: Place | None = None
    lists: int = 0


class Contexts:
    """The context of each element, asked for from the outside in; *roles* are those of elements known already."""

    def __init__(self, tree: Tree, cells: Mapping[int, Place], roles: Mapping[int, str]) -> None:
        self.tree = tree
        self.cells = cells
        self.roles = roles
        self._known: dict[int, Context] = {}
        self._items: dict[int, int] = {}

    def of(self, number: int) -> Context:
        """Return the context that holds inside an element; of one that was never opened, that of running text."""
        return self._known.get(number, Context())

    def open(self, number: int) -> None:
        """Take in an element whose parent is known."""
        node = self.tree.nodes[number]
        around = self.of(node.parent)
        self._known[number] = self._context(number, node, around) if node.name in BLOCKS else around

    def _context(self, number: int, node: Node, around: Context) -> Context:
        if number in self.roles:
            return Context(self.roles[number], int(self.roles[number] == "headline"))
        if around.role == "footnote":
            return around
        name, given = node.name, self.tree.attributes(node)
        if given and is_notes(given):
            return Context("footnote")
        if name in ("td", "th"):
            place = self.cells.get(number)
            return Context("table_cell", cell=place) if place else around
        if around.cell:
            return around
        if _HEADING.fullmatch(name):
            return Context("heading", int(name[1]))
        if name in ("figcaption", "caption"):
            return Context("caption")
        if given and around.role == "paragraph" and (role := _role_by_class(node, given)):
            return Context(role)
        return self._listed(number, node, around)

    def _listed(self, number: int, node: Node, around: Context) -> Context:
        if node.name in ("ul", "ol", "menu"):
            return around._replace(lists=around.lists + 1)
        if node.name == "li":
            return Context("list_item", max(around.lists, 1), self._label(number, node), lists=around.lists)
        if node.name == "blockquote":
            return Context("quote", (around.level if around.role == "quote" else 0) + 1, lists=around.lists)
        return around

    def _label(self, number: int, node: Node) -> str:
        """Return the number that a browser prints before an item of a numbered list."""
        parent = self.tree.nodes[node.parent]
        if parent.name != "ol":
            return ""
        value = _whole(self.tree.attributes(node).get("value"))
        if value is None:
            first = _whole(self.tree.attributes(parent).get("start"))
            value = self._items.get(node.parent, (1 if first is None else first) - 1) + 1
        self._items[node.parent] = value
        return str(value)


def _role_by_class(node: Node, given: Mapping[str, str]) -> str:
    names = class_names(given)
    parts = {part for name in names for part in _PARTS.split(name)}
    if not _CAPTIONS.isdisjoint(names):
        return "caption"
    is_standfirst = not (_STANDFIRSTS.isdisjoint(parts) and _SUMMARIES.isdisjoint(names))
    return "standfirst" if is_standfirst and node.words < _LONGEST_STANDFIRST else ""


def _whole(value: str | None) -> int | None:
    value = (value or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else None
