"""Quantities by hand, for tests that need no draft."""

from __future__ import annotations

from decimal import Decimal

from checker.model.interval import Interval, point
from checker.model.quantity import Quantity


def exact(value: int, granule: int = 1) -> Quantity:
    return Quantity("exact", Decimal(value), Decimal(value), point(value), point(value), Decimal(granule), str(value))


def at_least(value: int, granule: int = 1) -> Quantity:
    hard = Interval(Decimal(value), None)
    soft = Interval(Decimal(value), Decimal(value + granule))
    return Quantity("lower", Decimal(value), Decimal(value), hard, soft, Decimal(granule), str(value))


def more_than(value: int, granule: int = 1) -> Quantity:
    hard = Interval(Decimal(value), None, low_closed=False)
    soft = Interval(Decimal(value), Decimal(value + granule), low_closed=False)
    return Quantity("lower", Decimal(value), Decimal(value), hard, soft, Decimal(granule), str(value))


def up_to(value: int) -> Quantity:
    hard = Interval(Decimal(0), Decimal(value))
    return Quantity("upper", Decimal(value), Decimal(value), hard, hard, Decimal(1), str(value))
