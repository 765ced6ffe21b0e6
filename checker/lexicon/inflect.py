"""English word forms, made from one base form so that a lexicon row names each word once."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.model.values import NamedTuple

_VOWELS = "aeiou"
_PARTS = re.compile(r"(?:^|[ -])([^ -]+)")


class Irregular(NamedTuple):
    """What ``rules/lexicons/inflections.yaml`` holds. A form may be two, parted by a slash."""

    verbs: Mapping[str, tuple[str, ...]]
    doubled: frozenset[str]
    either: frozenset[str]
    plurals: Mapping[str, str]
    plural_endings: Mapping[str, str]
    regular_endings: frozenset[str]
    consonant_o_with_s: frozenset[str]
    heads_before: frozenset[str]


class VerbForms(NamedTuple):
    """All forms of a verb; "burn" has two pasts. Each field's name is the tag that a lexicon entry carries."""

    base: tuple[str, ...]
    third: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]
    ing: tuple[str, ...]


def conjugate(verb: str, words: Irregular) -> VerbForms:
    """Return the forms of *verb*; one of several words bends its first: "round up" gives "rounded up"."""
    first, rest = _first_word(verb)
    given = [form.split("/") for form in words.verbs.get(first, ())] + [[]] * 4
    past = given[0] or [stem + "d" if stem.endswith("e") else stem + "ed" for stem in _stems(first, "ed", words)]
    forms = (
        [first],
        given[2] or [_with_s(first, words)],
        past,
        given[1] or past,
        given[3] or [stem + "ing" for stem in _stems(first, "ing", words)],
    )
    return VerbForms(*(tuple(form + rest for form in group) for group in forms))


def pluralise(noun: str, words: Irregular) -> tuple[str, ...]:
    """Return the plurals of *noun*: of "prisoner of war" and "father-in-law" the head bends, else the last word."""
    parts = list(_PARTS.finditer(noun))
    before = next((at for at in range(1, len(parts) - 1) if parts[at][1] in words.heads_before), len(parts))
    head = parts[before - 1]
    if noun in words.plurals:
        return tuple(words.plurals[noun].split("/"))
    return tuple(noun[: head.start(1)] + form + noun[head.end(1) :] for form in _plurals(head[1], words))


def _plurals(word: str, words: Irregular) -> list[str]:
    if word in words.plurals:
        return words.plurals[word].split("/")
    if not word.endswith(tuple(words.regular_endings)):
        for length in range(len(word), 1, -1):
            plural = words.plural_endings.get(word[-length:])
            if plural:
                return [word[:-length] + ending for ending in plural.split("/")]
    return [_with_s(word, words)]


def _with_s(word: str, words: Irregular) -> str:
    if word.endswith("y") and word[-2:-1] not in (*_VOWELS, ""):
        return word[:-1] + "ies"
    if word.endswith("z") and word[-2:-1] in tuple(_VOWELS):
        return word + "zes"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("o") and word[-2:-1] not in (*_VOWELS, "") and word not in words.consonant_o_with_s:
        return word + "es"
    return word + "s"


def _stems(verb: str, ending: str, words: Irregular) -> list[str]:
    """Return what *ending* is hung on; a final l gives the British and the American stem."""
    if ending == "ing":
        if verb.endswith("ie"):
            return [verb[:-2] + "y"]
        if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
            return [verb[:-1]]
    elif verb.endswith("e"):
        return [verb]
    elif verb.endswith("y") and verb[-2:-1] not in (*_VOWELS, ""):
        return [verb[:-1] + "i"]
    if verb.endswith("c"):
        return [verb + "k"]
    return _doublings(verb, words)


def _doublings(verb: str, words: Irregular) -> list[str]:
    twice = verb + verb[-1]
    if verb in words.doubled:
        return [twice]
    if verb in words.either:
        return [twice, verb]
    if not _ends_in_short_syllable(verb):
        return [verb]
    if sum(letter in _VOWELS for letter in verb.replace("qu", "q")) == 1:
        return [twice]
    # British "cancelled", American "canceled"
    return [twice, verb] if verb[-1] == "l" else [verb]


def _ends_in_short_syllable(verb: str) -> bool:
    """Tell whether *verb* ends in consonant, vowel, consonant: "stab", "cancel"; not "treat", "show"."""
    end = verb.replace("qu", "q")[-3:]
    if len(end) < 3 or end[2] in _VOWELS + "wxyh":
        return False
    return end[1] in _VOWELS and end[0] not in _VOWELS


def _first_word(phrase: str) -> tuple[str, str]:
    first, space, rest = phrase.partition(" ")
    return first, space + rest
