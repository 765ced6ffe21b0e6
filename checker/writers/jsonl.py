"""``--output-format jsonl``: one object a line for each draft and each finding, the summary last."""

from __future__ import annotations

from typing import Any

from checker.model.report import Report
from checker.writers import Style
from checker.writers.jsontext import dump
from checker.writers.order import by_place
from checker.writers.shapes import TOOL, document_shape, finding_shape, silenced, silenced_shape, summary_shape


def write(report: Report, style: Style) -> str:
    """Return lines with a ``type``: document, then its findings, suppressed, remarks; at the end summary."""
    lines: list[dict[str, Any]] = []
    for document in report.documents:
        lines.append({"type": "document", **document_shape(document)})
        for row in by_place(Report((document,))):
            lines.append({"type": "finding", "path": document.path, **finding_shape(document, row.finding)})
        for one in silenced(document):
            lines.append({"type": "suppressed", "path": document.path, **silenced_shape(document, one)})
        lines += [{"type": "remark", "path": document.path, "message": remark} for remark in document.remarks]
    lines.append({"type": "summary", "schema": "figcheck-report/1", "tool": TOOL, **summary_shape(report)})
    return "".join(dump(line) + "\n" for line in lines)
