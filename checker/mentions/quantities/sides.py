"""The unit of one side for the other: "12 x 15 metres", "a 4-by-8-foot sheet", "20 by 30cm"."""

from __future__ import annotations

from checker.lexicon.book import Match
from checker.mentions.quantities.found import Found
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import DASHES
from checker.mentions.quantities.units import unit_at

_TIMES = frozenset({"x", "×", "by"})
_MOST_SIDES = 3


def with_unit_of_side(line: Line, found: Found) -> Found:
    """Return *found* as so many of the unit of length that the last side prints, else *found* itself."""
    if not found.is_bare or found.amount.dimension != "count":
        return found
    at = _behind_times(line, found.end)
    unit = _unit_of_sides(line, at) if at else None
    if unit is None:
        return found
    amount = found.amount._replace(dimension=unit.entry.fields["dimension"], unit=unit.entry.id)
    return found._replace(amount=amount, reason="length: a side")


def _behind_times(line: Line, at: int) -> int:
    """Return where the next side begins, behind "x", "by" or "-by-"; 0 where none does."""
    lows = line.lows
    at = at + 1 if lows[at] in DASHES and line.glued(at) else at
    if lows[at] not in _TIMES:
        return 0
    at += 1
    at = at + 1 if lows[at] in DASHES and line.glued(at) else at
    return at if line.is_digits(at) or lows[at] in line.words.parts else 0


def _unit_of_sides(line: Line, at: int) -> Match | None:
    for _ in range(_MOST_SIDES):
        number = numeral(line, at)
        if number is None:
            return None
        end = number.end + 1 if line.lows[number.end] in DASHES and line.glued(number.end) else number.end
        unit = unit_at(line, end)
        if unit is not None:
            return unit if unit.entry.fields["dimension"] == "length" else None
        at = _behind_times(line, number.end)
        if not at:
            return None
    return None
