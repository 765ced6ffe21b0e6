"""Nothing counted: "no deaths", "no one was hurt", but not "no reports of deaths"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.intervals import Amount, quantity
from checker.mentions.quantities.line import Line, Passed, Reading

_ZERO = Decimal(0)
_ONE = Decimal(1)


def read(line: Line, at: int) -> Reading | Passed | None:
    """Read the "no", "none", "nobody" at token *at*; a "no" that does not count gives None."""
    match = line.words.zeros.at(line.lows, at)
    if match is not None and match.entry.id == "unknown":
        return Passed(at, match.end, "unknown: no report is not zero")
    if match is not None and match.entry.id == "people":
        verb = line.words.zeros.at(line.lows, match.end)
        is_count = verb is not None and verb.entry.id == "verbs"
        return _zero(line, at, match.end) if is_count else Passed(at, match.end, "pronoun")
    if line.lows[at] == "no" and _counts(line, at + 1):
        return _zero(line, at, at + 1)
    return None


def _counts(line: Line, at: int) -> bool:
    """Tell whether a counted noun follows, at most two adjectives between: "no further civilian deaths"."""
    for noun in range(at, at + 3):
        entry = line.words.zeros.get(line.lows[noun])
        if entry is not None:
            return entry.id == "counted"
        if not line.lows[noun].isalpha() or line.lows[noun] in line.words.zeros.rows["counted"]["stop"]:
            return False
    return False


def _zero(line: Line, start: int, end: int) -> Reading:
    amount = Amount(_ZERO, _ZERO, _ONE, _ONE, "words")
    value = quantity(amount, None, line.words.tolerances, line.text(start, end))
    return Reading(start, end, start, end, None, value, "zero")
