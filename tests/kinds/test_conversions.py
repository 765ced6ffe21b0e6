"""Conversions: factors against pint, and what rounding allows."""

from __future__ import annotations

from decimal import Decimal

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.conversions import factors, images, printed_reach, temperature, temperature_difference
from checker.lexicon.load import load_lexicon
from checker.model.interval import point
from checker.model.quantity import Quantity

LEXICON = load_lexicon()
REGISTRY: pint.UnitRegistry[float] = pint.UnitRegistry()
# pint's acre is that of the US survey, two parts in a million larger.
CLOSE = 1e-5
BASES = {
    "length": "metre",
    "area": "metre ** 2",
    "volume": "metre ** 3",
    "mass": "kilogram",
    "speed": "metre / second",
    "energy": "joule",
    "power": "watt",
    "pressure": "pascal",
}
# What pint calls by another name than an editor does.
NAMES = {
    "tonne": "metric_ton",
    "kilometre per hour": "kilometre / hour",
    "mile per hour": "mile / hour",
    "metre per second": "metre / second",
    "foot per second": "foot / second",
    "kilometre per second": "kilometre / second",
    "barrel": "oil_barrel",
}
SEVERAL = {
    "ton": ["metric_ton", "short_ton", "long_ton"],
    "gallon": ["gallon", "imperial_gallon"],
    "pint": ["pint", "imperial_pint"],
    "quart": ["quart", "imperial_quart"],
    "fluid ounce": ["fluid_ounce", "imperial_fluid_ounce"],
    "horsepower": ["horsepower", "metric_horsepower"],
    "light year": ["light_year"],
    "pound per square inch": ["psi"],
    "cubic mile": ["mile ** 3"],
    "cubic inch": ["inch ** 3"],
}
ROWS = LEXICON["units"].rows
MEASURED = sorted(unit for unit, row in ROWS.items() if row.get("factor") and row["dimension"] in BASES)


def pint_name(unit: str) -> str:
    if unit in NAMES:
        return NAMES[unit]
    for power, word in ((2, "square "), (3, "cubic ")):
        if unit.startswith(word):
            return f"({unit.removeprefix(word)}) ** {power}"
    return unit.replace(" ", "_")


def figure(value: Decimal | int | str, unit: str, granule: str = "1", dimension: str = "length") -> Quantity:
    number = Decimal(value)
    return Quantity("exact", number, number, point(number), point(number), Decimal(granule), "", dimension, unit)


def fits(source: Quantity, target: Quantity) -> bool:
    printed = printed_reach(target, about=False)
    return any(not image.is_disjoint(printed) for image in images(source, target, LEXICON))


@pytest.mark.parametrize("unit", MEASURED)
def test_a_factor_is_the_one_that_pint_knows(unit: str) -> None:
    base = BASES[ROWS[unit]["dimension"]]
    known = REGISTRY.Quantity(1.0, pint_name(unit)).to(base).magnitude
    assert float(ROWS[unit]["factor"]) == pytest.approx(known, rel=CLOSE)


@pytest.mark.parametrize("unit", sorted(SEVERAL))
def test_a_unit_of_several_sizes_has_all_of_them(unit: str) -> None:
    base = BASES[ROWS[unit]["dimension"]]
    known = [REGISTRY.Quantity(1.0, name).to(base).magnitude for name in SEVERAL[unit]]
    assert [float(factor) for factor in factors(unit, LEXICON)] == pytest.approx(known, rel=CLOSE)


@given(st.integers(1, 100_000))
def test_every_conversion_that_is_rounded_right_fits(metres: int) -> None:
    feet = (Decimal(metres) / Decimal("0.3048")).to_integral_value()
    assert fits(figure(metres, "metre"), figure(feet, "foot"))


@given(st.integers(10, 100_000), st.decimals("1.2", "3", places=2))
def test_every_conversion_that_is_a_fifth_too_high_fails(metres: int, wrong: Decimal) -> None:
    feet = (Decimal(metres) / Decimal("0.3048") * wrong).to_integral_value()
    assert not fits(figure(metres, "metre"), figure(feet, "foot"))


def test_a_rounded_source_reaches_half_its_last_digit() -> None:
    assert fits(figure(1800, "metre", "100"), figure(5910, "foot", "10"))
    assert not fits(figure(140, "metre", "10"), figure(640, "foot", "10"))


def test_figures_that_end_in_five_may_be_rounded_to_fives() -> None:
    assert fits(figure(30, "mile per hour", "10"), figure(45, "kilometre per hour", "1"))


def test_tons_may_be_short_long_or_metric() -> None:
    tons = figure(1250, "ton", "10", "mass")
    assert fits(tons, figure(1250, "tonne", "10", "mass"))
    assert fits(tons, figure(1134, "tonne", "1", "mass"))
    assert fits(tons, figure(1270, "tonne", "10", "mass"))
    assert not fits(tons, figure(1500, "tonne", "100", "mass"))


def test_a_temperature_is_shifted_and_a_difference_is_not() -> None:
    celsius = figure(2, "degree Celsius", "1", "temperature")
    fahrenheit = figure("35.6", "degree Fahrenheit", "0.1", "temperature")
    printed = printed_reach(fahrenheit, about=False)
    assert not temperature(celsius, fahrenheit).is_disjoint(printed)
    assert temperature_difference(celsius, fahrenheit).is_disjoint(printed)


def test_a_temperature_below_zero_converts() -> None:
    cold = temperature(figure(-40, "degree Celsius", "1"), figure(-40, "degree Fahrenheit", "1"))
    assert cold.contains(Decimal(-40))


def test_about_widens_by_two_per_cent() -> None:
    target = figure(1000, "foot", "1")
    assert printed_reach(target, about=True).contains(Decimal(1020))
    assert not printed_reach(target, about=False).contains(Decimal(1020))


def test_a_unit_without_a_size_converts_to_nothing() -> None:
    assert images(figure(3, "league"), figure(9, "mile"), LEXICON) == []
