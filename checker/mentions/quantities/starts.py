"""Which readers are asked at which word, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from checker.lexicon.book import Lexicon
from checker.mentions.quantities import (
    ages,
    clock,
    dates,
    decades,
    fractions,
    ones,
    ordinals,
    ratios,
    vague,
    years,
    zeros,
)
from checker.mentions.quantities.amounts import amount_at, negated
from checker.mentions.quantities.contests import score
from checker.mentions.quantities.designators import designator
from checker.mentions.quantities.found import Found
from checker.mentions.quantities.heat import as_heat
from checker.mentions.quantities.in_digits import point_first
from checker.mentions.quantities.intervals import Amount, malformed
from checker.mentions.quantities.line import Line, Passed, Reading
from checker.mentions.quantities.money import currency_before, currency_behind
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import ONE, Numeral
from checker.mentions.quantities.ranges import ranged
from checker.mentions.quantities.rare_units import with_rare_unit
from checker.mentions.quantities.shapes import shape
from checker.mentions.quantities.sides import with_unit_of_side
from checker.mentions.quantities.units import unit_at
from checker.mentions.quantities.words import Words, words_of

Outcome = Reading | Passed | Found | None
Reader = Callable[[Line, int], Outcome]


@lru_cache(maxsize=4)
def starts_of(lexicon: Lexicon) -> dict[str, tuple[Reader, ...]]:
    """Return the readers to ask at each word that can begin a figure."""
    words = words_of(lexicon)
    starts: dict[str, tuple[Reader, ...]] = {}
    for word, (part, _) in words.parts.items():
        if part != "letter" and not (part in {"hundred", "scale", "dozen"} and len(word) < 4):
            starts[word] = _BY_PART.get(part, _WORDS)
    starts["one"] = (ones.read, *_WORDS)
    for phrase, entry in words.calendar:
        readers = _BY_ROLE.get(entry.fields["role"])
        if readers:
            starts[phrase.partition(" ")[0]] = readers
    for word, reader in _phrases(words):
        starts[word] = (reader, *starts.get(word, ())) if reader is vague.read else (*starts.get(word, ()), reader)
    for article in ("a", "an", "another"):
        starts[article] = (_behind_article,)
    starts["no"] = (zeros.read,)
    return starts


def _phrases(words: Words) -> set[tuple[str, Reader]]:
    """Return the first word of each phrase with the reader of its lexicon."""
    phrases: list[tuple[str, Reader]] = [(phrase, vague.read) for phrase, _ in words.vague]
    phrases += [(phrase, ratios.multiplier) for phrase, _ in words.multipliers]
    phrases += [(phrase, _collective) for phrase, _ in words.collectives]
    phrases += [(phrase, decades.in_words) for phrase, entry in words.ages if "low" in entry.fields]
    phrases += [(phrase, zeros.read) for phrase, entry in words.zeros if entry.id in {"people", "unknown"}]
    found = {(phrase.partition(" ")[0], reader) for phrase, reader in phrases}
    return {(word, reader) for word, reader in found if word != "the"}


def _number(line: Line, at: int) -> Outcome:
    """Read what begins with a number in digits or in words."""
    idiom = _idiom(line, at)
    if idiom is not None:
        return idiom
    number = numeral(line, at)
    if number is None:
        return None
    if line.is_digits(at):
        return _in_digits(line, number)
    if number.form == "ordinal":
        return ordinals.reading(line, at, number.end, number.value)
    time = clock.from_words(line, number) if number.form == "words" else None
    if time is not None:
        return time
    share = fractions.after_number(line, at, number.end, number.value)
    return negated(line, share) if share is not None else _placed(line, number)


def _idiom(line: Line, at: int) -> Passed | None:
    idioms = line.words.idioms
    idiom = idioms.at(line.lows, at)
    if idiom is None or idiom.end == at + 1:
        idiom = idioms.ending(line.lows, at + 1)
    return Passed(idiom.start, idiom.end, "idiom") if idiom is not None and idiom.end > idiom.start + 1 else None


def _in_digits(line: Line, number: Numeral) -> Outcome:
    at = number.start
    if line.lows[at - 1] == "." and line.glued(at):
        decimal = point_first(line, at - 1)
        if decimal is not None:
            return _amount(line, decimal)
    early = _by_shape(line, number) or dates.from_digits(line, at) or clock.from_digits(line, at)
    if early is not None:
        return early
    if number.form == "dotted":
        return Passed(at, number.end, "version or address")
    if number.form == "malformed":
        return _malformed(line, at)
    return _placed(line, number)


def _by_shape(line: Line, number: Numeral) -> Outcome:
    """Read what touches something else ("2022-01-10", "A380", "3rd", "40s") or heads its sentence ("1.")."""
    at = number.start
    if line.glued(at + 1):
        return (
            dates.numeric(line, at)
            or shape(line, number)
            or ordinals.in_digits(line, at)
            or decades.in_digits(line, at)
        )
    if number.form == "dotted":
        return dates.numeric(line, at) or shape(line, number)
    return shape(line, number) if line.glued(at) else None


def _malformed(line: Line, at: int) -> Reading:
    """Return digits that nobody can read, with the currency, scale word and unit that belong to them."""
    end = at + 1
    while line.lows[end] in line.words.parts and line.words.parts[line.lows[end]][0] == "scale":
        end += 1
    sign = currency_before(line, at)
    name = currency_behind(line, end, ONE) or unit_at(line, end)
    value = malformed(line.tokens[at][2])
    return Reading(sign.start if sign else at, name.end if name else end, at, end, None, value, "malformed")


def _placed(line: Line, number: Numeral) -> Outcome:
    """Read a number that may still be a designator, a year, a score, a ratio; else an amount."""
    early = designator(line, number) or years.read(line, number) or score(line, number)
    if early is not None:
        return early
    if number.form == "words" and line.lows[number.start - 1] == "between" and line.lows[number.end] != "and":
        number = numeral(line, number.start, joins=False) or number
    share = ratios.ratio(line, number)
    return negated(line, share) if share is not None else _amount(line, number)


def _amount(line: Line, number: Numeral) -> Found:
    found = with_rare_unit(line, amount_at(line, number))
    joined = ranged(line, found)
    if joined is not found:
        return as_heat(line, ages.as_age(line, joined))
    return ages.age_class(line, found) or as_heat(line, ages.as_age(line, with_unit_of_side(line, found)))


def _behind_article(line: Line, at: int) -> Outcome:
    """Read what an article begins: "a few", "a pair", "a dozen", "a million", "a third of", "an hour"."""
    after = line.lows[at + 1]
    if after not in line.words.after_article:
        return None
    idiom = line.words.idioms.at(line.lows, at)
    if idiom is not None:
        return Passed(at, idiom.end, "idiom")
    if after == "quarter" and (time := clock.past(line, at + 1)) is not None:
        return time._replace(start=at, number_start=at)
    first = vague.read(line, at) or _collective(line, at) or ratios.multiplier(line, at)
    if first is not None:
        return first
    if after not in line.words.parts:
        return _one_unit(line, at)
    number = None if line.lows[at] == "another" else numeral(line, at)
    if number is None:
        return fractions.after_article(line, at)
    return fractions.after_number(line, at, number.end, number.value) or _amount(line, number)


def _one_unit(line: Line, at: int) -> Found | None:
    """Read "an hour", "a mile" as one, but not the rates "three times a day", "$20 an hour"."""
    unit = unit_at(line, at + 1) or line.words.currencies.at(line.lows, at + 1)
    if unit is None or not unit.entry.fields.get("article") or unit.entry.forms == {"plural"}:
        return None
    if len(line.lows[at + 1]) < 2 or line.lows[at + 1] in {"min", "in"}:
        return None
    if _is_rate(line, at) and line.lows[unit.end] not in line.words.near["rate-not-behind"]:
        return None
    return amount_at(line, Numeral(at, at + 1, ONE, ONE, ONE, "words"))


def _is_rate(line: Line, at: int) -> bool:
    """Tell of "$20 an hour", "three times a day", "5 million cases a year"."""
    near, before = line.words.near, line.lows[at - 1]
    if before in near["rate-after"] or line.last_end == at:
        return True
    is_counted = (before.endswith("s") and len(before) > 3) or before in near["counted-nouns"]
    return is_counted and line.last_end in {at - 1, at - 2}


def _collective(line: Line, at: int) -> Found | None:
    """Read "a pair", "twins", "a trio"."""
    match = line.words.collectives.at(line.lows, at)
    if match is None:
        return None
    value = Decimal(match.entry.fields["value"])
    return Found(at, match.end, at, match.end, Amount(value, value, ONE, ONE, "words"), "collective noun")


def _half(line: Line, at: int) -> Outcome:
    """Read "half a million", "half of them", "quarter million", "half past nine"."""
    time = clock.past(line, at)
    if time is not None:
        return time
    idiom = _idiom(line, at)
    if idiom is not None:
        return idiom
    number = numeral(line, at)
    return _amount(line, number) if number is not None else fractions.bare(line, at)


DIGITS: tuple[Reader, ...] = (_number,)
_WORDS: tuple[Reader, ...] = (_number,)
_BY_PART: dict[str, tuple[Reader, ...]] = {
    "ordinal": (ordinals.in_words,),
    "power": (ordinals.in_words,),
    "half": (_half,),
    "quarter": (_half,),
}
_BY_ROLE: dict[str, tuple[Reader, ...]] = {
    "weekday": (dates.from_weekday,),
    "month": (dates.from_month,),
    "clock-word": (clock.from_word,),
}
