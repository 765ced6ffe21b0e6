"""Rule files read, held against their schema and against what they name. Only runs where no cache holds them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from string import Formatter
from typing import Any

from checker.engine.check import Check
from checker.engine.rule import ELSE, Rule
from checker.engine.schema import RuleFile
from checker.errors import RuleError
from checker.lexicon.book import Lexicon
from checker.lexicon.build import gather, is_lexicon
from checker.model.values import NamedTuple
from checker.validation import choices, quoted, validated
from checker.yamlfile import Path, Tree, read_yaml

EVERY_MESSAGE = ("here", "there", "computed", "fact")
"""Slots that the message of every rule may use."""

_SELECTED_ROWS = {"status": "statuses", "thing": "things"}


class Source(NamedTuple):
    """A rule with the file that it was read from."""

    tree: Tree
    file: RuleFile
    rule: Rule


def build_rules(
    shipped: Sequence[str], extra: Sequence[str], checks: Mapping[str, Check], lexicon: Lexicon
) -> dict[str, Source]:
    """Return all rules by id: the shipped ones, as changed and joined by those of *extra* that are no lexicons.

    Raises:
        RuleError: one line for each mistake in any of the files.
    """
    mistakes: list[str] = []
    trees = gather(read_yaml, shipped, mistakes)
    trees += [tree for tree in gather(read_yaml, extra, mistakes) if not is_lexicon(tree)]
    found: dict[str, Source] = {}
    for tree in trees:
        gather(lambda tree: _add(tree, found, checks, lexicon), [tree], mistakes)
    if mistakes:
        raise RuleError(*mistakes)
    return found


def _add(tree: Tree, found: dict[str, Source], checks: Mapping[str, Check], lexicon: Lexicon) -> None:
    tree = _with_extended(tree, found)
    file = validated(RuleFile, tree)
    mistakes = [*_mistakes(tree, file, found), *_unknown_names(tree, file, checks, lexicon)]
    if mistakes:
        raise RuleError(*mistakes)
    if file.replaces:
        found.pop(file.replaces, None)
    found[file.id] = Source(tree, file, _rule(tree, file, lexicon))


def _with_extended(tree: Tree, found: Mapping[str, Source]) -> Tree:
    """Return *tree* with what the rule that it extends says and it does not."""
    extends = tree.value.get("extends") if isinstance(tree.value, dict) else None
    if extends is None:
        return tree
    if not isinstance(extends, str) or extends not in found:
        raise tree.error(("extends",), choices(extends, found))
    base = {key: value for key, value in found[extends].tree.value.items() if key not in {"extends", "replaces"}}
    return tree._replace(value={**base, **tree.value})


def _mistakes(tree: Tree, file: RuleFile, found: Mapping[str, Source]) -> Iterator[str]:
    name = os.path.basename(tree.file).rsplit(".", 1)[0]
    if file.id != name:
        yield tree.line(("id",), f"got {quoted(file.id)}, must be '{name}', the name of the file")
    if file.replaces is not None and file.replaces not in found:
        yield tree.line(("replaces",), choices(file.replaces, found))
    if file.id in found and file.id not in {file.replaces, file.extends}:
        first = found[file.id].tree.file
        yield tree.line(("id",), f"got '{file.id}', which {first} has already; say 'replaces: {file.id}' or extend it")


def _unknown_names(tree: Tree, file: RuleFile, checks: Mapping[str, Check], lexicon: Lexicon) -> Iterator[str]:
    check = checks.get(file.check)
    if check is None:
        yield tree.line(("check",), choices(file.check, checks))
        return
    for path, name in _listed(("links",), file.links):
        if name not in check.links:
            yield tree.line(path, choices(name, check.links) if check.links else _no_links(name, check))
    for strength in file.severity:
        if strength not in (*check.strengths, ELSE):
            yield tree.line(("severity", strength), choices(strength, (*check.strengths, ELSE)), at_key=True)
    for _, slot, _, _ in Formatter().parse(file.message):
        if slot is not None and slot not in (*EVERY_MESSAGE, *check.slots):
            yield tree.line(("message",), choices(slot, (*EVERY_MESSAGE, *check.slots)))
    for key, book in _SELECTED_ROWS.items():
        for path, name in _listed(("select", key), getattr(file.select, key, None)):
            if name not in lexicon[book].rows:
                yield tree.line(path, choices(name, lexicon[book].rows))


def _no_links(name: str, check: Check) -> str:
    return f"got '{name}', but the check '{check.name}' works without links; remove the field"


def _listed(path: Path, names: Sequence[str] | None) -> Iterator[tuple[Path, str]]:
    for at, name in enumerate(names or ()):
        yield (*path, at), name


def _rule(tree: Tree, file: RuleFile, lexicon: Lexicon) -> Rule:
    covers = {"link": frozenset(file.links)} if file.links else {}
    for key in ("status", "thing", "place"):
        names = getattr(file.select, key, None)
        if names:
            covers[key] = _with_rows_under(names, _SELECTED_ROWS.get(key), lexicon)
    slack: dict[str, Any] = file.tolerance.model_dump() if file.tolerance else {}
    return Rule(
        id=file.id,
        check=file.check,
        kind=file.kind,
        message=" ".join(file.message.split()),
        severity=file.severity,
        covers=covers,
        rationale=" ".join(file.rationale.split()),
        source=" ".join(file.source.split()),
        preview=file.preview,
        enabled=file.enabled,
        file=tree.file,
        **slack,
    )


def _with_rows_under(names: Sequence[str], book: str | None, lexicon: Lexicon) -> frozenset[str]:
    if book is None:
        return frozenset(names)
    rows = lexicon[book].rows
    return frozenset(row for row in rows if any(lexicon.is_kind_of(book, row, name) for name in names))
