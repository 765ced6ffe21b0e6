from __future__ import annotations

from decimal import Decimal

from checker.model.interval import ANYTHING, Interval, point
from checker.writers.page.axis import Axis, axis


def drawn(*intervals: Interval) -> Axis:
    made = axis([(interval, interval) for interval in intervals])
    assert made is not None
    return made


def test_two_values_stand_apart_on_one_axis() -> None:
    made = drawn(point(24), point(26))
    assert [(bar.left, bar.right, bar.is_point) for bar in made.bars] == [
        ("10.0%", "10.0%", True),
        ("90.0%", "90.0%", True),
    ]
    assert [(tick.at, tick.label, tick.anchor) for tick in made.ticks] == [
        ("10.0%", "24", "start"),
        ("90.0%", "26", "end"),
    ]


def test_one_value_said_twice_stands_in_the_middle_with_one_label() -> None:
    made = drawn(point(24), point(24))
    assert {bar.left for bar in made.bars} == {"50.0%"}
    assert [(tick.at, tick.label) for tick in made.ticks] == [("50.0%", "24")]


def test_a_bar_without_an_end_runs_out_of_the_picture() -> None:
    bar = drawn(Interval(Decimal(160), None, low_closed=False), point(200)).bars[0]
    assert (bar.left, bar.left_end) == ("10.0%", "open")
    assert (bar.right, bar.right_end) == ("100.0%", "none")
    assert drawn(Interval(None, Decimal(160)), point(200)).bars[0].left == "0.0%"


def test_what_is_mostly_meant_is_a_bar_of_its_own() -> None:
    made = axis([(Interval(Decimal(10), Decimal(30)), Interval(Decimal(15), Decimal(20)))])
    assert made is not None
    assert (made.bars[0].soft_left, made.bars[0].soft_right) == ("30.0%", "50.0%")


def test_labels_between_the_ends_stand_only_where_there_is_room() -> None:
    assert [tick.label for tick in drawn(point(0), point(1), point(50), point(99), point(100)).ticks] == [
        "0",
        "50",
        "100",
    ]


def test_figures_that_can_be_anything_have_no_picture() -> None:
    assert axis([(ANYTHING, ANYTHING)]) is None
