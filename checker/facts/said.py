"""A draft's numbers by unit, sorted once: how often one is said, and which others a slip of the hand makes of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from checker.facts.pool import MANY
from checker.model.frame import Frame
from checker.model.quantity import Quantity
from checker.model.values import NamedTuple

Unit = tuple[str, str | None]
Figures = Mapping[tuple[Unit, object], Sequence[Frame]]


class Said(NamedTuple):
    """The figures of one unit: the plain ``values``, and where ranges and "about" begin and end, each ascending.

    An end has 0 where it lies inside and -1 or 1 where the value itself is just below or above; a missing one is left
    out.
    """

    values: list[Decimal]
    lows: list[tuple[Decimal, int]]
    highs: list[tuple[Decimal, int]]
    ranges: int

    def times(self, value: Decimal, granule: Decimal) -> int:
        """Return how many figures can be *value* where its last digit may have been rounded."""
        plain = bisect_right(self.values, value + granule / 2) - bisect_left(self.values, value - granule / 2)
        above = len(self.lows) - bisect_right(self.lows, (value, 0))
        return plain + self.ranges - above - bisect_left(self.highs, (value, 0))


def unit_of(quantity: Quantity) -> Unit:
    """Return what two figures must share to be one number."""
    return quantity.dimension, quantity.unit


def all_said(frames: Iterable[Frame]) -> Mapping[Unit, Said]:
    """Return the figures of each unit."""
    units: dict[Unit, list[Quantity]] = defaultdict(list)
    for frame in frames:
        units[unit_of(frame.mention.quantity)].append(frame.mention.quantity)
    return {unit: _said(quantities) for unit, quantities in units.items()}


def _said(quantities: Sequence[Quantity]) -> Said:
    ranges = [q.hard for q in quantities if q.value is None or q.kind == "approx"]
    return Said(
        sorted(q.value for q in quantities if q.value is not None and q.kind != "approx"),
        sorted((r.low, 0 if r.low_closed else 1) for r in ranges if r.low is not None),
        sorted((r.high, 0 if r.high_closed else -1) for r in ranges if r.high is not None),
        len(ranges),
    )


def by_digits(frames: Iterable[Frame]) -> Figures:
    """Return figures with a value by unit and by each thing that it has in common with its slips, in text order."""
    found: dict[tuple[Unit, object], list[Frame]] = defaultdict(list)
    for frame in frames:
        quantity = frame.mention.quantity
        for key in _slips(quantity.value) if quantity.value is not None else ():
            found[unit_of(quantity), key].append(frame)
    return found


def likely(found: Figures, quantity: Quantity) -> list[Frame]:
    """Return, in text order, all figures that can be a slip away from one, and some that are not; of many the first."""
    keys = _slips(quantity.value) if quantity.value is not None else ()
    near = {frame.order: frame for key in keys for frame in found.get((unit_of(quantity), key), ())[:MANY]}
    return [near[order] for order in sorted(near)]


def _slips(value: Decimal) -> Iterator[object]:
    """Yield the digits in order, which a lost zero or two exchanged ones leave alone, and the number less each digit.

    4,120 and 4,320 are both 4,020 with another digit put in.
    """
    _, digits, exponent = value.as_tuple()
    yield "".join(sorted(str(digit) for digit in digits if digit))
    yield value
    for at, digit in enumerate(reversed(digits)):
        rest = value - Decimal(digit).scaleb(int(exponent) + at).copy_sign(value)
        if digit and rest:
            yield rest
