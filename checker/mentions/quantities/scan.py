"""A cheap look at a sentence: may it hold a figure at all?"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.lexicon.book import Lexicon

_WORDS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"[\d½¼¾⅐-⅞]")


def may_hold_figure(low: str, lexicon: Lexicon) -> bool:
    """Tell whether *low*, a sentence in lower case, has a digit or a word that can begin a figure."""
    return _DIGIT.search(low) is not None or not _triggers(lexicon).isdisjoint(_WORDS.findall(low))


@lru_cache(maxsize=4)
def _triggers(lexicon: Lexicon) -> frozenset[str]:
    """Return words of which every figure without a digit has one."""
    words = {phrase for phrase, entry in lexicon["numerals"] if entry.fields["part"] != "letter"}
    for name in ("vague", "multipliers", "collectives"):
        words.update(max(phrase.split(" "), key=len) for phrase, _ in lexicon[name])
    for name, roles in (("calendar", ("weekday", "clock-word")), ("zeros", ("people", "unknown"))):
        words.update(
            phrase.split(" ")[0] for phrase, entry in lexicon[name] if entry.fields.get("role", entry.id) in roles
        )
    words.update(phrase for phrase, entry in lexicon["ages"] if "low" in entry.fields)
    for name in ("units", "currencies"):
        words.update(phrase.split(" ")[-1] for phrase, entry in lexicon[name] if entry.fields.get("article"))
    return frozenset(word for word in words if len(word) > 1 or not word.isascii())
