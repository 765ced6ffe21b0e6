"""Sums, shares and changes of printed figures: a right figure is never called wrong, however it was rounded."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.engine.arithmetic import (
    absolute,
    change,
    meant,
    place,
    printed_fraction,
    printed_share,
    printed_times,
    rounded,
    share,
    shown,
    total,
)
from checker.engine.kinds.malformed import readings
from checker.engine.kinds.percent import reachable
from checker.engine.slips import are_transposed, differ_in_one_digit
from checker.model.interval import Interval, point
from checker.model.quantity import Quantity

WHOLES = st.integers(min_value=1, max_value=5_000_000)
PLACES = st.sampled_from([Decimal(1), Decimal("0.1"), Decimal("0.01")])
WAYS = st.sampled_from([ROUND_HALF_UP, ROUND_DOWN])


def granule_of(value: Decimal) -> Decimal:
    digits = f"{abs(value):f}"
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.partition(".")[2]))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if value else Decimal(1)


def exact(value: Decimal | int, dimension: str = "count") -> Quantity:
    number = Decimal(value)
    return Quantity("exact", number, number, point(number), point(number), granule_of(number), f"{number:f}", dimension)


def percent(value: Decimal | int) -> Quantity:
    return exact(value, "percent")


@given(WHOLES, st.data(), PLACES, WAYS)
def test_a_percentage_of_any_part_is_right_rounded_or_cut(
    whole: int, data: st.DataObject, unit: Decimal, way: str
) -> None:
    part = data.draw(st.integers(min_value=0, max_value=whole))
    printed = printed_share(percent((Decimal(part) * 100 / whole).quantize(unit, way)))
    reached = reachable(exact(part), exact(whole), percent(1))
    assert printed and reached
    assert not printed.is_disjoint(reached)


@given(WHOLES, WHOLES, PLACES)
def test_a_rounded_change_of_exact_figures_is_right(old: int, new: int, unit: Decimal) -> None:
    before, after = meant(exact(old)), meant(exact(new))
    assert before and after
    computed = change(before, after)
    assume(computed is not None)
    printed = printed_share(percent(abs((Decimal(new) - old) * 100 / old).quantize(unit, ROUND_HALF_UP)))
    assert computed and printed
    assert not printed.is_disjoint(absolute(computed))


@given(st.lists(st.integers(min_value=0, max_value=999_999), min_size=2, max_size=6))
def test_the_sum_of_exact_parts_lies_in_the_sum_of_what_they_stand_for(parts: list[int]) -> None:
    known = [interval for part in parts if (interval := meant(exact(part)))]
    assert total(known).contains(Decimal(sum(parts)))


@given(
    st.decimals(min_value=-1000, max_value=1000, places=2),
    st.decimals(min_value=0, max_value=1000, places=2),
    st.decimals(min_value=0, max_value=1, places=3),
)
def test_the_size_of_a_value_lies_in_the_sizes_of_its_interval(low: Decimal, width: Decimal, at: Decimal) -> None:
    inside = low + width * at
    assert absolute(Interval(low, low + width)).contains(abs(inside))


@given(st.integers(min_value=0, max_value=9), st.integers(min_value=0, max_value=9), st.integers(10, 99))
def test_exchanging_two_neighbouring_digits_is_a_transposition_both_ways(a: int, b: int, tail: int) -> None:
    one, two = Decimal(f"7{a}{b}{tail}"), Decimal(f"7{b}{a}{tail}")
    assert are_transposed(one, two) == are_transposed(two, one) == (a != b)


def test_two_thirds_may_be_66_or_67_per_cent() -> None:
    reached = share(point(2), point(3))
    assert reached
    assert not printed_share(percent(66)).is_disjoint(reached)
    assert not printed_share(percent(67)).is_disjoint(reached)
    assert printed_share(percent(68)).is_disjoint(reached)


def test_eighty_per_cent_is_printed_to_the_point_and_not_to_tens() -> None:
    assert place(percent(80)) == 1
    assert printed_share(percent(80)) == Interval(Decimal("79.5"), Decimal(81), high_closed=False)


def test_twenty_million_is_printed_to_the_million() -> None:
    value = Decimal(20_000_000)
    money = Quantity(
        "exact", value, value, point(value), point(value), Decimal(10_000_000), "20 million", "money", "euro"
    )
    assert place(money) == 1_000_000
    assert meant(money) == Interval(Decimal(19_500_000), Decimal(20_500_000))


def test_a_small_count_is_meant_as_it_stands() -> None:
    assert meant(exact(50)) == point(50)
    assert meant(exact(1_612)) == point(1_612)


def test_a_round_count_beside_a_finer_one_is_as_fine() -> None:
    assert meant(exact(400)) == Interval(Decimal(360), Decimal(440))
    assert meant(exact(400), exact(323)) == Interval(Decimal("399.5"), Decimal("400.5"))


def test_a_fraction_reaches_four_points_and_a_small_one_a_fifth_of_itself() -> None:
    half = Quantity(
        "exact", Decimal("0.5"), Decimal("0.5"), point(Decimal("0.5")), point(Decimal("0.5")), Decimal(0), "half"
    )
    assert printed_fraction(half) == Interval(Decimal(46), Decimal(54))
    twentieth = exact(Decimal("0.05"), "ratio")
    assert printed_fraction(twentieth) == Interval(Decimal(4), Decimal(6))


def test_four_times_more_may_be_five_times() -> None:
    assert not printed_times(exact(4, "ratio")).contains(Decimal(5))
    assert printed_times(exact(4, "ratio"), is_more=True).contains(Decimal(5))


def test_one_digit_differs() -> None:
    assert differ_in_one_digit(Decimal(412), Decimal(422))
    assert not differ_in_one_digit(Decimal(412), Decimal(421))
    assert not differ_in_one_digit(Decimal(412), Decimal(4120))


def test_values_are_shown_with_commas_and_without_idle_zeros() -> None:
    assert [shown(Decimal(value)) for value in ("1266", "89.950", "0.5", "12.345")] == [
        "1,266",
        "89.95",
        "0.5",
        "12.35",
    ]
    assert rounded(Decimal("46.5"), Decimal(1)) == 47


def test_a_malformed_number_is_offered_its_likely_readings() -> None:
    assert readings("200,0000") == "200,000, 2,000,000 or 20,000,000"
    assert readings("12,4,5") == "1,245 or 12,450"
