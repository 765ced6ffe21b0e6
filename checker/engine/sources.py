"""Rules with the files that they were read from: for tests of rules, lint, and where no cache holds them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.engine.build import Source, build_rules
from checker.engine.kinds import NAMES, load
from checker.lexicon.files import shipped_rule_files
from checker.lexicon.load import load_lexicon


def read_rules(packs: Sequence[str] = (), *, use_cache: bool = True) -> dict[str, Source]:
    """Return the shipped rules and those of *packs* (paths of files) by id.

    Raises:
        RuleError: one line for each mistake in the files.
    """
    lexicon = load_lexicon(packs, use_cache=use_cache)
    return build_rules(shipped_rule_files(), packs, {name: load(name) for name in NAMES}, lexicon)
