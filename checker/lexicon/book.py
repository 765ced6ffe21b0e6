"""Words and phrases with what they stand for, found beside a number by dictionary look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, repeat
from typing import Any

from checker.model.document import Token
from checker.model.values import NamedTuple

Pairs = Mapping[str, Mapping[str, int]]

BREAK = "\x7f"
"""Parts phrases that stand for the same in compiled data: no phrase holds it, and JSON reads it without an escape."""


class Entry(NamedTuple):
    """What a phrase stands for: the row's id, the forms that it can be ("past", "plural"), the row's own fields."""

    id: str
    forms: frozenset[str]
    fields: Mapping[str, Any]


class Match(NamedTuple):
    """A phrase found in tokens ``[start, end)`` of a sentence."""

    entry: Entry
    start: int
    end: int


class Book:
    """One lexicon file, ready for look-ups: every phrase in lower case, its tokens joined by one space.

    ``rows`` holds the fields of each row by id, also of rows without a word. ``followers`` gives for each word that
    a phrase of several begins with, and each second word, the most tokens of such a phrase; ``forerunners`` the same
    for last words and those before them.
    """

    __slots__ = ("_entries", "_meanings", "_phrases", "followers", "forerunners", "rows")

    def __init__(
        self,
        rows: Mapping[str, Mapping[str, Any]],
        phrases: Mapping[str, Sequence[Any]],
    ) -> None:
        self.rows = rows
        self._meanings: Sequence[Sequence[Any]] = list(phrases.values())
        self._phrases = {phrase: number for number, phrase in enumerate(phrases)}
        self._entries: list[Entry | None] = [None] * len(self._meanings)
        self.followers, self.forerunners = longest(phrases)

    @classmethod
    def packed(cls, data: Mapping[str, Any]) -> Book:
        """Return the book of compiled data: ``counts`` tells how many of the ``phrases`` have each meaning.

        An entry is made when a draft first asks for it: a short one asks for few.
        """
        book = cls(data["rows"], {})
        book._meanings = data["meanings"]
        numbers = chain.from_iterable(map(repeat, range(len(book._meanings)), data["counts"]))
        book._phrases = dict(zip(data["phrases"].split(BREAK), numbers, strict=False))
        book._entries = [None] * len(book._meanings)
        book.followers, book.forerunners = data["followers"], data["forerunners"]
        return book

    def __iter__(self) -> Iterator[tuple[str, Entry]]:
        return ((phrase, self._entry(number)) for phrase, number in self._phrases.items())

    def _entry(self, number: int) -> Entry:
        entry = self._entries[number]
        if entry is None:
            row, forms = self._meanings[number]
            entry = self._entries[number] = Entry(row, frozenset(forms), self.rows[row])
        return entry

    def get(self, phrase: str) -> Entry | None:
        """Return the entry of a whole phrase in lower case, or None."""
        number = self._phrases.get(phrase)
        return None if number is None else self._entry(number)

    def at(self, tokens: Sequence[Token], start: int) -> Match | None:
        """Return the longest phrase that begins at token *start*, or None."""
        if not 0 <= start < len(tokens):
            return None
        first = tokens[start][3]
        seconds = self.followers.get(first)
        if seconds is not None and start + 1 < len(tokens):
            most = seconds.get(tokens[start + 1][3], 1)
            lows = [token[3] for token in tokens[start : start + most]] if most > 1 else ()
            for length in range(len(lows), 1, -1):
                number = self._phrases.get(" ".join(lows[:length]))
                if number is not None:
                    return Match(self._entry(number), start, start + length)
        number = self._phrases.get(first)
        return None if number is None else Match(self._entry(number), start, start + 1)

    def beginning(self, tokens: Sequence[Token], words: Set[str] | None = None) -> dict[int, Match]:
        """Return the longest phrase at each token where one begins, in text order; *words* are those of the tokens."""
        words = words if words is not None else {token[3] for token in tokens}
        met = (self._phrases.keys() & words) | (self.followers.keys() & words)
        if not met:
            return {}
        places = [at for at, token in enumerate(tokens) if token[3] in met]
        return {at: match for at in places if (match := self.at(tokens, at))}

    def ending(self, tokens: Sequence[Token], end: int) -> Match | None:
        """Return the longest phrase whose last token is ``end - 1``, or None."""
        if not 0 < end <= len(tokens):
            return None
        last = tokens[end - 1][3]
        seconds = self.forerunners.get(last)
        if seconds is not None and end > 1:
            most = min(seconds.get(tokens[end - 2][3], 1), end)
            lows = [token[3] for token in tokens[end - most : end]] if most > 1 else ()
            for length in range(len(lows), 1, -1):
                number = self._phrases.get(" ".join(lows[-length:]))
                if number is not None:
                    return Match(self._entry(number), end - length, end)
        number = self._phrases.get(last)
        return None if number is None else Match(self._entry(number), end - 1, end)


class Lexicon:
    """All books by the name of their file ("statuses" -> rules/lexicons/statuses.yaml)."""

    __slots__ = ("_books", "_packed")

    def __init__(self, books: Mapping[str, Book]) -> None:
        self._books = dict(books)
        self._packed: Mapping[str, Any] = {}

    @classmethod
    def packed(cls, books: Mapping[str, Any]) -> Lexicon:
        """Return the lexicon of compiled data; a book is unpacked when it is first asked for."""
        lexicon = cls({})
        lexicon._packed = books
        return lexicon

    def __getitem__(self, name: str) -> Book:
        book = self._books.get(name)
        if book is None:
            book = self._books[name] = Book.packed(self._packed[name])
        return book

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._books, *self._packed}))

    def is_kind_of(self, name: str, narrow: str, wide: str) -> bool:
        """Tell whether row *narrow* of book *name* is *wide* or stands under it by ``sub_of``, over any steps."""
        rows, seen, todo = self[name].rows, set(), [narrow]
        while todo:
            row = todo.pop()
            if row == wide:
                return True
            if row not in seen:
                seen.add(row)
                todo.extend(rows.get(row, {}).get("sub_of", ()))
        return False


def longest(phrases: Iterable[str]) -> tuple[Pairs, Pairs]:
    """Return the most tokens of a phrase by its first two words, and by its last two, the last before the other."""
    first: dict[str, dict[str, int]] = {}
    last: dict[str, dict[str, int]] = {}
    for phrase in phrases:
        if " " in phrase:
            words = phrase.split(" ")
            for pairs, one, other in ((first, words[0], words[1]), (last, words[-1], words[-2])):
                seconds = pairs.setdefault(one, {})
                seconds[other] = max(len(words), seconds.get(other, 1))
    return first, last
