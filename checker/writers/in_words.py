"""Intervals and figures as an editor would say them."""

from __future__ import annotations

from decimal import Decimal

from checker.model.interval import Interval
from checker.model.quantity import Quantity


def meaning(quantity: Quantity) -> str:
    """Say what a figure can mean: "155 to 165", "more than 160 US dollars", "38%".

    Dates and clock times are said as printed, for their interval counts days or minutes.
    """
    if quantity.dimension in ("date", "time"):
        return quantity.printed
    words = interval_words(quantity.hard)
    if quantity.unit == "percent":
        return f"{words}%"
    return words if quantity.unit is None or words == "any" else f"{words} {_plural(quantity)}"


def interval_words(interval: Interval) -> str:
    """Say an interval: open ends are "more than" and "less than", closed ones "at least" and "at most"."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any"
    if high is None:
        return f"{'at least' if interval.low_closed else 'more than'} {number(low)}"
    if low is None:
        return f"{'at most' if interval.high_closed else 'less than'} {number(high)}"
    if low == high:
        return number(low)
    start = number(low) if interval.low_closed else f"over {number(low)}"
    return f"{start} to {'' if interval.high_closed else 'under '}{number(high)}"


def number(value: Decimal | None) -> str:
    """Write a number out with a comma between thousands, without trailing zeros: 9,100,000 and 2.35."""
    return "" if value is None else f"{value.normalize():,f}"


def _plural(quantity: Quantity) -> str:
    """Name the unit: "five days" and "1 day", "9 US dollars". Only the last word bends, and only by an s."""
    unit = quantity.unit or ""
    one = quantity.hard.low == quantity.hard.high == 1
    return unit if one or unit.endswith(("s", "foot", "inch", "z")) else f"{unit}s"
