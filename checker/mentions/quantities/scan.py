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
    words = {
        word for phrase, entry in lexicon["numerals"] if entry.fields["part"] != "letter" for word in phrase.split()
    }
    for name in ("vague", "zeros", "multipliers", "collectives"):
        words.update(
            phrase.partition(" ")[0] for phrase, entry in lexicon[name] if entry.id not in {"counted", "verbs"}
        )
    words.update(
        phrase
        for phrase, entry in lexicon["calendar"]
        if entry.fields["role"] in {"weekday", "clock-word"} and len(phrase) > 4
    )
    words.update(
        phrase for phrase, entry in lexicon["units"] if entry.fields.get("article") and "singular" in entry.forms
    )
    words.update({"few", "handful", "couple", "pair", "trio", "quartet", "none", "nobody", "number"})
    return frozenset(words - {"a", "an", "the", "another", "of", "is", "-"})
