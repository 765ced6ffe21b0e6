"""Sums, shares and changes of printed figures: each figure stands for all that it may have been rounded from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

from checker.model.interval import Interval, point
from checker.model.quantity import Quantity

HUNDRED = Decimal(100)
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = frozenset(Decimal(10) ** power for power in (3, 5, 6, 7, 9, 12))
SMALL_COUNT = 100
"""Below it a count is meant as it stands: "50 jailed" is 50, "£50" may be £50.40 (taxonomy A1)."""


def meant(quantity: Quantity, beside: Quantity | None = None) -> Interval | None:
    """Return what a figure can stand for in a sum or quotient; None for "dozens" and unreadable numbers.

    A rounded figure reaches half its last digit to both sides: "£18.4m" is 18.35 to 18.45 million. *beside* is a
    figure that is printed with it: who writes "320 of 400" does not round the 400 to hundreds.
    """
    if quantity.low is None or quantity.high is None:
        return None
    if quantity.kind == "range":
        return Interval(quantity.low, quantity.high)
    if _is_about(quantity) and quantity.kind == "approx":
        # "Some 62 of the 80" is not a figure that was rounded to tens.
        reach = min(quantity.granule, (quantity.hard.high or quantity.low) - quantity.low)
        return point(quantity.low).widened(reach)
    if quantity.kind != "exact":
        return quantity.hard
    reach = slack(quantity)
    if beside is not None and beside.kind == "exact":
        # "$4 billion" beside "$4.4 billion" leaves out a nought behind the point more often than a digit.
        is_finer = 1 < place(beside) < place(quantity)
        reach = min(reach, beside.granule / 2) if place(quantity) <= 1 else reach / 2 if is_finer else reach
    return point(quantity.low).widened(reach)


def printed_value(quantity: Quantity) -> Interval | None:
    """Return what a figure stands for beside a fraction or multiplier, whose own slack is larger than any rounding."""
    if quantity.value is None:
        return None
    if quantity.kind == "exact":
        return point(quantity.value)
    if quantity.kind == "approx" and _is_about(quantity) and quantity.soft.high is not None:
        return point(quantity.value).widened(min(quantity.granule, quantity.soft.high - quantity.value))
    return quantity.soft if quantity.kind == "approx" else quantity.hard


def slack(quantity: Quantity) -> Decimal:
    """Return how far a bare figure may lie from what it was rounded from: nothing for small whole counts.

    "370" reaches to 365 and 375, "12,460" to 12,455 and 12,465, "500,000" a tenth of it to both sides (taxonomy A1).
    """
    value = abs(quantity.low or Decimal(0))
    is_whole = value == value.to_integral_value()
    if quantity.dimension == "count" and is_whole and (value < SMALL_COUNT or quantity.granule <= 1):
        return Decimal(0)
    if value < SMALL_COUNT or place(quantity) > 1:
        return place(quantity) / 2
    return min(quantity.granule / 2, value / 10)


def place(quantity: Quantity) -> Decimal:
    """Return the size of the last printed digit, zeros too: 1 for "80%", 0.1 for "2.0%", 10^6 for "£20 million"."""
    if quantity.low is None:
        return Decimal(1)
    exponent = quantity.low.as_tuple().exponent
    plain = Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
    printed = _DIGITS.search(quantity.printed)
    if printed is None or quantity.low < SMALL_COUNT:
        return plain
    number = Decimal(printed.group().replace(",", ""))
    scale = quantity.low / number if number else Decimal(1)
    places = number.as_tuple().exponent
    return scale.scaleb(places) if scale in _SCALES and isinstance(places, int) else plain


def printed_share(quantity: Quantity) -> Interval | None:
    """Return what a printed percentage can stand for, rounded or cut off: "66%" is 65.5 up to 67.

    Source: 2/3 is printed as 66 and as 67 per cent (taxonomy A7); "about 60%" reaches a tenth of it to both sides.
    """
    low, high, unit = quantity.low, quantity.high, place(quantity)
    if low is None or high is None:
        return None
    if quantity.kind == "exact":
        return Interval(low - unit / 2, high + unit, high_closed=False)
    if quantity.kind == "range":
        return Interval(low, high).widened(unit / 2)
    return Interval(low, high).widened(max(unit, high / 10)) if _is_about(quantity) else quantity.hard


def _is_about(quantity: Quantity) -> bool:
    """Tell "about 60%", which reaches to both sides, from "nearly 60%" and "over 60%"."""
    low, high = quantity.hard.low, quantity.hard.high
    if low is None or high is None or quantity.low is None or quantity.high is None:
        return False
    return quantity.low - low == high - quantity.high


def printed_fraction(quantity: Quantity) -> Interval | None:
    """Return the percentages that a fraction can stand for: "two-thirds" is 62.7 to 70.7, "one in 20" 4 to 6.

    Four points to both sides (taxonomy A7); of less than a fifth, a fifth of it.
    """
    if quantity.value is None:
        return None
    exact = quantity.value * HUNDRED
    reach = min(Decimal(4), exact / 5)
    if quantity.kind in {"exact", "approx"}:
        below = quantity.hard.low if not _is_about(quantity) else None
        return Interval(exact - reach if below is None else below * HUNDRED, exact + reach)
    low, high = quantity.hard.low, quantity.hard.high
    return Interval(
        None if low is None else low * HUNDRED - reach / 4, None if high is None else high * HUNDRED + reach / 4
    )


def printed_times(quantity: Quantity, is_more: bool = False) -> Interval | None:
    """Return the quotients that a multiplier can stand for: "doubled" is 1.7 to 2.3, "four times" 3.4 to 4.6.

    With *is_more* ("four times more than") one more counts as well (taxonomy A7).
    """
    if quantity.value is None:
        return None
    value, spread = quantity.value, quantity.value * 3 / 20
    if quantity.kind in {"exact", "approx"}:
        low = value - spread if quantity.hard.low is None else min(value - spread, quantity.hard.low)
        return Interval(low, value + spread + is_more)
    return quantity.hard.widened(value / 50)


def share(part: Interval, whole: Interval) -> Interval | None:
    """Return the part in per cent of the whole; None where the whole may be nothing."""
    quotient = part.over(whole)
    return quotient.scaled(HUNDRED) if quotient else None


def change(old: Interval, new: Interval) -> Interval | None:
    """Return the change from old to new in per cent, below 0 for a fall; None where the old may be nothing."""
    grown = share(new, old)
    return grown.minus(point(HUNDRED)) if grown else None


def absolute(interval: Interval) -> Interval:
    """Return the sizes of the values, without their signs."""
    low, high = interval.low, interval.high
    if low is not None and low >= 0:
        return interval
    if high is not None and high <= 0:
        return Interval(-high, None if low is None else -low, interval.high_closed, interval.low_closed)
    most = None if low is None or high is None else max(-low, high)
    return Interval(Decimal(0), most)


def total(intervals: Iterable[Interval]) -> Interval:
    """Return the interval of all sums; of no interval, 0."""
    result = point(0)
    for interval in intervals:
        result = result.plus(interval)
    return result


def rounded(value: Decimal, granule: Decimal) -> Decimal:
    """Return *value* rounded half up to a multiple of *granule*; a granule of 0 leaves it."""
    if not granule:
        return value
    return (value / granule).to_integral_value(ROUND_HALF_UP) * granule


def shown(value: Decimal) -> str:
    """Return a value with commas, without a trailing zero behind the point: 1,266 and 89.95."""
    with localcontext() as context:
        context.prec = 40
        text = f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
