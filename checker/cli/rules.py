"""``figcheck rules``: what is in force, whether its examples hold, what a rule file may say."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import click

from checker.cli.options import reading
from checker.cli.session import Session, wish
from checker.cli.streams import put, say
from checker.engine.rule import Rule
from checker.writers.counts import some


@click.group("rules", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """List, test and lint rules; print what a rule file may say."""


@command.command("list")
@click.option("--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="Form.")
@reading
def list_rules(form: str, **params: Any) -> int:
    """List the rules in force here, your own packs included."""
    rules = Session(wish(params)).settings_of(os.path.join(os.curdir, "draft")).rules
    if form == "json":
        from checker.writers.jsontext import dump

        put(dump([_shape(rule) for rule in rules], indent=2) + "\n")
    else:
        put("".join(f"{line}\n" for line in _table(list(rules))))
    return 0


def _table(rules: list[Rule]) -> Iterator[str]:
    from checker.writers.grid import grid

    yield from grid(
        ("rule", "severity", "kind", "check", "state"),
        [(rule.id, _severity(rule), rule.kind, rule.check, _state(rule)) for rule in rules],
        (40, 30, 30, 20, 20),
    )
    in_force = sum(rule.enabled for rule in rules)
    yield ""
    yield f"{in_force} of {len(rules)} rules in force; figcheck explain RULE shows one with its reason and examples"


def _severity(rule: Rule) -> str:
    levels = dict.fromkeys(rule.severity.values())
    return "/".join(levels)


def _state(rule: Rule) -> str:
    if not rule.enabled:
        return "off"
    return "preview" if rule.preview else "on"


def _shape(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "kind": rule.kind,
        "check": rule.check,
        "severity": dict(rule.severity),
        "covers": {name: sorted(allowed) for name, allowed in rule.covers.items()},
        "state": _state(rule),
        "rationale": rule.rationale,
        "source": rule.source,
        "file": rule.file,
    }


@command.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("-v", "--verbose", is_flag=True, help="Name every example.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache of validated rules.")
def test_rules(paths: tuple[str, ...], verbose: bool, no_cache: bool) -> int:
    """Run the examples in rule files: those in PATH, or those of the shipped rules.

    Exits with 2 and one line for each example that does not hold.
    """
    from checker.cli.rule_examples import run

    results = run(paths, use_cache=not no_cache)
    wrong = [result for result in results if result.mistake]
    if verbose:
        put("".join(f"{_verdict(result)}\n" for result in results))
    for result in wrong:
        say(result.mistake)
    rules = len({result.rule for result in results})
    say(f"ran {len(results)} examples of {rules} rules; {len(wrong)} do not hold")
    return 2 if wrong else 0


def _verdict(result: Any) -> str:
    kind = "flag" if result.flag else "pass"
    return f"{'WRONG' if result.mistake else 'holds'}  {result.rule}  {kind}: {result.why}"


@command.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache of validated rules.")
def lint_rules(paths: tuple[str, ...], no_cache: bool) -> int:
    """Tell what is wrong with rules that can be read: dead selections, two that are equally specific, thin examples.

    Looks at the files in PATH, or at the shipped ones. Exits with 2 and one line for each fault.
    """
    from checker.engine.lint import lint_files
    from checker.lexicon.files import pack_files

    faults = lint_files(pack_files(paths), use_cache=not no_cache)
    for fault in faults:
        say(fault)
    say(f"{some(len(faults), 'fault')} in {', '.join(paths) or 'the shipped rules'}")
    return 2 if faults else 0


@command.command("schema")
@click.option("--lexicon", is_flag=True, help="That of a lexicon file.")
def schema(lexicon: bool) -> int:
    """Print the JSON Schema of a rule file, for an editor (yaml-language-server: $schema=...)."""
    from checker.engine.published import lexicon_schema, rule_schema
    from checker.writers.jsontext import dump

    put(dump(lexicon_schema() if lexicon else rule_schema(), indent=2) + "\n")
    return 0
