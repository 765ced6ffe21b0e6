"""Every figure of a sentence, and what only looks like one.

A walk over the tokens: where a word begins a figure, the readers of its kind are asked in a fixed order, the most
specific first; the first that answers decides, and the walk goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from checker.lexicon.book import Lexicon
from checker.mentions.quantities import (
    ages,
    clock,
    dates,
    fractions,
    ones,
    ordinals,
    passing,
    ratios,
    vague,
    years,
    zeros,
)
from checker.mentions.quantities.amounts import Found, amount_at, unit_at
from checker.mentions.quantities.bounds import bounded
from checker.mentions.quantities.intervals import Amount, malformed, with_tolerance
from checker.mentions.quantities.line import Line, Passed, Reading
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import Numeral
from checker.mentions.quantities.ranges import ranged
from checker.mentions.quantities.scan import may_hold_figure
from checker.mentions.quantities.setting import Setting, survey
from checker.mentions.quantities.words import words_of
from checker.model.document import Token

__all__ = ["Passed", "Reading", "Setting", "may_hold_figure", "read", "survey", "with_tolerance"]

Outcome = Reading | Passed | Found | None
_ONE = Decimal(1)
Reader = Callable[[Line, int], Outcome]


def read(tokens: Sequence[Token], lexicon: Lexicon, setting: Setting) -> tuple[list[Reading], list[Passed]]:
    """Return the figures of a sentence and what was passed over with its reason, both in text order."""
    words = words_of(lexicon)
    starts = _starts(lexicon)
    line = Line(tokens, words, setting)
    readings: list[Reading] = []
    passed: list[Passed] = []
    at, size, lows = 0, line.size, line.lows
    while at < size:
        low = lows[at]
        readers = starts.get(low)
        if readers is None:
            if low[0] > "9" or not low[0].isdecimal():
                at += 1
                continue
            readers = _DIGITS
        at = _step(line, at, readers, readings, passed)
    return readings, passed


def _step(line: Line, at: int, readers: Sequence[Reader], readings: list[Reading], passed: list[Passed]) -> int:
    """Ask *readers* at token *at*; keep what they found and return where to go on."""
    for reader in readers:
        outcome = reader(line, at)
        if outcome is None:
            continue
        if isinstance(outcome, Found):
            outcome = bounded(line, outcome)
        if isinstance(outcome, Reading):
            readings.append(outcome)
            line.was_age, line.last_end = outcome.quantity.dimension == "age", outcome.end
        else:
            passed.append(outcome)
        return max(outcome.end, at + 1)
    return at + 1


@lru_cache(maxsize=4)
def _starts(lexicon: Lexicon) -> dict[str, tuple[Reader, ...]]:
    """Return the readers to ask at each word that can begin a figure."""
    words = words_of(lexicon)
    starts: dict[str, tuple[Reader, ...]] = {}
    for word, (part, _) in words.parts.items():
        if part in {"letter", "dozen"} or (part in {"hundred", "scale"} and len(word) < 4):
            continue
        starts[word] = {"ordinal": _ORDINALS, "power": _ORDINALS, "half": _HALVES, "quarter": _HALVES}.get(part, _WORDS)
    for word, (part, _) in words.parts.items():
        if part == "dozen":
            starts.pop(word, None)
    starts["one"] = (ones.read, *_WORDS)
    for phrase, entry in words.calendar:
        role, first = entry.fields["role"], phrase.partition(" ")[0]
        if role in {"weekday", "month", "clock-word"}:
            starts[first] = {"weekday": (dates.from_weekday,), "month": (dates.from_month,)}.get(
                role, (clock.from_word,)
            )
    for book, reader in (
        (words.vague, vague.read),
        (words.zeros, zeros.read),
        (words.multipliers, ratios.multiplier),
        (words.collectives, _collective),
    ):
        for phrase, entry in book:
            if entry.id in {"counted", "verbs"}:
                continue
            first = phrase.partition(" ")[0]
            if first != "the":
                starts[first] = (*starts.get(first, ()), reader)
    starts["no"] = (zeros.read,)
    starts["dozen"] = _WORDS
    for article in ("a", "an"):
        starts[article] = (*starts.get(article, ()), _article)
    starts["another"] = (*starts.get("another", ()), _article)
    starts["."] = (_point,)
    return starts


def _number(line: Line, at: int) -> Outcome:
    """Read what begins with a number in digits or in words."""
    idiom = line.words.idioms.at(line.tokens, at) or line.words.idioms.ending(line.tokens, at + 1)
    if idiom is not None and idiom.end > idiom.start + 1:
        return Passed(idiom.start, idiom.end, "idiom")
    number = numeral(line, at)
    if number is None:
        return None
    digits = line.is_digits(at)
    if digits:
        early = (
            passing.shape(line, number)
            or dates.from_digits(line, at)
            or clock.from_digits(line, at)
            or ordinals.in_digits(line, at)
            or ages.decade(line, at)
        )
        if early is not None:
            return early
        if number.form in {"malformed", "dotted"}:
            return _unreadable(line, number)
    elif number.form == "ordinal":
        return ordinals.reading(line, at, number.end, number.value)
    else:
        early = (
            clock.from_words(line, at, number.end, int(number.value))
            if number.form == "words" and number.value <= 12
            else None
        )
        early = early or fractions.after_number(line, at, number.end, number.value)
        if early is not None:
            return early
    return _placed(line, number)


def _placed(line: Line, number: Numeral) -> Outcome:
    """Read a number that may still be a designator, a year, a score, a ratio; else an amount."""
    early = (
        passing.designator(line, number)
        or years.read(line, number)
        or passing.score(line, number)
        or passing.magnitude_behind(line, number)
    )
    if early is not None:
        return early
    between = line.lows[number.start - 1] == "between"
    if between and number.form == "words":
        number = numeral(line, number.start, joins=line.lows[number.end] == "and") or number
    found = ratios.ratio(line, number) or passing.house(line, number)
    if found is not None:
        return found
    return _amount(line, number)


def _amount(line: Line, number: Numeral) -> Found:
    found = amount_at(line, number)
    joined = ranged(line, found)
    if joined is not found:
        return ages.as_age(line, joined)
    return ages.age_class(line, found) or ages.as_age(line, found)


def _unreadable(line: Line, number: Numeral) -> Reading | Passed:
    if number.form == "dotted":
        return Passed(number.start, number.end, "version or address")
    at, end = number.start, number.end
    return Reading(at, end, at, end, None, malformed(line.text(at, end)), "malformed")


def _point(line: Line, at: int) -> Outcome:
    number = numeral(line, at)
    return _amount(line, number) if number is not None else None


def _article(line: Line, at: int) -> Outcome:
    """Read what an article begins: "a dozen", "a million", "a third of", "an hour"."""
    after = line.lows[at + 1]
    if after in line.words.parts:
        found = fractions.after_article(line, at)
        if found is not None and found.reason != "fraction":
            return found
        number = numeral(line, at)
        if number is not None:
            return _amount(line, number)
        return found
    return _one_unit(line, at)


def _one_unit(line: Line, at: int) -> Found | None:
    """Read "an hour", "a mile" as one, but not the rates "three times a day", "$20 an hour"."""
    unit = unit_at(line, at + 1)
    if unit is None or not unit.entry.fields.get("article") or "singular" not in unit.entry.forms:
        return None
    if line.lows[at - 1] in line.words.near["rate-after"] or line.last_end == at:
        return None
    one = Numeral(at, at + 1, _ONE, _ONE, _ONE, "words")
    return amount_at(line, one)


def _collective(line: Line, at: int) -> Outcome:
    match = line.words.collectives.at(line.tokens, at)
    if match is None:
        return None
    value = Decimal(match.entry.fields["value"])
    return Found(at, match.end, at, match.end, Amount(value, value, Decimal(1), Decimal(1), "words"), "collective noun")


def _ordinal(line: Line, at: int) -> Outcome:
    return ordinals.in_words(line, at)


def _half(line: Line, at: int) -> Outcome:
    idiom = line.words.idioms.at(line.tokens, at) or line.words.idioms.ending(line.tokens, at + 1)
    if idiom is not None and idiom.end > idiom.start + 1:
        return Passed(idiom.start, idiom.end, "idiom")
    number = numeral(line, at)
    return _amount(line, number) if number is not None else fractions.bare(line, at)


_WORDS: tuple[Reader, ...] = (_number,)
_DIGITS: tuple[Reader, ...] = (_number,)
_ORDINALS: tuple[Reader, ...] = (_ordinal,)
_HALVES: tuple[Reader, ...] = (_half,)
