"""A rule as a page: what it covers, why, where it comes from, what it flags and lets pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.config import Config
from checker.engine.rule import Rule
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.engine.schema import Examples


def rule_lines(name: str, found: Config) -> list[str]:
    """Return the lines of the page.

    Raises:
        UsageError: if there is no such rule.
        RuleError: if a rule file is wrong.
    """
    from checker.engine.sources import read_rules
    from checker.lexicon.files import pack_files

    sources = read_rules(pack_files(found["rules"].value), use_cache=found["cache"].value)
    if name not in sources:
        from difflib import get_close_matches

        near = get_close_matches(name, list(sources), 1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        raise UsageError(f"there is no rule '{name}'{hint} (figcheck rules list shows all; a finding needs its PATH)")
    source = sources[name]
    return [*_head(source.rule), "", *_examples(source.file.examples), f"file  {source.rule.file}"]


def _head(rule: Rule) -> Iterator[str]:
    from checker.cli.folding import folded

    yield f"{rule.id} ({rule.kind})"
    yield ""
    yield from folded(rule.rationale)
    yield ""
    yield f"says      {rule.message}"
    yield f"check     {rule.check}"
    for name, allowed in rule.covers.items():
        yield f"{name + 's':<9} {', '.join(sorted(allowed))}"
    yield f"severity  {', '.join(f'{strength}: {level}' for strength, level in rule.severity.items())}"
    if slack := tolerance(rule):
        yield f"tolerance {slack}"
    for state, holds in (
        ("preview: shown as a note until the next minor release", rule.preview),
        ("off unless selected", not rule.enabled),
    ):
        if holds:
            yield f"state     {state}"
    yield f"source    {rule.source}"


def tolerance(rule: Rule) -> str:
    """Say by how much a figure may miss the computed value; "" where it may not."""
    parts = [f"{rule.relative * 100:f}% of the computed value"] * bool(rule.relative)
    parts += [f"{rule.absolute:f} in the unit of the figure"] * bool(rule.absolute)
    return ", or ".join(parts) + (", whichever is larger" if len(parts) > 1 else "")


def _examples(examples: Examples) -> Iterator[str]:
    for title, cases in (("It flags", examples.flag), ("It lets pass", examples.passes)):
        yield f"{title}:"
        yield ""
        for case in cases:
            yield f"  {case.why}"
            yield from (f"    | {line}".rstrip() for line in case.text.strip().split("\n"))
            yield ""
