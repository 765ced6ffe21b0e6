"""A printed number, in digits, in words or mixed, with its scale words."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.digits import granule_of
from checker.model.values import NamedTuple

DASHES = frozenset("-‐‑–—−")
MINUS = frozenset("-−")
BIG = frozenset({"hundred", "scale", "dozen"})
ONE = Decimal(1)
TENTH = Decimal("0.1")


class Numeral(NamedTuple):
    """A number in ``tokens[start:end]``. ``place`` is the size of its last printed digit, zero or not.

    ``form``: "digits", "words", "round" ("half a million"), "dozen", "fraction", "ordinal", or "malformed" / "dotted"
    where no convention reads the digits.
    """

    start: int
    end: int
    value: Decimal
    granule: Decimal
    place: Decimal
    form: str


def whole(start: int, end: int, value: Decimal, form: str) -> Numeral:
    """Return a number without decimals."""
    granule = granule_of(value, 0)
    return Numeral(start, end, value, granule, granule if form == "words" else ONE, form)


def with_places(start: int, end: int, value: Decimal, places: int, scale: Decimal, form: str = "digits") -> Numeral:
    """Return *value*, printed with *places* decimals, times *scale*."""
    granule, place = granule_of(value, places), Decimal((0, (1,), -places))
    if scale == ONE:
        return Numeral(start, end, value, granule, place, form)
    return Numeral(start, end, value * scale, granule * scale, place * scale, form)


def rough(start: int, end: int, value: Decimal, form: str) -> Numeral:
    """Return a number with a fraction, whose last digit says little ("1½", "3/4")."""
    return Numeral(start, end, value, TENTH, TENTH, form)
