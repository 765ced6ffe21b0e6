"""Ratios and multipliers: "one in twelve", "nine out of 10", "3:1", "four times as many", "doubled"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.found import Found
from checker.mentions.quantities.intervals import Amount
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import DASHES, ONE, Numeral
from checker.mentions.quantities.units import unit_at

_ZERO = Decimal(0)
_FEW = 20
_SINGULAR = frozenset({"is", "was", "has", "does", "lives", "dies", "says", "suffers", "thus"})
_PLURAL = frozenset({"people", "men", "women", "children", "of", "hundred", "thousand", "million"})
_PLAIN = frozenset({"digits", "words", "round"})


def ratio(line: Line, number: Numeral) -> Found | None:
    """Read a ratio that begins with *number*, or None."""
    lows, end = line.lows, number.end
    joint = lows[end]
    if joint == "in":
        return _one_in(line, number, end + 1)
    if joint in DASHES and lows[end + 1] == "in" and lows[end + 2] in DASHES:
        return _one_in(line, number, end + 3)
    if joint == "out" and lows[end + 1] == "of":
        return _one_in(line, number, end + 2)
    if joint == "over":
        return _over(line, number, end + 1)
    if joint == "times":
        return _times(line, number)
    if number.value == ONE and joint.isalpha() and lows[end + 1] == "in" and len(joint) > 2:
        return _one_noun_in(line, number, end + 2)
    if joint == ":" and line.glued(end) and line.glued(end + 1) and len(lows[end + 1]) == 1 and line.is_digits(end + 1):
        return _found(number, end + 2, Decimal(lows[end + 1]), "ratio: colon")
    return _to_one(line, number)


def _found(number: Numeral, end: int, below: Decimal, reason: str) -> Found | None:
    if not below:
        return None
    value = number.value / below
    amount = Amount(value, value, _ZERO, _ZERO, "ratio", "ratio")
    return Found(number.start, end, number.start, end, amount, reason)


def _to_one(line: Line, number: Numeral) -> Found | None:
    """Read "3-to-1", "two to one"; "230-to-198" is a vote."""
    lows, end = line.lows, number.end
    if lows[end] in DASHES and lows[end + 1] == "to" and lows[end + 2] in DASHES:
        begin = end + 3
    elif lows[end] == "to" and lows[end + 1] in {"one", "1"}:
        begin = end + 1
    else:
        return None
    other = numeral(line, begin)
    if other is None or other.value != ONE or number.value <= ONE or unit_at(line, other.end) is not None:
        return None
    return _found(number, other.end, other.value, "ratio: n to one")


def _one_in(line: Line, number: Numeral, at: int) -> Found | None:
    """Read "one in twelve", "nine out of 10"; "2 in 10 minutes", "three in 2019" and "14 out of 19" are none."""
    lows = line.lows
    at = at + 1 if lows[at] == "every" else at
    if not (line.is_digits(at) or lows[at] in line.words.parts or lows[at] in {"a", "an"}):
        return None
    other = numeral(line, at)
    if other is None or other.form not in _PLAIN or not _is_odds(number, other, lows[at - 1]):
        return None
    after = lows[other.end]
    if unit_at(line, other.end) is not None or after in DASHES or after in line.words.near["ratio-not-behind"]:
        return None
    return _found(number, other.end, other.value, "ratio: n in m")


def _one_noun_in(line: Line, number: Numeral, at: int) -> Found | None:
    """Read "one train in four", "one household in six"; "one man in three cars" has a noun behind it."""
    other = numeral(line, at)
    if other is None or other.form not in _PLAIN or not 1 < other.value <= _FEW:
        return None
    after = line.lows[other.end]
    if (after.endswith("s") and after not in _SINGULAR) or after in _PLURAL or after in DASHES:
        return None
    return None if unit_at(line, other.end) is not None else _found(number, other.end, other.value, "ratio: one in n")


def _is_odds(number: Numeral, other: Numeral, joint: str) -> bool:
    """Tell odds from a count of a group: the whole is a round number, or any below a thousand for "one in"."""
    if number.value != number.value.to_integral_value() or not 0 < number.value < other.value:
        return False
    if joint == "of" and 10 < other.value < 100:
        return False
    if number.value == ONE and other.value < 1000:
        return True
    if number.value > 10 and other.value != other.granule:
        return False
    return other.value <= 10 or (other.value % 5 == 0 and other.value < 100) or other.value < other.granule * 10


def _over(line: Line, number: Numeral, at: int) -> Found | None:
    """Read "one over three" at the end of a clause; "12 over 3 days" is none."""
    other = numeral(line, at) if line.is_digits(at) or line.lows[at] in line.words.parts else None
    if other is None or not 0 < number.value < other.value or line.lows[other.end].isalpha():
        return None
    return _found(number, other.end, other.value, "ratio: n over m")


def _times(line: Line, number: Numeral) -> Found | None:
    """Read "four times as many", "three times the limit", "ten times higher"; "three times" alone counts."""
    at = number.end + 1
    if line.lows[at] not in line.words.near["times-behind"]:
        return None
    # "four times as champion" counts
    if line.lows[at] == "as" and (line.is_capital(at + 1) or line.lows[at + 1] in {"a", "an", "the"}):
        return None
    amount = Amount(number.value, number.value, number.granule, number.place, number.form, "ratio", "times")
    return Found(number.start, number.end + 1, number.start, number.end, amount, "ratio: n times")


def multiplier(line: Line, at: int) -> Found | None:
    """Read "twice the", "doubled", "threefold"."""
    match = line.words.multipliers.at(line.lows, at)
    if match is None:
        return None
    end = match.end - 1 if match.end > at + 1 and line.lows[match.end - 1] == "the" else match.end
    if match.entry.fields.get("needs_the") and line.lows[end] not in line.words.near["twice-behind"]:
        return None
    value = Decimal(match.entry.fields["value"])
    return Found(at, end, at, end, Amount(value, value, ONE, ONE, "ratio", "ratio", "times"), "ratio: multiplier")
