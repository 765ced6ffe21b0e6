"""Ages that are not told by "years old": "aged 12", "in his 40s", ", 43,", "people over 65"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.found import Found
from checker.mentions.quantities.intervals import Amount
from checker.mentions.quantities.line import Line, Passed
from checker.mentions.quantities.numeral import ONE

_OLDEST = 125
_ENDS = frozenset({",", ".", ";", ")", "(", ":", "", "—", "–", "!", "?", "”", "’", '"'})
_APPOSED = frozenset({",", ".", ";", ")", ""})


def as_age(line: Line, found: Found) -> Found:
    """Return *found* as an age if the words around it say so, else *found* itself."""
    amount = found.amount
    if amount.dimension != "count" or not 0 <= amount.low <= _OLDEST:
        return found
    if (
        _between(line, found)
        or _announced(line, found)
        or _apposed(line, found)
        or _told_of(line, found)
        or _listed(line, found)
    ):
        return _age(found)
    return found


def _age(found: Found) -> Found:
    return found._replace(amount=found.amount._replace(dimension="age", unit="year"), reason="age: " + found.reason)


def _announced(line: Line, found: Found) -> bool:
    bound = line.words.bounds.ending(line.lows, found.start)
    match = line.words.ages.ending(line.lows, bound.start if bound else found.start)
    if match is None or match.entry.id != "before":
        return False
    if line.lows[match.end - 1] in line.words.near["age-turned"]:
        after = line.lows[found.end]
        return after in _ENDS or after in line.words.near["age-turned-behind"]
    return True


def _between(line: Line, found: Found) -> bool:
    """Tell of "women between 20 and 35"."""
    if found.amount.low == found.amount.high or line.lows[found.start] not in {"between", "from"}:
        return False
    after = line.lows[found.end]
    is_closed = not after.isalpha() or after in line.words.near["age-bound-behind"]
    return is_closed and line.lows[found.start - 1] in line.words.near["age-bound-after"]


def _apposed(line: Line, found: Found) -> bool:
    """Tell of "Osk, 43, said" and "Ana Osk (43)"."""
    start, end, lows = found.start, found.end, line.lows
    if start < 2 or end != start + 1 or not line.is_digits(start) or not lows[start].isdecimal():
        return False
    if not line.is_capital(start - 2):
        return _apposed_to_noun(line, start)
    if lows[start - 2] in line.words.months or lows[start - 2] in line.words.weekdays or found.amount.low < 1:
        return False
    if lows[start - 1] == ",":
        return lows[end] in _APPOSED and not (lows[end] == "," and line.is_digits(end + 1))
    return lows[start - 1] == "(" and lows[end] == ")" and line.is_capital(start - 3) and found.amount.low >= 15


def _apposed_to_noun(line: Line, start: int) -> bool:
    """Tell of "her brother, 22, was": a singular noun, and a comma on both sides."""
    lows, noun = line.lows, line.lows[start - 2]
    if lows[start - 1] != "," or lows[start + 1] != "," or not noun.isalpha():
        return False
    if noun.endswith("s") and not noun.endswith("ss"):
        return False
    if noun in line.words.near["age-not-apposed"] or noun in line.words.parts:
        return False
    return not line.is_digits(start + 2) and lows[start + 2] not in line.words.parts and len(noun) > 2


def _told_of(line: Line, found: Found) -> bool:
    """Tell of "she was 33 when", "he is 84.", "she will be 30"."""
    lows, near = line.lows, line.words.near
    bound = line.words.bounds.ending(lows, found.start)
    at = (bound.start if bound else found.start) - 1
    if found.amount.low < 1:
        return False
    if lows[at] == "be" and lows[at - 1] in {"will", "would"}:
        at -= 1
    elif lows[at] not in near["age-told-with"]:
        return False
    after = lows[found.end]
    return lows[at - 1] in near["age-told-by"] and (after in _ENDS or after in near["age-told-behind"])


def _listed(line: Line, found: Found) -> bool:
    """Tell of the 14 and 15 in "aged 12, 14 and 15"."""
    if (
        not line.was_age
        or found.end != found.start + 1
        or line.lows[found.start - 1] not in line.words.near["age-listed-after"]
    ):
        return False
    after = line.lows[found.end]
    return after in _ENDS or after in line.words.near["age-listed-behind"]


def age_class(line: Line, found: Found) -> Found | None:
    """Read "people over 65", "children under 5", "anyone aged 18 or over": an age with a bound."""
    near, lows, start = line.words.near, line.lows, found.start
    if start < 2 or lows[start - 1] not in near["age-bound"] or not line.is_digits(start) or found.end != start + 1:
        return None
    noun, after = lows[start - 2], lows[found.end]
    if not 0 < found.amount.low <= 100 or found.amount.dimension != "count":
        return None
    if noun in near["age-bound-after"]:
        return None if after.endswith("s") and len(after) > 3 else _age(found)
    if not (after in _ENDS or after in near["age-bound-behind"]) or noun in near["age-bound-not-after"]:
        return None
    is_told = noun in near["age-bound-told"] and line.last_end > 0
    return _age(found) if is_told or (noun.endswith("s") and len(noun) > 3) else None


def decade(line: Line, at: int) -> Found | Passed | None:
    """Read "in his 40s" as an age; "1990s", "the 60s", "under-18s" are passed."""
    lows = line.lows
    if lows[at + 1] != "s" or not line.glued(at + 1) or not lows[at].isdecimal():
        return None
    value = Decimal(lows[at])
    before = at - 2 if lows[at - 1] in {"-", "–"} else at - 1
    if lows[before] in line.words.near["age-bound"]:
        return Passed(before, at + 2, "age class")
    era = line.words.ages.ending(line.lows, at)
    if (
        era is not None
        and era.entry.id == "era"
        and value % 10 == 0
        and 20 <= value < 110
        and lows[era.start - 1] != "the"
    ):
        amount = Amount(value, value + 9, ONE, ONE, "digits", "age", "year")
        return Found(at, at + 2, at, at + 2, amount, "age: decade of life")
    start = at - 1 if lows[at - 1] in {"'", "’", "‘"} and line.glued(at) else at
    return Passed(start, at + 2, "decade" if value % 10 == 0 else "code")
