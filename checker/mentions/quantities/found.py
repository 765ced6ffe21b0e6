"""A figure found, before its bound words are looked at."""

from __future__ import annotations

from checker.mentions.quantities.intervals import Amount
from checker.mentions.quantities.numeral import Numeral
from checker.model.values import NamedTuple


class Found(NamedTuple):
    """An amount in ``tokens[start:end]``, its printed number in ``tokens[number_start:number_end]``."""

    start: int
    end: int
    number_start: int
    number_end: int
    amount: Amount
    reason: str

    @property
    def is_bare(self) -> bool:
        """Tell whether neither currency nor unit is printed."""
        return self.amount.unit is None


def amount_of(number: Numeral, dimension: str, unit: str | None) -> Amount:
    """Return the printed value of *number* as so many of *unit*."""
    value = number.value
    return Amount(value, value, number.granule, number.place, number.form, dimension, unit)
