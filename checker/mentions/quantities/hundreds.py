"""Number words below a hundred."""

from __future__ import annotations

from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numeral import DASHES

_LOW = frozenset({"unit", "teen", "ten", "zero"})


def below_hundred(line: Line, at: int) -> tuple[int, int] | None:
    """Read "seven", "seventeen", "seventy", "seventy-one" at token *at*: the value and the token behind it."""
    parts, lows = line.words.parts, line.lows
    part = parts.get(lows[at])
    if part is None or part[0] not in _LOW:
        return None
    value = int(part[1])
    if part[0] == "ten":
        begin = at + 2 if lows[at + 1] in DASHES else at + 1
        unit = parts.get(lows[begin])
        if unit and unit[0] == "unit":
            return value + int(unit[1]), begin + 1
    return value, at + 1
