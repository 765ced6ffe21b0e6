"""The date that a draft itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from checker.lexicon.book import Lexicon

_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([^\W\d_]{3,9})\.?,?\s+(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_DATELINE = re.compile(r"[\s\"'*_]*date\s+(?=\d{4})", re.IGNORECASE)
_PLACE = re.compile(r"\s*[^\W\d_][^:\n]{0,70}?(?:\([^()\n]{1,20}\)\s*)?\s(?:[-\u2013\u2014]{1,2})\s")
_SHORTEST_SENTENCE = 12


def find_date(words: str, lexicon: Lexicon | None) -> date | None:
    """Return the first full date in *words*, day or month first or ISO; None where a part is missing or impossible."""
    found = []
    for pattern, order in ((_ISO, "ymd"), (_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy")):
        for match in pattern.finditer(words):
            day = _to_date(dict(zip(order, match.groups(), strict=True)), lexicon)
            if day:
                found.append((match.start(), day))
                break
    return min(found)[1] if found else None


def dateline(paragraphs: Iterable[str], lexicon: Lexicon | None) -> date | None:
    """Return the date that opens one of the first *paragraphs*, or that stands there alone.

    "date 2022-01-10 Nur Sultan: ...", "ORREGAN, Nov. 19, 2025 - ..." and "Wednesday, October 16, 2019" are datelines;
    "The dam broke on 3 April 1965" is none.
    """
    for words in paragraphs:
        opening = _opening(words)
        day = find_date(opening, lexicon) if opening else None
        if day:
            return day
    return None


def _opening(words: str) -> str:
    """Return the part of a paragraph that can be a dateline: up to the dash, or all of a line that is no sentence."""
    match = _DATELINE.match(words)
    if match:
        return words[match.end() : match.end() + 10]
    match = _PLACE.match(words[:120])
    if match:
        return match.group()
    is_sentence = words.rstrip("*_ ").endswith((".", "!", "?")) or len(words) > 100
    return "" if is_sentence else words


def _to_date(parts: dict[str, str], lexicon: Lexicon | None) -> date | None:
    month = int(parts["m"]) if parts["m"].isdecimal() else _month(parts["m"], lexicon)
    try:
        return date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None


def _month(word: str, lexicon: Lexicon | None) -> int:
    """Return the month's number, 0 if *word* is none."""
    entry = lexicon["layout"].get(word.lower()) if lexicon else None
    return int(entry.fields.get("month", 0)) if entry else 0
