"""Findings that the draft itself silences, and suppressions that silence nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from checker.document.directives import mistake
from checker.document.suppressions import Suppression, read_suppressions
from checker.engine.identity import DIGITS
from checker.engine.rule import RuleSet
from checker.model.document import Document
from checker.model.report import DocumentReport, Finding, Silenced
from checker.model.values import NamedTuple


class _Named(NamedTuple):
    """A finding, and all that a suppression can call it: its id, the rules that its figure breaks, their kinds."""

    finding: Finding
    names: frozenset[str]


def without_suppressed(
    report: DocumentReport, rules: RuleSet, *, today: date | None = None, require_reason: bool = False
) -> DocumentReport:
    """Return *report* without the findings that its draft silences, with remarks on expired and idle suppressions.

    One that stands at any place of a finding silences it, whichever of the rules that the figure breaks it names.
    ``until=`` is judged only against *today*.

    Raises:
        InputError: if a suppression is misspelt or names no rule.
    """
    document = report.document
    found = read_suppressions(document, require_reason=require_reason)
    in_force = _in_force(rules)
    _refuse_unknown(document, found, in_force)
    named = [_Named(finding, frozenset(_names(finding, rules))) for finding in report.findings]
    valid = [one for one in found if not _is_over(one, today)]
    hit = [(one.finding, next((by for by in valid if _hits(by, one)), None)) for one in named]
    idle = [remark for one in valid for remark in _idle(one, named, in_force)]
    over = [(one.at, f"the suppression expired after {one.until}") for one in found if _is_over(one, today)]
    return report._replace(
        findings=tuple(finding for finding, by in hit if by is None),
        silenced=tuple(Silenced(finding, "draft", by.reason) for finding, by in hit if by),
        remarks=tuple(f"{_address(report, at)}: {words}" for at, words in sorted(idle + over)),
    )


def _is_over(suppression: Suppression, today: date | None) -> bool:
    return bool(today and suppression.until and suppression.until < today)


def _hits(suppression: Suppression, named: _Named) -> bool:
    if suppression.names and named.names.isdisjoint(name for name, _ in suppression.names):
        return False
    places = (named.finding.primary, *named.finding.related)
    return any(place.span.start < suppression.end and suppression.start < place.span.end for place in places)


def _names(finding: Finding, rules: RuleSet) -> Iterator[str]:
    yield finding.id
    for name in (finding.rule, *finding.also):
        yield from (name, rules[name].kind)


def _in_force(rules: RuleSet) -> Mapping[str, bool]:
    """Return the names of all rules and kinds, each with whether it can speak in this run."""
    names: dict[str, bool] = {}
    for rule in rules:
        for name in (rule.id, rule.kind):
            names[name] = names.get(name, False) or rule.enabled
    return names


def _idle(
    suppression: Suppression, findings: Sequence[_Named], in_force: Mapping[str, bool]
) -> Iterator[tuple[int, str]]:
    """Yield what silences nothing; where a rule is not in force, nobody can tell."""
    if not suppression.names and not any(_hits(suppression, one) for one in findings):
        yield suppression.at, "the suppression silences nothing"
    for name, at in suppression.names:
        alone = suppression._replace(names=((name, at),))
        if in_force.get(name, True) and not any(_hits(alone, one) for one in findings):
            yield at, f"the suppression of {name} silences nothing"


def _refuse_unknown(document: Document, found: Sequence[Suppression], known: Mapping[str, bool]) -> None:
    for name, at in (each for one in found for each in one.names):
        if name not in known and not _is_finding(name):
            near = get_close_matches(name, sorted(known), 1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            raise mistake(document, at, f"got '{name}', must be a rule, a kind or the id of a finding{hint}")


def _is_finding(name: str) -> bool:
    return len(name) == DIGITS and not name.strip("0123456789abcdef")


def _address(report: DocumentReport, at: int) -> str:
    line, column = report.document.line_col(at)
    return f"{report.path}:{line}:{column}"
