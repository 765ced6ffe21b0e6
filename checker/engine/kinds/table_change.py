"""Tables in which a column of changes does not fit the two columns that it compares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from checker.engine.arithmetic import HUNDRED, change, printed_share, rounded, shown, slack
from checker.engine.check import Check
from checker.engine.grids import Grid, grids
from checker.engine.slips import exchanges
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason
from checker.model.values import NamedTuple

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
        before, after = (_YEAR.search(grid.heading(c)) for c in (old, new))
        if before and after and before.group() >= after.group():
            continue
        places = [(row, grid.figures.get((row, c))) for row in grid.rows for c in (old, new, column)]
        triples = [places[at : at + 3] for at in range(0, len(places), 3)]
        yield [Row(grid.label(t[0][0]), t[0][1], t[1][1], t[2][1]) for t in triples if t[0][1] and t[1][1] and t[2][1]]


def _claims(rows: Sequence[Row]) -> list[Claim]:
    return [claim for row in rows if (claim := _claim(row))]


def _claim(row: Row) -> Claim | None:
    a, b = row.old.mention.quantity.value, row.new.mention.quantity.value
    printed = _printed(row.by)
    computed = _computed(row, a, b)
    if printed is None or computed is None or not a or b is None:
        return None
    exact = (b - a) * HUNDRED / a
    blamed = row.by if not printed.is_disjoint(computed) else _mistyped(row, printed)
    named = {"change": row.by, "old figure": row.old, "new figure": row.new}
    others = [Premise(frame.mention.span, name) for name, frame in named.items() if frame is not blamed]
    return Claim(
        check="table-change",
        premises=(Premise(blamed.mention.span, "here"), *others),
        printed=printed,
        computed=computed,
        place=row.by.block_role,
        result=f"{'+' if exact > 0 else ''}{shown(rounded(exact, Decimal(1)))}%",
        proof=(Reason("table", row.label),),
        slots={
            "row": row.label,
            "old": row.old.mention.words,
            "new": row.new.mention.words,
            "change": row.by.mention.words,
        },
    )


def _printed(by: Frame) -> Interval | None:
    """Return the change as printed, with the sign that stands before its number; None if it is no percentage."""
    quantity = by.mention.quantity
    printed = printed_share(quantity) if quantity.dimension == "percent" else None
    if printed is None or not by.mention.words.startswith(("-", "−")) or (quantity.low or 0) <= 0:
        return printed
    return point(0).minus(printed)


def _computed(row: Row, a: Decimal | None, b: Decimal | None) -> Interval | None:
    """Return the changes from *a* to *b*, each as finely printed as the row's old and new figure."""
    reach = [slack(frame.mention.quantity) for frame in (row.old, row.new)]
    if not a or b is None:
        return None
    grown = change(point(a).widened(reach[0]), point(b).widened(reach[1]))
    return grown.widened(Decimal("0.5")) if grown else None


def _mistyped(row: Row, printed: Interval) -> Frame:
    """Return the one figure with which the row fits once two of its digits are exchanged, else the change."""
    a, b = row.old.value, row.new.value
    tried = [(row.old, other, b) for other in exchanges(a)] + [(row.new, a, other) for other in exchanges(b)]
    fitting = [f for f, old, new in tried if (made := _computed(row, old, new)) and not made.is_disjoint(printed)]
    return fitting[0] if len(fitting) == 1 else row.by


CHECK = Check("table-change", claims, slots=("row", "old", "new", "change"))
