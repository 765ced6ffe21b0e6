"""Numbers that name and do not count: "Flight 862", "Article 5", "the Bell 206", "magnitude 6.7"."""

from __future__ import annotations

from checker.lexicon.book import Match
from checker.mentions.quantities.line import Line, Passed
from checker.mentions.quantities.numeral import DASHES, Numeral

_MOST = 10_000
_FEW = 21
_OPENERS = frozenset(".:;!?“”\"'‘’(—–-•*…")


def designator(line: Line, number: Numeral) -> Passed | None:
    """Return *number* as passed if the words around it make it a name."""
    start = number.start
    if number.form not in {"digits", "words"}:
        return None
    if start:
        match = line.words.designators.ending(line.lows, start)
        if match is not None:
            family = match.entry.id
            if family == "magnitude":
                return Passed(match.start, number.end, family)
            if _names(line, match, number):
                return Passed(match.start, _end_of_name(line, number.end), f"designator: {family}")
        elif line.is_capital(start - 1) and _is_proper_name(line, number):
            return Passed(start - 1, number.end, "designator: name")
        if is_name_in_words(line, start, number.end):
            return Passed(start, number.end, "designator: name")
    return _magnitude_behind(line, number) or _house(line, number)


def _end_of_name(line: Line, end: int) -> int:
    """Return where "737-800" ends."""
    while line.lows[end] in DASHES and line.glued(end) and line.glued(end + 1) and line.is_digits(end + 1):
        end += 2
    return end


def is_name_in_words(line: Line, start: int, end: int) -> bool:
    """Tell of "Six Flags", "PLOS One", "the Group of Seven": capitals within a sentence that is no headline."""
    if start == 0 or line.is_digits(start) or not line.is_capital(start) or line.lows[start - 1] in _OPENERS:
        return False
    beside = line.is_capital(start - 1) or line.is_capital(end)
    if not beside and not (line.lows[start - 1] == "of" and line.is_capital(start - 2)):
        return False
    return not line.is_title


def _names(line: Line, match: Match, number: Numeral) -> bool:
    """Tell whether the noun takes the number: "phase two of", "Room 101"; not "No 12 men", "the unit 300 tonnes"."""
    noun, family = match.end - 1, match.entry.id
    if "," in line.lows[number.start] or number.value >= _MOST:
        return False
    if line.lows[noun] == "#" and not (line.glued(number.start) and line.is_digits(number.start)):
        return False
    if match.entry.fields.get("capital") and not line.is_capital(match.start):
        return False
    is_small = line.tokens[noun][2].islower()
    if not line.is_digits(number.start):
        if number.value >= _FEW or not match.entry.fields.get("spelled"):
            return False
        return not is_small or (not _is_counted(line, number.end) and family not in {"place", "law"})
    if match.entry.fields.get("always"):
        return True
    if line.lows[noun] == "no" and (is_small or _is_counted(line, number.end)):
        return False
    # A small noun names only where no counted noun follows: "in group 3", "of the group 30 men".
    return not (is_small and _is_counted(line, number.end))


def _is_counted(line: Line, at: int) -> bool:
    low = line.lows[at]
    return low.isalpha() and ((low.endswith("s") and len(low) > 3) or low in line.words.near["counted-nouns"])


def _is_proper_name(line: Line, number: Numeral) -> bool:
    """Tell of "the Bell 206 came down", "Lost 52 Project"; "In Kabul 12 were hurt" and "On Friday 12 men" count."""
    at, end = number.start - 1, number.end
    low = line.lows[at]
    if (
        at == 0
        or not line.is_digits(number.start)
        or end != number.start + 1
        or not line.lows[number.start].isdecimal()
    ):
        return False
    words = line.words
    if (line.tokens[at][2].isupper() and len(low) > 3) or (line.glued(end) and line.lows[end] in DASHES):
        return False
    if (
        low in words.parts
        or low in words.months
        or low in words.weekdays
        or words.bounds.get(low)
        or words.currencies.get(low)
    ):
        return False
    after = line.lows[end]
    if line.is_capital(end):
        return not line.is_title
    if not after.isalpha():
        return False
    counts = after in words.near["counted-behind"] or (after.endswith("s") and len(after) > 3)
    before = line.lows[at - 1]
    is_named = before in {"the", "a", "an"} or before.endswith("'s")
    return is_named and not counts and words.units.at(line.lows, end) is None


def _magnitude_behind(line: Line, number: Numeral) -> Passed | None:
    """Tell of "6.7-magnitude", "6.7 on the Richter scale", "the 5.0 earthquake"."""
    lows, end = line.lows, number.end
    if "." in lows[number.start] and lows[end] in line.words.near["quake-behind"]:
        return Passed(number.start, end, "magnitude")
    at = end + 1 if lows[end] in DASHES else end
    if lows[at] == "magnitude":
        return Passed(number.start, at + 1, "magnitude")
    if lows[at] == "on" and "richter" in lows[at : at + 3]:
        return Passed(number.start, number.end, "magnitude")
    return None


def _house(line: Line, number: Numeral) -> Passed | None:
    """Tell of "10 Downing Street", "the 1200 block of Main Street"."""
    if line.lows[number.end] == "block" and line.lows[number.end + 1] == "of" and number.value % 100 == 0:
        return Passed(number.start, number.end + 1, "house number")
    if not line.is_capital(number.end) or not line.is_digits(number.start) or number.value >= _MOST:
        return None
    for at in range(number.end, number.end + 4):
        if not line.is_capital(at):
            return None
        if at > number.end and line.lows[at] in line.words.near["house-behind"]:
            return Passed(number.start, at + 1, "house number")
    return None
