"""``--output-format rdjson``: the Reviewdog Diagnostic Format."""

from __future__ import annotations

from typing import Any

from checker.model.document import Document
from checker.model.report import DocumentReport, Report
from checker.model.span import Span
from checker.writers import Style
from checker.writers.jsontext import dump
from checker.writers.order import Row, by_place
from checker.writers.paths import posix
from checker.writers.places import path_of, region
from checker.writers.safe import inert

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def write(report: Report, style: Style) -> str:
    """Return one JSON object with a diagnostic a finding."""
    rows = by_place(report)
    worst = next((s for s in _SEVERITIES if report.count(s)), "info")
    shape = {
        "source": {"name": "figcheck"},
        "severity": _SEVERITIES[worst],
        "diagnostics": [_diagnostic(row, style) for row in rows],
    }
    return dump(shape, indent=2) + "\n"


def _diagnostic(row: Row, style: Style) -> dict[str, Any]:
    finding, report = row.finding, row.document
    return {
        "message": inert(finding.message),
        "location": _location(report, finding.primary.span, style),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "related_locations": [
            {"message": inert(f"{p.label}: {p.text}"), "location": _location(report, p.span, style)}
            for p in finding.related
        ],
    }


def _location(report: DocumentReport, span: Span, style: Style) -> dict[str, Any]:
    document = report.document
    r = region(document, span)
    start = {"line": r.line, "column": _bytes(document, span.start, r.column)}
    end = {"line": r.end_line, "column": _bytes(document, span.end, r.end_column)}
    return {"path": posix(path_of(report, span), style), "range": {"start": start, "end": end}}


def _bytes(document: Document, offset: int, column: int) -> int:
    """Turn a column in code points into one in bytes of UTF-8, which is what reviewdog counts."""
    before = document.text[offset - column + 1 : offset]
    return len(before.encode("utf-8", "surrogatepass")) + 1
