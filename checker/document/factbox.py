"""Fact boxes typed as lines "Label: value"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.model.document import FILLER

_FIELD = re.compile(
    rf"[ \t{FILLER}]*(?:[-*\u2022][ \t]+)?([^\W\d_][^\d:.!?\"\u201c]{{0,39}}?)[ \t{FILLER}]*:{FILLER}*[ \t]+(?=\S)"
)
_LONGEST = 120
_FEWEST = 3
_MOST_WORDS = 5


class Fact(NamedTuple):
    """One line of a fact box: its label, and where the value stands."""

    label: str
    start: int
    end: int


def fact_lines(prose: str, lines: Sequence[tuple[int, int]]) -> dict[int, Fact]:
    """Return the facts by start of line, for each three or more such lines in a row.

    The labels differ, and a value is no sentence: questions and answers with the speakers' names are no fact box.
    """
    boxed: dict[int, Fact] = {}
    group: dict[int, Fact] = {}
    for start, end in [*lines, (0, 0)]:
        fact = _fact(prose, start, end)
        if fact and fact.label not in {other.label for other in group.values()}:
            group[start] = fact
            continue
        boxed.update(group if len(group) >= _FEWEST else {})
        group = {start: fact} if fact else {}
    return boxed


def _fact(prose: str, start: int, end: int) -> Fact | None:
    if not 0 < end - start <= _LONGEST:
        return None
    match = _FIELD.match(prose, start, end)
    if match is None or match.group(1).count(" ") >= _MOST_WORDS:
        return None
    value = prose[match.end() : end].rstrip(" \t" + FILLER)
    if not value or value[-1] in '.!?\u201d"':
        return None
    return Fact(match.group(1).replace(FILLER, ""), match.end(), end)
