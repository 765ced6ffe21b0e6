"""Bare four-digit years: "since 2019", "the 2019 election"."""

from __future__ import annotations

from checker.mentions.quantities.intervals import dated
from checker.mentions.quantities.line import Line, Passed, Reading
from checker.mentions.quantities.money import currency_before, currency_behind
from checker.mentions.quantities.numeral import DASHES, Numeral
from checker.mentions.quantities.units import unit_at
from checker.model.quantity import Moment


def read(line: Line, number: Numeral) -> Reading | Passed | None:
    """Return a year as a date behind "in", "since" and the like, as passed where it only names, None for a count."""
    at, end = number.start, number.end
    low = line.lows[at]
    if len(low) != 4 or not low.isdecimal() or end != at + 1 or not "1000" <= low <= "2100":
        return None
    if _is_amount(line, number):
        return None
    before = line.lows[at - 1]
    cue = line.words.calendar.ending(line.lows, at)
    announced = cue is not None and cue.entry.id == "before-year"
    recent = "1900" <= low <= "2039"
    span = _span(line, at)
    if span is not None:
        return span
    counted = _is_counted(line, end)
    if (
        announced
        and not (counted and not recent)
        and not (counted and before not in line.words.near["year-counted-after"])
    ):
        return Reading(at, end, at, end, None, dated(low, Moment(year=int(low)), "date"), "date: year")
    if not recent:
        return None
    if counted and low[2:] == "00" and before not in line.words.near["year-not-counted-after"]:
        return None
    if line.words.bounds.ending(line.lows, at) is not None and counted:
        return None
    return Passed(at, end, "year")


def _is_amount(line: Line, number: Numeral) -> bool:
    end = number.end
    if currency_before(line, number.start) is not None or currency_behind(line, end, number.value) is not None:
        return True
    at = end + 1 if line.lows[end] in DASHES and line.glued(end) else end
    return unit_at(line, at) is not None or line.lows[end] in {"%", "people"}


def _is_counted(line: Line, at: int) -> bool:
    """Tell whether a plural noun follows: "1500 homes"."""
    low = line.lows[at]
    return (
        low.isalpha()
        and line.tokens[at][2].islower()
        and (
            (low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is")))
            or low in line.words.near["counted-nouns"]
            or line.words.zeros.get(low) is not None
        )
    )


def _span(line: Line, at: int) -> Reading | Passed | None:
    """Tell of "2013-14" and "2019/20", a season and no sum, and of "1995-01", a month."""
    end = at + 1
    if line.lows[end] in DASHES | {"/"} and line.glued(end) and line.glued(end + 1):
        other = line.lows[end + 1]
        if len(other) == 2 and other.isdecimal():
            if int(other) == (int(line.lows[at]) + 1) % 100:
                return Passed(at, end + 2, "years of a season")
            if "01" <= other <= "12" and line.lows[end] == "-" and not line.glued(end + 2):
                moment = Moment(int(line.lows[at]), int(other))
                return Reading(
                    at, end + 2, at, end + 2, None, dated(line.text(at, end + 2), moment, "date"), "date: year, month"
                )
    return None
