"""The figure table of a draft: every figure with its fact, also where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.frame import Fact, Frame
from checker.model.report import DocumentReport, Finding
from checker.model.span import Span
from checker.model.values import NamedTuple
from checker.writers.held import MOST, NOTHING, Held, held
from checker.writers.in_words import meaning
from checker.writers.order import RANK
from checker.writers.places import path_of, where_is


class Figure(NamedTuple):
    """One row. ``figure`` is as printed, ``meaning`` what it can mean, ``verdict`` how it stands to its fact.

    ``compared`` names the figures that it was held against, with their places.
    """

    path: str
    line: int
    column: int
    figure: str
    fact: str
    meaning: str
    status: str
    source: str
    where: str
    verdict: str
    compared: str

    @property
    def level(self) -> str:
        """The verdict in one word: error, warning, note, silenced, passed, agrees or single."""
        return self.verdict.partition(":")[0].partition(",")[0]


class Row(NamedTuple):
    """A figure of the table beside its frame, its fact and what it was held against."""

    frame: Frame
    fact: Fact | None
    held: Held
    figure: Figure


def figures(report: DocumentReport) -> list[Figure]:
    """Return the table: figures of one fact together, facts by their first figure."""
    return [row.figure for row in rows(report)]


def rows(report: DocumentReport) -> list[Row]:
    """Return the table with all that a row was made from."""
    against = held(report)
    return [_row(report, frame, fact, against.get(frame.order, NOTHING)) for fact, frame in _grouped(report)]


def _grouped(report: DocumentReport) -> Iterator[tuple[Fact | None, Frame]]:
    of = {frame.order: fact for fact in report.facts for frame in fact.frames}
    told: set[int] = set()
    for frame in report.frames:
        fact = of.get(frame.order)
        for member in fact.frames if fact else (frame,):
            if member.order not in told:
                told.add(member.order)
                yield fact, member


def _row(report: DocumentReport, frame: Frame, fact: Fact | None, against: Held) -> Row:
    mention, words = frame.mention, report.document.words
    line, column = report.document.line_col(mention.span.start)
    thing = words(mention.thing.span) if mention.thing else ""
    figure = Figure(
        path=path_of(report, mention.span),
        line=line,
        column=column,
        figure=mention.words,
        fact=(fact.name if fact else "") or thing,
        meaning=meaning(mention.quantity),
        status=mention.status or "",
        source=words(mention.source) if mention.source else frame.source,
        where=where_is(frame),
        verdict=_verdict(report, frame, len(fact.frames) if fact else 1, against),
        compared=_compared(report, against),
    )
    return Row(frame, fact, against, figure)


def _verdict(report: DocumentReport, frame: Frame, size: int, against: Held) -> str:
    span = frame.mention.span
    touching = [f for f in report.findings if _touches(f, span)]
    if touching:
        worst = min(touching, key=lambda f: RANK[f.severity])
        return f"{'note' if worst.severity == 'info' else worst.severity}: {worst.rule}"
    silenced = next((one.finding.rule for one in report.silenced if _touches(one.finding, span)), "")
    if silenced:
        return f"silenced: {silenced}"
    if size > 1:
        return f"agrees, {size} figures"
    if against.holds and against.others:
        return "agrees"
    # Held against something and not equal to it, but within a rule's tolerance, or the rule is off.
    return "passed" if against.others else "single"


def _touches(finding: Finding, span: Span) -> bool:
    return any(place.span.overlaps(span) for place in (finding.primary, *finding.related))


def _compared(report: DocumentReport, against: Held) -> str:
    frames = [report.frames[order] for order in against.others[:MOST]]
    named = "; ".join(f"{frame.mention.words} ({where_is(frame)})" for frame in frames)
    more = len(against.others) - len(frames)
    return named + (f" and {more} more" if more else "")
