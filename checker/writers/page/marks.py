"""The places of a draft that the page marks: every figure, and what else a finding rests on ("rose")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from checker.model.report import DocumentReport, Finding
from checker.model.span import Span
from checker.model.values import NamedTuple
from checker.writers.figures import Row
from checker.writers.order import RANK

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
"""Severity -> its word on the page."""


class Mark(NamedTuple):
    """One marked place. ``row`` is the id of its row in the figure table, "" for what is no figure.

    ``level`` is the verdict in one word; ``findings`` are the numbers of the findings that it takes part in, from 1,
    and ``accused`` tells of the place that one of them is about.
    """

    id: str
    span: Span
    level: str
    row: str
    findings: tuple[int, ...]
    accused: bool


class Marks:
    """The marks of one draft in text order; no two overlap."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.all = tuple(marks)
        self._ends = [mark.span.end for mark in self.all]

    def within(self, start: int, end: int) -> list[Mark]:
        """Return the marks that share a code point with ``[start, end)``."""
        at = bisect_left(self._ends, start + 1)
        found = []
        while at < len(self.all) and self.all[at].span.start < end:
            found.append(self.all[at])
            at += 1
        return found


def make_marks(report: DocumentReport, findings: Sequence[Finding], rows: Sequence[Row], prefix: str) -> Marks:
    """Mark a draft; *findings* are numbered in their order, *prefix* begins every id."""
    row_of = {row.frame.mention.span: f"{prefix}-r{at}" for at, row in enumerate(rows, 1)}
    level_of = {row.frame.mention.span: row.figure.level for row in rows}
    figures = _parted(row.frame.mention.span for row in rows)
    places = {place.span for finding in findings for place in (finding.primary, *finding.related)}
    taken = Marks([Mark("", span, "", "", (), False) for span, _ in figures])
    bare = _parted(span for span in places if not taken.within(span.start, span.end))
    marks = []
    for at, (span, whole) in enumerate(sorted(figures + bare), 1):
        numbers = tuple(n for n, finding in enumerate(findings, 1) if _touches(finding, span))
        accused = any(findings[n - 1].primary.span.overlaps(span) for n in numbers)
        worst = min((findings[n - 1].severity for n in numbers), key=RANK.__getitem__, default="")
        level = LEVELS[worst] if worst else level_of.get(whole, "single")
        marks.append(Mark(f"{prefix}-m{at}", span, level, row_of.get(whole, ""), numbers, accused))
    return Marks(marks)


def _touches(finding: Finding, span: Span) -> bool:
    return any(place.span.overlaps(span) for place in (finding.primary, *finding.related))


def _parted(spans: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Return *spans* in text order, each cut to what the ones before leave of it, with the whole of it."""
    parted: list[tuple[Span, Span]] = []
    end = 0
    for span in sorted(spans):
        if span.end > end:
            parted.append((Span(max(span.start, end), span.end), span))
            end = span.end
    return parted
