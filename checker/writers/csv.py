"""``--output-format csv``: one row a finding, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from checker.model.report import DocumentReport, Place, Report
from checker.writers import Style
from checker.writers.order import Row, by_place
from checker.writers.places import path_of
from checker.writers.safe import shown

COLUMNS = (
    "path",
    "line",
    "column",
    "severity",
    "rule",
    "kind",
    "message",
    "text",
    "fact",
    "computed",
    "related",
    "also",
    "id",
)
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")


def write(report: Report, style: Style) -> str:
    """Return a header and the rows by place; without findings, the header alone."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for row in by_place(report):
        rows.writerow([cell(value) for value in _values(row)])
    return out.getvalue()


def cell(value: object) -> object:
    """Return a value that no spreadsheet takes for a formula: such text gets an apostrophe in front."""
    if not isinstance(value, str):
        return value
    text = shown(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _values(row: Row) -> tuple[object, ...]:
    f = row.finding
    path = path_of(row.document, f.primary.span)
    related = "; ".join(f"{_other(row.document, p, path)}{p.line}:{p.column} {p.text}" for p in f.related)
    place = (path, f.primary.line, f.primary.column)
    return (
        *place,
        *(f.severity, f.rule, f.kind, f.message, f.primary.text, f.fact),
        *(f.computed, related, " ".join(f.also), f.id),
    )


def _other(report: DocumentReport, place: Place, path: str) -> str:
    other = path_of(report, place.span)
    return "" if other == path else f"{other}:"
