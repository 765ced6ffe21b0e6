"""The findings of a report in the two orders that people and programs expect."""

from __future__ import annotations

from checker.model.claim import SEVERITIES
from checker.model.report import DocumentReport, Finding, Report
from checker.model.values import NamedTuple

RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}
"""Severity -> 0 for the worst."""


class Row(NamedTuple):
    """A finding beside the draft that it stands in."""

    document: DocumentReport
    finding: Finding

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Path, line, column, rule: the order that never changes."""
        primary = self.finding.primary
        return self.document.path, primary.line, primary.column, self.finding.rule


def by_place(report: Report) -> list[Row]:
    """Return all findings by path, line, column and rule."""
    rows = [Row(document, finding) for document in report.documents for finding in document.findings]
    return sorted(rows, key=lambda row: row.place)


def worst_first(report: Report) -> list[Row]:
    """Return all findings with errors before warnings before notes, each level by place."""
    return sorted(by_place(report), key=lambda row: RANK[row.finding.severity])


def reaches(severity: str, threshold: str) -> bool:
    """Tell whether *severity* is at least as bad as *threshold*; nothing reaches "never"."""
    return threshold != "never" and RANK[severity] <= RANK[threshold]
