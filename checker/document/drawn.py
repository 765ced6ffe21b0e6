"""Tables drawn in a text: "+----+----+" around the cells, or "-----  ----" under the names of columns of that width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.document.lines import Line

GRID = re.compile(r"[ \t]*\+(?:[-=:]+\+)+[ \t]*\Z")
COLUMNS = re.compile(r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*\Z")
BORDER = re.compile(r"[ \t]*-{3,}[ \t]*\Z")
_DASHES = re.compile(r"[-=]+")

Cells = list[tuple[int, int]]


def between_bars(text: str, line: Line) -> Cells:
    """Return the cells of a row, with the blanks around their words; none where fewer than two bars stand."""
    bars = [at for at in range(line.start, line.end) if text[at] == "|"]
    return [(first + 1, last) for first, last in pairwise(bars)]


def columns(text: str, rule: Line) -> list[tuple[int, int]]:
    """Return where the columns below a rule begin and end, counted from the start of a line."""
    return [match.span() for match in _DASHES.finditer(text[rule.start : rule.end])]


def in_columns(line: Line, below: Sequence[tuple[int, int]]) -> Cells:
    """Return the cells of a row: each reaches to where the next column begins."""
    ends = [*(start for start, _ in below[1:]), line.end - line.start]
    width = line.end - line.start
    return [
        (line.start + min(start, width), line.start + min(max(end, start), width))
        for (start, _), end in zip(below, ends, strict=True)
    ]


def fits(text: str, line: Line, below: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the words of a line stand in the columns, with the gaps between them blank."""
    places = [(0, below[0][0]), *((end, start) for (_, end), (start, _) in pairwise(below))]
    return not any(text[line.start + end : min(line.start + start, line.end)].strip() for end, start in places)
