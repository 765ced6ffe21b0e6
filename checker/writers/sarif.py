"""``--output-format sarif``: SARIF 2.1.0 as GitHub code scanning shows it."""

from __future__ import annotations

from typing import Any

from checker.model.report import DocumentReport, Place, Report, RuleNote, Silenced
from checker.model.version import VERSION
from checker.writers import Style
from checker.writers.jsontext import dump
from checker.writers.order import Row, by_place
from checker.writers.paths import uri
from checker.writers.places import path_of, region
from checker.writers.safe import inert

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_KINDS = {"draft": "inSource", "baseline": "external"}
_LEVELS = {"error": "error", "warning": "warning", "info": "note", "off": "none"}


def write(report: Report, style: Style) -> str:
    """Return one run; the places of a finding beyond the first are related locations, linked in its message."""
    rows, quiet = by_place(report), [] if style.without_suppressed else _silenced(report)
    rules = _rules(report, [*rows, *(row for row, _ in quiet)])
    driver = {
        "name": "figcheck",
        "semanticVersion": VERSION,
        "rules": [_rule(rule) for rule in rules],
    }
    index = {rule.id: at for at, rule in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [
            *(_result(row, index[row.finding.rule], style) for row in rows),
            *(_result(row, index[row.finding.rule], style) | _suppression(one) for row, one in quiet),
        ],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _silenced(report: Report) -> list[tuple[Row, Silenced]]:
    """Return what the drafts and the baseline silence, by place; what stands in unchanged lines is not looked at."""
    pairs = [(Row(d, one.finding), one) for d in report.documents for one in d.silenced if one.way in _KINDS]
    return sorted(pairs, key=lambda pair: pair[0].place)


def _suppression(one: Silenced) -> dict[str, Any]:
    justification = {"justification": inert(one.reason)} if one.reason else {}
    return {"suppressions": [{"kind": _KINDS[one.way], "status": "accepted", **justification}]}


def _rules(report: Report, rows: list[Row]) -> list[RuleNote]:
    """Return a note for each rule that spoke, by id, also where the report brings none."""
    known = {note.id: note for note in report.rules}
    spoke = {row.finding.rule: row.finding for row in rows}
    return [known.get(id_) or RuleNote(id_, f.kind, f.severity) for id_, f in sorted(spoke.items())]


def _rule(note: RuleNote) -> dict[str, Any]:
    title = note.id.replace("-", " ")
    full = note.rationale or title
    source = f"\n\nSource: {note.source}" if note.source else ""
    return {
        "id": note.id,
        "shortDescription": {"text": f"{title[0].upper()}{title[1:]}"},
        "fullDescription": {"text": full},
        "help": {"text": full + source, "markdown": full + source},
        "defaultConfiguration": {"level": _LEVELS[note.severity]},
        "properties": {"tags": [note.kind]},
    }


def _result(row: Row, index: int, style: Style) -> dict[str, Any]:
    finding, report = row.finding, row.document
    links = ", ".join(f"[{_plain(p.label or 'here')}]({at})" for at, p in enumerate(finding.related, 1))
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(finding.message) + (f" See {links}." if links else "")},
        "locations": [_location(report, finding.primary, style)],
        "relatedLocations": [
            {"id": at, "message": {"text": _plain(f"{p.label}: {p.text}")}, **_location(report, p, style)}
            for at, p in enumerate(finding.related, 1)
        ],
        "partialFingerprints": {"figcheckFindingId/v1": finding.id},
        "properties": {
            "kind": finding.kind,
            "fact": finding.fact,
            "computed": finding.computed,
            "also": list(finding.also),
        },
    }


def _location(report: DocumentReport, place: Place, style: Style) -> dict[str, Any]:
    r = region(report.document, place.span)
    address = uri(path_of(report, place.span), style)
    area = {"startLine": r.line, "startColumn": r.column, "endLine": r.end_line, "endColumn": r.end_column}
    snippet = {"snippet": {"text": place.text}}
    return {"physicalLocation": {"artifactLocation": {"uri": address}, "region": area | snippet}}


def _invocation(report: Report) -> dict[str, Any]:
    unread = [{"level": "error", "message": {"text": _plain(reason)}} for reason in report.unread]
    idle = [
        {"level": "note", "message": {"text": _plain(f"did not run: {d.path}: {reason}")}}
        for d in report.documents
        for reason in d.not_run
    ]
    told = [*report.stale, *(remark for d in report.documents for remark in d.remarks)]
    notes = [{"level": "note", "message": {"text": _plain(line)}} for line in told]
    return {"executionSuccessful": not report.unread, "toolExecutionNotifications": unread + idle + notes}


def _plain(text: str) -> str:
    """Keep words of the draft from being read as a link: SARIF takes [words](target) in a message for one."""
    return inert(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
