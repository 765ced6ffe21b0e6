"""Shares whose part and whole stand in a table: "Baie Longue has 46 per cent of the deaths"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.grids import Grid, grids
from checker.facts.story import Story
from checker.lexicon.book import Book
from checker.model.frame import Frame
from checker.model.values import NamedTuple

BODY = frozenset({"paragraph", "list_item", "quote"})
NEAR = 6


class CellShare(NamedTuple):
    """The printed percentage, the cell of the row and the total of its column; ``heading`` names the column."""

    share: Frame
    part: Frame
    whole: Frame
    heading: str


def cell_shares(story: Story) -> Iterator[CellShare]:
    """Yield each percentage behind which "of the" and a column's heading stand, in a sentence that names one row."""
    for grid in grids(story):
        ends = [row for row in grid.rows if is_total(story.lexicon["tables"], grid.label(row))]
        for frame in story.frames if len(ends) == 1 else ():
            if frame.mention.quantity.dimension == "percent" and frame.block_role in BODY:
                found = _cells(story, grid, frame, ends[0])
                if found:
                    yield found


def is_total(book: Book, label: str) -> bool:
    """Tell whether a label is that of a total; "All other" is not."""
    if not {"other", "others"}.isdisjoint(label.split()):
        return False
    entry = book.get(label) or book.get(label.split(maxsplit=1)[0] if label else "")
    return entry is not None and entry.id == "total"


def _cells(story: Story, grid: Grid, frame: Frame, end: int) -> CellShare | None:
    tokens = [token.low for token in story.sentences[frame.mention.sentence].tokens]
    behind = tokens[frame.mention.until : frame.mention.until + NEAR]
    if behind[:1] != ["of"]:
        return None
    named = [row for row in grid.rows if row != end and _has(tokens, grid.label(row))]
    columns = [column for column in grid.columns if _has(behind, grid.heading(column))]
    if len(named) != 1 or len(columns) != 1:
        return None
    part, whole = (grid.figures.get((row, columns[0])) for row in (named[0], end))
    return CellShare(frame, part, whole, grid.heading(columns[0])) if part and whole else None


def _has(tokens: list[str], label: str) -> bool:
    """Tell whether all words of a label stand among the tokens."""
    return bool(label) and set(label.split()) <= set(tokens)
