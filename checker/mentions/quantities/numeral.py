"""Printed numbers, in digits, in words or mixed, with their scale words."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from checker.mentions.quantities.digits import granule_of, read_digits
from checker.mentions.quantities.line import Line

DASHES = frozenset("-‐‑–—−")
_BIG = frozenset({"hundred", "scale", "dozen"})
_ONE = Decimal(1)
_HALF = Decimal("0.5")


class Numeral(NamedTuple):
    """A number in ``tokens[start:end]``. ``place`` is the size of its last printed digit, zero or not.

    ``form``: "digits", "words", "round" ("half a million"), "dozen", "fraction", "ordinal", or "malformed" / "dotted"
    where no convention reads the digits.
    """

    start: int
    end: int
    value: Decimal
    granule: Decimal
    place: Decimal
    form: str


def numeral(line: Line, at: int, joins: bool = True) -> Numeral | None:
    """Read the longest number that begins at token *at*, or None.

    ``joins`` false leaves "and" alone, as in "between one hundred and two hundred".
    """
    low = line.lows[at]
    if low[:1].isdecimal():
        return _from_digits(line, at)
    if low in {"a", "an"}:
        return _after_article(line, at)
    if low == ".":
        return _point_first(line, at)
    part = line.words.parts.get(low)
    if part is None or part[0] == "letter":
        return None
    if part[0] == "sign":
        return Numeral(at, at + 1, part[1], Decimal("0.1"), Decimal("0.1"), "fraction")
    if part[0] in {"half", "quarter"}:
        return _half(line, at, at)
    return _from_words(line, at, joins)


def _from_digits(line: Line, at: int) -> Numeral | None:
    lows = line.lows
    value, places, flaw = read_digits(lows[at], line.setting.decimal_comma)
    end = at + 1
    if value is None:
        return Numeral(at, end, _ONE, Decimal(0), Decimal(0), flaw)
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
    if part is None and after not in DASHES and after not in {"and", "of"}:
        return Numeral(at, end, value, granule_of(value, places), Decimal((0, (1,), -places)), "digits")
    if part is not None and part[0] == "sign":
        return Numeral(at, end + 1, value + part[1], Decimal("0.1"), Decimal("0.1"), "digits")
    return _scaled(line, at, end, value, places)


def _spaced_groups(line: Line, at: int) -> tuple[Decimal, int, int] | None:
    """Read "1 284 000": a first group of one to three digits, then groups of three, one space between."""
    lows = line.lows
    if len(lows[at]) > 3 or not lows[at].isdecimal() or lows[at] == "0":
        return None
    digits, end = lows[at], at + 1
    while len(lows[end]) == 3 and lows[end].isdecimal() and line.gap(end) == 1:
        digits += lows[end]
        end += 1
    last = lows[end]
    if last[:3].isdecimal() and last[3:4] in {".", ","} and last[4:].isdecimal() and line.gap(end) == 1:
        return Decimal(digits + last[:3] + "." + last[4:]), len(last) - 4, end + 1
    if end == at + 1 or (last[:1].isdecimal() and line.gap(end) <= 1):
        return None
    return Decimal(digits), 0, end


def _slashed(line: Line, at: int, end: int, whole: Decimal) -> Numeral | None:
    """Read "3/4" and "1 3/4"; a slash between other numbers is a date, a season or a docket."""
    lows = line.lows
    added = Decimal(0)
    if lows[end] != "/":
        added, end = whole, end + 1
    above, below = lows[end - 1], lows[end + 1]
    if not (above.isdecimal() and below.isdecimal()) or lows[end + 2] == "/":
        return None
    if len(above) > 3 or len(below) > 4 or int(below) < 2 or (added and int(above) >= int(below)):
        return None
    if int(above) > 20 and int(above) > int(below):
        return None
    value = added + Decimal(above) / Decimal(below)
    return Numeral(at, end + 2, value, Decimal("0.1"), Decimal("0.1"), "digits" if added else "fraction")


def _point_first(line: Line, at: int) -> Numeral | None:
    """Read ".5": a point that touches digits and nothing before it."""
    if not line.glued(at + 1) or line.glued(at) or not line.lows[at + 1].isdecimal():
        return None
    digits = line.lows[at + 1]
    return _scaled(line, at, at + 2, Decimal("0." + digits), len(digits))


def _scaled(line: Line, start: int, end: int, value: Decimal, places: int) -> Numeral:
    """Multiply digits by the scale words, or the letter, behind them."""
    lows, parts = line.lows, line.words.parts
    scale = _ONE
    form = "digits"
    if lows[end] == "and" and lows[end + 1] in {"a", "half", "one"}:
        half, after = _and_half(line, end)
        if half and _is_big(line, after):
            value, places, end = value + half, max(places, 1), after
    while True:
        at = end + 1 if lows[end] in DASHES and _is_big(line, end + 1) and line.glued(end) else end
        part = parts.get(lows[at])
        if part is None or part[0] not in _BIG or scale >= part[1] > 1000:
            break
        if part[0] == "dozen":
            form = "dozen"
        scale *= part[1]
        end = at + 1
    if scale == _ONE:
        letter = _letter(line, start, end)
        if letter:
            scale, end = letter, end + 1
    granule, place = granule_of(value, places) * scale, Decimal((0, (1,), -places)) * scale
    value *= scale
    if scale >= 100 and form == "digits":
        more = _more_groups(line, end, scale)
        if more:
            value, end = value + more[0], more[1]
            granule = place = granule_of(value, 0)
        elif lows[end] == "and":
            half, after = _and_half(line, end)
            if half:
                value, end, granule = value + half * scale, after, scale / 10
    return Numeral(start, end, value, granule, place, form)


def _is_big(line: Line, at: int) -> bool:
    part = line.words.parts.get(line.lows[at])
    return part is not None and part[0] in _BIG


def _more_groups(line: Line, at: int, scale: Decimal) -> tuple[Decimal, int] | None:
    """Read on in "4 thousand 3 hundred and 21" and "3 crore 12 lakh": groups that get smaller."""
    lows, parts = line.lows, line.words.parts
    total, end = Decimal(0), at
    while True:
        at = end + 1 if lows[end] == "and" else end
        if not lows[at].isdecimal():
            break
        part = parts.get(lows[at + 1])
        if part and part[0] in {"hundred", "scale"} and part[1] < scale and Decimal(lows[at]) * part[1] < scale:
            total, scale, end = total + Decimal(lows[at]) * part[1], part[1], at + 2
        elif at > end and scale == 100 and int(lows[at]) < 100 and part is None:
            return total + Decimal(lows[at]), at + 1
        else:
            break
    return (total, end) if total else None


def _letter(line: Line, start: int, at: int) -> Decimal | None:
    """Return what a letter glued to digits multiplies by: "$2.3m", "10k", "1.2m people"; None for metres and codes."""
    low = line.lows[at]
    part = line.words.parts.get(low)
    if part is None or part[0] != "letter" or (line.glued(at + 1) and line.lows[at + 1][:1].isalnum()):
        return None
    if not line.glued(at):
        return None
    if low == "k":
        return part[1]
    money = _has_money(line, start, at + 1)
    if low in {"m", "mm"}:
        return part[1] if money or line.tokens[at][2] == "M" or _counts(line, at + 1) else None
    if low == "b":
        return part[1] if money or "." in line.lows[at - 1] else None
    return part[1] if money else None


def _has_money(line: Line, start: int, end: int) -> bool:
    currencies = line.words.currencies
    if currencies.get(line.lows[start - 1]) and start > 0 and line.lows[start - 1] not in {"p", "real", "won"}:
        return True
    return currencies.at(line.tokens, end) is not None


def _counts(line: Line, at: int) -> bool:
    """Tell whether the word behind "1.2m" is counted, so that m is a million and no metre."""
    low = line.lows[at]
    if line.glued(at) or not low.isalpha() or low in line.words.units.rows["metre"].get("before", ()):
        return False
    return (low.endswith("s") and len(low) > 3 and not low.endswith("ss")) or line.words.zeros.get(low) is not None


def _from_words(line: Line, at: int, joins: bool) -> Numeral | None:
    found = _spelled(line, at, joins)
    if found is None:
        return None
    value, end, form = found
    if line.lows[end] == "point":
        places = _decimals(line, end + 1)
        if places:
            digits, end = places
            return _scaled(line, at, end, Decimal(f"{value}.{digits}"), len(digits))
    if line.lows[end] == "and" and form == "words":
        half, after = _and_half(line, end)
        if half:
            scale = _last_scale(line, end)
            if scale == _ONE and _is_big(line, after):
                return _scaled(line, at, after, Decimal(value) + half, 1)
            number = Decimal(value) + half * scale
            return Numeral(at, after, number, scale / 10, scale / 10, "words")
    number = Decimal(value)
    granule = granule_of(number, 0)
    return Numeral(at, end, number, granule, granule, form)


def _last_scale(line: Line, end: int) -> Decimal:
    part = line.words.parts[line.lows[end - 1]]
    return part[1] if part[0] in {"hundred", "scale"} else _ONE


def _spelled(line: Line, at: int, joins: bool) -> tuple[int, int, str] | None:
    """Return value, end and form of the number words from *at*: groups below a thousand with falling scale words."""
    parts, lows = line.words.parts, line.lows
    total, limit, end, form = 0, 0, at, "words"
    while True:
        begin = _next_group(line, end, limit, joins)
        group = _below_thousand(line, begin, joins) if begin >= 0 else None
        if group is None:
            break
        value, after = group
        scale, after = _scale(line, after)
        if limit and value * scale >= limit:
            break
        total, end = total + value * scale, after
        if parts[lows[end - 1]][0] == "dozen":
            form = "dozen"
            break
        if scale == 1:
            break
        limit = scale
    if end == at:
        return None
    return _as_ordinal(line, total, end) or (total, end, form)


def _next_group(line: Line, end: int, limit: int, joins: bool) -> int:
    if not limit or line.lows[end] != "and":
        return end
    return end + 1 if joins else -1


def _scale(line: Line, at: int) -> tuple[int, int]:
    """Return the product of the scale words at *at* and where they end: "lakh crore" is 10**12."""
    parts, lows = line.words.parts, line.lows
    scale = 1
    while True:
        behind = at + 1 if lows[at] in DASHES and line.glued(at) else at
        part = parts.get(lows[behind])
        if part is None or part[0] not in {"scale", "dozen"} or (behind > at and not line.glued(behind)):
            return scale, at
        if part[0] == "dozen" and scale > 1:
            return scale, at
        scale *= int(part[1])
        at = behind + 1


def _below_thousand(line: Line, at: int, joins: bool) -> tuple[int, int] | None:
    parts, lows = line.words.parts, line.lows
    found = _below_hundred(line, at)
    if found is None:
        part = parts.get(lows[at])
        if part is None or part[0] not in _BIG or (lows[at].endswith("s") and at > 0):
            return None
        found = (1, at)
    value, end = found
    at = end + 1 if lows[end] in DASHES and line.glued(end) and lows[end + 1] == "hundred" else end
    part = parts.get(lows[at])
    if part is None or part[0] != "hundred":
        return found
    value, end = value * 100, at + 1
    begin = end
    if (lows[end] == "and" and joins) or (lows[end] in DASHES and line.glued(end) and line.glued(end + 1)):
        begin = end + 1
    rest = _below_hundred(line, begin)
    # "between one hundred and two hundred": the two begins a number of its own.
    if rest and rest[0] and parts.get(lows[rest[1]], ("",))[0] != "hundred":
        return value + rest[0], rest[1]
    return value, end


def _below_hundred(line: Line, at: int) -> tuple[int, int] | None:
    parts, lows = line.words.parts, line.lows
    part = parts.get(lows[at])
    if part is None or part[0] not in {"unit", "teen", "ten", "zero"}:
        return None
    value = int(part[1])
    if part[0] == "ten":
        begin = at + 2 if lows[at + 1] in DASHES else at + 1
        unit = parts.get(lows[begin])
        if unit and unit[0] == "unit":
            return value + int(unit[1]), begin + 1
    return value, at + 1


def _as_ordinal(line: Line, value: int, end: int) -> tuple[int, int, str] | None:
    """Read "twenty-first", "one hundred and fifth", "two hundredth"; None for a fraction ("two fifths")."""
    lows, parts = line.lows, line.words.parts
    begin = end + 1 if lows[end] == "and" or (lows[end] in DASHES and line.glued(end)) else end
    part = parts.get(lows[begin])
    if part is None or lows[begin].endswith("s"):
        return None
    if part[0] == "ordinal" and value and value % (10 if part[1] < 10 else 100) == 0:
        return value + int(part[1]), begin + 1, "ordinal"
    if part[0] == "power" and value > 1 and begin == end:
        return value * int(part[1]), begin + 1, "ordinal"
    return None


def _decimals(line: Line, at: int) -> tuple[str, int] | None:
    """Read the digits behind "point": "point zero three", "point 77"."""
    digits, end = "", at
    if line.lows[at].isdecimal():
        return line.lows[at], at + 1
    while len(digits) < 20:
        found = _below_hundred(line, end)
        if found is None:
            break
        digits, end = digits + str(found[0]), found[1]
    return (digits, end) if digits else None


def _and_half(line: Line, at: int) -> tuple[Decimal | None, int]:
    """Read "and a half", "and three quarters" at *at*, which is "and"."""
    lows, parts = line.lows, line.words.parts
    begin = at + 1
    above = _ONE
    if lows[begin] in {"a", "an"}:
        begin += 1
    else:
        part = parts.get(lows[begin])
        if part and part[0] == "unit":
            above, begin = part[1], begin + 1
    part = parts.get(lows[begin])
    if part is None:
        return None, at
    if part[0] == "half":
        return part[1], begin + 1
    # "two hundred and a third man": only a fraction that no counted noun follows, so quarters only beside units
    if part[0] == "quarter" or (part[0] == "ordinal" and above > 1 and lows[begin].endswith("s")):
        return above / part[1], begin + 1
    return None, at


def _after_article(line: Line, at: int) -> Numeral | None:
    """Read "a dozen", "a hundred", "a half million", "a quarter of a million", "a million and a half"."""
    part = line.words.parts.get(line.lows[at + 1])
    if part is None or line.lows[at + 1].endswith("s"):
        return None
    if part[0] in {"half", "quarter"}:
        return _half(line, at, at + 1)
    if part[0] not in _BIG:
        return None
    found = _from_words(line, at + 1, True)
    if found is None:
        return None
    form = "round" if found.end == at + 2 and found.form == "words" else found.form
    return found._replace(start=at, form=form)


def _half(line: Line, start: int, at: int) -> Numeral | None:
    """Read "half a million", "half-a-dozen", "a quarter of a million" at the fraction word *at*."""
    lows, parts = line.lows, line.words.parts
    part = parts[lows[at]]
    share = part[1] if part[0] == "half" else _ONE / part[1]
    end = at + 1
    for filler in (DASHES, {"of"}, {"a", "an"}, DASHES):
        if lows[end] in filler:
            end += 1
    big = parts.get(lows[end])
    if big is None or big[0] not in _BIG or lows[end].endswith("s"):
        return None
    value = share * big[1]
    form = "dozen" if big[0] == "dozen" else "round"
    return Numeral(start, end + 1, value, granule_of(value, 0), granule_of(value, 0), form)
