"""Two bounds that make one figure: "more than 100 and fewer than 300", "at least 20 but at most 50"."""

from __future__ import annotations

from checker.mentions.quantities.line import Line, Reading
from checker.model.interval import Interval
from checker.model.quantity import Quantity

_JOINTS = frozenset({"and", "but", ","})


def joined_bounds(line: Line, first: Reading, second: Reading) -> Reading | None:
    """Return both as one range, or None where they are two figures."""
    kinds = {first.quantity.kind, second.quantity.kind}
    if kinds != {"lower", "upper"} or first.end + 1 != second.start or line.lows[first.end] not in _JOINTS:
        return None
    a, b = first.quantity, second.quantity
    low, high = (a, b) if a.kind == "lower" else (b, a)
    if low.low is None or high.high is None or low.low >= high.high or (a.dimension, a.unit) != (b.dimension, b.unit):
        return None
    span = Interval(low.hard.low, high.hard.high, low.hard.low_closed, high.hard.high_closed)
    printed = line.text(first.number_start, second.number_end)
    granule = min(a.granule, b.granule)
    value = Quantity("range", low.low, high.high, span, span, granule, printed, a.dimension, a.unit)
    return Reading(
        first.start, second.end, first.number_start, second.number_end, first.modifier, value, "two bounds as a range"
    )
