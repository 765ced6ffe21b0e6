"""Fractions in words: "half", "a third", "two-thirds", "three quarters of an hour", "a third of a million"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.amounts import Found, unit_at
from checker.mentions.quantities.intervals import Amount
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numeral import DASHES

_ONE = Decimal(1)
_TENTH = Decimal("0.1")


def after_number(line: Line, start: int, end: int, above: Decimal) -> Found | None:
    """Read "two thirds", "one-fifth", "three quarters" from the number in ``tokens[start:end]``."""
    lows, parts = line.lows, line.words.parts
    at = end + 1 if lows[end] in DASHES else end
    part = parts.get(lows[at])
    if part is None or above != above.to_integral_value() or above > 10_000_000:
        return None
    plural = lows[at].endswith("s") or lows[at] == "halves"
    if part[0] == "half":
        return _found(line, start, at + 1, above / 2) if lows[at] == "halves" or above == 1 else None
    if part[0] not in {"quarter", "ordinal", "power"} or part[1] < 3:
        return None
    if not plural and above != 1:
        return None
    if above == 1 and part[0] == "ordinal" and at == end and not _is_share(line, at + 1):
        return None
    return _found(line, start, at + 1, above / part[1])


def after_article(line: Line, at: int) -> Found | None:
    """Read "a third", "a quarter", "a half" at the article at token *at*."""
    part = line.words.parts.get(line.lows[at + 1])
    if part is None or line.lows[at + 1].endswith("s"):
        return None
    if part[0] == "half" and line.lows[at + 2] not in {"dozen"}:
        return _found(line, at, at + 2, part[1]) if _is_share(line, at + 2) or _unit(line, at + 2) else None
    if part[0] in {"quarter", "ordinal", "power"} and part[1] > 2 and _is_share(line, at + 2):
        return _found(line, at, at + 2, _ONE / part[1])
    return None


def half(line: Line, at: int) -> Found | None:
    """Read a bare "half": "half of them", "half the town", "more than half", "half an hour", "half-hour"."""
    lows = line.lows
    if line.words.parts[lows[at]][0] == "quarter":
        unit = None if lows[at].endswith("s") else _unit_match(line, at + 1)
        return _found(line, at, at + 1, _ONE / 4) if unit and unit[1] != "duration" else None
    if lows[at] != "half" or lows[at - 1] in {
        "first",
        "second",
        "other",
        "better",
        "opening",
        "latter",
        "each",
        "the",
        "this",
    }:
        return None
    after = lows[at + 1]
    is_share = after in {
        "of",
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "those",
        "all",
        "our",
        "my",
        "your",
        "that",
        "what",
        "these",
    }
    if is_share or _unit(line, at + 1) or line.words.bounds.ending(line.tokens, at) or lows[at - 1] in {"by", "and"}:
        return _found(line, at, at + 1, Decimal("0.5"))
    if after in {"were", "was", "are", "have", "had", "is", "people"} or (after.endswith("s") and len(after) > 3):
        return _found(line, at, at + 1, Decimal("0.5"))
    return None


def _is_share(line: Line, at: int) -> bool:
    """Tell "a third of the town", "a third were", "by a third." from "a third victim"."""
    low = line.lows[at]
    return not low.isalpha() or low in line.words.idioms.rows["share"]["behind"]


def _unit(line: Line, at: int) -> bool:
    return _unit_match(line, at) is not None


def _unit_match(line: Line, at: int) -> tuple[str, str, int] | None:
    """Return unit, dimension and end of "an hour", "of a mile", "-hour" behind a fraction."""
    lows = line.lows
    if lows[at] in DASHES and line.glued(at) and line.glued(at + 1):
        at += 1
    at = at + 1 if lows[at] == "of" else at
    at = at + 1 if lows[at] in {"a", "an"} else at
    match = unit_at(line, at)
    if match is None or "singular" not in match.entry.forms | ({"singular"} if len(lows[at]) > 1 else set()):
        return None
    # "half of the month" is a share of that month, "half a month" a length
    return match.entry.id, match.entry.fields["dimension"], match.end


def _found(line: Line, start: int, end: int, value: Decimal) -> Found:
    lows, parts = line.lows, line.words.parts
    at = end + 1 if lows[end] == "of" else end
    at = at + 1 if lows[at] in {"a", "an"} else at
    big = parts.get(lows[at])
    if big is not None and big[0] in {"scale", "hundred"} and not lows[at].endswith("s"):
        number = value * big[1]
        return Found(
            start,
            at + 1,
            start,
            at + 1,
            Amount(number, number, big[1] / 10, big[1] / 10, "round"),
            "share of a scale word",
        )
    unit = _unit_match(line, end)
    if unit is not None and not (lows[end] == "of" and lows[end + 1] not in {"a", "an"} and unit[1] == "duration"):
        amount = Amount(value, value, _TENTH, _TENTH, "fraction", unit[1], unit[0])
        return Found(start, unit[2], start, end, amount, f"{unit[1]}: fraction of a unit")
    return Found(start, end, start, end, Amount(value, value, Decimal(0), Decimal(0), "fraction", "ratio"), "fraction")
