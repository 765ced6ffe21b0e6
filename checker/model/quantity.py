"""What is printed and what it can mean."""

from __future__ import annotations

from decimal import Decimal

from checker.model.interval import Interval
from checker.model.values import NamedTuple

KINDS = ("exact", "lower", "upper", "approx", "range", "vague", "malformed")


class Moment(NamedTuple):
    """The parts of a date or a clock time that are printed; None where the draft says nothing.

    ``weekday`` counts from 0 (Monday). ``hour`` and ``minute`` are on the 24-hour clock.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None


class Quantity(NamedTuple):
    """A figure as printed and as a fair reader may take it.

    ``hard`` is what the words can mean: two figures of one fact with disjoint hard intervals
    contradict each other. ``soft`` is what they normally mean; it never makes an alarm by itself.
    ``low`` and ``high`` are the printed ends in ``unit`` (equal unless a range; None for "dozens").
    ``granule`` is the size of the last significant printed digit: 370 -> 10, 1.50m -> 10,000; 0 if none.
    ``unit`` is the plain English singular ("kilometre", "US dollar"), None for a count.
    ``moment`` is set for dates and clock times only.
    """

    kind: str
    low: Decimal | None
    high: Decimal | None
    hard: Interval
    soft: Interval
    granule: Decimal
    printed: str
    dimension: str = "count"
    unit: str | None = None
    moment: Moment | None = None

    @property
    def value(self) -> Decimal | None:
        """The one printed value; None for a range or a vague word."""
        return self.low if self.low == self.high else None
