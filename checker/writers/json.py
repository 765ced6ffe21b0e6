"""``--output-format json``: one object, as reports/schema/report.schema.json describes it."""

from __future__ import annotations

from checker.model.report import Report
from checker.writers import Style
from checker.writers.jsontext import dump
from checker.writers.shapes import report_shape


def write(report: Report, style: Style) -> str:
    """Return one JSON object, indented so that a diff of two reports can be read."""
    return dump(report_shape(report), indent=2) + "\n"
