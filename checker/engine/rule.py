"""A rule as it is used: what it covers, how bad it is, what it says; and all rules in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from checker.model.claim import Claim
from checker.model.interval import Interval
from checker.model.values import NamedTuple

LEVELS = ("error", "warning", "info", "off")
ELSE = "else"
KINDS = (
    "headline_body_mismatch",
    "count_contradiction",
    "bound_violation",
    "parts_do_not_sum",
    "subtotal_exceeds_total",
    "table_mismatch",
    "infobox_mismatch",
    "caption_mismatch",
    "percent_count_mismatch",
    "percent_change_mismatch",
    "percent_sum_mismatch",
    "percentage_point_confusion",
    "delta_mismatch",
    "sign_mismatch",
    "ratio_mismatch",
    "magnitude_slip",
    "digit_transposition",
    "counted_thing_swap",
    "stale_toll",
    "conversion_mismatch",
    "duration_mismatch",
    "weekday_date_mismatch",
    "age_birthyear_mismatch",
    "ordinal_count_mismatch",
    "list_count_mismatch",
    "superlative_mismatch",
    "impossible_value",
    "precision_drift",
    "source_conflict",
    "toll_series",
    "cross_document_drift",
    "missing_attribution",
    "ambiguous_term",
    "malformed_numeral",
)
"""The kinds of discrepancy of the taxonomy, in the order an editor would want them: earlier ones win a tie."""


class Rule(NamedTuple):
    """One rule. ``covers`` maps what it is narrowed by ("link", "status", "thing", "place") to the ids it allows.

    ``severity`` maps a strength, or "else", to a level. ``relative`` and ``absolute`` are tolerances: the computed
    interval is widened by the larger of ``absolute`` and ``relative`` times its outer end before it is judged.
    ``file`` and ``line`` tell where the rule stands.
    """

    id: str
    check: str
    kind: str
    message: str
    severity: Mapping[str, str]
    covers: Mapping[str, frozenset[str]] = {}
    relative: Decimal = Decimal(0)
    absolute: Decimal = Decimal(0)
    rationale: str = ""
    source: str = ""
    preview: bool = False
    enabled: bool = True
    file: str = ""

    def speaks_of(self, claim: Claim) -> bool:
        """Tell whether the claim is one that this rule covers."""
        if claim.check != self.check:
            return False
        return all(getattr(claim, name) in allowed for name, allowed in self.covers.items())

    def level(self, strength: str) -> str:
        """Return the severity of a claim of that strength; "off" is silence."""
        return self.severity.get(strength) or self.severity.get(ELSE, "off")

    @property
    def worst(self) -> str:
        """The worst severity that the rule can give."""
        return min(self.severity.values(), key=LEVELS.index)

    @property
    def narrowness(self) -> tuple[int, int, str]:
        """Sorts the most specific rule first: narrowed by more, then to fewer; the id only settles a tie."""
        return -len(self.covers), sum(map(len, self.covers.values())), self.id

    def tolerates(self, claim: Claim) -> bool:
        """Tell whether the claim holds once the tolerances are granted."""
        computed = claim.computed
        ends = [abs(end) for end in (computed.low, computed.high) if end is not None]
        slack = max(self.absolute, self.relative * max(ends, default=Decimal(0)))
        return bool(slack) and _holds(claim, computed.widened(slack))


class RuleSet:
    """All rules by id. For one claim the most specific rule speaks; if that one is disabled, none does."""

    __slots__ = ("_by_check", "rules")

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: rule.id))
        self._by_check: dict[str, list[Rule]] = {}
        for rule in sorted(self.rules, key=lambda rule: rule.narrowness):
            self._by_check.setdefault(rule.check, []).append(rule)

    @property
    def checks(self) -> tuple[str, ...]:
        """The checks that some rule in force needs, by name."""
        return tuple(sorted({rule.check for rule in self.rules if rule.enabled}))

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, name: object) -> bool:
        return any(rule.id == name for rule in self.rules)

    def __getitem__(self, name: str) -> Rule:
        """Return the rule of that id; KeyError without one."""
        found = next((rule for rule in self.rules if rule.id == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def for_claim(self, claim: Claim) -> Rule | None:
        """Return the rule that speaks of *claim*, or None."""
        for rule in self._by_check.get(claim.check, ()):
            if rule.speaks_of(claim):
                return rule if rule.enabled else None
        return None

    def enabling(self, *names: str) -> RuleSet:
        """Return these rules with the named ones in force too."""
        return RuleSet(rule._replace(enabled=True) if rule.id in names else rule for rule in self.rules)


def packed(rule: Rule) -> dict[str, Any]:
    """Return a rule as JSON data."""
    return {
        **rule._asdict(),
        "covers": {name: sorted(allowed) for name, allowed in rule.covers.items()},
        "relative": str(rule.relative),
        "absolute": str(rule.absolute),
    }


def unpacked(data: Mapping[str, Any]) -> Rule:
    """Return the rule of JSON data."""
    return Rule(**data)._replace(
        covers={name: frozenset(allowed) for name, allowed in data["covers"].items()},
        relative=Decimal(data["relative"]),
        absolute=Decimal(data["absolute"]),
    )


def _holds(claim: Claim, computed: Interval) -> bool:
    if claim.relation == "at_most":
        return not computed.is_below(claim.printed)
    if claim.relation == "at_least":
        return not claim.printed.is_below(computed)
    return not claim.printed.is_disjoint(computed)
