"""The lexicons of quantities as plain dictionaries, compiled once for a lexicon."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from checker.lexicon.book import Book, Lexicon


class Words(NamedTuple):
    """``parts`` gives what each number word does and its value, ``near`` words that settle what a number beside is.

    The books are looked up beside a number.
    """

    parts: dict[str, tuple[str, Decimal]]
    near: dict[str, frozenset[str]]
    months: dict[str, int]
    weekdays: dict[str, int]
    bounds: Book
    bounds_behind: Book
    calendar: Book
    vague: Book
    zeros: Book
    idioms: Book
    designators: Book
    contests: Book
    units: Book
    currencies: Book
    ages: Book
    movements: Book
    multipliers: Book
    collectives: Book
    tolerances: Book


@lru_cache(maxsize=4)
def words_of(lexicon: Lexicon) -> Words:
    """Compile the words of *lexicon*."""
    parts = {phrase: (entry.fields["part"], Decimal(entry.fields["value"])) for phrase, entry in lexicon["numerals"]}
    calendar = lexicon["calendar"]
    near = {name: frozenset(row["beside"]) for name, row in lexicon["neighbours"].rows.items()}
    books = [lexicon[name] for name in Words._fields[4:]]
    return Words(parts, near, _of_role(calendar, "month"), _of_role(calendar, "weekday"), *books)


def _of_role(calendar: Book, role: str) -> dict[str, int]:
    return {phrase: int(entry.fields["value"]) for phrase, entry in calendar if entry.fields["role"] == role}
