"""Ten numbers at once: "in his 40s", "temperatures in the mid-80s"; "the 1990s" and "under-18s" are no figures."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.found import Found
from checker.mentions.quantities.heat import is_hot
from checker.mentions.quantities.intervals import Amount
from checker.mentions.quantities.line import Line, Passed
from checker.mentions.quantities.numeral import ONE
from checker.mentions.quantities.units import unit_at

_NINE = Decimal(9)


def in_digits(line: Line, at: int) -> Found | Passed | None:
    """Read "in his 40s" as an age and "in the 80s" of heat; "1990s", "the 60s", "under-18s" are passed."""
    lows = line.lows
    if lows[at + 1] != "s" or not line.glued(at + 1) or not lows[at].isdecimal():
        return None
    value = Decimal(lows[at])
    before = at - 2 if lows[at - 1] in {"-", "–"} else at - 1
    if lows[before] in line.words.near["age-bound"]:
        return Passed(before, at + 2, "age class")
    is_ten = value % 10 == 0 and value < 130
    found = _of_life(line, at, at + 2, value, value + _NINE) or _of_heat(line, at, at + 2, value) if is_ten else None
    if found is not None:
        return found
    start = at - 1 if lows[at - 1] in {"'", "’", "‘"} and line.glued(at) else at
    return Passed(start, at + 2, "decade" if value % 10 == 0 else "code")


def in_words(line: Line, at: int) -> Found | None:
    """Read "in her thirties" and "in their teens"; "the thirties" are years."""
    entry = line.words.ages.get(line.lows[at])
    if entry is None or "low" not in entry.fields:
        return None
    low, high = Decimal(entry.fields["low"]), Decimal(entry.fields["high"])
    return _of_life(line, at, at + 1, low, high) or _of_heat(line, at, at + 1, low)


def _of_life(line: Line, at: int, end: int, low: Decimal, high: Decimal) -> Found | None:
    era = line.words.ages.ending(line.lows, at)
    is_era = era is not None and era.entry.id == "era" and line.lows[era.start - 1] != "the"
    if not is_era or not 10 <= low < 110 or is_hot(line, at):
        return None
    return Found(at, end, at, end, Amount(low, high, ONE, ONE, "digits", "age", "year"), "age: decade of life")


def _of_heat(line: Line, at: int, end: int, value: Decimal) -> Found | None:
    """Read the low (0 to 3), mid (4 to 6) or upper (7 to 9) part, as forecasters use the words, else all ten.

    Source: National Weather Service, forecast terms.
    """
    if not is_hot(line, at):
        return None
    lows, near = line.lows, line.words.near
    word = lows[at - 2] if lows[at - 1] in {"-", "–"} else lows[at - 1]
    first, last = (0, 3) if word in near["heat-low"] else (7, 9) if word in near["heat-high"] else (0, 9)
    first, last = (4, 6) if word in near["heat-mid"] else (first, last)
    unit = unit_at(line, end)
    is_scale = unit is not None and unit.entry.fields["dimension"] == "temperature"
    name, stop = (unit.entry.id, unit.end) if unit is not None and is_scale else ("degree", end)
    amount = Amount(value + first, value + last, ONE, ONE, "digits", "temperature", name)
    return Found(at, stop, at, end, amount, "temperature: ten degrees")
