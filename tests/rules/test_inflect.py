"""English forms: a corpus of base forms with what is made of them, irregular ones from the shipped lexicon."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from checker.lexicon.inflect import Irregular, conjugate, pluralise
from checker.lexicon.schema import InflectionsFile, irregular
from checker.resources import rules_folder
from checker.validation import validated
from checker.yamlfile import read_yaml
from tests.rules.fakes import HERE

CORPUS: dict[str, Any] = read_yaml(str(HERE / "inflections.yaml")).value


@cache
def shipped() -> Irregular:
    return irregular([validated(InflectionsFile, read_yaml(f"{rules_folder()}/lexicons/inflections.yaml"))])


@pytest.mark.parametrize("verb", CORPUS["verbs"])
def test_a_verb_has_the_forms_that_a_dictionary_gives(verb: str) -> None:
    forms = conjugate(verb, shipped())
    assert ["/".join(form) for form in forms[1:]] == CORPUS["verbs"][verb]
    assert forms.base == (verb,)


@pytest.mark.parametrize("noun", CORPUS["nouns"])
def test_a_noun_has_the_plurals_that_a_dictionary_gives(noun: str) -> None:
    assert list(pluralise(noun, shipped())) == CORPUS["nouns"][noun]


def test_no_irregular_form_is_one_that_the_rules_give_anyway() -> None:
    """The list stays short and says something: each verb and plural in it differs from the regular one."""
    words = shipped()
    bare = words._replace(verbs={}, plurals={}, either=frozenset())
    regular = {verb: ["/".join(form) for form in conjugate(verb, bare)][1:5] for verb in words.verbs}
    for verb, forms in words.verbs.items():
        third, past, participle, ing = regular[verb]
        assert list(forms) != [past, participle, third, ing][: len(forms)], verb
    for noun, plural in words.plurals.items():
        assert "/".join(pluralise(noun, bare)) != plural, noun
