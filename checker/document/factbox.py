"""Fact boxes typed as lines "Label: value"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.document.lines import Line

_FIELD = re.compile(r"[ \t]*(?:[-*\u2022][ \t]+)?([^\W\d_][^\d:.!?\"\u201c]{0,39}?)[ \t]*:[ \t]+(?=\S)")
_LONGEST = 120
_FEWEST = 3
_MOST_WORDS = 5


def fact_lines(text: str, run: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Return label and start of the value by start of line, for each three or more such lines in a row.

    The labels differ, and a value is no sentence: questions and answers with the speakers' names are no fact box.
    """
    boxed: dict[int, tuple[str, int]] = {}
    group: dict[int, tuple[str, int]] = {}
    for line in run:
        field = _field(text, line)
        if field and field[0] not in {label for label, _ in group.values()}:
            group[line.start] = field
            continue
        boxed.update(group if len(group) >= _FEWEST else {})
        group = {line.start: field} if field else {}
    boxed.update(group if len(group) >= _FEWEST else {})
    return boxed


def _field(text: str, line: Line) -> tuple[str, int] | None:
    if line.end - line.start > _LONGEST:
        return None
    match = _FIELD.match(text, line.start, line.end)
    if match is None or match.group(1).count(" ") >= _MOST_WORDS:
        return None
    value = text[match.end() : line.end].rstrip()
    return None if value[-1:] in (".", "!", "?", "\u201d", '"') else (match.group(1), match.end())
