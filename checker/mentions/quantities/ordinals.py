"""Ordinals: "the third victim" counts, "Fifth Avenue" and "second thoughts" do not."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.dates import from_ordinal
from checker.mentions.quantities.designators import is_name_in_words
from checker.mentions.quantities.intervals import Amount, quantity
from checker.mentions.quantities.line import Line, Passed, Reading

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_ONE = Decimal(1)


def in_digits(line: Line, at: int) -> Reading | Passed | None:
    """Read "21st"."""
    low = line.lows[at]
    plain = low.replace(",", "")
    if not line.glued(at + 1) or line.lows[at + 1] not in _SUFFIXES or not plain.isdecimal():
        return None
    # "15st" is a weight
    if line.lows[at + 1] != _suffix(plain):
        return None
    return reading(line, at, at + 2, Decimal(plain))


def _suffix(digits: str) -> str:
    return "th" if digits[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")


def in_words(line: Line, at: int) -> Reading | Passed | None:
    """Read "third"; a plural ("thirds") is a fraction."""
    part, value = line.words.parts[line.lows[at]]
    if part == "power" and line.lows[at - 1] not in {"a", "the"}:
        return None
    return None if line.lows[at].endswith("s") else reading(line, at, at + 1, value)


def reading(line: Line, start: int, end: int, value: Decimal) -> Reading | Passed:
    """Return the ordinal in ``tokens[start:end]``, or what it is where it counts nothing."""
    idiom = line.words.idioms.at(line.lows, start) or line.words.idioms.ending(line.lows, end)
    if idiom is not None and idiom.entry.id != "ordinal-noun":
        return Passed(idiom.start, idiom.end, "idiom")
    if is_name_in_words(line, start, end):
        return Passed(start, end, "ordinal in a name")
    date = from_ordinal(line, start, int(value), end) if value <= 31 else None
    if date is not None:
        return date
    at = end + 1 if line.lows[end] == "-" and line.glued(end) else end
    noun = line.words.idioms.get(line.lows[at])
    if noun is not None and noun.id == "ordinal-noun":
        return Passed(start, at + 1, "ordinal in a name")
    if line.lows[start] == "second" and (line.lows[start - 1] in {"per", "every", "each"} or line.lows[end] == "that"):
        return Passed(start, end, "unit or verb")
    amount = Amount(value, value, _ONE, _ONE, "ordinal", "ordinal")
    value_of = quantity(amount, None, line.words.tolerances, line.text(start, end))
    return Reading(start, end, start, end, None, value_of, "ordinal")
