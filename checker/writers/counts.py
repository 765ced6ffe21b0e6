"""What was examined, in figures: the line that also a clean run must print."""

from __future__ import annotations

from checker.model.report import Report
from checker.model.values import NamedTuple


class Counts(NamedTuple):
    """Sums over all drafts of a report; ``mentions`` are the figures.

    ``suppressed`` are findings that a draft silences, ``baseline`` those that the baseline does, ``unchanged`` those
    that stand in lines which did not change.
    """

    documents: int
    mentions: int
    facts: int
    comparisons: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    baseline: int
    unchanged: int


def count(report: Report) -> Counts:
    """Add up a report."""
    documents = report.documents
    return Counts(
        documents=len(documents),
        mentions=sum(d.figures for d in documents),
        facts=sum(d.joined for d in documents),
        comparisons=sum(d.comparisons for d in documents),
        errors=report.count("error"),
        warnings=report.count("warning"),
        infos=report.count("info"),
        suppressed=sum(d.quiet("draft") for d in documents),
        baseline=sum(d.quiet("baseline") for d in documents),
        unchanged=sum(d.quiet("unchanged") for d in documents),
    )


def summary(report: Report) -> str:
    """Return the last line of every run. Its wording is fixed, whatever the counts: scripts read it."""
    c = count(report)
    examined = f"checked {c.documents} documents, {c.mentions} figures, {c.facts} facts, {c.comparisons} comparisons"
    found = f"{c.errors} errors, {c.warnings} warnings, {c.infos} notes"
    return ", ".join([f"{examined}; {found}", *_quiet(c)])


def examined(report: Report) -> str:
    """Say to a person what was read: "2 documents: 31 figures, 12 facts, 9 comparisons"."""
    c = count(report)
    read = f"{some(c.mentions, 'figure')}, {some(c.facts, 'fact')}, {some(c.comparisons, 'comparison')}"
    return f"{some(c.documents, 'document')}: {read}"


def verdict(report: Report) -> str:
    """Say to a person what was found: "1 error, 2 notes", "nothing found", "nothing new, 54 in the baseline"."""
    c = count(report)
    levels = ((c.errors, "error"), (c.warnings, "warning"), (c.infos, "note"))
    quiet = _quiet(c)
    found = [some(number, level) for number, level in levels if number]
    return ", ".join([*(found or ["nothing new" if quiet else "nothing found"]), *quiet])


def _quiet(c: Counts) -> list[str]:
    """Say how many findings are not told, by what keeps them quiet."""
    ways = ((c.suppressed, "suppressed"), (c.baseline, "in the baseline"), (c.unchanged, "in unchanged lines"))
    return [f"{number} {way}" for number, way in ways if number]


def some(number: int, noun: str) -> str:
    """Return "1 fact", "2 facts"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def not_run(report: Report) -> list[str]:
    """Return what did not run, each reason once with the drafts that it holds for, in order of first appearance."""
    where: dict[str, list[str]] = {}
    for document in report.documents:
        for reason in document.not_run:
            where.setdefault(reason, []).append(document.path)
    return [f"{reason} ({_named(paths)})" for reason, paths in where.items()]


def _named(paths: list[str]) -> str:
    shown = ", ".join(paths[:3])
    return shown if len(paths) <= 3 else f"{shown} and {len(paths) - 3} more"


def remarks(report: Report) -> list[str]:
    """Return what is told of suppressions and of the baseline: what is over, idle or stale."""
    return [*(remark for document in report.documents for remark in document.remarks), *report.stale]
