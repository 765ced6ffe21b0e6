"""Nouns of persons: words that drafts count and that no list by hand would hold."""

from __future__ import annotations

import pytest

from checker.lexicon.load import load_lexicon
from checker.yamlfile import read_yaml
from tests.rules.fakes import HERE

CORPUS = read_yaml(str(HERE / "persons.yaml")).value
WORDS = [(family, word) for family, words in CORPUS.items() for word in words]
PERSONS = load_lexicon(use_cache=False)["persons"]
THINGS = load_lexicon(use_cache=False)["things"]


@pytest.mark.parametrize(("family", "word"), WORDS)
def test_a_noun_is_a_person_of_its_family(family: str, word: str) -> None:
    entry = PERSONS.get(word)
    assert (entry.id if entry else "none") == family


def test_where_things_and_persons_hold_one_word_they_agree_but_for_wider_families() -> None:
    """things.yaml is asked first; a word there that persons.yaml puts elsewhere would be two families in one draft."""
    lexicon = load_lexicon(use_cache=False)
    apart = [
        (phrase, thing.id, person.id)
        for phrase, person in PERSONS
        if (thing := THINGS.get(phrase)) and not lexicon.is_kind_of("things", thing.id, person.id)
    ]
    assert apart == []
