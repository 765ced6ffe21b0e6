"""The fraction behind a number: "two and a half thousand", "a million and a half", "six and three quarters"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.hundreds import below_hundred
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numeral import ONE, TENTH, Numeral

_THOUSAND = Decimal(1000)


def with_fraction(line: Line, number: Numeral) -> Numeral:
    """Return *number* with the fraction that its "and" adds; *number* itself where the "and" adds something else."""
    share = fraction_at(line, number.end)
    if share is None:
        return number
    fraction, end = share
    behind = line.words.parts.get(line.lows[end])
    if behind is not None and behind[0] == "scale":
        scale = behind[1]
        value = number.value + fraction * scale if number.value > scale else (number.value + fraction) * scale
        return number._replace(end=end + 1, value=value, granule=scale / 10, place=scale / 10)
    last = line.words.parts.get(line.lows[number.end - 1])
    scale = last[1] if last is not None and last[0] == "scale" and last[1] >= _THOUSAND else ONE
    step = max(scale / 10, TENTH)
    return number._replace(end=end, value=number.value + fraction * scale, granule=step, place=step)


def fraction_at(line: Line, at: int) -> tuple[Decimal, int] | None:
    """Read "and a half", "and three quarters", "and a third" at the "and" at token *at*; the value and its end."""
    lows = line.lows
    begin, above = at + 1, 1
    has_article = lows[begin] in {"a", "an"}
    if has_article:
        begin += 1
    else:
        counted = below_hundred(line, begin)
        if counted is not None:
            above, begin = counted
    part = line.words.parts.get(lows[begin])
    if part is None or begin == at:
        return None
    if part[0] == "half":
        return above * part[1], begin + 1
    if part[0] == "quarter" and above < 4:
        return above / part[1], begin + 1
    plural = lows[begin].endswith("s")
    if (
        part[0] not in {"ordinal", "power"}
        or begin == at + 1
        or not (plural or above == 1)
        or above >= part[1]
        or part[1] < 3
    ):
        return None
    # "two hundred and a third man": a fraction only where no counted noun follows
    if not plural and lows[begin + 1].isalpha() and lows[begin + 1] not in line.words.near["share-behind"]:
        return None
    return above / part[1], begin + 1
