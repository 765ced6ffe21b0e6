from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.facts.said import all_said, by_digits, likely
from checker.facts.values import is_slip
from checker.model.frame import Frame
from checker.model.interval import Interval
from checker.model.quantity import Quantity
from tests.facts.figures import about, exact, framed

NUMBERS = st.decimals(0, 40, places=0)
ENDS = st.none() | NUMBERS
SLIPS = st.sampled_from(("digit", "exchanged", "zero"))


@st.composite
def _ranges(draw: st.DrawFn) -> Quantity:
    low, high = draw(ENDS), draw(ENDS)
    assume(low is None or high is None or low < high)
    hard = Interval(low, high, draw(st.booleans()), draw(st.booleans()))
    # A range has two numbers and no value; "nearly 40" has one, and stands below it.
    return about(7, 1)._replace(low=low, high=high, hard=hard)


@given(st.lists(NUMBERS.map(exact) | _ranges(), max_size=8), NUMBERS, st.sampled_from((1, 2, 10)))
def test_a_number_is_said_as_often_as_figures_can_be_it(figures: list[Quantity], value: Decimal, granule: int) -> None:
    frames = [framed(quantity, order) for order, quantity in enumerate(figures)]
    can_be = [
        q.hard.contains(value) if q.kind == "approx" or q.value is None else abs(q.value - value) * 2 <= granule
        for q in figures
    ]
    said = all_said(frames).get(("count", None))
    assert (said.times(value, Decimal(granule)) if said else 0) == sum(can_be)


@given(st.integers(1, 99_999), SLIPS, st.integers(0, 4), st.integers(0, 9), st.integers(-2, 2))
def test_every_slip_of_a_number_is_among_the_likely_ones(
    number: int, slip: str, at: int, digit: int, power: int
) -> None:
    digits = list(str(number))
    at %= len(digits)
    if slip == "digit":
        digits[at] = str(digit)
    elif slip == "exchanged":
        digits[at], digits[0] = digits[0], digits[at]
    right = Decimal(number).scaleb(power)
    wrong = Decimal("".join(digits)).scaleb(power + (slip == "zero"))
    assume(wrong != right and is_slip(right, wrong))
    assert _likely([exact(right)], exact(wrong)) == [0]


def test_a_number_with_other_digits_is_not_likely() -> None:
    assert _likely([exact(1450), exact(1290)], exact(1540)) == [0]


def test_figures_of_another_unit_are_never_likely() -> None:
    assert _likely([exact(1450)], exact(1540)._replace(dimension="money", unit="USD")) == []


def _likely(figures: list[Quantity], accused: Quantity) -> list[int]:
    frames: list[Frame] = [framed(quantity, order) for order, quantity in enumerate(figures)]
    return [frame.order for frame in likely(by_digits(frames), accused)]
