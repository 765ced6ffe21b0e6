"""The plain words of a stretch of tokens, without grammar, so that two places can be seen to speak of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.lexicon.book import Lexicon
from checker.model.document import Token

SHORTEST = 3
NOUNS = 4
SIBILANT = ("sses", "xes", "ches", "shes", "zes")
MOVEMENT = "(movement)"


def stem(low: str) -> str:
    """Return a word without its plural or verb ending: enough to see that "eruptions" and "eruption" are one."""
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(SIBILANT):
        return low[:-2]
    if low.endswith(("'s", "s'")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > SHORTEST else low


def is_plain(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token is a word of some content: no mark, no number, no word of grammar or calendar."""
    low = token.low
    return (
        len(low) >= SHORTEST
        and low[0].isalpha()
        and lexicon["grammar"].get(low) is None
        and lexicon["calendar"].get(low) is None
        and lexicon["numerals"].get(low) is None
    )


def content(tokens: Iterable[Token], lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the plain words; all verbs of rising and falling count as one."""
    words = set()
    for token in tokens:
        if is_plain(token, lexicon):
            words.add(stem(token.low))
        else:
            entry = lexicon["grammar"].get(token.low)
            if entry and entry.id == "movement":
                words.add(MOVEMENT)
    return frozenset(words)


def noun_behind(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the stems of up to four plain words from token *at* on: ("straight", "day") in "17th straight day of"."""
    words: list[str] = []
    for token in tokens[at : at + NOUNS]:
        if not is_plain(token, lexicon):
            break
        words.append(stem(token.low))
    return tuple(words)
