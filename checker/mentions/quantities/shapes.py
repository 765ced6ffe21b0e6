"""What the shape of the tokens around digits tells: "[3]", "1.", "A380", "B-52", "+1-222-2222", "www.b.org/12"."""

from __future__ import annotations

from checker.mentions.quantities.line import Line, Passed
from checker.mentions.quantities.numeral import DASHES, Numeral
from checker.mentions.quantities.rare_units import is_symbol
from checker.mentions.quantities.units import unit_at

_LINKS = frozenset("@/\\_=?&#")
_SUFFIXES = frozenset({"st", "nd", "rd", "th", "s"})
_REACH = 60


def shape(line: Line, number: Numeral) -> Passed | None:
    """Return the number as passed if its shape says that it is no figure."""
    at = number.start
    if line.glued(at):
        found = _glued_before(line, at)
        if found is not None:
            return found
    elif at == 0 and line.glued(1):
        found = _list_marker(line)
        if found is not None:
            return found
    return _glued_behind(line, number) if line.glued(at + 1) else None


def _glued_before(line: Line, at: int) -> Passed | None:
    before = line.lows[at - 1]
    if before in {"[", "^"}:
        return _footnote(line, at)
    if before in _LINKS or before in {".", ":", "%"}:
        return _link(line, at)
    if before == "+":
        return _offset(line, at) or _phone(line, at)
    if before in {"(", "/"}:
        return _phone(line, at)
    if before.isalpha():
        return None if line.words.currencies.get(before) else _link(line, at) or _code(line, at, at - 1)
    if before in DASHES and line.glued(at - 1):
        return _hyphened(line, at)
    # "the class of '08"
    is_short = before in {"'", "’", "‘"} and len(line.lows[at]) == 2 and not line.glued(at - 1)
    return Passed(at - 1, at + 1, "year") if is_short and not line.glued(at + 1) else None


def _glued_behind(line: Line, number: Numeral) -> Passed | None:
    at, end = number.start, number.start + 1
    after = line.lows[end]
    if after in _LINKS:
        found = _link(line, at)
        if found is not None or after != "/" or number.end > end:
            return found
        return _with_slash(line, at)
    if after in DASHES and line.is_digits(end + 1) and line.glued(end + 1):
        return _phone(line, at)
    if after in DASHES and line.lows[end + 1] in {"something", "somethings"}:
        return Passed(at, end + 2, "age class")
    if after.isalpha() and after not in _SUFFIXES and number.end == end and _is_code(line, end):
        return _code(line, at, at)
    return None


def _is_code(line: Line, at: int) -> bool:
    """Tell whether letters glued behind digits are no unit, currency, half-day or scale: "11a", "4G", "860BOX"."""
    lows, words = line.lows, line.words
    low = lows[at]
    if (low in words.parts and words.parts[low][0] != "letter") or low in words.months:
        return False
    known = unit_at(line, at) or words.currencies.at(lows, at) or is_symbol(line, at)
    return not (known or words.calendar.at(lows, at) or words.ages.at(lows, at))


def _code(line: Line, at: int, start: int) -> Passed:
    """Take in all that is glued: "A380-800"."""
    end = at + 1
    while line.glued(end) and (line.lows[end].isalnum() or (line.lows[end] in DASHES and line.glued(end + 1))):
        end += 1
    return Passed(start, end, "code")


def _hyphened(line: Line, at: int) -> Passed | None:
    """Tell of "B-52", "Covid-19", "Ka-52": a name with a capital letter, a hyphen and digits."""
    name = line.lows[at - 2]
    words = line.words
    if not line.is_capital(at - 2) or not name.isalpha() or not line.lows[at].isdecimal():
        return None
    if (
        name in words.months
        or (len(name) > 1 and name in words.parts)
        or name in words.near["number-prefix"]
        or words.bounds.get(name)
    ):
        return None
    return _code(line, at, at - 2)


def _footnote(line: Line, at: int) -> Passed | None:
    start = at - 2 if line.lows[at - 1] == "^" else at - 1
    is_note = line.lows[at + 1] == "]" and line.lows[start] == "[" and len(line.lows[at]) < 4
    return Passed(start, at + 2, "footnote") if is_note else None


def _list_marker(line: Line) -> Passed | None:
    low, mark = line.lows[0], line.lows[1]
    if not low.isdecimal() or len(low) > 2:
        return None
    if mark == ")" or (mark == "." and (line.size == 2 or line.gap(2) > 0)):
        return Passed(0, 2, "list marker")
    return None


def _link(line: Line, at: int) -> Passed | None:
    """Tell whether the run of glued tokens around *at* is an address: "://", "www", "@", or "#12"."""
    start, end = at, at + 1
    while line.glued(start) and at - start < _REACH:
        start -= 1
    while line.glued(end) and end - at < _REACH:
        end += 1
    run = line.lows[start:end]
    if line.lows[at - 1] == "#":
        return Passed(at - 1, at + 1, "designator: number")
    has_scheme = ":" in run and any(run[i : i + 3] == [":", "/", "/"] for i in range(len(run) - 2))
    if not (has_scheme or "www" in run or ("@" in run and "." in run)):
        return None
    while line.glued(end):
        end += 1
    return Passed(start, end, "address")


def _with_slash(line: Line, at: int) -> Passed | None:
    """Tell of "1/0" and "12/7": no fraction, no date."""
    end = at + 2
    if not line.is_digits(end) or not line.glued(end) or line.lows[end + 1] == "/" or len(line.lows[at]) == 4:
        return None
    return Passed(at, end + 1, "numbers with a slash")


def _offset(line: Line, at: int) -> Passed | None:
    """Tell of "UTC+0900", "GMT+3"."""
    return Passed(at - 2, at + 1, "time zone") if line.lows[at - 2] in line.words.near["offset-after"] else None


def _phone(line: Line, at: int) -> Passed | None:
    """Tell of three or more groups of digits joined by hyphens, or two behind a plus sign: no date, no range."""
    lows = line.lows
    start = at - 1 if lows[at - 1] == "+" and line.glued(at) else at
    groups, end = 1, at + 1
    while lows[end] in {"-", "/", "–"} and line.is_digits(end + 1) and line.glued(end) and line.glued(end + 1):
        groups, end = groups + 1, end + 2
    if lows[end] in DASHES and line.glued(end) and groups < 4:
        return None
    if groups >= 3 or (start < at and groups == 2):
        return Passed(start, end, "telephone or code")
    if (
        groups == 2
        and len(lows[at]) == 3
        and len(lows[at + 2]) == 4
        and lows[at][0] not in "01"
        and lows[at + 1] == "-"
    ):
        return Passed(at, end, "telephone or code")
    return None
