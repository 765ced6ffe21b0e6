"""Stretches that stand on one line, and lines of cells that make a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.document.pdf.glyphs import Stretch

Row = tuple[Stretch, ...]


def rows(stretches: Sequence[Stretch]) -> list[Row]:
    """Return the lines from top to bottom, each from left to right."""
    found: list[list[Stretch]] = []
    for one in sorted(stretches, key=lambda one: (-one.base, one.left)):
        if found and abs(found[-1][0].base - one.base) < 0.4 * min(found[-1][0].size, one.size):
            found[-1].append(one)
        else:
            found.append([one])
    return [tuple(sorted(row, key=lambda one: one.left)) for row in found]


def tables_apart(lines: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Yield stretches of lines, and whether they are a table: two lines or more of two cells or more, near each other.

    A line of one cell between two of them ("Total", wrapped words) belongs to the table.
    """
    run: list[Row] = []
    is_table = False
    for at, line in enumerate(lines):
        in_table = len(line) > 1 or (
            is_table and at + 1 < len(lines) and len(lines[at + 1]) > 1 and _fits(line[0], run)
        )
        near = not run or run[-1][0].base - line[0].base < 3.5 * max(run[-1][0].size, line[0].size)
        if run and (in_table != is_table or not near):
            yield _judged(is_table, run)
            run = []
        is_table = in_table
        run.append(line)
    if run:
        yield _judged(is_table, run)


def _fits(one: Stretch, run: Sequence[Row]) -> bool:
    """Tell whether a lone cell stands in the first column of the table so far."""
    starts = [row[1].left for row in run if len(row) > 1]
    return bool(starts) and one.right < min(starts)


def _judged(is_table: bool, run: list[Row]) -> tuple[bool, list[Row]]:
    return is_table and sum(len(row) > 1 for row in run) > 1, run


def columns(table: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the columns of a table as ranges of x that no cell crosses."""
    found: list[list[float]] = []
    for one in sorted((one for row in table for one in row), key=lambda one: one.left):
        if found and one.left < found[-1][1]:
            found[-1][1] = max(found[-1][1], one.right)
        else:
            found.append([one.left, one.right])
    return [(left, right) for left, right in found]
