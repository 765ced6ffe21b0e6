"""Two takes of one story, for a terminal, a program and a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from checker.model.takes import CHANGES, Slip, Spot, Takes, Turn
from checker.model.version import VERSION
from checker.writers.counts import some
from checker.writers.grid import grid
from checker.writers.jsontext import dump
from checker.writers.markdown import code, escaped
from checker.writers.safe import shown

_HEADER = ("change", "fact", "was", "is", "where")
_WIDEST = (9, 28, 24, 24, 34)
_NEWS = ("raised", "lowered", "new", "gone")


def text(takes: Takes, everything: bool) -> str:
    """Return the slips, then what changed; what did not only if *everything* is wanted."""
    lines: list[str] = []
    for slip in takes.slips:
        lines += [f"{slip.severity}: {shown(slip.message)}", *_places(takes, slip), f"  rule      {slip.rule}", ""]
    rows = _told(takes, everything)
    if rows:
        lines += [*grid(_HEADER, [_cells(turn) for turn in rows], _WIDEST), ""]
    return "".join(f"{line}\n" for line in (*lines, verdict(takes)))


def json(takes: Takes, everything: bool) -> str:
    """Return one object, as reports/schema/diff.schema.json describes it; it always holds everything."""
    shape = {
        "schema": "figcheck-diff/1",
        "tool": {"name": "figcheck", "version": VERSION},
        "old": takes.old,
        "new": takes.new,
        "summary": {
            **{change: takes.count(change) for change in CHANGES},
            "errors": takes.found("error"),
            "warnings": takes.found("warning"),
        },
        "facts": [_shape(turn) for turn in takes.turns],
        "findings": [_shape(slip) for slip in takes.slips],
    }
    return dump(shape, indent=2) + "\n"


def markdown(takes: Takes, everything: bool) -> str:
    """Return the slips and a table of what changed."""
    lines = [f"### figcheck: {verdict(takes)}", ""]
    for slip in takes.slips:
        lines += [f"**{slip.severity.capitalize()}:** {escaped(slip.message)}", ""]
        lines += [f"- {code(place.strip())}" for place in _places(takes, slip)]
        lines += ["", f"<sub>Rule {code(slip.rule)}.</sub>", ""]
    rows = _told(takes, everything)
    if rows:
        lines += [f"| {' | '.join(_HEADER)} |", "|---" * len(_HEADER) + "|"]
        lines += [f"| {' | '.join(escaped(cell) for cell in _cells(turn))} |" for turn in rows]
    return "\n".join(lines).rstrip("\n") + "\n"


FORMS: dict[str, Callable[[Takes, bool], str]] = {"text": text, "json": json, "markdown": markdown}


def verdict(takes: Takes) -> str:
    """Return the line that ends every run: "2 raised, 0 lowered, ...; 1 error, 0 warnings"."""
    changes = ", ".join(f"{takes.count(change)} {change}" for change in CHANGES)
    return f"{changes}; {some(takes.found('error'), 'error')}, {some(takes.found('warning'), 'warning')}"


def _told(takes: Takes, everything: bool) -> list[Turn]:
    """Return the turns with what an editor looks for first: raised, lowered, new, gone."""
    wanted = (*_NEWS, "unchanged") if everything else _NEWS
    return sorted((turn for turn in takes.turns if turn.change in wanted), key=lambda turn: wanted.index(turn.change))


def _cells(turn: Turn) -> tuple[str, ...]:
    where = dict.fromkeys(f"{place.part} ({place.line}:{place.column})" for place in turn.new or turn.old)
    return turn.change, turn.fact, _figures(turn.old), _figures(turn.new), ", ".join(where)


def _figures(places: Sequence[Spot]) -> str:
    return ", ".join(dict.fromkeys(place.figure for place in places))


def _places(takes: Takes, slip: Slip) -> Iterator[str]:
    for path, places in ((takes.old, slip.old), (takes.new, slip.new)):
        for place in places:
            yield f"  {shown(f'{path}:{place.line}:{place.column}')}  {shown(f'{place.part}: {place.figure}')}"


def _shape(one: Turn | Slip) -> dict[str, Any]:
    shape = one._asdict()
    return {**shape, "old": [place._asdict() for place in one.old], "new": [place._asdict() for place in one.new]}
