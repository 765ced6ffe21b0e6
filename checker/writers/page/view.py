"""All that the page shows of one report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model.frame import Frame
from checker.model.report import DocumentReport, Finding, Report, RuleNote
from checker.model.values import NamedTuple
from checker.writers.counts import examined
from checker.writers.figures import Figure, Row, rows
from checker.writers.held import MOST
from checker.writers.order import worst_first
from checker.writers.page.draft import Part, parts
from checker.writers.page.facts import FactView, Voice, facts, voices
from checker.writers.page.marks import LEVELS, Marks, make_marks
from checker.writers.page.quotes import Quote, quotes
from checker.writers.places import where_is
from checker.writers.why import because

VERDICTS = ("error", "warning", "note", "silenced", "passed", "agrees", "single")
"""How a figure can stand to its fact, the worst first."""


class FindingView(NamedTuple):
    """One finding; ``number`` counts from 1 in its draft, and ``marks`` are the ids of its places there."""

    id: str
    number: int
    level: str
    finding: Finding
    quotes: tuple[Quote, ...]
    marks: tuple[str, ...]
    because: tuple[str, ...]
    note: RuleNote | None


class Other(NamedTuple):
    """A figure that another was held against."""

    figure: str
    where: str
    mark: str


class RowView(NamedTuple):
    """One row of the figure table; ``low`` sorts by what a figure can mean, ``more`` counts others not named."""

    id: str
    mark: str
    order: int
    figure: Figure
    low: str
    findings: tuple[int, ...]
    others: tuple[Other, ...]
    more: int


class DocumentView(NamedTuple):
    """One draft. ``id`` begins every id in its section."""

    id: str
    report: DocumentReport
    examined: str
    findings: tuple[FindingView, ...]
    parts: tuple[Part, ...]
    rows: tuple[RowView, ...]
    facts: tuple[FactView, ...]
    voices: tuple[Voice, ...]
    levels: tuple[tuple[str, int], ...]

    def count(self, level: str) -> int:
        """Count the findings of one level."""
        return sum(finding.level == level for finding in self.findings)


def document_view(report: DocumentReport, number: int, notes: Mapping[str, RuleNote]) -> DocumentView:
    """Lay out one draft; *number* counts the drafts of the page from 1."""
    prefix, alone = f"d{number}", Report((report,))
    findings = [row.finding for row in worst_first(alone)]
    table = rows(report)
    marks = make_marks(report, findings, table, prefix)
    seen = [_row(report, row, at, marks, prefix) for at, row in enumerate(table, 1)]
    return DocumentView(
        id=prefix,
        report=report,
        examined=examined(alone).partition(": ")[2],
        findings=tuple(_finding(report, one, n, marks, prefix, notes) for n, one in enumerate(findings, 1)),
        parts=tuple(parts(report.document, marks)),
        rows=tuple(seen),
        facts=tuple(facts(table, marks)),
        voices=tuple(voices(table, marks)),
        levels=tuple(_levels(seen)),
    )


def _finding(
    report: DocumentReport, finding: Finding, number: int, marks: Marks, prefix: str, notes: Mapping[str, RuleNote]
) -> FindingView:
    places = (finding.primary, *finding.related)
    met = [mark.id for place in places for mark in marks.within(place.span.start, place.span.end)]
    return FindingView(
        id=f"{prefix}-n{number}",
        number=number,
        level=LEVELS[finding.severity],
        finding=finding,
        quotes=tuple(quotes(report, finding, marks)),
        marks=tuple(dict.fromkeys(met)),
        because=tuple(because(finding.claim)),
        note=notes.get(finding.rule),
    )


def _row(report: DocumentReport, row: Row, number: int, marks: Marks, prefix: str) -> RowView:
    span = row.frame.mention.span
    met = marks.within(span.start, span.end)
    others = [report.frames[order] for order in row.held.others[:MOST]]
    hard = row.frame.mention.quantity.hard
    low = hard.low if hard.low is not None else hard.high
    return RowView(
        id=f"{prefix}-r{number}",
        mark=met[0].id if met else "",
        order=row.frame.order,
        figure=row.figure,
        low="" if low is None else f"{low:f}",
        findings=met[0].findings if met else (),
        others=tuple(_other(frame, marks) for frame in others),
        more=len(row.held.others) - len(others),
    )


def _other(frame: Frame, marks: Marks) -> Other:
    span = frame.mention.span
    met = marks.within(span.start, span.end)
    return Other(" ".join(frame.mention.words.split()), where_is(frame), met[0].id if met else "")


def _levels(table: Sequence[RowView]) -> Iterator[tuple[str, int]]:
    """Yield each verdict that occurs with the number of its figures, the worst first."""
    found = [row.figure.level for row in table]
    yield from ((level, found.count(level)) for level in VERDICTS if level in found)
