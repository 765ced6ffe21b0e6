"""The sentences that a finding rests on, with the figures in them marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.model.report import DocumentReport, Finding, Place
from checker.model.span import Span
from checker.model.values import NamedTuple
from checker.writers.excerpt import around, row_of
from checker.writers.page.draft import Piece, pieces
from checker.writers.page.marks import Mark, Marks
from checker.writers.places import at_of, named

_REACH = 280
"""Code points of a sentence on either side of the figures; the draft beside it has the rest."""


class Spot(NamedTuple):
    """A place of a finding in words, and the id of its mark in the draft ("" where the draft shows none)."""

    name: str
    line: int
    mark: str


class Quote(NamedTuple):
    """One sentence, or row of a table, with the places of the finding that stand in it."""

    spots: tuple[Spot, ...]
    pieces: tuple[Piece, ...]
    accused: bool


def quotes(report: DocumentReport, finding: Finding, marks: Marks) -> Iterator[Quote]:
    """Yield what to show side by side: one quote a sentence, the accused place's first."""
    places = (finding.primary, *finding.related)
    for _, together in groupby(places, key=lambda place: around(report, place.span)):
        group = tuple(together)
        spots = tuple(_spot(report, place, marks) for place in group)
        yield Quote(spots, _words(report, group, marks), finding.primary in group)


def _spot(report: DocumentReport, place: Place, marks: Marks) -> Spot:
    met = marks.within(place.span.start, place.span.end)
    locator = report.document.locator(place.span.start)
    return Spot(named(report, place) + (f", {locator}" if locator else ""), place.line, met[0].id if met else "")


def _words(report: DocumentReport, group: Sequence[Place], marks: Marks) -> tuple[Piece, ...]:
    low, high = around(report, group[0].span)
    first = min(place.span.start for place in group)
    last = max(place.span.end for place in group)
    start, end = _from(report, low, first), _to(report, last, high)
    only = Marks(_shown(group, marks))
    found = list(_cut(report, start, end, only))
    return (
        *([Piece("… ")] if start > low else []),
        *found,
        *([Piece(" …")] if end < high else []),
    )


def _shown(group: Sequence[Place], marks: Marks) -> list[Mark]:
    """Return the marks of these places alone: the other figures of the sentence have no part in the finding."""
    met = [mark for place in group for mark in marks.within(place.span.start, place.span.end)]
    return sorted(dict.fromkeys(met), key=lambda mark: mark.span)


def _cut(report: DocumentReport, start: int, end: int, marks: Marks) -> Iterator[Piece]:
    """Yield the pieces, with a bar between the cells of a row."""
    block = at_of(report.document, report.document.blocks, Span(start, start + 1), lambda block: block.span)
    cells = [(max(c.start, start), min(c.end, end)) for c in row_of(report, block)] or [(start, end)]
    for at, (low, high) in enumerate(cells):
        if at:
            yield Piece(" | ")
        yield from pieces(report.document, low, high, marks) if low < high else ()


def _from(report: DocumentReport, low: int, first: int) -> int:
    """Return where the quote begins: at its sentence, or at a word within reach of the figure."""
    if first - low <= _REACH:
        return low
    blank = report.document.text.find(" ", first - _REACH, first)
    return blank + 1 if blank >= 0 else first - _REACH


def _to(report: DocumentReport, last: int, high: int) -> int:
    if high - last <= _REACH:
        return high
    blank = report.document.text.rfind(" ", last, last + _REACH)
    return blank if blank >= 0 else last + _REACH
