"""``--output-format checkstyle``: the XML of Checkstyle, which many review tools read."""

from __future__ import annotations

from checker.model.report import Report
from checker.writers import Style, xml
from checker.writers.order import Row, by_place
from checker.writers.paths import posix
from checker.writers.places import beside, path_of


def write(report: Report, style: Style) -> str:
    """Return one ``file`` a draft, also for a clean one, with one ``error`` a finding."""
    top = xml.root("checkstyle", {"version": "4.3"})
    for document in report.documents:
        rows: dict[str, list[Row]] = {document.path: []}
        for row in by_place(Report((document,))):
            rows.setdefault(path_of(document, row.finding.primary.span), []).append(row)
        for path, own in rows.items():
            file = xml.element(top, "file", {"name": posix(path, style)})
            for row in own:
                xml.element(file, "error", _attributes(row))
    return xml.document(top)


def _attributes(row: Row) -> dict[str, object]:
    finding, others = row.finding, beside(row)
    return {
        "line": finding.primary.line,
        "column": finding.primary.column,
        "severity": finding.severity,
        "message": f"{finding.message} ({others})" if others else finding.message,
        "source": f"figcheck.{finding.rule}",
    }
