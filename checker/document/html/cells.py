"""Where the cells of tables stand: row and column, with cells that span several of them."""

from __future__ import annotations

from collections.abc import Mapping

from checker.document.html.tree import Tree
from checker.model.values import NamedTuple

_WIDEST = 200
_MOST_STEPS = 2_000_000
_LAYOUT = frozenset(("none", "presentation"))


class Place(NamedTuple):
    """All three count from 0."""

    table: int
    row: int
    column: int


class _Table:
    """One table while its rows are read; ``until`` tells the row at which a column is free again."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row, self.column = -1, 0
        self.until: dict[int, int] = {}


def places(tree: Tree, left_out: frozenset[int]) -> Mapping[int, Place]:
    """Return the place of each cell by its node; cells of tables that only lay out a page have none."""
    above, layout = _tables(tree, left_out)
    tables: dict[int, _Table] = {}
    found: dict[int, Place] = {}
    steps = 0
    for number, node in enumerate(tree.nodes):
        table = above[number]
        if table < 0 or table in layout or node.name not in ("tr", "td", "th"):
            continue
        state = tables.setdefault(table, _Table(len(tables)))
        if node.name == "tr":
            state.row, state.column = state.row + 1, 0
            continue
        state.row = max(state.row, 0)
        start = state.column
        while state.until.get(state.column, 0) > state.row and steps < _MOST_STEPS:
            state.column += 1
        found[number] = Place(state.number, state.row, state.column)
        given = tree.attributes(node)
        width, height = min(_number(given.get("colspan")), _WIDEST), _number(given.get("rowspan"))
        if height > 1 and steps < _MOST_STEPS:
            state.until |= dict.fromkeys(range(state.column, state.column + width), state.row + height)
        state.column += width
        steps += state.column - start
    return found


def _tables(tree: Tree, left_out: frozenset[int]) -> tuple[list[int], set[int]]:
    """Return the table around each node (-1: none), and the tables that hold tables or say that they are layout."""
    above = [-1] * len(tree.nodes)
    layout: set[int] = set()
    for number, node in enumerate(tree.nodes):
        if number:
            above[number] = node.parent if tree.nodes[node.parent].name == "table" else above[node.parent]
            if node.name == "table" and number not in left_out:
                layout.add(above[number])
                if tree.attributes(node).get("role", "").lower() in _LAYOUT:
                    layout.add(number)
    return above, layout


def _number(value: str | None) -> int:
    value = (value or "").strip()
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 6 else 1
