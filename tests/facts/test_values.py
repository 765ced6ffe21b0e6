from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from checker.facts.values import (
    are_near,
    conflict,
    excuses,
    holds_its_number,
    is_magnitude_slip,
    is_rounded,
    is_transposition,
    points_differ,
)
from tests.facts.figures import about, at_least, exact, more_than, up_to


def test_two_exact_counts_conflict_and_a_floor_below_does_not() -> None:
    assert conflict(exact(24), exact(26))
    assert not conflict(at_least(24), exact(26))
    assert conflict(more_than(26), exact(26))
    assert conflict(up_to(30), exact(33))


def test_a_bound_tells_whether_a_figure_can_be_its_own_number() -> None:
    assert holds_its_number(exact(160, 10)) is True
    assert holds_its_number(at_least(43)) is True
    assert holds_its_number(more_than(160, 10)) is False


def test_about_a_number_goes_with_it_under_any_bound() -> None:
    assert holds_its_number(about(160, 5)) is None


def test_two_floors_with_different_numbers_differ_as_points() -> None:
    assert points_differ(at_least(71), at_least(61))
    assert points_differ(exact(17), at_least(16))
    assert not points_differ(more_than(80, 10), at_least(86))
    assert not points_differ(exact(84), more_than(80, 10))
    assert not points_differ(at_least(43), at_least(43))


def test_an_open_bound_excuses_only_what_lies_close_above() -> None:
    assert excuses(at_least(44), exact(46))
    assert not excuses(at_least(44), exact(91))
    assert excuses(exact(46), at_least(44))


def test_near_values_are_within_a_factor_of_two_or_share_their_digits() -> None:
    assert are_near(exact(24), exact(26))
    assert are_near(exact(3800), exact(38000))
    assert not are_near(exact(9), exact(24))
    assert not are_near(exact(2), exact(200))


def test_slips_of_the_digits() -> None:
    assert is_magnitude_slip(Decimal(3800), Decimal(38000))
    assert not is_magnitude_slip(Decimal(3), Decimal(30))
    assert is_transposition(Decimal(34), Decimal(43))
    assert is_transposition(Decimal(3780), Decimal(3870))
    assert not is_transposition(Decimal(34), Decimal(35))


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_conflict_near_and_slips_are_symmetric(a: int, b: int) -> None:
    one, two = exact(a), exact(b)
    assert conflict(one, two) == conflict(two, one)
    assert are_near(one, two) == are_near(two, one)
    assert is_transposition(Decimal(a), Decimal(b)) == is_transposition(Decimal(b), Decimal(a))


def test_a_round_count_stands_for_what_it_was_rounded_from() -> None:
    assert is_rounded(exact(318000, 1000), exact(318400, 100))
    assert not is_rounded(exact(318000, 1000), exact(319400, 100))
    assert not is_rounded(exact(40, 10), exact(43))
    assert not is_rounded(up_to(300), exact(303))
