"""Vague words: "several", "a few hundred", "dozens", "tens of thousands", "millions of dollars"."""

from __future__ import annotations

from decimal import Decimal

from checker.lexicon.book import Match
from checker.mentions.quantities import intervals
from checker.mentions.quantities.bounds import bound_before
from checker.mentions.quantities.line import Line, Passed, Reading
from checker.mentions.quantities.money import currency_behind, unit_of
from checker.mentions.quantities.numeral import DASHES
from checker.mentions.quantities.units import unit_at

_ONE = Decimal(1)
_MANY = Decimal(1_000_000_000)


def read(line: Line, at: int) -> Reading | Passed | None:
    """Read the vague phrase that begins at token *at*."""
    match = line.words.vague.at(line.lows, at)
    if match is None:
        return None
    fields = match.entry.fields
    if fields["role"] == "none":
        return _reading(line, at, match.end, match.end, "unbounded", _ONE)
    if "needs" in fields and not _is_needed(line, match):
        return None
    if fields["role"] == "times":
        return _times(line, match)
    if fields["role"] == "plural":
        return _plural(line, match)
    return _with_unit(line, at, match.end, match.entry.id, _ONE)


def _is_needed(line: Line, match: Match) -> bool:
    """Tell "scores of men" and, at the head of a sentence, "Scores were killed" from "test scores were"."""
    fields, after = match.entry.fields, line.lows[match.end]
    return after in fields["needs"] or (match.start == 0 and after in fields.get("needs_first", ()))


def _times(line: Line, match: Match) -> Reading | None:
    """Read "several", "several hundred", "a few dozen", "a couple of million"."""
    parts, lows, at, end = line.words.parts, line.lows, match.start, match.end
    scale = _ONE
    while lows[end] in parts and parts[lows[end]][0] in {"hundred", "scale", "dozen"}:
        scale *= parts[lows[end]][1]
        end += 1
    if scale > 1:
        return _with_unit(line, at, end, match.entry.id, scale)
    return _with_unit(line, at, end, f"{match.entry.id}-alone", _ONE)


def _plural(line: Line, match: Match) -> Reading | Passed | None:
    """Read "dozens", "thousands", "tens of thousands", "hundreds of millions"."""
    lows, end = line.lows, match.end
    row, scale = match.entry.id, _ONE
    if lows[match.start - 1] in line.words.parts and match.start and row != "tens":
        return None
    joint = end + 1 if lows[end] in DASHES | {"and", "or", "of"} else end
    parts = line.words.parts
    bigger = parts.get(lows[joint]) if lows[end] == "of" else None
    if bigger and bigger[0] == "scale" and (lows[joint].endswith("s")):
        row, scale, end = f"{row}-of" if row == "tens" else row, bigger[1], joint + 1
    elif (
        lows[end] in {"or", "and"}
        and line.words.vague.get(lows[joint])
        and lows[joint] in {"thousands", "hundreds", "millions", "dozens"}
    ):
        end = joint + 1
    if row == "tens" and scale == _ONE and lows[end + 1] not in {"people"}:
        return None
    return _with_unit(line, match.start, end, row, scale)


def _with_unit(line: Line, start: int, end: int, row: str, scale: Decimal) -> Reading:
    """Take the unit behind into it: "several days", "hundreds of miles", "$" and "dollars" too."""
    at = end + 1 if line.lows[end] == "of" else end
    money = currency_behind(line, at, _MANY) if line.lows[at].isalpha() else None
    if money is not None and "word" not in money.entry.forms:
        return _reading(line, start, end, money.end, row, scale, "money", unit_of(line, money.entry))
    unit = unit_at(line, at) if line.lows[at].isalpha() and len(line.lows[at]) > 2 else None
    if unit is not None:
        return _reading(line, start, end, unit.end, row, scale, unit.entry.fields["dimension"], unit.entry.id)
    return _reading(line, start, end, end, row, scale)


def _reading(
    line: Line,
    start: int,
    number_end: int,
    end: int,
    row: str,
    scale: Decimal,
    dimension: str = "count",
    unit: str | None = None,
) -> Reading:
    printed = line.text(start, number_end)
    fields = line.words.vague.rows[row]
    bound = bound_before(line, start)
    modifier = (bound.start, bound.end) if bound else None
    if "hard" not in fields:
        value = intervals.unbounded(printed)
    else:
        value = intervals.vague(
            fields["hard"], fields["soft"], scale, bound.entry if bound else None, printed, unit, dimension
        )
    return Reading(bound.start if bound else start, end, start, number_end, modifier, value, f"vague: {row}")
