"""The lexicons of quantities as plain dictionaries, compiled once for a lexicon."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from checker.lexicon.book import Book, Lexicon
from checker.mentions.quantities.phrases import Phrases


class Words(NamedTuple):
    """``parts`` gives what each number word does and its value, ``near`` words that settle what a number beside is.

    The books are looked up beside a number.
    """

    parts: dict[str, tuple[str, Decimal]]
    near: dict[str, frozenset[str]]
    months: dict[str, int]
    weekdays: dict[str, int]
    after_article: frozenset[str]
    unit_endings: tuple[str, ...]
    bounds: Phrases
    bounds_behind: Phrases
    calendar: Phrases
    vague: Phrases
    zeros: Phrases
    idioms: Phrases
    designators: Phrases
    contests: Phrases
    units: Phrases
    currencies: Phrases
    ages: Phrases
    movements: Phrases
    multipliers: Phrases
    collectives: Phrases
    tolerances: Phrases


@lru_cache(maxsize=4)
def words_of(lexicon: Lexicon) -> Words:
    """Compile the words of *lexicon*."""
    parts = {phrase: (entry.fields["part"], Decimal(entry.fields["value"])) for phrase, entry in lexicon["numerals"]}
    calendar = lexicon["calendar"]
    near = {name: frozenset(row["beside"]) for name, row in lexicon["neighbours"].rows.items()}
    names = Words._fields[6:]
    books = {name: Phrases(lexicon[name]) for name in names}
    after = _after_article(parts, books)
    endings = tuple(near["rare-unit-endings"])
    return Words(
        parts, near, _of_role(calendar, "month"), _of_role(calendar, "weekday"), after, endings, *books.values()
    )


def _after_article(parts: dict[str, tuple[str, Decimal]], books: dict[str, Phrases]) -> frozenset[str]:
    """Return the words that may follow an article at the head of a figure: "a dozen", "a few", "an hour"."""
    words = {word for word, (part, _) in parts.items() if part not in {"unit", "teen", "ten", "letter", "zero"}}
    for name in ("vague", "collectives", "multipliers"):
        words.update(phrase.split(" ")[1] for phrase, _ in books[name] if phrase.startswith(("a ", "an ", "another ")))
    for name in ("units", "currencies"):
        words.update(phrase.split(" ")[0] for phrase, entry in books[name] if entry.fields.get("article"))
    return frozenset(words)


def _of_role(calendar: Book, role: str) -> dict[str, int]:
    """Return the words of one role with their numbers."""
    return {phrase: int(entry.fields["value"]) for phrase, entry in calendar if entry.fields["role"] == role}
