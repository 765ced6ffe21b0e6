"""The figure table of a draft: every figure with its fact, also where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.frame import Frame
from checker.model.report import DocumentReport
from checker.model.values import NamedTuple
from checker.writers.in_words import meaning
from checker.writers.order import RANK
from checker.writers.places import where_is


class Figure(NamedTuple):
    """One row. ``figure`` is as printed, ``meaning`` what it can mean, ``verdict`` how it stands to its fact."""

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


def figures(report: DocumentReport) -> list[Figure]:
    """Return the rows: figures of one fact together, facts by their first figure."""
    return [_row(report, frame, name, size) for name, frame, size in _grouped(report)]


def _grouped(report: DocumentReport) -> Iterator[tuple[str, Frame, int]]:
    of = {frame.order: fact for fact in report.facts for frame in fact.frames}
    told: set[int] = set()
    for frame in report.frames:
        fact = of.get(frame.order)
        for member in fact.frames if fact else (frame,):
            if member.order not in told:
                told.add(member.order)
                yield (fact.name if fact else ""), member, (len(fact.frames) if fact else 1)


def _row(report: DocumentReport, frame: Frame, fact: str, size: int) -> Figure:
    mention, words = frame.mention, report.document.words
    line, column = report.document.line_col(mention.span.start)
    thing = words(mention.thing.span) if mention.thing else ""
    source = words(mention.source) if mention.source else frame.source
    return Figure(
        path=report.path,
        line=line,
        column=column,
        figure=mention.words,
        fact=fact or thing,
        meaning=meaning(mention.quantity),
        status=mention.status or "",
        source=source,
        where=where_is(frame),
        verdict=_verdict(report, frame, size),
    )


def _verdict(report: DocumentReport, frame: Frame, size: int) -> str:
    span = frame.mention.span
    touching = [f for f in report.findings if any(p.span.overlaps(span) for p in (f.primary, *f.related))]
    if touching:
        worst = min(touching, key=lambda f: RANK[f.severity])
        return f"{'note' if worst.severity == 'info' else worst.severity}: {worst.rule}"
    return f"agrees, {size} figures" if size > 1 else "single"
