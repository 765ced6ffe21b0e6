"""What looks like a title in a text without markup."""

from __future__ import annotations

import re

_MOST_WORDS = 25
_MOST_WORDS_OF_HEADING = 12
_ENDS = ".!?\u2026:;,"
_CLOSERS = "\"'\u2019\u201d)]"
_INNER_END = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}+\. ++[A-Z\"]")
# "leaves for the U.S." ends in a full stop and no sentence does.
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.)+\Z")
_DATED = re.compile(r"(?:date\s+)?\d{4}-\d\d-\d\d\b", re.IGNORECASE)


def is_title(words: str) -> bool:
    """Tell whether *words* (without markup, trimmed) can be a headline or heading: short, and no sentence ends."""
    if not words or words.count(" ") >= _MOST_WORDS or _DATED.match(words):
        return False
    if not any(char.isalpha() for char in words):
        return False
    if _INNER_END.search(words):
        return False
    ends = words.rstrip(_CLOSERS)[-1:] in _ENDS
    return not ends or words[-1] in "?!" or bool(_ABBREVIATED.search(words))


def is_heading(words: str) -> bool:
    """Tell whether *words* can head a section: a title that is shorter, and neither a question nor a signature."""
    is_short = words.count(" ") < _MOST_WORDS_OF_HEADING
    return is_short and is_title(words) and words[-1] not in "?!" and words[0] not in "-\u2013\u2014:("
