"""One rate for two periods: "£385 a month, or £4,620 a year"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from checker.engine.measures import alike
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

MOST = 6
"""Words between the two rates, at most, of those that say that one is the other ("or about", "which is")."""


class TwoRates(NamedTuple):
    """``long`` is ``short`` over a longer period: so many ``times`` it, with two ends where no one number fits."""

    short: Frame
    long: Frame
    times: tuple[Decimal, Decimal]
    words: str


def two_rates(story: Story) -> Iterator[TwoRates]:
    """Yield each pair of rates of one unit that stand beside each other for one."""
    for paragraph in paragraphs(story):
        rated = [
            (at, frame, period) for at, frame in paragraph.frames.items() if (period := _period(story, paragraph, at))
        ]
        for (at, one, (a, end)), (behind, two, (b, _)) in pairwise(rated):
            words = paragraph.lows[end:behind]
            if a != b and alike(one, two, story.lexicon) and _says_the_same(story, words):
                short, long, few, many = (one, two, b, a) if a > b else (two, one, a, b)
                if few in _MEASURES.get(many, {}):
                    yield TwoRates(short, long, _MEASURES[many][few], " ".join(paragraph.lows[at:behind]))


_MEASURES = {
    12: {1: (Decimal(12), Decimal(12)), 4: (Decimal(3), Decimal(3))},
    52: {1: (Decimal(52), Decimal("52.2"))},
    4: {1: (Decimal(4), Decimal(4))},
    365: {1: (Decimal(365), Decimal(366)), 52: (Decimal(5), Decimal(7))},
}
"""Periods by how many of them a year has: how many of the first make one of the second. A week may have five days."""


def _period(story: Story, paragraph: Paragraph, at: int) -> tuple[int, int] | None:
    """Return how many of its periods a year has and the token behind, for "£385 a month", "4,000 tonnes per day"."""
    book = story.lexicon["balances"]
    for end in dict.fromkeys((paragraph.ends[at][0], *paragraph.ends[at])):
        entry = book.get(" ".join(paragraph.lows[end : end + 2]))
        if entry and entry.id in _YEARLY:
            return _YEARLY[entry.id], end + 2
    return None


_YEARLY = {"daily": 365, "weekly": 52, "monthly": 12, "quarterly": 4, "yearly": 1}


def _says_the_same(story: Story, words: tuple[str, ...]) -> bool:
    book = story.lexicon["balances"]
    kinds = [entry.id if (entry := book.get(word)) else "" for word in words]
    is_joined = all(kind == "set-off" or word in {",", "(", "–", "—"} for kind, word in zip(kinds, words, strict=True))
    return 0 < len(words) <= MOST and is_joined and words != (",",)
