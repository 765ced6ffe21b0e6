"""The report for a terminal: each finding with both sentences, the worst first, then what was examined."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.report import DocumentReport, Finding, Report
from checker.writers import Style
from checker.writers.counts import examined, not_run, remarks, some, verdict
from checker.writers.excerpt import Shown, excerpts
from checker.writers.order import Row, worst_first
from checker.writers.places import named, path_of, tables_of
from checker.writers.safe import shown
from checker.writers.why import because

_LIST_AT_MOST = 12
"""Drafts named one by one under what was examined; with more, only those with a finding, or all with --verbose."""
_CODES = {"error": "1;31", "warning": "1;33", "info": "1;36", "quiet": "2", "strong": "1"}
_NAMES = {"info": "note"}


def write(report: Report, style: Style) -> str:
    """Return the whole report; notes take one line each unless *style* is verbose."""
    rows = worst_first(report)
    full = [row for row in rows if row.finding.severity != "info" or style.verbose]
    notes = [row for row in rows if row.finding.severity == "info" and not style.verbose]
    lines: list[str] = []
    for row in full:
        lines += [*_finding(row, style), ""]
    if not style.quiet:
        lines += _notes(notes, style)
    if not (style.quiet or style.told_elsewhere):
        lines += _examined(report, style)
    return "".join(f"{line}\n" for line in lines)


def _finding(row: Row, style: Style) -> Iterator[str]:
    finding, path = row.finding, shown(" --table ".join([row.document.path, *tables_of(row.document)]))
    level = _NAMES.get(finding.severity, finding.severity)
    yield f"{_paint(level + ':', finding.severity, style)} {_paint(shown(finding.message), 'strong', style)}"
    for shown_together in excerpts(row.document, (finding.primary, *finding.related)):
        yield from _places(row.document, shown_together, finding, style)
    for label, words in _remarks(finding, path):
        yield f"  {_paint(f'{label:<9}', 'quiet', style)} {words}"


def _places(report: DocumentReport, together: Shown, finding: Finding, style: Style) -> Iterator[str]:
    for place in together.places:
        locator = report.document.locator(place.span.start)
        part = shown(named(report, place) + (f" ({locator})" if locator else ""))
        address = shown(f"{path_of(report, place.span)}:{place.line}:{place.column}")
        yield f"  {address}  {_paint(part, 'quiet', style)}"
    # The bar keeps words of the draft from the start of a line, where a CI runner reads commands.
    bar = _paint("|", "quiet", style)
    carets = together.excerpt.marks.lstrip()
    blanks = together.excerpt.marks.removesuffix(carets)
    yield f"      {bar} {together.excerpt.text}"
    yield f"      {bar} {blanks}{_paint(carets, finding.severity, style)}"


def _remarks(finding: Finding, path: str) -> Iterator[tuple[str, str]]:
    if finding.computed:
        yield "computed", shown(finding.computed)
    if finding.fact:
        yield "fact", shown(finding.fact)
    if reasons := because(finding.claim):
        yield "because", shown("; ".join(reasons))
    also = f"; the same figure also breaks {', '.join(finding.also)}" if finding.also else ""
    yield "rule", f"{finding.rule} ({finding.kind}){also}"
    yield "more", f"figcheck explain {finding.id} {path}"


def _notes(rows: list[Row], style: Style) -> Iterator[str]:
    if not rows:
        return
    yield f"{some(len(rows), 'note')}, folded; --verbose shows both places:"
    for row in rows:
        place = row.finding.primary
        address = shown(f"{path_of(row.document, place.span)}:{place.line}:{place.column}")
        yield f"  {address}  {shown(row.finding.message)} {_paint(f'[{row.finding.rule}]', 'quiet', style)}"
    yield ""


def _examined(report: Report, style: Style) -> Iterator[str]:
    found = verdict(report)
    yield f"Examined {examined(report)}. {found[0].upper()}{found[1:]}."
    if len(report.documents) > 1:
        yield from _each(report, style)
    yield from (shown(line) for line in remarks(report))
    yield from (f"Did not run: {shown(reason)}" for reason in not_run(report))
    yield from (f"Not read: {shown(reason)}" for reason in report.unread)


def _each(report: Report, style: Style) -> Iterator[str]:
    everything = style.verbose or len(report.documents) <= _LIST_AT_MOST
    for document in report.documents:
        if everything or document.findings:
            alone = Report((document,))
            figures = examined(alone).partition(": ")[2]
            yield f"  {shown(f'{document.path}: {figures}; {verdict(alone)}')}"


def _paint(words: str, role: str, style: Style) -> str:
    return f"\033[{_CODES[role]}m{words}\033[0m" if style.color and words else words
