"""Fractions in words: "half", "a third", "two-thirds", "three quarters of an hour", "a third of a million"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.amounts import amount_at
from checker.mentions.quantities.found import Found
from checker.mentions.quantities.intervals import Amount
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numeral import DASHES, ONE, TENTH, Numeral
from checker.mentions.quantities.units import unit_at
from checker.model.values import NamedTuple

_ZERO = Decimal(0)
_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
_DENOMINATORS = frozenset({"quarter", "ordinal", "power"})
_LARGEST = 10_000_000


class _Unit(NamedTuple):
    name: str
    dimension: str
    end: int


def after_number(line: Line, start: int, end: int, above: Decimal) -> Found | None:
    """Read "two thirds", "one-fifth", "three quarters" from the number in ``tokens[start:end]``."""
    lows = line.lows
    at = end + 1 if lows[end] in DASHES else end
    part = line.words.parts.get(lows[at])
    if part is not None and part[0] == "ten":
        return _in_tens(line, start, at, above / part[1], int(part[1]))
    if part is None or above != above.to_integral_value() or above > _LARGEST:
        return None
    plural = lows[at].endswith("s")
    if part[0] == "half":
        is_word = line.lows[at + 1] in DASHES and line.glued(at + 1) and _unit(line, at + 1) is None
        return _found(line, start, at + 1, above / 2) if (plural or above == 1) and not is_word else None
    if part[0] not in _DENOMINATORS or part[1] < 3 or not (plural or above == 1):
        return None
    # "one third suspect" is a suspect, "one-third of them" a share
    if not plural and part[0] == "ordinal" and at == end and not _is_share(line, at + 1):
        return None
    return _found(line, start, at + 1, above / part[1])


def _in_tens(line: Line, start: int, at: int, share: Decimal, tens: int) -> Found | None:
    """Read "three twenty-firsts", whose denominator is "twenty-first"."""
    behind = at + 2 if line.lows[at + 1] in DASHES else at + 1
    part = line.words.parts.get(line.lows[behind])
    if part is None or part[0] != "ordinal" or part[1] > 9 or not line.lows[behind].endswith("s"):
        return None
    return _found(line, start, behind + 1, share * tens / (tens + part[1]))


def after_article(line: Line, at: int) -> Found | None:
    """Read "a third", "a quarter", "a half" at the article at token *at*."""
    part = line.words.parts.get(line.lows[at + 1])
    if part is None or line.lows[at + 1].endswith("s"):
        return None
    # "the past year and a half": no share of anything
    if at > 1 and line.lows[at - 1] == "and" and line.words.units.get(line.lows[at - 2]) is not None:
        return None
    if part[0] == "half":
        # "a half-hour delay": the article belongs to the delay
        start = at + 1 if line.lows[at + 2] in DASHES else at
        return _found(line, start, at + 2, _HALF) if _is_share(line, at + 2) or _unit(line, at + 2) else None
    # "and a third, Jo Osk, voted against": a person
    is_person = line.lows[at + 2] == "," and line.is_capital(at + 3)
    if part[0] in _DENOMINATORS and part[1] > 2 and _is_share(line, at + 2) and not is_person:
        return _found(line, at, at + 2, ONE / part[1])
    return None


def bare(line: Line, at: int) -> Found | None:
    """Read "half of them", "half the town", "more than half", "half an hour", "half-hour", "quarter-mile"."""
    lows, near = line.lows, line.words.near
    unit = _unit(line, at + 1)
    if line.words.parts[lows[at]][0] == "quarter":
        is_length = unit is not None and unit.dimension != "duration" and not lows[at].endswith("s")
        return _found(line, at, at + 1, _QUARTER) if is_length else None
    if lows[at] != "half" or lows[at - 1] in near["half-not-after"]:
        return None
    after = lows[at + 1]
    counts = (
        after in near["half-behind"] or (after.endswith("s") and len(after) > 3) or lows[at - 1] in near["half-after"]
    )
    if counts or unit is not None or line.words.bounds.ending(line.lows, at) is not None:
        return _found(line, at, at + 1, _HALF)
    return None


def _is_share(line: Line, at: int) -> bool:
    """Tell "a third of the town", "a third were", "by a third." from "a third victim"."""
    low = line.lows[at]
    if low in DASHES and line.glued(at):
        return False
    return not low.isalpha() or low in line.words.near["share-behind"]


def _unit(line: Line, at: int) -> _Unit | None:
    """Return the unit of "an hour", "of a mile", "-hour" behind a fraction; "half of the month" has none."""
    lows = line.lows
    if lows[at] in DASHES and line.glued(at) and line.glued(at + 1):
        at += 1
    is_of = lows[at] == "of"
    at = at + 1 if is_of else at
    has_article = lows[at] in {"a", "an"}
    at = at + 1 if has_article else at
    match = unit_at(line, at)
    if match is None or len(lows[at]) < 2 or lows[at] == "in" or (is_of and not has_article):
        return None
    if lows[at] == "second" and not is_of and not has_article:
        return None
    return _Unit(match.entry.id, match.entry.fields["dimension"], match.end)


def _found(line: Line, start: int, end: int, value: Decimal) -> Found:
    lows = line.lows
    at = end + 1 if lows[end] == "of" else end
    at = at + 1 if lows[at] in {"a", "an"} else at
    big = line.words.parts.get(lows[at])
    if big is not None and big[0] in {"scale", "hundred"} and not lows[at].endswith("s"):
        step = big[1] / 10
        return amount_at(line, Numeral(start, at + 1, value * big[1], step, step, "round"))
    unit = _unit(line, end)
    if unit is not None:
        amount = Amount(value, value, TENTH, TENTH, "fraction", unit.dimension, unit.name)
        return Found(start, unit.end, start, end, amount, f"{unit.dimension}: fraction of a unit")
    return Found(start, end, start, end, Amount(value, value, _ZERO, _ZERO, "fraction", "ratio"), "fraction")
