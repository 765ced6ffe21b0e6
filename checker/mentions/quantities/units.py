"""Units behind a number, where spelling and spacing fit: "25 °C", "6ft", "2 1/2 in thick"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.lexicon.book import Match
from checker.mentions.quantities.line import Line

_QUOTES = frozenset({"'", '"', "′", "″"})


def unit_at(line: Line, at: int) -> Match | None:
    """Return the unit that begins at token *at*, if its spelling and spacing fit."""
    match = line.words.units.at(line.lows, at)
    if match is None:
        return _inches(line, at) if line.lows[at] == "in" else None
    if match.end > at + 1:
        return _raised(line, match)
    return match if _fits(line, at, match.entry.fields) else None


def _raised(line: Line, match: Match) -> Match | None:
    """Tell "20 m2" from "6ft 2in" and "6ft2": the raised 2 touches its unit, and feet below ten are a height."""
    if not line.lows[match.end - 1].isdecimal():
        return match
    is_height = match.entry.id == "square foot" and len(line.lows[match.start - 1]) == 1
    if line.glued(match.end - 1) and not is_height:
        return match
    plain = line.words.units.get(line.lows[match.start])
    return Match(plain, match.start, match.start + 1) if plain is not None else None


def _fits(line: Line, at: int, fields: Mapping[str, Any]) -> bool:
    """Tell a unit of one word from the same letters in another case, apart from its number, or as a mark."""
    low, text = line.lows[at], line.tokens[at][2]
    cased = fields.get("cased", ())
    if cased and text not in cased and any(symbol.lower() == low for symbol in cased) and not _is_warm(line, at):
        return False
    if low in fields.get("glued", ()) and not line.glued(at):
        return False
    # A mark that stood before closes a quotation; "2014's" has no feet.
    if low in _QUOTES and (line.lows.index(low) < at - 1 or line.lows[at + 1] == "s"):
        return False
    if low in fields.get("closing", ()) and not _closes(line, at + 1):
        return False
    is_foot = low in {"ft", "foot"} and len(line.lows[at + 1]) < 3
    return is_foot or not (line.glued(at + 1) and line.lows[at + 1][0].isdecimal() and text.isalpha())


def _closes(line: Line, at: int) -> bool:
    """Tell "she weighed 11 stone" from "11 stone houses"."""
    return not line.lows[at].isalpha() or line.lows[at] in line.words.near["height-behind"]


def _is_warm(line: Line, at: int) -> bool:
    """Tell whether heat is spoken of near a small "c" or "f": "a temperature of 25c"."""
    if line.lows[at] not in {"c", "f"}:
        return False
    return not line.words.near["heat-around"].isdisjoint(line.lows[max(0, at - 10) : at + 6])


def _inches(line: Line, at: int) -> Match | None:
    """Read the "in" of "2 1/2 in thick", "6ft 4in" and "7 feet, 10 in." as inches."""
    after = line.lows[at + 1]
    ends = after in {".", ")"} or (not after and at > 1)
    is_unit = line.glued(at) or ends or after in line.words.near["inches-behind"]
    inch = line.words.units.get("inch")
    is_behind_number = line.is_digits(at - 1) or line.words.parts.get(line.lows[at - 1], ("",))[0] == "sign"
    return Match(inch, at, at + 1) if inch is not None and is_unit and is_behind_number else None
