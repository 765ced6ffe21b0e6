"""Ages that are not told by "years old": "aged 12", "two sons, 7 and 4", ", 43,", "people over 65"."""

from __future__ import annotations

from checker.mentions.quantities.found import Found
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import DASHES

_OLDEST = 125
_ENDS = frozenset({",", ".", ";", ")", "(", ":", "", "—", "–", "!", "?", "”", "’", '"'})
_APPOSED = frozenset({",", ".", ";", ")", ""})
_LONGEST_LIST = 8


def as_age(line: Line, found: Found) -> Found:
    """Return *found* as an age if the words around it say so, else *found* itself."""
    amount = found.amount
    if amount.dimension == "duration":
        # "aged six weeks and 11 months"
        is_next = line.was_age and line.lows[found.start - 1] == "and" and line.last_end == found.start - 1
        return _age(found) if is_next or _announced(line, found) else found
    if amount.dimension != "count" or not 0 <= amount.low <= _OLDEST:
        return found
    if (
        _between(line, found)
        or _announced(line, found)
        or _apposed(line, found)
        or _told_of(line, found)
        or _listed(line, found)
        or _of_several(line, found)
        or _shares_unit(line, found)
    ):
        return _age(found)
    return found


def _age(found: Found) -> Found:
    unit = found.amount.unit or "year"
    return found._replace(amount=found.amount._replace(dimension="age", unit=unit), reason="age: " + found.reason)


def _announced(line: Line, found: Found) -> bool:
    bound = line.words.bounds.ending(line.lows, found.start)
    # "under the age of 18"
    if bound is not None and line.lows[bound.end - 2 : bound.end] == ["age", "of"]:
        return True
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
    """Tell of "her brother, 22, was", "a mother of two, 39, said": a singular noun, and a comma on both sides."""
    lows, noun = line.lows, line.lows[start - 2]
    if noun in line.words.parts and lows[start - 3] == "of" and line.words.person(lows[start - 4]) == "singular":
        noun = lows[start - 4]
    if lows[start - 1] != "," or not noun.isalpha():
        return False
    if lows[start + 1] != ",":
        # "his son, 4, and his daughter, 7."
        return lows[start + 1] in _APPOSED and line.words.person(noun) == "singular"
    if noun.endswith("s") and not noun.endswith("ss") and noun != "twins":
        return False
    if noun in line.words.near["age-not-apposed"] or noun in line.words.parts:
        return False
    return not line.is_digits(start + 2) and lows[start + 2] not in line.words.parts and len(noun) > 2


def _told_of(line: Line, found: Found) -> bool:
    """Tell of "she was 33 when", "he is 84.", "the suspect, who is 45,", "At 54, she"."""
    lows, near = line.lows, line.words.near
    if found.amount.low < 1:
        return False
    if lows[found.start - 1] == "at":
        return lows[found.end] == "," and lows[found.end + 1] in {"he", "she"}
    bound = line.words.bounds.ending(lows, found.start)
    at = (bound.start if bound else found.start) - 1
    at = at - 1 if lows[at] in near["age-told-past"] else at
    if lows[at] == "be" and lows[at - 1] in {"will", "would"}:
        at -= 1
    elif lows[at] in near["age-told-short"]:
        at += 1
    elif lows[at] not in near["age-told-with"]:
        return False
    after = lows[found.end]
    if after not in _ENDS and after not in near["age-told-behind"]:
        return False
    # "the suspect is 45."
    is_noun = after in _ENDS and lows[at] == "is" and line.words.person(lows[at - 1]) == "singular"
    return is_noun or lows[at - 1] in near["age-told-by"] or lows[at - 1] in near["age-told-short"]


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


def _of_several(line: Line, found: Found) -> bool:
    """Tell of the 7 in "two sons, 7 and 4," and "the couple, both 34,"; the 4 is listed behind it."""
    lows, start = line.lows, found.start
    before = start - 2 if lows[start - 1] == "both" else start - 1
    if lows[before] != "," or found.end != start + 1:
        return False
    if before < start - 1:
        return lows[found.end] in _ENDS
    if line.words.person(lows[before - 1]) != "plural":
        return False
    at = found.end
    while lows[at] in {",", "and"} and at - start < _LONGEST_LIST and _is_young(line, at + 1):
        at += 2
    return at > found.end and lows[at] in _ENDS and "and" in lows[found.end : at]


def _is_young(line: Line, at: int) -> bool:
    """Tell whether a number alone that may be an age stands at token *at*."""
    number = numeral(line, at, joins=False) if line.is_digits(at) or line.lows[at] in line.words.parts else None
    return number is not None and number.end == at + 1 and number.form in {"digits", "words"} and number.value < _OLDEST


def _shares_unit(line: Line, found: Found) -> bool:
    """Tell of the 16 in "16- and 17-year-olds", the 3 in "three or four years old"."""
    lows, at = line.lows, found.end
    at = at + 1 if lows[at] in DASHES and line.glued(at) else at
    while lows[at] in {",", "and", "or"} and at - found.end < _LONGEST_LIST:
        number = numeral(line, at + 1, joins=False)
        if number is None or number.value <= found.amount.high:
            return False
        age = line.words.ages.at(lows, number.end)
        if age is not None:
            return "unit" in age.entry.fields
        at = number.end + 1 if lows[number.end] in DASHES and line.glued(number.end) else number.end
    return False


def age_class(line: Line, found: Found) -> Found | None:
    """Read "people over 65", "children under five", "anyone aged 18 or over": an age with a bound."""
    near, lows, start = line.words.near, line.lows, found.start
    if start < 2 or lows[start - 1] not in near["age-bound"] or found.end != start + 1:
        return None
    noun, after = lows[start - 2], lows[found.end]
    if not 0 < found.amount.low <= 100 or found.amount.dimension != "count":
        return None
    if noun in near["age-bound-after"]:
        return None if after.endswith("s") and len(after) > 3 else _age(found)
    if not (after in _ENDS or after in near["age-bound-behind"]):
        return None
    is_told = noun in near["age-bound-told"] and line.last_end > 0
    return _age(found) if is_told or line.words.person(noun) == "plural" else None
