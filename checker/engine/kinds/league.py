"""League tables in which games or points do not fit: 17 won and seven drawn are 58 points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from checker.engine.arithmetic import shown
from checker.engine.check import Check
from checker.engine.grids import Grid, grids
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason

WIN = Decimal(3)
COLUMNS = ("played", "won", "drawn", "lost", "points")


def claims(story: Story) -> Iterator[Claim]:
    """Yield claims for each row of a table headed P, W, D, L: games played, and points where most rows count so."""
    for grid in grids(story):
        columns = _columns(story, grid)
        if {"won", "drawn", "lost"} <= set(columns):
            rows = [(row, _row(grid, columns, row)) for row in grid.rows]
            for total, parts in (("played", (1, 1, 1)), ("points", (WIN, 1, 0))):
                made = [_claim(grid.label(row), cells, total, parts) for row, cells in rows if total in cells]
                known = [claim for claim in made if claim]
                if sum(claim.holds for claim in known) * 2 > len(known):
                    yield from known


def _columns(story: Story, grid: Grid) -> Mapping[str, int]:
    """Return the columns by what they count."""
    book = story.lexicon["tables"]
    entries = ((book.get(grid.heading(column).rstrip(".")), column) for column in grid.columns)
    return {entry.id: column for entry, column in entries if entry and entry.id in COLUMNS}


def _row(grid: Grid, columns: Mapping[str, int], row: int) -> Mapping[str, Frame]:
    found = {name: grid.figures.get((row, column)) for name, column in columns.items()}
    return {name: frame for name, frame in found.items() if frame and frame.mention.quantity.value is not None}


def _claim(label: str, cells: Mapping[str, Frame], total: str, weights: tuple[Decimal | int, ...]) -> Claim | None:
    parts = [cells.get(name) for name in ("won", "drawn", "lost")]
    if None in parts:
        return None
    known = [frame for frame in parts if frame]
    value = sum(frame.value * weight for frame, weight in zip(known, weights, strict=True))
    return Claim(
        check="league",
        premises=(Premise(cells[total].mention.number, "here"), *(Premise(f.mention.number, "part") for f in known)),
        printed=point(cells[total].mention.quantity.value or 0),
        computed=point(value),
        place="table_cell",
        result=shown(Decimal(value)),
        proof=(Reason("table", label),),
        slots={"row": label, "column": total},
    )


CHECK = Check("league", claims, slots=("row", "column"))
