"""Powers as scientists print them: "1e10", "6.2x10^-4", "2.48×10−5"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numeral import Numeral

_MINUS = frozenset("-−")
_LARGEST = 60


def power_of_ten(line: Line, start: int, at: int, value: Decimal) -> Numeral | None:
    """Read the power at token *at* behind *value*; everything must be glued."""
    lows = line.lows
    if not line.glued(at):
        return None
    base, end = value, at + 1
    if lows[at] in {"x", "×", "*"}:
        if not (
            line.glued(end) and lows[end].isdecimal() and (lows[end + 1] in _MINUS | {"^"}) and line.glued(end + 1)
        ):
            return None
        base, end = Decimal(lows[end]), end + 1
        end = end + 1 if lows[end] == "^" else end
    exponent = _exponent(line, end)
    if exponent is None:
        return None
    power, end = exponent
    if lows[at] == "e":
        number = value * Decimal(10) ** power
    elif lows[at] == "^":
        number = value**power if value else value
    else:
        number = value * base**power
    step = abs(number) / 100
    return Numeral(start, end, number, step, step, "power")


def _exponent(line: Line, at: int) -> tuple[int, int] | None:
    negative = False
    while line.lows[at] in _MINUS | {"+"} and line.glued(at):
        negative, at = line.lows[at] in _MINUS and not negative, at + 1
    low = line.lows[at]
    if not (line.glued(at) and low.isdecimal()) or int(low) > _LARGEST:
        return None
    return -int(low) if negative else int(low), at + 1
