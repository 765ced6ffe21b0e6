"""Ages that are not told by "years old": "aged 12", "in his 40s", ", 43,", "people over 65"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.amounts import Found
from checker.mentions.quantities.line import Line, Passed

_OLDEST = 125
_ENDS = frozenset({",", ".", ";", ")", "(", ":", "", "—", "–", "!", "?", "”", "’", '"'})


def as_age(line: Line, found: Found, last_was_age: bool) -> Found:
    """Return *found* as an age if the words around it say so, else *found* itself."""
    amount = found.amount
    if amount.dimension != "count" or not 0 <= amount.low <= _OLDEST:
        return found
    if _announced(line, found) or _apposed(line, found) or _told_of(line, found) or _listed(line, found, last_was_age):
        return _age(found)
    return found


def _age(found: Found) -> Found:
    amount = found.amount._replace(dimension="age", unit="year")
    return found._replace(amount=amount, reason="age: " + found.reason)


def _announced(line: Line, found: Found) -> bool:
    start = found.start
    bound = line.words.bounds.ending(line.tokens, start)
    start = bound.start if bound else start
    match = line.words.ages.ending(line.tokens, start)
    if match is None or match.entry.id != "before":
        return False
    word = line.lows[match.end - 1]
    if word in {"turned", "turning", "turns", "reached"}:
        return line.lows[found.end] in _ENDS or line.lows[found.end] in {"on", "in", "last", "this", "and", "when"}
    return True


def _apposed(line: Line, found: Found) -> bool:
    """Tell of "Osk, 43, said" and "Ana Osk (43)"."""
    start, end, lows = found.start, found.end, line.lows
    if start < 2 or not line.is_capital(start - 2) or lows[start - 2] in line.words.months or found.amount.granule > 10:
        return False
    if not line.is_digits(start) or found.amount.low < 1 or end != start + 1:
        return False
    if lows[start - 2] in line.words.weekdays:
        return False
    if lows[start - 1] == ",":
        return lows[end] in {",", ".", ";", ")", ""} and not (lows[end] == "," and line.is_digits(end + 1))
    return (
        lows[start - 1] == "("
        and lows[end] == ")"
        and start > 3
        and line.is_capital(start - 3)
        and found.amount.low >= 15
    )


def _told_of(line: Line, found: Found) -> bool:
    """Tell of "she was 33 when", "he is 84."."""
    start, end, lows = found.start, found.end, line.lows
    if lows[start - 1] not in {"is", "was", "were", "turned", "be"} or not found.amount.low >= 1:
        return False
    subject = lows[start - 2] if lows[start - 1] != "be" else lows[start - 3]
    return subject in {"he", "she", "who"} and (
        lows[end] in _ENDS or lows[end] in {"when", "at", "and", "but", "years"}
    )


def _listed(line: Line, found: Found, last_was_age: bool) -> bool:
    """Tell of the 14 and 15 in "aged 12, 14 and 15"."""
    before = line.lows[found.start - 1] if found.start else ""
    after = line.lows[found.end]
    return (
        last_was_age
        and before in {",", "and", "or", "to"}
        and (after in _ENDS or after in {"and", "or", "were", "was", "respectively"})
        and found.end - found.start == 1
    )


def age_class(line: Line, found: Found) -> Found | None:
    """Read "people over 65", "children under 5", "anyone aged 18 or over": an age with a bound."""
    bound = line.lows[found.start - 1] if found.start > 1 else ""
    if (
        bound not in {"over", "under", "above", "below"}
        or not 0 < found.amount.low <= 100
        or found.amount.dimension != "count"
    ):
        return None
    noun, after = line.lows[found.start - 2], line.lows[found.end]
    if not (
        (noun.endswith("s") and len(noun) > 3)
        or noun in {"people", "men", "women", "children", "anyone", "those", "everyone", "all", "and", "or"}
    ):
        return None
    if (
        noun in {"and", "or", "is", "was"}
        or found.number_end - found.number_start != 1
        or not line.is_digits(found.start)
    ):
        return None
    if after in _ENDS or after in {
        "and",
        "are",
        "were",
        "who",
        "in",
        "to",
        "have",
        "had",
        "is",
        "or",
        "for",
        "with",
        "from",
        "will",
        "at",
    }:
        return _age(found)
    return None


def decade(line: Line, at: int) -> Found | Passed | None:
    """Read "in his 40s" as an age; "1990s", "the 60s", "under-18s" are passed."""
    lows = line.lows
    if lows[at + 1] != "s" or not line.glued(at + 1) or not lows[at].isdecimal():
        return None
    value = Decimal(lows[at])
    before = at - 1 if lows[at - 1] not in {"-", "–"} else at - 2
    if lows[before] in {"under", "over"}:
        return Passed(before, at + 2, "age class")
    era = line.words.ages.ending(line.tokens, at)
    if (
        era is not None
        and era.entry.id == "era"
        and value < 110
        and value % 10 == 0
        and value >= 20
        and lows[at - 1] != "the"
    ):
        from checker.mentions.quantities.intervals import Amount

        amount = Amount(value, value + 9, Decimal(1), Decimal(1), "digits", "age", "year")
        return Found(at, at + 2, at, at + 2, amount, "age: decade of life")
    start = at - 1 if lows[at - 1] in {"'", "’", "‘"} and line.glued(at) else at
    return Passed(start, at + 2, "decade" if value % 10 == 0 else "code")
