"""The values of the pipeline behave as ``typing.NamedTuple`` does: every class is held against one made by it."""

from __future__ import annotations

import copy
import pickle
import typing
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.interval import Interval
from checker.model.span import Span
from checker.model.values import NamedTuple


class Ours(NamedTuple):
    first: int
    second: str
    third: float = 0.5
    fourth: tuple[int, ...] = ()

    @property
    def twice(self) -> int:
        return self.first * 2


class Theirs(typing.NamedTuple):
    first: int
    second: str
    third: float = 0.5
    fourth: tuple[int, ...] = ()


VALUES = st.lists(st.integers(0, 3), max_size=5)
NAMED = st.dictionaries(st.sampled_from(["first", "second", "third", "fourth", "fifth"]), st.integers(0, 3))


def outcome(make: typing.Callable[[], typing.Any]) -> typing.Any:
    try:
        return tuple(make())
    except (TypeError, ValueError) as error:
        return type(error)


@given(VALUES, NAMED)
def test_it_takes_and_refuses_what_the_standard_one_does(values: list[int], named: dict[str, int]) -> None:
    assert outcome(lambda: Ours(*values, **named)) == outcome(lambda: Theirs(*values, **named))


@given(NAMED)
def test_replacing_is_alike(changes: dict[str, int]) -> None:
    ours, theirs = Ours(1, "a"), Theirs(1, "a")
    assert outcome(lambda: ours._replace(**changes)) == outcome(lambda: theirs._replace(**changes))


@given(VALUES)
def test_making_from_a_list_is_alike(values: list[int]) -> None:
    assert outcome(lambda: Ours._make(values)) == outcome(lambda: Theirs._make(values))


def test_it_reads_unpacks_prints_and_hashes_alike() -> None:
    ours, theirs = Ours(1, "a", fourth=(2,)), Theirs(1, "a", fourth=(2,))
    assert ours == theirs
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._asdict() == theirs._asdict()
    assert (Ours._fields, Ours._field_defaults) == (Theirs._fields, Theirs._field_defaults)
    first, *rest = ours
    assert (first, ours.twice, ours.third, len(rest)) == (1, 2, 0.5, 3)
    match ours:
        case Ours(1, name):
            assert name == "a"


@pytest.mark.parametrize("value", [Ours(1, "a"), Span(1, 4), Interval(None, Decimal(3))])
def test_it_is_copied_and_pickled(value: tuple[object, ...]) -> None:
    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
        assert again == value
        assert type(again) is type(value)


def test_it_is_frozen_and_has_no_room_for_more() -> None:
    for name in ("first", "more"):
        with pytest.raises(AttributeError):
            setattr(Ours(1, "a"), name, 2)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_that_is_no_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="start < end"):
        Span(start, end)
