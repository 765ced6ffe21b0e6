"""Facts with two figures or more, each with a picture; and who says what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model.values import NamedTuple
from checker.writers.figures import Row
from checker.writers.page.axis import Axis, axis
from checker.writers.page.marks import Marks

_CALENDAR = ("date", "time")


class Line(NamedTuple):
    """A figure beside its bar, or among what a source says; ``mark`` is its id in the draft."""

    figure: str
    fact: str
    meaning: str
    where: str
    source: str
    level: str
    mark: str


class FactView(NamedTuple):
    """One fact; ``axis`` is None where there is nothing to draw."""

    name: str
    lines: tuple[Line, ...]
    axis: Axis | None


class Voice(NamedTuple):
    """Who is quoted in the draft, with all the figures given on their word."""

    name: str
    lines: tuple[Line, ...]


def facts(rows: Sequence[Row], marks: Marks) -> Iterator[FactView]:
    """Yield the facts with two figures or more, in the order of the table."""
    groups: dict[int, list[Row]] = {}
    for row in rows:
        if row.fact and len(row.fact.frames) > 1:
            groups.setdefault(row.fact.frames[0].order, []).append(row)
    for group in groups.values():
        quantities = [row.frame.mention.quantity for row in group]
        drawn = all(quantity.dimension not in _CALENDAR for quantity in quantities)
        picture = axis([(quantity.hard, quantity.soft) for quantity in quantities]) if drawn else None
        yield FactView(group[0].figure.fact, tuple(_line(row, marks) for row in group), picture)


def voices(rows: Sequence[Row], marks: Marks) -> list[Voice]:
    """Return the sources in the order in which the draft brings them in, with their figures in text order."""
    said: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.frame.order):
        if row.frame.source:
            said.setdefault(row.frame.source, []).append(row)
    return [Voice(_longest(group), tuple(_line(row, marks) for row in group)) for group in said.values()]


def _longest(group: Sequence[Row]) -> str:
    """Return the fullest form of a name: "Rómulo Teves, chief of the highway police" rather than "Teves"."""
    return max((row.figure.source for row in group), key=len)


def _line(row: Row, marks: Marks) -> Line:
    span, figure = row.frame.mention.span, row.figure
    met = marks.within(span.start, span.end)
    words = " ".join(figure.figure.split())
    return Line(words, figure.fact, figure.meaning, figure.where, figure.source, figure.level, met[0].id if met else "")
