"""Two numbers as the ends of one figure: "12 to 15", "$2-3bn", "between two and three thousand"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.amounts import amount_at
from checker.mentions.quantities.found import Found
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.money import currency_before
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import DASHES

_TO = frozenset({"to", "through", "~"}) | DASHES
_THOUSAND = Decimal(1000)


def ranged(line: Line, first: Found) -> Found:
    """Return *first* joined with the second end of its range, or *first* itself."""
    lows, end = line.lows, first.end
    opener = lows[first.start - 1] if first.start else ""
    if opener in {"about", "around", "roughly"} and first.start > 1 and lows[first.start - 2] in {"between", "from"}:
        opener = lows[first.start - 2]
    joint = lows[end]
    begin = end + 1
    # "8- to 16-metre": the hyphen waits for the second number
    if joint in DASHES and lows[begin] in {"to", "and", "or"} and line.glued(end):
        joint, begin = lows[begin], begin + 1
    if joint not in _TO and not (joint == "and" and opener == "between") and joint != "or":
        return first
    second = _second(line, begin)
    if second is None or not _fit(first, second):
        return first
    if joint == "or" and not _are_neighbours(line, first, second):
        return first
    if joint == "to" and _is_change(line, first, second, opener):
        return first
    return _join(line, first, second, opener)


def _second(line: Line, at: int) -> Found | None:
    lows = line.lows
    if lows[at] in line.words.near["range-skip"]:
        at += 1
    sign = line.words.currencies.at(line.lows, at) if not line.is_digits(at) else None
    if sign is not None:
        at = sign.end
    elif (lows[at] in {"-", "−"} and line.glued(at + 1)) or lows[at] in {"minus", "negative"}:
        at += 1
    number = numeral(line, at)
    if number is None or number.form in {"ordinal", "malformed", "dotted"}:
        return None
    if sign is not None and currency_before(line, number.start) is None:
        return None
    return amount_at(line, number)


def _fit(first: Found, second: Found) -> bool:
    a, b = first.amount, second.amount
    if a.dimension == b.dimension and a.unit == b.unit:
        return True
    return first.is_bare or (second.is_bare and a.dimension == "money")


def _are_neighbours(line: Line, first: Found, second: Found) -> bool:
    """Tell of "two or three", "one or two hundred": rough counts, where "12 or 300" names two figures."""
    a, b = first.amount.low, second.amount.low
    if not line.is_digits(first.number_start) and _scale_of(line, first) == 1:
        b /= _scale_of(line, second)
    return first.is_bare and 0 < a < b <= 2 * a and b <= 100


def _is_change(line: Line, first: Found, second: Found, opener: str) -> bool:
    """Tell of "rose from 68 to 86", "cut by 18 to 86": an old figure or a step, then a new one."""
    if opener == "by":
        return True
    movements = line.words.movements
    if opener == "from":
        reach = range(max(0, first.start - 7), first.start - 1)
        return any(movements.get(line.lows[at]) for at in reach) or _moves_behind(line, second.end)
    moved = movements.ending(line.lows, first.start) is not None
    return moved and not (first.is_bare and not second.is_bare)


def _moves_behind(line: Line, end: int) -> bool:
    return any(line.words.movements.get(line.lows[at]) for at in range(end, min(end + 1, line.size)))


def _join(line: Line, first: Found, second: Found, opener: str) -> Found:
    a, b = first.amount, second.amount
    low, high, granule = a.low, b.high, a.granule
    shares = first.is_bare or (second.is_bare and a.dimension == "money") or a.unit == b.unit
    scale = _scale_of(line, second)
    if shares and scale > 1 and _scale_of(line, first) == 1 and abs(low) < _THOUSAND and low * scale < high:
        low, granule = low * scale, granule * scale
    if low > high and not (low < 0 and high < 0):
        return first
    if low == high:
        return first
    low, high = min(low, high), max(low, high)
    unit, dimension = (b.unit, b.dimension) if first.is_bare else (a.unit, a.dimension)
    amount = a._replace(
        low=low, high=high, granule=min(granule, b.granule), form="digits", dimension=dimension, unit=unit
    )
    start = first.start
    if opener in {"between", "from"}:
        while line.lows[start - 1] != opener:
            start -= 1
        start -= 1
    return Found(start, second.end, first.number_start, second.number_end, amount, f"{dimension}: range")


def _scale_of(line: Line, found: Found) -> Decimal:
    """Return what the scale word or letter of a printed number multiplies by, else 1."""
    at = found.number_end - 1
    part = line.words.parts.get(line.lows[at])
    if part is None or part[0] not in {"hundred", "scale", "letter", "dozen"}:
        return Decimal(1)
    before = line.words.parts.get(line.lows[at - 1]) if at - 1 >= found.number_start else None
    return part[1] * before[1] if before and before[0] in {"scale", "hundred"} else part[1]
