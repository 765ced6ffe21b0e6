"""``--output-format junit``: a test suite a draft, a test case a finding."""

from __future__ import annotations

from checker.model.report import DocumentReport, Report
from checker.writers import Style, xml
from checker.writers.order import Row, by_place, reaches
from checker.writers.places import path_of
from checker.writers.safe import inert


def write(report: Report, style: Style) -> str:
    """Return JUnit XML: only a finding that fails the gate is a failure, others pass with their words as output."""
    rows = by_place(report)
    failures = sum(reaches(row.finding.severity, style.fail_on) for row in rows)
    cases = sum(max(1, len(d.findings)) for d in report.documents) + len(report.unread)
    top = xml.root(
        "testsuites", {"name": "figcheck", "tests": cases, "failures": failures, "errors": len(report.unread)}
    )
    for document in report.documents:
        _suite(top, document, style)
    for reason in report.unread:
        suite = xml.element(top, "testsuite", {"name": reason, "tests": 1, "failures": 0, "errors": 1})
        case = xml.element(suite, "testcase", {"classname": "figcheck", "name": "can be read"})
        xml.element(case, "error", {"type": "unread", "message": reason})
    return xml.document(top)


def _suite(top: xml.Element, document: DocumentReport, style: Style) -> None:
    rows = by_place(Report((document,)))
    failures = sum(reaches(row.finding.severity, style.fail_on) for row in rows)
    counts = {"name": document.path, "tests": max(1, len(rows)), "failures": failures, "errors": 0}
    suite = xml.element(top, "testsuite", counts)
    if not rows:
        xml.element(suite, "testcase", {"classname": document.path, "name": "figures agree"})
    for row in rows:
        _case(suite, row, style)


def _case(suite: xml.Element, row: Row, style: Style) -> None:
    finding, path = row.finding, row.document.path
    name = f"{finding.rule} at line {finding.primary.line}, column {finding.primary.column}"
    case = xml.element(suite, "testcase", {"classname": path, "name": name})
    if reaches(finding.severity, style.fail_on):
        attributes = {"type": finding.severity, "message": finding.message}
        xml.element(case, "failure", attributes, _details(row))
    else:
        told = f"{finding.severity}: {inert(finding.message)}"
        xml.element(case, "system-out", {}, f"{told}\n{_details(row)}")


def _details(row: Row) -> str:
    places = [
        f"at {path_of(row.document, p.span)}:{p.line}:{p.column} {p.label}: {p.text}"
        for p in (row.finding.primary, *row.finding.related)
    ]
    return "\n".join(map(inert, places))
