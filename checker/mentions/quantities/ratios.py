"""Ratios and multipliers: "one in twelve", "nine out of 10", "3:1", "four times as many", "doubled"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.amounts import Found, unit_at
from checker.mentions.quantities.intervals import Amount
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import DASHES, Numeral

_ROUND = frozenset(
    Decimal(n)
    for n in (
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        12,
        14,
        15,
        16,
        18,
        20,
        25,
        30,
        40,
        50,
        100,
        200,
        250,
        500,
        1000,
        10000,
        100000,
        1000000,
    )
)

_PLAIN = frozenset({"digits", "words", "round"})
_GROUPS = frozenset({"of", "cases", "towns", "cities", "countries", "states"})


def ratio(line: Line, number: Numeral) -> Found | None:
    """Read a ratio that begins with *number*, or None."""
    lows, end = line.lows, number.end
    joint = lows[end]
    if joint == "in":
        return _one_in(line, number, end + 1)
    if joint == "out" and lows[end + 1] == "of":
        return _one_in(line, number, end + 2)
    if joint == ":" and line.glued(end) and line.glued(end + 1) and len(lows[end + 1]) == 1 and line.is_digits(end + 1):
        return _found(number, end + 2, Decimal(lows[end + 1]), "ratio: colon")
    if joint in DASHES and lows[end + 1] == "to" and lows[end + 2] in DASHES:
        other = numeral(line, end + 3)
        if other is not None and other.value and number.value > other.value:
            return _found(number, other.end, other.value, "ratio: n to one")
    if joint == "over":
        return _over(line, number, end + 1)
    if joint == "times":
        return _times(line, number)
    return None


def _found(number: Numeral, end: int, below: Decimal, reason: str) -> Found:
    value = number.value / below
    return Found(
        number.start, end, number.start, end, Amount(value, value, Decimal(0), Decimal(0), "ratio", "ratio"), reason
    )


def _one_in(line: Line, number: Numeral, at: int) -> Found | None:
    """Read "one in twelve", "nine out of 10"; "2 in 10 minutes", "three in 2019" and "14 out of 19" are none."""
    lows = line.lows
    at = at + 1 if lows[at] == "every" else at
    if not (line.is_digits(at) or lows[at] in line.words.parts or lows[at] in {"a", "an"}):
        return None
    other = numeral(line, at)
    if other is None or other.form not in _PLAIN or not _is_odds(number, other, lows[at - 1]):
        return None
    if unit_at(line, other.end) is not None or lows[other.end] in DASHES or lows[other.end] in _GROUPS:
        return None
    return _found(number, other.end, other.value, "ratio: n in m")


def _is_odds(number: Numeral, other: Numeral, joint: str) -> bool:
    """Tell odds from a count of a group: the whole is a round number, or any below a thousand for "one in"."""
    if number.value != number.value.to_integral_value() or not 0 < number.value < other.value:
        return False
    if joint == "of" and 10 < other.value < 100:
        return False
    return other.value in _ROUND or (number.value == 1 and other.value < 1000)


def _over(line: Line, number: Numeral, at: int) -> Found | None:
    """Read "one over three" at the end of a clause; "12 over 3 days" is none."""
    other = numeral(line, at) if line.is_digits(at) or line.lows[at] in line.words.parts else None
    if other is None or not 0 < number.value < other.value or line.lows[other.end].isalpha():
        return None
    return _found(number, other.end, other.value, "ratio: n over m")


def _times(line: Line, number: Numeral) -> Found | None:
    """Read "four times as many", "three times the limit", "ten times higher"; "three times" alone counts."""
    after = line.lows[number.end + 1]
    if after not in {
        "as",
        "the",
        "more",
        "higher",
        "larger",
        "bigger",
        "greater",
        "that",
        "what",
        "its",
        "their",
        "his",
        "her",
        "faster",
        "longer",
        "less",
        "lower",
        "likelier",
    }:
        return None
    amount = Amount(number.value, number.value, number.granule, number.place, number.form, "ratio", "times")
    return Found(number.start, number.end + 1, number.start, number.end, amount, "ratio: n times")


def multiplier(line: Line, at: int) -> Found | None:
    """Read "twice the", "doubled", "threefold"."""
    match = line.words.multipliers.at(line.tokens, at)
    if match is None:
        return None
    if (
        line.lows[at] in {"twice", "thrice"}
        and match.end == at + 1
        and line.lows[at + 1] not in {"as", "the", "that", "what", "its", "their", "his", "her"}
    ):
        return None
    value = Decimal(match.entry.fields["value"])
    end = at + 1 if match.end > at + 1 and line.lows[match.end - 1] == "the" else match.end
    return Found(
        at, end, at, end, Amount(value, value, Decimal(1), Decimal(1), "ratio", "ratio", "times"), "ratio: multiplier"
    )
