"""Quantities by hand, for tests that need no draft."""

from __future__ import annotations

from decimal import Decimal

from checker.model.document import Document
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Mention
from checker.model.quantity import Quantity
from checker.model.span import Span


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


def about(value: int, slack: int) -> Quantity:
    hard = Interval(Decimal(value - slack), Decimal(value + slack))
    return Quantity("approx", Decimal(value), Decimal(value), hard, hard, Decimal(1), str(value))


def framed(quantity: Quantity, order: int = 0) -> Frame:
    """Return a figure that stands nowhere, for what asks only for its quantity and order."""
    text = quantity.printed
    document = Document("draft.txt", text, text, "text", (), (0,))
    span = Span(0, len(text))
    return Frame(Mention(document, span, span, quantity, 0, 0, 0, 1), order, 0, False, span)
