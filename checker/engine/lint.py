"""What is wrong with rules that can be read: selections that never match, rules that never speak, thin examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from checker.engine.build import Source
from checker.engine.check import Check
from checker.engine.kinds import NAMES, load
from checker.engine.never import never_matches, unknown_statuses
from checker.engine.rule import ELSE, Rule
from checker.engine.sources import read_rules
from checker.lexicon.book import Lexicon
from checker.lexicon.load import load_lexicon

LEAST_PASSES = 3
"""Near-misses of every rule; a rule with more flag examples needs as many passes as flags."""
_ANYTHING_ELSE = frozenset({""})


def lint_files(packs: Sequence[str] = (), *, use_cache: bool = True) -> list[str]:
    """Return the faults of the shipped rules and lexicons; with *packs* (paths of files), those of the packs alone.

    Raises:
        RuleError: if a file cannot be read as a rule or lexicon at all.
    """
    checks = {name: load(name) for name in NAMES}
    lexicon = load_lexicon(packs, use_cache=use_cache)
    found = lint(read_rules(packs, use_cache=use_cache), checks, lexicon)
    own = (
        *(f"{file}:" for file in packs),
        "lexicon ",
    )  # the shipped lexicons have no fault: what is left is the pack's
    return [line for line in found if line.startswith(own)] if packs else found


def lint(sources: Mapping[str, Source], checks: Mapping[str, Check], lexicon: Lexicon) -> list[str]:
    """Return one line for each fault, as ``file:line:column: field: ...``, in the order of files and lines.

    What no rule could be read with (an unknown link, status, strength, slot) is an error of loading already.
    """
    rules = [source.rule for source in sources.values()]
    found = [
        *(line for source in sources.values() for line in _of_one(source, checks[source.rule.check])),
        *_equally_specific(sources),
        *(line for source in sources.values() for line in _never_speaks(source, rules, checks[source.rule.check])),
        *(line for source in sources.values() for line in never_matches(source, checks[source.rule.check], lexicon)),
        *_uncovered_links(checks, rules),
        *_lexicon_faults(lexicon),
    ]
    return sorted(found)


def _of_one(source: Source, check: Check) -> Iterator[str]:
    tree, file, rule = source.tree, source.file, source.rule
    flags, passes = len(file.examples.flag), len(file.examples.passes)
    wanted = max(LEAST_PASSES, flags)
    if passes < wanted:
        yield tree.line(("examples", "pass"), f"{passes} near-misses for {flags} flagged; give at least {wanted}")
    silent = [strength for strength in check.strengths if strength not in rule.severity]
    if ELSE not in rule.severity and silent:
        names = ", ".join(silent)
        yield tree.line(("severity",), f"says nothing of {names}, so these are silent; say so with 'else: off'")
    if ELSE in rule.severity and not silent:
        yield tree.line(("severity", ELSE), "every strength that the check gives has a level already", at_key=True)


def _equally_specific(sources: Mapping[str, Source]) -> Iterator[str]:
    """Two rules that speak of one claim, neither of which is the narrower: chance would decide."""
    for one, other in combinations(sources.values(), 2):
        a, b = one.rule, other.rule
        if a.check != b.check or len(a.covers) != len(b.covers) or not _overlap(a, b):
            continue
        if _within(a, b) == _within(b, a):
            yield other.tree.line((), f"{b.id} and {a.id} are equally specific and speak of the same; narrow one")


def _overlap(a: Rule, b: Rule) -> bool:
    return all(a.covers[name] & b.covers[name] for name in a.covers.keys() & b.covers.keys())


def _within(narrow: Rule, wide: Rule) -> bool:
    """Tell whether *wide* covers all that *narrow* covers."""
    return all(name in narrow.covers and narrow.covers[name] <= allowed for name, allowed in wide.covers.items())


def _never_speaks(source: Source, rules: Sequence[Rule], check: Check) -> Iterator[str]:
    """A rule of which every claim has a narrower rule."""
    rule = source.rule
    narrower = [other for other in rules if other.check == rule.check and other.narrowness < rule.narrowness]
    dimensions = sorted({name for other in (rule, *narrower) for name in other.covers})
    possible = {"link": frozenset(check.links)} if check.links else {}
    cases = product(*(_samples(name, {**possible, **rule.covers}, narrower) for name in dimensions))
    for case in cases:
        claim = dict(zip(dimensions, case, strict=True))
        if not any(all(claim[name] in allowed for name, allowed in other.covers.items()) for other in narrower):
            return
    yield source.tree.line(
        (), f"{rule.id} never speaks: {', '.join(sorted(other.id for other in narrower))} cover all of it"
    )


def _samples(name: str, allowed: Mapping[str, frozenset[str]], narrower: Sequence[Rule]) -> list[str]:
    """Return one value for each way in which the narrower rules can tell values of one dimension apart."""
    others = [other.covers[name] for other in narrower if name in other.covers]
    values = allowed.get(name) or frozenset().union(_ANYTHING_ELSE, *others)
    return list({tuple(value in group for group in others): value for value in sorted(values)}.values())


def _uncovered_links(checks: Mapping[str, Check], rules: Sequence[Rule]) -> Iterator[str]:
    for check in checks.values():
        of_check = [rule for rule in rules if rule.check == check.name]
        for link in check.links:
            if of_check and not any(link in rule.covers.get("link", {link}) for rule in of_check):
                yield f"check {check.name}: no rule speaks of its link '{link}'"


def _lexicon_faults(lexicon: Lexicon) -> Iterator[str]:
    yield from unknown_statuses(lexicon)
    for name in lexicon:
        rows = lexicon[name].rows
        for row, fields in rows.items():
            if any(lexicon.is_kind_of(name, parent, row) for parent in fields.get("sub_of", ())):
                yield f"lexicon {name}: row {row} stands under itself"
            for other in fields.get("disjoint", ()):
                if lexicon.is_kind_of(name, row, other) or lexicon.is_kind_of(name, other, row):
                    yield f"lexicon {name}: row {row} is disjoint from {other}, under or over which it stands"
