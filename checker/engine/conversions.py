"""One measurement in two units: what the second figure may be when the first was rounded as printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.lexicon.book import Lexicon
from checker.model.interval import Interval
from checker.model.quantity import Quantity

_SHARE = Decimal("0.05")
_TARGET_SHARE = Decimal("0.15")
_ABOUT = Decimal("0.02")
_LEAST = Decimal("0.5")
_IN_FIVES = 20
_CELSIUS, _FAHRENHEIT, _KELVIN = "degree Celsius", "degree Fahrenheit", "kelvin"
# Degrees x step + zero are kelvins.
_SCALES = {
    _CELSIUS: (Decimal(1), Decimal("273.15")),
    _FAHRENHEIT: (Decimal(5) / 9, Decimal("459.67") * 5 / 9),
    _KELVIN: (Decimal(1), Decimal(0)),
}
SCALES = frozenset(_SCALES)


def factors(unit: str, lexicon: Lexicon) -> Sequence[Decimal]:
    """Return the sizes that a unit can have in the first unit of its dimension: three for "ton", none if unknown."""
    several = lexicon["conversions"].rows.get(unit, {}).get("factors")
    if several:
        return [Decimal(factor) for factor in several]
    one = lexicon["units"].rows.get(unit, {}).get("factor")
    return [Decimal(one)] if one else []


def images(source: Quantity, target: Quantity, lexicon: Lexicon) -> list[Interval]:
    """Return what *source* may be in the unit of *target*, one interval for each size that the units can have."""
    reach = _reach(source)
    return [
        reach.scaled(a / b) if reach.low is None or reach.low >= 0 else _scaled(reach, a / b)
        for a in factors(source.unit or "", lexicon)
        for b in factors(target.unit or "", lexicon)
    ]


def temperature(source: Quantity, target: Quantity) -> Interval:
    """Return what a temperature may be on the other scale: 59F is 15C."""
    (step, zero), (to_step, to_zero) = _SCALES[source.unit or ""], _SCALES[target.unit or ""]
    reach = _reach(source)
    assert reach.low is not None and reach.high is not None
    return Interval((reach.low * step + zero - to_zero) / to_step, (reach.high * step + zero - to_zero) / to_step)


def temperature_difference(source: Quantity, target: Quantity) -> Interval:
    """Return what a difference of temperatures is on the other scale: 2C are 3.6F."""
    return _scaled(_reach(source), _SCALES[source.unit or ""][0] / _SCALES[target.unit or ""][0])


def printed_reach(target: Quantity, about: bool) -> Interval:
    """Return what the printed conversion may stand for: half its last digit, and 2% beside a word like "about"."""
    assert target.low is not None and target.high is not None
    size = max(abs(target.low), abs(target.high))
    slack = min(_half_digit(target), max(size * _TARGET_SHARE, _LEAST))
    return Interval(target.low, target.high).widened(slack + (size * _ABOUT if about else 0))


def _reach(source: Quantity) -> Interval:
    """Return the printed figure and half its last digit; of tens and more at most 5% (domain taxonomy A11).

    On a thermometer 5% of the figure means nothing: 0C would have no slack.
    """
    assert source.low is not None and source.high is not None
    half = _half_digit(source)
    if half > _LEAST and source.unit not in SCALES:
        half = max(_LEAST, min(half, max(abs(source.low), abs(source.high)) * _SHARE))
    return Interval(source.low, source.high).widened(half)


def _half_digit(quantity: Quantity) -> Decimal:
    """Return half the size of the last digit; a five at the end of a larger figure may be rounded to fives.

    Storm warnings give "30 mph (45 km/h)" for 25 knots.
    """
    assert quantity.high is not None
    in_fives = quantity.granule == 1 and quantity.high >= _IN_FIVES and quantity.high % 5 == 0
    return (Decimal(5) if in_fives else quantity.granule) / 2


def _scaled(reach: Interval, factor: Decimal) -> Interval:
    assert reach.low is not None and reach.high is not None
    return Interval(reach.low * factor, reach.high * factor)
