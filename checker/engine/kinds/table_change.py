"""Tables in which a column of changes does not fit the two columns that it compares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from checker.engine.arithmetic import HUNDRED, change, meant, printed_share, rounded, shown
from checker.engine.check import Check
from checker.engine.grids import Grid, grids
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason

MOST_WRONG = 3
"""One row in three may be wrong; where more are, the column tells of something else."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class Row(NamedTuple):
    """One row: what it is called, its old and new figure, and the change between them as printed."""

    label: str
    old: Frame
    new: Frame
    by: Frame


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each row of a table that has an old figure, a new one and the change in per cent or points."""
    for grid in grids(story):
        for column in grid.columns:
            if _is_change(story, grid, column):
                made = max((_claims(rows) for rows in _readings(grid, column)), key=_right, default=[])
                wrong = len(made) - _right(made)
                if _right(made) > 1 and wrong * MOST_WRONG <= len(made):
                    yield from made


def _right(made: Sequence[Claim]) -> int:
    return sum(claim.holds for claim in made)


def _is_change(story: Story, grid: Grid, column: int) -> bool:
    """Tell whether a column is headed "Change" or the like, or all its figures carry a sign."""
    book = story.lexicon["tables"]
    entries = [book.get(grid.heading(column)), *map(book.get, grid.heading(column).split())]
    cells = [grid.words[place] for place in grid.figures if place[1] == column]
    return any(entry and entry.id == "change" for entry in entries) or all(cell[:1] in "+-−±" for cell in cells)


def _readings(grid: Grid, column: int) -> Iterator[list[Row]]:
    """Yield the rows for each pair of other columns, in the order of their years where they have any."""
    for old, new in permutations([c for c in grid.columns if c != column], 2):
        years = [_YEAR.search(grid.heading(c)) for c in (old, new)]
        if all(years) and years[0].group() >= years[1].group():  # type: ignore[union-attr]
            continue
        places = [(row, grid.figures.get((row, c))) for row in grid.rows for c in (old, new, column)]
        triples = [places[at : at + 3] for at in range(0, len(places), 3)]
        yield [Row(grid.label(t[0][0]), t[0][1], t[1][1], t[2][1]) for t in triples if t[0][1] and t[1][1] and t[2][1]]


def _claims(rows: Sequence[Row]) -> list[Claim]:
    return [claim for row in rows if (claim := _claim(row))]


def _claim(row: Row) -> Claim | None:
    before, after = meant(row.old.mention.quantity), meant(row.new.mention.quantity)
    by, a, b = row.by.mention.quantity, row.old.mention.quantity.value, row.new.mention.quantity.value
    if by.dimension != "percent" or before is None or after is None or not a or b is None:
        return None
    printed, computed = printed_share(by), change(before, after)
    if printed is None or computed is None:
        return None
    sign = -1 if row.by.mention.words.startswith(("-", "−")) and by.low is not None and by.low > 0 else 1
    exact = (b - a) * HUNDRED / a
    return Claim(
        check="table-change",
        premises=(
            Premise(row.by.mention.span, "here"),
            Premise(row.old.mention.number, "old figure"),
            Premise(row.new.mention.number, "new figure"),
        ),
        printed=_signed(printed, sign),
        computed=computed.widened(Decimal("0.5")),
        place=row.by.block_role,
        result=f"{'+' if exact > 0 else ''}{shown(rounded(exact, Decimal(1)))}%",
        proof=(Reason("table", row.label),),
        slots={"row": row.label, "old": row.old.mention.words, "new": row.new.mention.words},
    )


def _signed(printed: Interval, sign: int) -> Interval:
    """Return the change with the sign that stands before its number."""
    return printed if sign > 0 else point(0).minus(printed)


CHECK = Check("table-change", claims, slots=("row", "old", "new"))
