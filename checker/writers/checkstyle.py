"""``--output-format checkstyle``: the XML of Checkstyle, which many review tools read."""

from __future__ import annotations

from checker.model.report import Finding, Report
from checker.writers import Style, xml
from checker.writers.order import by_place
from checker.writers.paths import posix


def write(report: Report, style: Style) -> str:
    """Return one ``file`` a draft, also for a clean one, with one ``error`` a finding."""
    top = xml.root("checkstyle", {"version": "4.3"})
    for document in report.documents:
        file = xml.element(top, "file", {"name": posix(document.path, style)})
        for row in by_place(Report((document,))):
            xml.element(file, "error", _attributes(row.finding))
    return xml.document(top)


def _attributes(finding: Finding) -> dict[str, object]:
    others = "; ".join(f"{p.label or 'see'}: line {p.line}, “{p.text}”" for p in finding.related)
    return {
        "line": finding.primary.line,
        "column": finding.primary.column,
        "severity": finding.severity,
        "message": f"{finding.message} ({others})" if others else finding.message,
        "source": f"figcheck.{finding.rule}",
    }
