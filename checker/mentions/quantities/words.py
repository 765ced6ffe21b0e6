"""The lexicons of quantities as plain dictionaries, compiled once for a lexicon."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from checker.lexicon.book import Book, Lexicon
from checker.mentions.quantities.phrases import Phrases

_NOT_AFTER_ARTICLE = frozenset({"unit", "teen", "ten", "letter", "zero"})


class Words:
    """``parts`` gives what each number word does and its value, ``near`` words that settle what a number beside is.

    ``after_article`` may follow "a" at the head of a figure ("a dozen", "a few", "an hour"); ``unit_endings`` are
    those of words that may be units we do not know. The rest are lexicons by name, looked up beside a number.
    """

    __slots__ = (
        *("after_article", "ages", "bounds", "bounds_behind", "calendar", "collectives", "contests", "currencies"),
        *("designators", "idioms", "lexicon", "months", "movements", "multipliers", "near", "parts", "tolerances"),
        *("unit_endings", "units", "vague", "weekdays", "zeros"),
    )

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.ages = Phrases(lexicon["ages"])
        self.bounds = Phrases(lexicon["bounds"])
        self.bounds_behind = Phrases(lexicon["bounds_behind"])
        self.calendar = Phrases(lexicon["calendar"])
        self.collectives = Phrases(lexicon["collectives"])
        self.contests = Phrases(lexicon["contests"])
        self.currencies = Phrases(lexicon["currencies"])
        self.designators = Phrases(lexicon["designators"])
        self.idioms = Phrases(lexicon["idioms"])
        self.movements = Phrases(lexicon["movements"])
        self.multipliers = Phrases(lexicon["multipliers"])
        self.tolerances = Phrases(lexicon["tolerances"])
        self.units = Phrases(lexicon["units"])
        self.vague = Phrases(lexicon["vague"])
        self.zeros = Phrases(lexicon["zeros"])
        self.months = _of_role(lexicon["calendar"], "month")
        self.weekdays = _of_role(lexicon["calendar"], "weekday")
        self.near = {name: frozenset(row["beside"]) for name, row in lexicon["neighbours"].rows.items()}
        self.unit_endings = tuple(self.near["rare-unit-endings"])
        self.parts = _parts(lexicon["numerals"])
        self.after_article = self._after_article()

    def person(self, low: str) -> str:
        """Return "singular" or "plural" for a noun that names a person or persons, else ""."""
        entry = self.lexicon["things"].get(low) or self.lexicon["persons"].get(low)
        if entry is None or not self.lexicon.is_kind_of("things", entry.id, "people"):
            return ""
        return "singular" if "singular" in entry.forms else "plural"

    def _after_article(self) -> frozenset[str]:
        words = {word for word, (part, _) in self.parts.items() if part not in _NOT_AFTER_ARTICLE}
        for phrases in (self.vague, self.collectives, self.multipliers):
            for phrase, _ in phrases:
                article, _, rest = phrase.partition(" ")
                if article in {"a", "an", "another"} and rest:
                    words.add(rest.partition(" ")[0])
        for phrases in (self.units, self.currencies):
            words.update(phrase.split(" ")[0] for phrase, entry in phrases if entry.fields.get("article"))
        return frozenset(words)


@lru_cache(maxsize=4)
def words_of(lexicon: Lexicon) -> Words:
    """Compile the words of *lexicon*."""
    return Words(lexicon)


def _parts(numerals: Book) -> dict[str, tuple[str, Decimal]]:
    return {phrase: (entry.fields["part"], Decimal(entry.fields["value"])) for phrase, entry in numerals}


def _of_role(calendar: Book, role: str) -> dict[str, int]:
    """Return the words of one role with their numbers."""
    return {phrase: int(entry.fields["value"]) for phrase, entry in calendar if entry.fields["role"] == role}
