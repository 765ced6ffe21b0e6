"""Tables as rows and columns of figures, with their labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.facts.story import Story
from checker.model.document import Block, visible
from checker.model.frame import Frame
from checker.model.values import NamedTuple


class Grid(NamedTuple):
    """One table. ``words`` gives the printed words of each cell by row and column, without markup, in lower case;
    ``figures`` the figure of each cell that holds one figure and hardly a word besides.

    ``rows`` and ``columns`` are those with a figure, in order. ``last`` is the block of the last cell.
    """

    words: Mapping[tuple[int, int], str]
    figures: Mapping[tuple[int, int], Frame]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    last: Block

    def label(self, row: int) -> str:
        """Return what names a row: its first cell."""
        return self.words.get((row, 0), "")

    def heading(self, column: int) -> str:
        """Return what names a column: its first cell, unless that is a figure."""
        return (
            ""
            if (0, column) in self.figures and not _is_year(self.words[0, column])
            else self.words.get((0, column), "")
        )


def grids(story: Story) -> Iterator[Grid]:
    """Yield the tables of a draft in text order."""
    tables: dict[int, list[Block]] = {}
    for block in story.document.blocks:
        if block.table >= 0 and block.row >= 0:
            tables.setdefault(block.table, []).append(block)
    if not tables:
        return
    by_block: dict[int, list[Frame]] = {}
    for frame in story.frames:
        by_block.setdefault(frame.mention.block, []).append(frame)
    for blocks in tables.values():
        yield _grid(story, blocks, by_block)


def _grid(story: Story, blocks: list[Block], by_block: Mapping[int, list[Frame]]) -> Grid:
    prose = story.document.prose
    words, figures = {}, {}
    for block in blocks:
        place = block.row, block.column
        words[place] = visible(prose[block.span.start : block.span.end]).strip(" \t*_").lower()
        found = by_block.get(block.order, [])
        if len(found) == 1 and block.column > 0 and _is_bare(words[place]):
            figures[place] = found[0]
    if not all(
        (0, column) in figures and not _is_year(words[0, column]) for row, column in words if row == 0 and column
    ):
        figures = {place: frame for place, frame in figures.items() if place[0] > 0}
    rows, columns = ({place[way] for place in figures} for way in (0, 1))
    return Grid(words, figures, tuple(sorted(rows)), tuple(sorted(columns)), blocks[-1])


def _is_bare(words: str) -> bool:
    """Tell whether a cell is a figure: "1,284", "$4.1 million", "+15%"; not "6 (2 gold, 4 silver)", "one bedroom"."""
    return words.count(" ") <= 1 and "(" not in words and any(char.isdecimal() for char in words)


def _is_year(words: str) -> bool:
    return len(words) == 4 and words.isdigit()
