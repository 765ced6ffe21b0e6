"""The JSON shapes of a report: schema in ``reports/schema/report.schema.json``."""

from __future__ import annotations

from typing import Any

from checker.model.document import Document
from checker.model.report import DocumentReport, Finding, Place, Report, Silenced
from checker.model.version import VERSION
from checker.writers.counts import count
from checker.writers.order import Row, by_place

TOOL = {"name": "figcheck", "version": VERSION}


def report_shape(report: Report) -> dict[str, Any]:
    """Return ``check --output-format json``."""
    return {
        "schema": "figcheck-report/1",
        "tool": TOOL,
        "summary": summary_shape(report),
        "documents": [
            document_shape(d)
            | {"findings": [finding_shape(row.document, row.finding) for row in by_place(Report((d,)))]}
            | {"suppressed": [silenced_shape(d, one) for one in silenced(d)], "remarks": list(d.remarks)}
            for d in report.documents
        ],
    }


def summary_shape(report: Report) -> dict[str, Any]:
    """Return the counts, what could not be read and what did not run, each with its draft and reason."""
    return {
        **count(report)._asdict(),
        "unread": list(report.unread),
        "stale": list(report.stale),
        "not_run": [f"{d.path}: {reason}" for d in report.documents for reason in d.not_run],
    }


def document_shape(report: DocumentReport) -> dict[str, Any]:
    """Return what is told of one draft, without its findings."""
    return {
        "path": report.path,
        "sha256": report.sha256,
        "mentions": report.figures,
        "facts": report.joined,
        "comparisons": report.comparisons,
    }


def finding_shape(report: DocumentReport, finding: Finding) -> dict[str, Any]:
    """Return one finding."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "message": finding.message,
        "fact": finding.fact,
        "computed": finding.computed,
        "primary": place_shape(report.document, finding.primary),
        "related": [place_shape(report.document, place) for place in finding.related],
        "also": list(finding.also),
    }


def silenced(report: DocumentReport) -> list[Silenced]:
    """Return what the draft or the baseline silences, by line, column and rule."""
    told = [one for one in report.silenced if one.way != "unchanged"]
    return sorted(told, key=lambda one: Row(report, one.finding).place)


def silenced_shape(report: DocumentReport, one: Silenced) -> dict[str, Any]:
    """Return a finding that is not told, with what silences it."""
    return {**finding_shape(report, one.finding), "by": one.way, "reason": one.reason}


def place_shape(document: Document, place: Place) -> dict[str, Any]:
    """Return one place. ``locator`` stands only in a container (docx, odt, PDF), ``path`` only in another file."""
    locator, annex = document.locator(place.span.start), document.annex(place.span.start)
    first = annex.start if annex else 0
    shape: dict[str, Any] = {"path": annex.path} if annex else {}
    shape |= {
        "start": place.span.start - first,
        "end": place.span.end - first,
        "line": place.line,
        "column": place.column,
        "text": place.text,
        "label": place.label,
    }
    return shape if locator is None else {**shape, "locator": locator}
