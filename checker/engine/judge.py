"""From claims to findings: what does not hold, how bad it is, one finding for each wrong figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.engine.identity import marks, named
from checker.engine.message import fill
from checker.engine.rule import KINDS, Rule, RuleSet
from checker.model.claim import SEVERITIES, Claim
from checker.model.document import Document
from checker.model.report import Finding, Place
from checker.model.span import Span
from checker.model.values import NamedTuple


class Verdict(NamedTuple):
    """A claim that failed, the rule that speaks of it and how bad that rule finds it."""

    claim: Claim
    rule: Rule
    level: str

    @property
    def accused(self) -> int:
        """Where the figure stands that is held to be wrong."""
        return self.claim.premises[0].span.start

    @property
    def figures(self) -> frozenset[int]:
        """Where all figures stand that the claim rests on."""
        return frozenset(premise.span.start for premise in self.claim.premises)

    @property
    def weakness(self) -> tuple[object, ...]:
        """Sorts the strongest first: severity, the taxonomy's order of kinds, then what makes the order total."""
        claim = self.claim
        spans = [(premise.span.start, premise.span.end, premise.label) for premise in claim.premises]
        rest = (claim.link, claim.strength, claim.relation, str(claim.printed), str(claim.computed), claim.result or "")
        return SEVERITIES.index(self.level), KINDS.index(self.rule.kind), self.rule.id, spans, rest


def judge(claims: Iterable[Claim], rules: RuleSet, document: Document, place: str = "") -> tuple[Finding, ...]:
    """Return the findings by line, column and rule. The order of *claims* and of *rules* changes nothing.

    *place* stands for the draft in the ids of findings, where ``document.name`` is not the same from everywhere.
    """
    verdicts = sorted((verdict for claim in claims for verdict in _verdicts(claim, rules)), key=lambda v: v.weakness)
    groups = sorted(_root_causes(verdicts), key=lambda group: (group[0].accused, group[0].rule.id))
    told = marks([(group[0].rule.id, group[0].claim) for group in groups], document) if groups else []
    place = place or document.name
    return tuple(_finding(group, mark, place, document) for group, mark in zip(groups, told, strict=True))


def _verdicts(claim: Claim, rules: RuleSet) -> Iterable[Verdict]:
    if claim.holds:
        return
    rule = rules.for_claim(claim)
    level = rule.level(claim.strength) if rule else "off"
    if rule and level != "off" and not rule.tolerates(claim):
        yield Verdict(claim, rule, level)


def _root_causes(verdicts: Sequence[Verdict]) -> list[list[Verdict]]:
    """Put together what one wrong figure brings about; *verdicts* come strongest first, and so does each group."""
    groups: list[list[Verdict]] = []
    by_figure: dict[int, list[list[Verdict]]] = {}
    for verdict in verdicts:
        # One cause has the accused figure among those of the stronger verdict.
        near = by_figure.get(verdict.accused, ())
        group = next((group for group in near if _is_one_cause(verdict, group[0])), None)
        if group:
            group.append(verdict)
            continue
        groups.append([verdict])
        for figure in verdict.figures:
            by_figure.setdefault(figure, []).append(groups[-1])
    return groups


def _is_one_cause(weaker: Verdict, stronger: Verdict) -> bool:
    """Tell whether both accuse one figure, or the same figures hang together the other way round.

    "12 dead" in the headline against "14" in the lede, and the lede's "14" against the headline's "12".
    """
    a, b = weaker.figures, stronger.figures
    return weaker.accused == stronger.accused or (weaker.accused in b and (a <= b or b <= a))


def _finding(group: Sequence[Verdict], mark: str, place: str, document: Document) -> Finding:
    head = group[0]
    primary, *others = [_place(premise.span, premise.label, document) for premise in head.claim.premises]
    seen = {primary.span, *(place.span for place in others)}
    merged = {premise.span: premise.label for verdict in group[1:] for premise in reversed(verdict.claim.premises)}
    more = [_place(span, merged[span], document) for span in sorted(merged) if span not in seen]
    return Finding(
        id=named(mark, place),
        rule=head.rule.id,
        kind=head.rule.kind,
        severity=head.level,
        message=fill(head.rule.message, head.claim, document),
        fact=head.claim.fact,
        primary=primary,
        related=tuple(dict.fromkeys([*others, *more])),
        claim=head.claim,
        computed=head.claim.result,
        also=tuple(sorted({verdict.rule.id for verdict in group} - {head.rule.id})),
        mark=mark,
    )


def _place(span: Span, label: str, document: Document) -> Place:
    line, column = document.line_col(span.start)
    return Place(span, line, column, document.words(span), label)
