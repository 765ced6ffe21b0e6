"""``--output-format gitlab``: a code quality report for a merge request."""

from __future__ import annotations

from checker.model.report import Report
from checker.writers import Style
from checker.writers.jsontext import dump
from checker.writers.order import by_place
from checker.writers.paths import posix
from checker.writers.places import path_of, region
from checker.writers.safe import inert

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def write(report: Report, style: Style) -> str:
    """Return a JSON array; the fingerprint is the finding's id, so that a moved line stays the same issue."""
    issues = []
    for document, finding in by_place(report):
        r = region(document.document, finding.primary.span)
        issues.append(
            {
                "description": inert(finding.message),
                "check_name": finding.rule,
                "fingerprint": finding.id,
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": posix(path_of(document, finding.primary.span), style),
                    "lines": {"begin": r.line, "end": r.end_line},
                },
            }
        )
    return dump(issues, indent=2) + "\n"
