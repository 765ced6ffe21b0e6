"""What each rule, link type, veto and gain earns: ``nice -n 19 python benchmarks/ablation.py [--write]``.

One switch is off at a time. A rule is off as with ``--ignore``, a link type or veto as a house turns it off in a pack
(docs/own-rules.md). A gain is a step inside a function, which no house would turn off: ``replaced`` below is the one
hook for these, and lends a function another body while a set is scored. One process; drafts are read once.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType
from typing import NamedTuple

from measure import put, table
from tally import ROOT, Draft, Score, Tied, judged_without, scored, sets, tied, tied_without

from checker.engine.loader import load_rules
from checker.facts import cues, values
from checker.facts.vetoes import excuses
from checker.lexicon.load import load_lexicon
from checker.mentions import surroundings
from checker.run import Settings

PAGE = ROOT / "docs" / "ablation.md"
BEGIN, END = "<!-- table of benchmarks/ablation.py -->\n", "<!-- end of table -->\n"
GAINS: dict[str, tuple[Callable[..., object], Callable[..., object]]] = {
    "point rule of headlines": (values.points_differ, lambda a, b: False),
    "open bounds do not excuse": (
        values.excuses,
        lambda figure, accused: not figure.hard.whole().is_disjoint(accused.hard.whole()),
    ),
    "cues by comma chunk, not by sentence": (cues.scopes, lambda mention, tokens: ((0, len(tokens)),)),
    "a rounded number is no conflict": (values.is_rounded, lambda a, b: False),
    "the 24 is told from 24": (surroundings.is_definite, lambda scene, start: False),
    "and a teacher, one more": (excuses.singles, lambda frame, pool: iter(())),
}
"""Steps that are no switch of a house, each with what stands in for it. A stand-in sees the names of the module."""


class Switch(NamedTuple):
    """What is off, by sort ("rule", "link", "veto", "gain") and name, and what it scored without it."""

    sort: str
    name: str
    scores: Mapping[str, Score]


@contextmanager
def replaced(function: Callable[..., object], instead: Callable[..., object]) -> Iterator[None]:
    """Lend *function* the body of *instead*, wherever it was imported to."""
    assert isinstance(function, FunctionType) and isinstance(instead, FunctionType)
    own = function.__code__
    function.__code__ = instead.__code__
    try:
        yield
    finally:
        function.__code__ = own


def without(book: str, row: str) -> Settings:
    """Return the settings of a house whose pack turns one row of lexicons/links.yaml or vetoes.yaml off."""
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder, f"{book}.yaml")
        rows = f"rows:\n  {row}: {{enabled: false}}\n"
        pack.write_text(f"lexicon: house-{book}\nextends: {book}\nsource: ablation\n{rows}", encoding="utf-8")
        return Settings(load_rules(), load_lexicon([pack], use_cache=False))


def switches(drafts: Mapping[str, Sequence[Draft]], usual: Settings) -> Iterator[Switch]:
    """Score every set with one switch off at a time; the first has none off."""
    ties = {name: [tied(draft, usual) for draft in group] for name, group in drafts.items()}
    yield Switch("all on", "", _scores(ties))
    for rule in usual.rules:
        if rule.enabled:
            rules = load_rules(ignore=[rule.id])
            anew = {name: [judged_without(tie, rule.id, rules) for tie in group] for name, group in ties.items()}
            yield Switch("rule", rule.id, _scores(anew))
    for sort, book in (("link", "links"), ("veto", "vetoes")):
        for row in usual.lexicon[book].rows:
            off = without(book, row)
            anew = {name: [tied_without(tie, row, off) for tie in group] for name, group in ties.items()}
            yield Switch(sort, row, _scores(anew))
    for name, (function, instead) in GAINS.items():
        with replaced(function, instead):
            again = sets(usual) if function.__module__.startswith("checker.mentions") else drafts
            anew = {name: [tied(draft, usual) for draft in group] for name, group in again.items()}
            yield Switch("gain", name, _scores(anew))


def _scores(ties: Mapping[str, Sequence[Tied]]) -> dict[str, Score]:
    return {name: scored(group) for name, group in ties.items()}


def cells(switch: Switch, base: Switch) -> list[str]:
    """Return one row: what is found and what is false (clean errors, warnings, spurious) of each set."""
    row = [f"{switch.sort} {switch.name}".strip()]
    for name, score in switch.scores.items():
        usual = base.scores[name]
        counts = [(c.total(), u.total()) for c, u in zip(score, usual, strict=True)]
        _, found, _, errors, warnings, spurious = counts
        row += [] if name == "articles" else [_shown(found, switch is base)]
        false = (errors, warnings) if name == "articles" else (errors, warnings, spurious)
        row += ["/".join(_shown(each, switch is base) for each in false)]
    return row


def _shown(pair: tuple[int, int], whole: bool) -> str:
    now, usual = pair
    return str(now) if whole else f"{now - usual:+d}" if now != usual else "0"


def main() -> None:
    """Print the table, or write it into docs/ablation.md."""
    usual = Settings(load_rules(), load_lexicon())
    drafts = sets(usual)
    head = ["switched off"]
    for name in drafts:
        head += [f"{name} E/W"] if name == "articles" else [f"{name} found", f"{name} false E/W/spurious"]
    rows, base = [], None
    for switch in switches(drafts, usual):
        base = base or switch
        rows.append(cells(switch, base))
        print(" | ".join(rows[-1]), file=sys.stderr, flush=True)
    made = table(head, rows) + "\n"
    put(made, PAGE, BEGIN, END)


if __name__ == "__main__":
    main()
