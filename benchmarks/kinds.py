"""What is found of each kind of discrepancy: ``python benchmarks/kinds.py [--write]`` fills docs/kinds.md.

The development drafts and the articles lie in ../shared/eval; without that folder only the rounds are scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from measure import put, table
from tally import ROOT, Score, scored, sets, tied

from checker.engine.loader import load_rules
from checker.engine.rule import KINDS, Rule
from checker.lexicon.load import load_lexicon
from checker.run import Settings

PAGE = ROOT / "docs" / "kinds.md"
BEGIN, END = "<!-- table of benchmarks/kinds.py -->\n", "<!-- end of table -->\n"
HEAD = ("kind", "dev found (kind right)", "rounds found (kind right)", "false: dev", "rounds", "articles", "rules")


def rows(scores: Mapping[str, Score], rules: Iterable[Rule]) -> Iterable[list[str]]:
    """Yield a row for each kind, in the order of the taxonomy."""
    of_kind: dict[str, list[str]] = {}
    for rule in rules:
        levels = "/".join(dict.fromkeys(rule.severity.values())) if rule.enabled else "off"
        of_kind.setdefault(rule.kind, []).append(f"`{rule.id}` ({levels})")
    for kind in KINDS:
        found = [_found(scores.get(name), kind) for name in ("dev", "rounds")]
        false = [_false(scores.get(name), kind) for name in ("dev", "rounds", "articles")]
        yield [kind, *found, *false, "; ".join(of_kind.get(kind, ["-"]))]


def _found(score: Score | None, kind: str) -> str:
    if score is None or not score.planted[kind]:
        return "none planted"
    return f"{score.found[kind]} of {score.planted[kind]} ({score.right[kind]})"


def _false(score: Score | None, kind: str) -> str:
    if score is None:
        return "-"
    return f"{score.errors[kind]}E {score.warnings[kind]}W {score.spurious[kind]}S".replace("0E 0W 0S", "0")


def main() -> None:
    """Print the table, or write it into docs/kinds.md."""
    settings = Settings(load_rules(), load_lexicon())
    scores = {name: scored(tied(draft, settings) for draft in drafts) for name, drafts in sets(settings).items()}
    made = table(HEAD, list(rows(scores, settings.rules))) + "\n"
    put(made, PAGE, BEGIN, END)


if __name__ == "__main__":
    main()
