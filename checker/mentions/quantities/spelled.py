"""Numbers in words: groups below a thousand, each with its scale word, the scales falling."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.hundreds import below_hundred
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numeral import BIG, DASHES, ONE, Numeral, whole, with_places
from checker.mentions.quantities.tail import with_fraction

_LARGEST = 10**12


def from_words(line: Line, at: int, joins: bool = True) -> Numeral | None:
    """Read "one hundred and sixty-four", "two and a half thousand", "five point two million", "twenty-first".

    ``joins`` false leaves "and" alone, as in "between one hundred and two hundred".
    """
    found = _groups(line, at, joins)
    if found is None:
        return None
    value, end, form = found
    after = line.lows[end]
    if after == "point":
        decimals = decimals_at(line, end + 1)
        if decimals:
            digits, end = decimals
            return _scaled(line, at, end, Decimal(f"{value}.{digits}"), len(digits))
    number = whole(at, end, Decimal(value), form)
    is_joined = form == "words" and (after == "and" or after in DASHES)
    return with_fraction(line, number) if is_joined else number


def _scaled(line: Line, start: int, end: int, value: Decimal, places: int) -> Numeral:
    scale, end = scale_at(line, end)
    return with_places(start, end, value, places, Decimal(scale), "words")


def _groups(line: Line, at: int, joins: bool) -> tuple[int, int, str] | None:
    parts, lows = line.words.parts, line.lows
    total, limit, end = 0, 0, at
    while True:
        begin = end
        if limit and lows[end] == "and":
            if not joins:
                break
            begin += 1
        group = _below_thousand(line, begin, joins)
        if group is None or (begin > end and is_share_of_one(line, group[0], group[1])):
            break
        scale, after = scale_at(line, group[1])
        if limit and group[0] * scale >= limit:
            break
        total, end = total + group[0] * scale, after
        if parts[lows[end - 1]][0] == "dozen":
            return total, end, "dozen"
        if scale == 1:
            break
        limit = scale
    if end == at:
        return None
    return _as_ordinal(line, total, end) or (total, end, "words")


def scale_at(line: Line, at: int) -> tuple[int, int]:
    """Return the product of the scale words at token *at* and where they end: "lakh crore" is 10**12."""
    parts, lows = line.words.parts, line.lows
    scale = 1
    while scale < _LARGEST:
        behind = at + 1 if lows[at] in DASHES and line.glued(at) and line.glued(at + 1) else at
        part = parts.get(lows[behind])
        if part is None or part[0] not in {"scale", "dozen"} or (part[0] == "dozen" and scale > 1):
            return scale, at
        scale *= int(part[1])
        at = behind + 1
    return scale, at


def is_share_of_one(line: Line, value: int, end: int) -> bool:
    """Tell of the "three quarters" in "one hundred and three quarters": a fraction, no part of the hundred."""
    low = line.lows[end]
    part = line.words.parts.get(low)
    if part is None:
        return False
    if part[0] == "half":
        return value == 1
    return part[0] in {"quarter", "ordinal", "power"} and (low.endswith("s") or value == 1) and value < part[1]


def _below_thousand(line: Line, at: int, joins: bool) -> tuple[int, int] | None:
    parts, lows = line.words.parts, line.lows
    found = below_hundred(line, at)
    if found is None:
        part = parts.get(lows[at])
        if part is None or part[0] not in BIG or (lows[at].endswith("s") and part[0] != "dozen"):
            return None
        found = (1, at)
    value, end = found
    at = end + 1 if lows[end] in DASHES and line.glued(end) and lows[end + 1] == "hundred" else end
    part = parts.get(lows[at])
    if part is None or part[0] != "hundred":
        return found
    value, end = value * 100, at + 1
    begin = end
    is_and = lows[end] == "and"
    if (is_and and joins) or (lows[end] in DASHES and line.glued(end) and line.glued(end + 1)):
        begin += 1
    rest = below_hundred(line, begin)
    # "between one hundred and two hundred": the two begins a number of its own.
    if rest and rest[0] and parts.get(lows[rest[1]], ("",))[0] != "hundred":
        if not (is_and and is_share_of_one(line, rest[0], rest[1])):
            return value + rest[0], rest[1]
    return value, end


def _as_ordinal(line: Line, value: int, end: int) -> tuple[int, int, str] | None:
    """Read "twenty-first", "one hundred and fifth", "two hundredth"; None for a fraction ("two fifths")."""
    lows, parts = line.lows, line.words.parts
    begin = end + 1 if lows[end] == "and" or lows[end] in DASHES else end
    part = parts.get(lows[begin])
    if part is None or lows[begin].endswith("s"):
        return None
    if part[0] == "ordinal" and value and value % (10 if part[1] < 10 else 100) == 0:
        return value + int(part[1]), begin + 1, "ordinal"
    if part[0] == "power" and value > 1 and begin == end:
        return value * int(part[1]), begin + 1, "ordinal"
    return None


def decimals_at(line: Line, at: int) -> tuple[str, int] | None:
    """Read the digits behind "point": "zero three", "seventy-one", "77"."""
    if line.lows[at].isdecimal():
        return line.lows[at], at + 1
    digits, end = "", at
    while len(digits) < 20:
        found = below_hundred(line, end)
        if found is None:
            break
        digits, end = digits + str(found[0]), found[1]
    return (digits, end) if digits else None


def after_article(line: Line, at: int) -> Numeral | None:
    """Read "a dozen", "a hundred", "a half million", "a million and a half" at the article at token *at*."""
    part = line.words.parts.get(line.lows[at + 1])
    if part is None or line.lows[at + 1].endswith("s"):
        return None
    if part[0] in {"half", "quarter"}:
        return share_of_scale(line, at, at + 1)
    if part[0] not in BIG:
        return None
    found = from_words(line, at + 1)
    if found is None:
        return None
    form = "round" if found.end == at + 2 and found.form == "words" else found.form
    return found._replace(start=at, form=form)


def share_of_scale(line: Line, start: int, at: int) -> Numeral | None:
    """Read "half a million", "half-a-dozen", "a quarter of a million" at the fraction word at token *at*."""
    lows, parts = line.lows, line.words.parts
    part = parts[lows[at]]
    share = part[1] if part[0] == "half" else ONE / part[1]
    end = at + 1
    for filler in (DASHES, {"of"}, {"a", "an"}, DASHES):
        if lows[end] in filler:
            end += 1
    big = parts.get(lows[end])
    if big is None or big[0] not in BIG or lows[end].endswith("s"):
        return None
    form = "dozen" if big[0] == "dozen" else "round"
    return whole(start, end + 1, share * big[1], form)
