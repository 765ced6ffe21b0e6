"""Factors of ``lexicons/units.yaml`` held against pint."""

from __future__ import annotations

from decimal import Decimal

import pint
import pytest

from checker.lexicon.load import load_lexicon

LEXICON = load_lexicon(use_cache=False)
REGISTRY = pint.UnitRegistry(non_int_type=Decimal)
# pint's names where ours are no names of its own; month and year are the Gregorian mean here, the Julian there.
NAMES = {
    "ton": None,
    "month": None,
    "year": None,
    "barrel": "oil_barrel",
    "kilocalorie": "kilocalorie",
    "watt hour": "watt_hour",
    "degree": None,
    "mile per gallon": None,
}


def _pint_name(unit: str) -> str | None:
    if unit in NAMES:
        return NAMES[unit]
    for word, power in (("square ", "**2"), ("cubic ", "**3")):
        if unit.startswith(word):
            return unit.removeprefix(word) + power
    first, _, second = unit.partition(" per ")
    return f"{first}/{second}" if second else unit.replace(" ", "_")


FACTORS = [
    pytest.param(row["dimension"], unit, Decimal(row["factor"]), id=unit)
    for unit, row in LEXICON["units"].rows.items()
    if "factor" in row and _pint_name(unit)
]


@pytest.mark.parametrize(("dimension", "unit", "factor"), FACTORS)
def test_a_factor_is_the_one_that_pint_knows(dimension: str, unit: str, factor: Decimal) -> None:
    base = next(
        u for u, row in LEXICON["units"].rows.items() if row["dimension"] == dimension and row.get("factor") == "1"
    )
    known = REGISTRY.Quantity(Decimal(1), _pint_name(unit)).to(_pint_name(base)).magnitude
    # pint measures land in survey feet, which are longer by two parts in a million
    assert abs(known - factor) <= known * Decimal("5e-6")


def test_there_are_factors_to_hold() -> None:
    assert len(FACTORS) > 60
