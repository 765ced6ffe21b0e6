"""``--output-format github``: workflow commands that GitHub Actions turns into annotations."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.report import Report
from checker.writers import Style
from checker.writers.counts import summary
from checker.writers.order import Row, worst_first
from checker.writers.paths import posix
from checker.writers.places import beside, path_of, region
from checker.writers.safe import disarmed, inert

A_LEVEL = 10
"""GitHub shows so many annotations a level and step, and drops the rest without a word."""
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: Report, style: Style) -> str:
    """Return the worst findings of each level, then one notice with what was checked and how many are not shown."""
    rows = worst_first(report)
    lines: list[str] = []
    for severity in _COMMANDS:
        # The summary is a notice too, so it takes the place of one.
        room = A_LEVEL - (severity == "info")
        lines += [_annotation(row, style) for row in rows if row.finding.severity == severity][:room]
    return "".join(f"{line}\n" for line in (*lines, *_problems(report), _last(report, len(rows) - len(lines))))


def _annotation(row: Row, style: Style) -> str:
    finding = row.finding
    r = region(row.document.document, finding.primary.span)
    fields = {"file": posix(path_of(row.document, finding.primary.span), style), "line": r.line, "endLine": r.end_line}
    if r.line == r.end_line:
        fields |= {"col": r.column, "endColumn": r.end_column}
    fields["title"] = f"figcheck {finding.rule}"
    settings = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    others = beside(row)
    message = f"{finding.message} ({others})" if others else finding.message
    return f"::{_COMMANDS[finding.severity]} {settings}::{_message(message)}"


def _problems(report: Report) -> Iterator[str]:
    """An input that could not be read is an error whatever the findings; one command tells of all of them."""
    if report.unread:
        yield f"::error title=figcheck::not read: {_message('; '.join(report.unread))}"


def _last(report: Report, left: int) -> str:
    more = f"; {left} more are in the log and the job summary" if left else ""
    return f"::notice title=figcheck::{_message(summary(report) + more)}"


def _message(text: str) -> str:
    return disarmed(inert(text)).replace("%", "%25")


def _property(text: str) -> str:
    return inert(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
