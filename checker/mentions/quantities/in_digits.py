"""Numbers that begin with digits: "1 284", "3/4", ".5", "2.3 million", "4 thousand 3 hundred and 21"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.digits import granule_of, read_digits
from checker.mentions.quantities.hundreds import below_hundred
from checker.mentions.quantities.letters import letter_at
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numeral import BIG, DASHES, ONE, Numeral, rough, with_places
from checker.mentions.quantities.scientific import power_of_ten
from checker.mentions.quantities.spelled import decimals_at, from_words
from checker.mentions.quantities.tail import joint_at, with_fraction

_HUNDRED = Decimal(100)
_LARGEST = Decimal(10**12)


def from_digits(line: Line, at: int) -> Numeral:
    """Read the number whose digits stand at token *at*."""
    lows = line.lows
    value, places, flaw = read_digits(lows[at], line.setting.decimal_comma)
    end = at + 1
    if value is None:
        return Numeral(at, end, ONE, Decimal(0), Decimal(0), flaw)
    after = lows[end]
    if after[:1].isdecimal():
        spaced = _spaced_groups(line, at)
        if spaced:
            value, places, end = spaced
            after = lows[end]
    if after == "/" or (after[:1].isdecimal() and lows[end + 1] == "/"):
        fraction = _slashed(line, at, end, value)
        if fraction:
            return fraction
    part = line.words.parts.get(after)
    if part is not None and part[0] == "sign":
        return rough(at, end + 1, value + part[1], "digits")
    if part is None and after not in DASHES and after != "and":
        return _odd(line, at, end, value, after) or with_places(at, end, value, places, ONE)
    return _scaled(line, at, end, value, places)


def _odd(line: Line, at: int, end: int, value: Decimal, after: str) -> Numeral | None:
    """Read "1.3x10^6", "1e10" and "1 point 1"."""
    if after in {"e", "x", "×", "^", "*"}:
        return power_of_ten(line, at, end, value)
    if after == "point":
        decimals = decimals_at(line, end + 1)
        if decimals and line.lows[at].isdecimal():
            digits, end = decimals
            return _scaled(line, at, end, Decimal(f"{line.lows[at]}.{digits}"), len(digits))
    return None


def point_first(line: Line, at: int) -> Numeral | None:
    """Read ".5" at the point at token *at*, which touches digits and nothing before it but a sign."""
    digits = line.lows[at + 1]
    if not line.glued(at + 1) or not digits.isdecimal():
        return None
    if line.glued(at) and line.lows[at - 1][-1:].isalnum():
        return None
    return _scaled(line, at, at + 2, Decimal("0." + digits), len(digits))


def _spaced_groups(line: Line, at: int) -> tuple[Decimal, int, int] | None:
    """Read "1 284 000": a first group of one to three digits, then groups of three, one space between."""
    lows = line.lows
    if len(lows[at]) > 3 or not lows[at].isdecimal() or lows[at][0] == "0":
        return None
    digits, end = lows[at], at + 1
    while len(lows[end]) == 3 and lows[end].isdecimal() and line.gap(end) == 1 and len(digits) < 30:
        digits += lows[end]
        end += 1
    last = lows[end]
    if last[:3].isdecimal() and last[3:4] in {".", ","} and last[4:].isdecimal() and line.gap(end) == 1:
        return Decimal(digits + last[:3] + "." + last[4:]), len(last) - 4, end + 1
    if end == at + 1 or (last[:1].isdecimal() and line.gap(end) <= 1):
        return None
    return Decimal(digits), 0, end


def _slashed(line: Line, at: int, end: int, number: Decimal) -> Numeral | None:
    """Read "3/4" and "1 3/4"; a slash between other numbers is a date, a season or a docket."""
    lows = line.lows
    added = Decimal(0)
    if lows[end] != "/":
        added, end = number, end + 1
    above, below = lows[end - 1], lows[end + 1]
    if not (above.isdecimal() and below.isdecimal()) or lows[end + 2] == "/":
        return None
    if len(above) > 3 or len(below) > 4 or int(below) < 2 or (added and int(above) >= int(below)):
        return None
    if int(above) > int(below) and int(below) > 4:
        return None
    return rough(at, end + 2, added + Decimal(above) / Decimal(below), "digits" if added else "fraction")


def _scaled(line: Line, start: int, end: int, value: Decimal, places: int) -> Numeral:
    """Multiply digits by the scale words, or the letter, behind them; then read on in smaller groups."""
    lows, parts = line.lows, line.words.parts
    number = with_places(start, end, value, places, ONE)
    if joint_at(line, end) >= 0:
        return with_fraction(line, number)
    scale, form = ONE, "digits"
    while scale < _LARGEST:
        at = end + 1 if lows[end] in DASHES and line.glued(end) and line.glued(end + 1) else end
        part = parts.get(lows[at])
        if part is None or part[0] not in BIG:
            break
        form = "dozen" if part[0] == "dozen" else form
        scale, end = scale * part[1], at + 1
    if scale == ONE:
        letter = letter_at(line, start, end)
        if letter is None:
            return number
        scale, end = letter, end + 1
    number = with_places(start, end, value, places, scale, form)
    return _continued(line, number, scale) if form == "digits" else number


def _continued(line: Line, number: Numeral, scale: Decimal) -> Numeral:
    more = _more_groups(line, number.end, scale)
    if more:
        value = number.value + more[0]
        granule = granule_of(value, 0)
        return number._replace(end=more[1], value=value, granule=granule, place=granule)
    return with_fraction(line, number) if line.lows[number.end] == "and" else number


def _more_groups(line: Line, at: int, scale: Decimal) -> tuple[Decimal, int] | None:
    """Read on in "4 thousand 3 hundred and 21", "3 crore 12 lakh", "6 crore and two hundred"."""
    lows, parts = line.lows, line.words.parts
    total, end = Decimal(0), at
    while True:
        begin = end + 1 if lows[end] == "and" else end
        if not lows[begin].isdecimal():
            break
        part = parts.get(lows[begin + 1])
        if part and part[0] in {"hundred", "scale"} and Decimal(lows[begin]) * part[1] < scale:
            total, scale, end = total + Decimal(lows[begin]) * part[1], part[1], begin + 2
        elif begin > end and scale == _HUNDRED and 0 < int(lows[begin]) < 100 and part is None:
            return total + Decimal(lows[begin]), begin + 1
        else:
            break
    if lows[end] == "and" and not total:
        total, end = _words_behind(line, end, scale)
    return (total, end) if total else None


def _words_behind(line: Line, at: int, scale: Decimal) -> tuple[Decimal, int]:
    """Read "and one" behind a hundred, "and two hundred" behind more."""
    if scale == _HUNDRED:
        found = below_hundred(line, at + 1)
        return (Decimal(found[0]), found[1]) if found else (Decimal(0), at)
    number = from_words(line, at + 1) if line.lows[at + 1] in line.words.parts else None
    if number is None or number.form != "words" or not _HUNDRED <= number.value < scale:
        return Decimal(0), at
    return number.value, number.end
