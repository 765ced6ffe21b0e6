"""A sentence under the reader's finger: its tokens, the words known, what the document decided."""

from __future__ import annotations

from collections.abc import Sequence

from checker.mentions.quantities.setting import Setting
from checker.mentions.quantities.words import Words
from checker.model.document import Token
from checker.model.quantity import Moment, Quantity
from checker.model.values import NamedTuple

_BEYOND = 8


class Reading(NamedTuple):
    """One figure in a sentence, before any context; all places are token indices, half-open.

    ``start`` to ``end`` is the phrase with bound, currency and unit ("more than $2.3 million"), ``number_start``
    to ``number_end`` the printed number with its scale word ("2.3 million"), ``modifier`` the bound words.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    modifier: tuple[int, int] | None
    quantity: Quantity
    reason: str


class Passed(NamedTuple):
    """Tokens that look like a figure and are none, and what they are ("designator: flight")."""

    start: int
    end: int
    reason: str


class Line:
    """One sentence. ``lows`` holds the words in lower case with empty ones behind, so that a look past either
    end finds "": ``lows[-1]`` and ``lows[size]`` are no words. ``last_end`` and ``was_age`` tell of the reading before.
    """

    __slots__ = ("_title", "last_day", "last_end", "lows", "setting", "size", "tokens", "was_age", "words")

    def __init__(self, tokens: Sequence[Token], words: Words, setting: Setting) -> None:
        self.tokens = tokens
        self.size = len(tokens)
        self.lows = [token[3] for token in tokens]
        self.lows.extend([""] * _BEYOND)
        self.words = words
        self.setting = setting
        self.last_end = -1
        self.last_day: Moment | None = None
        self.was_age = False
        self._title: bool | None = None

    def remember(self, reading: Reading) -> None:
        """Keep what the reading tells about the next one ("aged 12 and 14", "March 4 and 5")."""
        self.last_end, self.was_age = reading.end, reading.quantity.dimension == "age"
        self.last_day = reading.quantity.moment

    def glued(self, at: int) -> bool:
        """Tell whether token *at* stands straight behind the one before it."""
        return 0 < at < self.size and self.tokens[at][0] == self.tokens[at - 1][1]

    def gap(self, at: int) -> int:
        """Return how many characters part token *at* from the one before it."""
        return self.tokens[at][0] - self.tokens[at - 1][1] if 0 < at < self.size else -1

    def text(self, start: int, end: int) -> str:
        """Return the printed words of ``tokens[start:end]``, one space where any stood."""
        tokens = self.tokens
        parts = [tokens[start][2]]
        for at in range(start + 1, end):
            parts.append(tokens[at][2] if tokens[at][0] == tokens[at - 1][1] else " " + tokens[at][2])
        return "".join(parts)

    def is_capital(self, at: int) -> bool:
        """Tell whether token *at* begins with a capital letter."""
        return 0 <= at < self.size and self.tokens[at][2][0].isupper()

    @property
    def is_title(self) -> bool:
        """Tell whether most words begin with a capital letter, as in a headline: then a capital tells nothing."""
        if self._title is None:
            self._title = self._has_title_case()
        return self._title

    def _has_title_case(self) -> bool:
        words = [token[2] for token in self.tokens if len(token[2]) > 3 and token[2].isalpha()]
        return len(words) > 2 and sum(word[0].isupper() for word in words) * 3 > len(words) * 2

    def is_digits(self, at: int) -> bool:
        """Tell whether token *at* is a number in digits."""
        return self.lows[at][:1].isdecimal() if at >= 0 else False
