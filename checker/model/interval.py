"""What a figure can mean: an interval of exact decimals, each end open, closed or missing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from checker.model.values import NamedTuple


class _Ends(NamedTuple):
    low: Decimal | None
    high: Decimal | None
    low_closed: bool
    high_closed: bool


class Interval(_Ends):
    """All values from ``low`` to ``high``; a missing end is unbounded, an open end is left out.

    ``Interval(Decimal(160), None, low_closed=False)`` is "more than 160".

    Raises:
        ValueError: if no value lies in it.
    """

    __slots__ = ()

    def __new__(
        cls, low: Decimal | None, high: Decimal | None, low_closed: bool = True, high_closed: bool = True
    ) -> Interval:
        """Refuse an interval that holds nothing."""
        interval = tuple.__new__(cls, (low, high, low_closed, high_closed))
        if low is not None and high is not None:
            if low > high or (low == high and not (low_closed and high_closed)):
                raise ValueError(f"empty interval: {interval}")
        return interval

    def __str__(self) -> str:
        left = "(" if self.low is None or not self.low_closed else "["
        right = ")" if self.high is None or not self.high_closed else "]"
        low = "-inf" if self.low is None else f"{self.low.normalize():f}"
        high = "inf" if self.high is None else f"{self.high.normalize():f}"
        return f"{left}{low}, {high}{right}"

    def contains(self, value: Decimal) -> bool:
        """Tell whether *value* lies inside; an open end does not."""
        if self.low is not None and (value < self.low or (value == self.low and not self.low_closed)):
            return False
        return self.high is None or value < self.high or (value == self.high and self.high_closed)

    def is_below(self, other: Interval) -> bool:
        """Tell whether every value of this one is smaller than every value of *other*."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.high_closed and other.low_closed))

    def is_disjoint(self, other: Interval) -> bool:
        """Tell whether no value lies in both. Symmetric."""
        return self.is_below(other) or other.is_below(self)

    def covers(self, other: Interval) -> bool:
        """Tell whether every value of *other* lies in this one."""
        return _reaches_down(self, other) and _reaches_up(self, other)

    def plus(self, other: Interval) -> Interval:
        """Return the interval of all sums."""
        return _combine(
            self,
            other.low,
            other.high,
            other.low_closed,
            other.high_closed,
            Decimal.__add__,
        )

    def minus(self, other: Interval) -> Interval:
        """Return the interval of all differences."""
        return _combine(
            self,
            other.high,
            other.low,
            other.high_closed,
            other.low_closed,
            Decimal.__sub__,
        )

    def scaled(self, factor: Decimal) -> Interval:
        """Return this interval times *factor*, which must be greater than 0."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_closed, self.high_closed)

    def times(self, other: Interval) -> Interval:
        """Return the interval of all products; both must lie at or above 0."""
        return _combine(
            self,
            other.low,
            other.high,
            other.low_closed,
            other.high_closed,
            Decimal.__mul__,
        )

    def over(self, other: Interval) -> Interval | None:
        """Return the interval of all quotients; None if *other* reaches 0 or below. Both at or above 0."""
        if other.low is None or other.low <= 0:
            return None
        return _combine(
            self,
            other.high,
            other.low,
            other.high_closed,
            other.low_closed,
            Decimal.__truediv__,
        )

    def widened(self, slack: Decimal) -> Interval:
        """Return this interval with *slack* (0 or more) added at both ends, closed."""
        low = None if self.low is None else self.low - slack
        high = None if self.high is None else self.high + slack
        return Interval(low, high)

    def whole(self) -> Interval:
        """Return the closed interval of the whole numbers in it: (370, inf) is [371, inf).

        Without a whole number inside, the interval itself.
        """
        low, high = self.low, self.high
        if low is not None:
            ceiling = low.to_integral_value(ROUND_CEILING)
            low = ceiling + 1 if ceiling == low and not self.low_closed else ceiling
        if high is not None:
            floor = high.to_integral_value(ROUND_FLOOR)
            high = floor - 1 if floor == high and not self.high_closed else floor
        return self if low is not None and high is not None and low > high else Interval(low, high)


def point(value: Decimal | int) -> Interval:
    """Return the interval that holds *value* alone."""
    exact = Decimal(value)
    return Interval(exact, exact)


ANYTHING = Interval(None, None)


def _reaches_down(a: Interval, b: Interval) -> bool:
    if a.low is None or b.low is None:
        return a.low is None
    return a.low < b.low or (a.low == b.low and (a.low_closed or not b.low_closed))


def _reaches_up(a: Interval, b: Interval) -> bool:
    if a.high is None or b.high is None:
        return a.high is None
    return a.high > b.high or (a.high == b.high and (a.high_closed or not b.high_closed))


def _combine(
    a: Interval,
    low: Decimal | None,
    high: Decimal | None,
    low_closed: bool,
    high_closed: bool,
    operation: Callable[[Decimal, Decimal], Decimal],
) -> Interval:
    new_low = None if a.low is None or low is None else operation(a.low, low)
    new_high = None if a.high is None or high is None else operation(a.high, high)
    return Interval(new_low, new_high, a.low_closed and low_closed, a.high_closed and high_closed)
