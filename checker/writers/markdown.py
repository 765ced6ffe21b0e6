"""``--output-format markdown``: for a pull request, a merge request or a job summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.report import DocumentReport, Report
from checker.writers import Style
from checker.writers.counts import examined, not_run, remarks, verdict
from checker.writers.excerpt import Shown, excerpts
from checker.writers.order import Row, worst_first
from checker.writers.places import named, path_of
from checker.writers.safe import JOINER, inert, shown
from checker.writers.why import because

_MARKS = re.compile(r"[\\`*_{}\[\]<>|~&$!]")
# These are found after escapes are undone, so only a break inside the word stops them.
_ADDRESSES = re.compile(r"[@#](?=\S)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bgh)(?=-)", re.IGNORECASE)
_NAMES = {"info": "note"}


def write(report: Report, style: Style) -> str:
    """Return a heading with the verdict, the findings worst first with notes folded, then what was examined."""
    rows = worst_first(report)
    lines = [f"### figcheck: {verdict(report)}", ""]
    for row in rows:
        if row.finding.severity != "info":
            lines += _finding(row)
    notes = [row for row in rows if row.finding.severity == "info"]
    if notes and not style.quiet:
        lines += ["<details>", f"<summary>Notes ({len(notes)})</summary>", ""]
        for row in notes:
            lines += _finding(row)
        lines += ["</details>", ""]
    lines += _examined(report)
    return "\n".join(lines) + "\n"


def _finding(row: Row) -> Iterator[str]:
    finding = row.finding
    level = _NAMES.get(finding.severity, finding.severity)
    yield f"**{level.capitalize()}:** {escaped(finding.message)}"
    yield ""
    for together in excerpts(row.document, (finding.primary, *finding.related)):
        yield from _places(row.document, together)
    remarks = [f"computed: {escaped(finding.computed)}"] if finding.computed else []
    if reasons := because(finding.claim):
        remarks.append(f"taken together because: {escaped('; '.join(reasons))}")
    remarks.append(f"rule {code(finding.rule)}, id {code(finding.id)}")
    yield f"<sub>{'. '.join(f'{r[0].upper()}{r[1:]}' for r in remarks)}.</sub>"
    yield ""


def _places(report: DocumentReport, together: Shown) -> Iterator[str]:
    """Places and their sentence in a code block: there GitHub makes no link, mention or picture of any word."""
    line = together.excerpt
    fence = "`" * max(3, _longest_run(line.text) + 1)
    yield "; ".join(
        f"{code(f'{path_of(report, place.span)}:{place.line}:{place.column}')} {escaped(named(report, place))}"
        for place in together.places
    )
    yield from ("", f"{fence}text", line.text, line.marks, fence, "")


def _examined(report: Report) -> Iterator[str]:
    yield f"Examined {examined(report)}."
    # A label before each: no words of a draft begin a line, where a CI runner reads commands.
    told = (("Remark", remarks(report)), ("Did not run", not_run(report)), ("Not read", report.unread))
    for label, reasons in told:
        yield from (line for reason in reasons for line in ("", f"{label}: {escaped(reason)}"))


def escaped(text: str) -> str:
    """Return *text* as words alone: no mark-up, no HTML, no link, no mention of a person or an issue."""
    marked = _MARKS.sub(lambda mark: f"\\{mark[0]}", inert(text))
    return _ADDRESSES.sub(lambda found: found[0] + JOINER, marked)


def code(text: str) -> str:
    """Return *text* as inline code, whatever back-ticks it holds."""
    words = shown(text)
    ticks = "`" * (_longest_run(words) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{ticks}{pad}{words}{pad}{ticks}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
