"""Intervals on one axis, as places in per cent of its width."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.model.interval import Interval
from checker.model.values import NamedTuple
from checker.writers.in_words import number

_FIRST, _WIDE = Decimal(10), Decimal(80)
"""Per cent left free on either side of the known ends: there the bars without an end run out."""
_APART = Decimal(18)
"""Per cent that two labels must be apart; numbers between them have none."""


class Bar(NamedTuple):
    """One interval. ``left`` and ``right`` are per cent; an end is "closed", "open", or "none" where it runs out."""

    left: str
    right: str
    left_end: str
    right_end: str
    soft_left: str
    soft_right: str

    @property
    def is_point(self) -> bool:
        """Tell of one value alone."""
        return self.left == self.right


class Tick(NamedTuple):
    """A labelled value; ``anchor`` keeps the label inside the picture."""

    at: str
    label: str
    anchor: str


class Axis(NamedTuple):
    """A picture: one bar for each interval, in their order."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def axis(figures: Sequence[tuple[Interval, Interval]]) -> Axis | None:
    """Return the picture of the hard and soft intervals of figures; None where none of them has an end."""
    ends = sorted({end for hard, _ in figures for end in (hard.low, hard.high) if end is not None})
    if not ends:
        return None
    place = _Scale(ends[0], ends[-1])
    return Axis(tuple(place.bar(hard, soft) for hard, soft in figures), tuple(_ticks(ends, place)))


class _Scale(NamedTuple):
    low: Decimal
    high: Decimal

    def at(self, value: Decimal) -> Decimal:
        if self.low == self.high:
            return Decimal(50)
        return _FIRST + _WIDE * (value - self.low) / (self.high - self.low)

    def bar(self, hard: Interval, soft: Interval) -> Bar:
        inner_low = soft.low if soft.low is not None else hard.low
        inner_high = soft.high if soft.high is not None else hard.high
        return Bar(
            self._end(hard.low, Decimal(0)),
            self._end(hard.high, Decimal(100)),
            _shape(hard.low, hard.low_closed),
            _shape(hard.high, hard.high_closed),
            self._end(inner_low, Decimal(0)),
            self._end(inner_high, Decimal(100)),
        )

    def _end(self, value: Decimal | None, beyond: Decimal) -> str:
        if value is None:
            return _percent(beyond)
        return _percent(min(max(self.at(value), Decimal(0)), Decimal(100)))


def _shape(end: Decimal | None, closed: bool) -> str:
    return "none" if end is None else "closed" if closed else "open"


def _ticks(ends: Sequence[Decimal], place: _Scale) -> list[Tick]:
    """Label the first and the last end, and those between that have room."""
    chosen = [ends[0]]
    last = place.at(ends[-1])
    for end in ends[1:-1]:
        if place.at(end) - place.at(chosen[-1]) >= _APART and last - place.at(end) >= _APART:
            chosen.append(end)
    return [_tick(end, place) for end in dict.fromkeys([*chosen, ends[-1]])]


def _tick(end: Decimal, place: _Scale) -> Tick:
    at = place.at(end)
    anchor = "start" if at < 25 else "end" if at > 75 else "middle"
    return Tick(_percent(at), number(end), anchor)


def _percent(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1')):f}%"
