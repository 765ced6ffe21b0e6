"""The date that a draft itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from checker.lexicon.book import Lexicon
from checker.model.values import NamedTuple

_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([^\W\d_]{3,9})\.?,?\s+(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_DATELINE = re.compile(r"[\s\"'*_]*date\s+(?=\d{4}-)", re.IGNORECASE)
_PLACE = re.compile(r"\s*([^\W\d_][^:(\n]{0,70}?)\s(?:\([^()\n]{1,20}\)\s)?(?:[-\u2013\u2014]{1,2})\s")
_LONGEST = 100


class _Found(NamedTuple):
    start: int
    end: int
    day: date


def find_date(words: str, lexicon: Lexicon | None) -> date | None:
    """Return the first full date in *words*, day or month first or ISO; None where there is none."""
    found = _dates(words, lexicon)
    return found[0].day if found else None


def dateline(paragraphs: Iterable[str], lexicon: Lexicon | None) -> date | None:
    """Return the date that opens one of the first *paragraphs*, or that stands there alone.

    "date 2022-01-10 Nur Sultan: ...", "ORREGAN, Nov. 19, 2025 - ..." and "Wednesday, October 16, 2019" are datelines;
    "The dam broke on 3 April 1965 - a day of rain" and "Born 17 May 1931" are none.
    """
    for words in paragraphs:
        opening = _opening(words)
        found = _dates(opening, lexicon) if opening else []
        if len(found) == 1 and _is_no_clause(opening[: found[0].start], lexicon):
            return found[0].day
    return None


def _opening(words: str) -> str:
    """Return the part of a paragraph that can be a dateline: up to the dash, or all of a line that is no sentence."""
    match = _DATELINE.match(words)
    if match:
        return words[match.end() : match.end() + len("2022-01-10")]
    match = _PLACE.match(words, 0, _LONGEST)
    if match and any(char.isdecimal() for char in match.group(1)):
        return match.group(1)
    is_sentence = words.endswith((".", "!", "?")) or len(words) > _LONGEST
    return "" if is_sentence else words


def _is_no_clause(before: str, lexicon: Lexicon | None) -> bool:
    """Tell whether names alone stand before a date: "CAJAMARCA, Peru, ", "issued 17:30 on Sunday ", not "broke on "."""
    last = before.rstrip(" ,|-\u2013\u2014").rpartition(" ")[2]
    if last[:1].islower():
        return False
    entry = lexicon["layout"].get(last.lower()) if lexicon else None
    return entry is None or entry.id != "life"


def _dates(words: str, lexicon: Lexicon | None) -> list[_Found]:
    found = []
    for pattern, order in ((_ISO, "ymd"), (_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy")):
        for match in pattern.finditer(words):
            day = _to_date(dict(zip(order, match.groups(), strict=True)), lexicon)
            if day:
                found.append(_Found(match.start(), match.end(), day))
    return sorted(found)


def _to_date(parts: dict[str, str], lexicon: Lexicon | None) -> date | None:
    month = int(parts["m"]) if parts["m"].isdecimal() else _month(parts["m"], lexicon)
    try:
        return date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None


def _month(word: str, lexicon: Lexicon | None) -> int:
    """Return the month's number, 0 if *word* is none."""
    entry = lexicon["calendar"].get(word.lower()) if lexicon else None
    return int(entry.fields["value"]) if entry and entry.fields.get("role") == "month" else 0
