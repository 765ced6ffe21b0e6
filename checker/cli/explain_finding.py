"""How a finding came about: which figures were joined, why, by which rule and tolerance, and the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator

from checker.cli.explain_rule import tolerance
from checker.engine.rule import Rule
from checker.model.claim import Claim
from checker.model.report import DocumentReport, Finding
from checker.writers.excerpt import excerpts
from checker.writers.in_words import interval_words
from checker.writers.places import named, path_of
from checker.writers.safe import shown
from checker.writers.why import because

_MUST = {
    "equal": "must share a value with",
    "at_most": "must not be above",
    "at_least": "must not be below",
}


def finding_lines(report: DocumentReport, finding: Finding, rule: Rule) -> Iterator[str]:
    """Yield the page of one finding."""
    yield f"{finding.severity}: {shown(finding.message)}"
    yield ""
    yield "Figures:"
    for together in excerpts(report, (finding.primary, *finding.related)):
        for place in together.places:
            address = f"{path_of(report, place.span)}:{place.line}:{place.column}"
            yield f"  {shown(address)}  {shown(named(report, place))}"
        yield from (f"      | {together.excerpt.text}", f"      | {together.excerpt.marks}")
    yield ""
    yield from _joined(finding)
    yield from _arithmetic(finding)
    yield from _rule(finding, rule)


def _joined(finding: Finding) -> Iterator[str]:
    claim = finding.claim
    yield f"Taken together as: {shown(finding.fact) or 'one statement'}"
    yield f"  by  {f'link type {claim.link}' if claim.link else f'check {claim.check}'}, proof {claim.strength}"
    yield from (f"  -   {shown(reason)}" for reason in because(claim))
    yield ""


def _arithmetic(finding: Finding) -> Iterator[str]:
    claim: Claim = finding.claim
    yield "Arithmetic:"
    yield f"  printed   {interval_words(claim.printed)}  {claim.printed}"
    yield f"  computed  {interval_words(claim.computed)}  {claim.computed}"
    yield f"  printed {_MUST[claim.relation]} computed, and it does not"
    if finding.computed:
        yield f"  result    {shown(finding.computed)}"
    yield ""


def _rule(finding: Finding, rule: Rule) -> Iterator[str]:
    yield f"Rule: {finding.rule} ({finding.kind})"
    yield f"  tolerance  {tolerance(rule) or 'none beyond what the words allow'}"
    levels = ", ".join(f"{strength}: {level}" for strength, level in rule.severity.items())
    yield f"  severity   {levels}; this proof is {finding.claim.strength}, so {finding.severity}"
    if finding.also:
        yield f"  the same figure also breaks {', '.join(finding.also)}"
    yield f"  more       figcheck explain {finding.rule}"
