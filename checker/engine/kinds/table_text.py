"""Figures of the text that differ from the table's by a slip: 799 robberies in the story, 779 in the row "Robbery"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from checker.engine.check import Check
from checker.engine.grids import Grid, grids
from checker.engine.once import once
from checker.engine.slips import are_transposed, differ_in_one_digit, digits_of
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason

BODY = frozenset({"paragraph", "list_item", "caption"})
TWO_DIGITS = 2
FARTHEST = 60
"""Blocks between a table and the text about it, in a long report; a cell is a block."""


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each figure of a sentence that names a row and gives another of its figures."""
    for grid in grids(story):
        if len(grid.rows) > 1 and len(grid.columns) > 1:
            printed = {_value(frame) for frame in grid.figures.values()}
            told, cells = _sentences_on(story, grid), _cells(grid)
            for row in grid.rows:
                for figures in told.get(row, ()):
                    yield from _claims(grid, row, cells[row], figures, printed)


def _sentences_on(story: Story, grid: Grid) -> Mapping[int, Sequence[Sequence[Frame]]]:
    """Return by row the figures of each sentence near the table that has all words of its label and of no other's."""
    told: dict[int, list[Sequence[Frame]]] = {}
    labels = {row: label for row in grid.rows if (label := frozenset(grid.label(row).split()))}
    often = Counter(word for label in labels.values() for word in label)
    rarest: dict[str, list[int]] = {}
    for row, label in labels.items():
        rarest.setdefault(min(label, key=lambda word: (often[word], word)), []).append(row)
    for figures, words in _near(story, grid):
        rows = [row for word in words & rarest.keys() for row in rarest[word] if labels[row] <= words]
        if len(rows) == 1:
            told.setdefault(rows[0], []).append(figures)
    return told


def _near(story: Story, grid: Grid) -> Sequence[tuple[list[Frame], frozenset[str]]]:
    running = once(story, "running sentences", _running)
    if story.document.annex(grid.last.span.start) is not None:
        return running  # A table that was given beside the draft is about all of it.
    home = next(iter(grid.figures.values())).mention.block
    start = bisect_left(running, home - FARTHEST, key=_block)
    return running[start : bisect_right(running, home + FARTHEST, key=_block)]


def _block(sentence: tuple[list[Frame], frozenset[str]]) -> int:
    return sentence[0][0].mention.block


def _cells(grid: Grid) -> Mapping[int, Sequence[Frame]]:
    cells: dict[int, list[Frame]] = {}
    for (row, _), frame in sorted(grid.figures.items()):
        cells.setdefault(row, []).append(frame)
    return cells


def _running(story: Story) -> list[tuple[list[Frame], frozenset[str]]]:
    """Return the figures and the words of each sentence of the body that has a figure."""
    figures: dict[int, list[Frame]] = {}
    for frame in story.frames:
        if story.document.blocks[frame.mention.block].role in BODY:
            figures.setdefault(frame.mention.sentence, []).append(frame)
    tokens = {order: story.sentences[order].tokens for order in figures}
    return [(figures[order], frozenset(token.low for token in tokens[order])) for order in sorted(figures)]


def _claims(
    grid: Grid, row: int, cells: Sequence[Frame], figures: Sequence[Frame], printed: set[object]
) -> Iterator[Claim]:
    met = [f for f in figures if any(_value(f) == _value(cell) and _alike(f, cell) for cell in cells)]
    values = {_value(f) for f in met}
    for frame in figures if met else ():
        same = [cell for cell in cells if _value(cell) == _value(frame) and _alike(cell, frame)]
        slips = [cell for cell in cells if _value(cell) not in values and _is_slip(cell, frame)]
        if same:
            yield _claim(grid, row, frame, same[0])
        elif len(slips) == 1 and _value(frame) not in printed:
            yield _claim(grid, row, frame, slips[0])


def _value(frame: Frame) -> object:
    return frame.mention.quantity.value


def _alike(a: Frame, b: Frame) -> bool:
    """Tell whether two figures can be one: same dimension; a table may leave out the unit of money."""
    one, two = a.mention.quantity, b.mention.quantity
    return one.kind == "exact" and two.kind == "exact" and one.dimension == two.dimension


def _is_slip(cell: Frame, frame: Frame) -> bool:
    """Tell whether a figure is a cell's with two digits exchanged or one digit wrong, of three digits at least."""
    a, b = cell.mention.quantity.value, frame.mention.quantity.value
    if a is None or b is None or not _alike(cell, frame) or len(digits_of(a).replace(".", "")) <= TWO_DIGITS:
        return False
    return are_transposed(a, b) or differ_in_one_digit(a, b)


def _claim(grid: Grid, row: int, frame: Frame, cell: Frame) -> Claim:
    return Claim(
        check="table-text",
        premises=(Premise(frame.mention.span, "here"), Premise(cell.mention.number, "table")),
        printed=point(frame.mention.quantity.value or 0),
        computed=point(cell.mention.quantity.value or 0),
        place=frame.block_role,
        result=cell.mention.words,
        proof=(Reason("table", grid.label(row)),),
        slots={"row": grid.label(row), "cell": cell.mention.words},
    )


CHECK = Check("table-text", claims, slots=("row", "cell"))
