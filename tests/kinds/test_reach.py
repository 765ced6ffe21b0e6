from __future__ import annotations

from checker.engine.reach import MANY, NEAREST, pairs


def test_each_two_of_a_few_figures_are_held_against_each_other() -> None:
    assert list(pairs("abc")) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_of_many_figures_each_is_held_against_those_just_before_it() -> None:
    met = list(pairs(range(MANY + 1)))
    assert [one for one, two in met if two == MANY] == list(range(MANY - NEAREST, MANY))
    assert (0, 1) in met
    assert (0, MANY) not in met
