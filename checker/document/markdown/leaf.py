"""The stretches of a Markdown text that hold words."""

from __future__ import annotations

from checker.model.values import NamedTuple


class Inside(NamedTuple):
    """What a leaf stands in: how many quotes and lists; ``label`` is the number of the item that it opens."""

    quotes: int = 0
    lists: int = 0
    label: str = ""
    is_footnote: bool = False


class Leaf(NamedTuple):
    """A paragraph, heading, table, row of HTML or the like.

    ``lines`` are the offsets of its lines without quote and list markers; ``kind`` is "paragraph", "heading",
    "table" or "html". Code, rules and definitions are no leaves: they hold no prose. ``cells`` are the rows of a table
    that is drawn in columns or boxes; one with bars alone has a line a row.
    """

    kind: str
    lines: tuple[tuple[int, int], ...]
    level: int
    inside: Inside
    cells: tuple[tuple[tuple[int, int], ...], ...] = ()

    @property
    def start(self) -> int:
        """Where the first line begins."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Where the last line ends."""
        return self.lines[-1][1]
