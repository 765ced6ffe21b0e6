"""The rules in force: from the cache where it is warm, else from the YAML files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.cachefile import cached
from checker.engine.rule import ELSE, LEVELS, Rule, RuleSet, packed, unpacked
from checker.errors import RuleError
from checker.lexicon.files import code_files, pack_files, shipped_lexicon_files, shipped_rule_files

Paths = Iterable[str | os.PathLike[str]]


def load_rules(
    paths: Paths = (),
    *,
    use_cache: bool = True,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
    preview: bool = False,
) -> RuleSet:
    """Return the shipped rules with those among *paths* (files, or folders searched for them).

    ``select`` names the only rules in force, also those that are off by default; ``ignore`` those that are not.
    Both take ids and kinds. ``severity`` maps ids to a level that holds for every strength. New rules give notes at
    most, unless ``preview`` is true.

    Raises:
        RuleError: one line for each mistake in the files, or a name that no rule has.
    """
    packs = pack_files(paths)
    shipped = shipped_rule_files()
    sources = [*shipped, *shipped_lexicon_files(), *packs, *code_files(), *_code_files()]

    def make() -> Any:
        from checker.engine.sources import read_rules  # pydantic and yaml: 100 ms

        return [packed(source.rule) for source in read_rules(packs, use_cache=use_cache).values()]

    data = cached("rules", sources, make, use_cache=use_cache, usable=_is_packed)
    return in_force([unpacked(each) for each in data], list(select), list(ignore), severity or {}, preview=preview)


def in_force(
    rules: Sequence[Rule],
    select: Sequence[str],
    ignore: Sequence[str],
    severity: Mapping[str, str],
    *,
    preview: bool = False,
) -> RuleSet:
    """Return *rules* as the command line and the configuration want them; see ``load_rules``."""
    for name in (*select, *ignore, *severity):
        if not any(name in _names(rule) for rule in rules):
            raise _unknown(name, rules)
    for name, level in severity.items():
        if level not in LEVELS:
            raise RuleError(f"severity of {name}: got '{level}', must be one of {', '.join(LEVELS)}")
    shown = [rule._replace(preview=False) for rule in rules] if preview else rules
    return RuleSet(_adjusted(rule, select, ignore, severity) for rule in shown)


def _adjusted(rule: Rule, select: Sequence[str], ignore: Sequence[str], severity: Mapping[str, str]) -> Rule:
    names = _names(rule)
    enabled = bool(names.intersection(select)) if select else rule.enabled
    level = next((severity[name] for name in (rule.id, rule.kind) if name in severity), None)
    levels = {ELSE: level} if level else {key: _capped(value) for key, value in rule.severity.items()}
    return rule._replace(
        enabled=enabled and not names.intersection(ignore),
        severity=levels if level or rule.preview else rule.severity,
    )


def _capped(level: str) -> str:
    """Return the level that a new rule is shown with: an upgrade never turns a gate red."""
    return level if level == "off" else "info"


def _names(rule: Rule) -> set[str]:
    return {rule.id, rule.kind}


def _unknown(name: str, rules: Sequence[Rule]) -> RuleError:
    from difflib import get_close_matches

    near = get_close_matches(name, sorted({known for rule in rules for known in _names(rule)}), 1)
    return RuleError(f"there is no rule '{name}'" + (f"; did you mean '{near[0]}'?" if near else ""))


def _code_files() -> list[str]:
    here = os.path.dirname(os.path.abspath(__file__))
    return [os.path.join(here, name) for name in ("build.py", "schema.py", "rule.py")]


def _is_packed(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, dict) and each.keys() == set(Rule._fields) for each in value
    )
