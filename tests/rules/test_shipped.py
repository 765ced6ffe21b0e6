"""The shipped rules: their examples hold in the whole pipeline, and nothing in them is dead, thin or ambiguous."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest

from checker.document.read import read_text
from checker.engine.examples import Draft, run_examples
from checker.engine.lint import lint_files
from checker.engine.loader import load_rules
from checker.engine.rule import RuleSet
from checker.engine.sources import read_rules
from checker.lexicon.book import Lexicon
from checker.lexicon.load import load_lexicon
from checker.model.report import Finding
from checker.run import Settings, check_document

SOURCES = read_rules(use_cache=False)
LEAST = 20


@cache
def lexicon() -> Lexicon:
    return load_lexicon(use_cache=False)


@cache
def rules() -> RuleSet:
    return load_rules(use_cache=False)


def pipeline(example: Draft, rules: RuleSet) -> Sequence[Finding]:
    dated = date.fromisoformat(example.date) if example.date else None
    document = read_text(example.text, "example", example.format, dated=dated, locale=example.locale, lexicon=lexicon())
    return check_document(document, Settings(rules, lexicon())).findings


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_the_examples_of_a_rule_hold(name: str) -> None:
    results = run_examples(SOURCES, rules(), pipeline, [name])
    assert [result.mistake for result in results if result.mistake] == []
    assert {result.flag for result in results} == {True, False}


def test_nothing_in_rules_and_lexicons_is_dead_thin_or_ambiguous() -> None:
    assert lint_files(use_cache=False) == []


def test_there_are_rules_enough() -> None:
    assert len(SOURCES) >= LEAST


def test_a_rule_says_what_it_is_for_in_a_sentence_and_asks() -> None:
    for source in SOURCES.values():
        assert source.rule.rationale.endswith((".", "?", ")")), source.tree.file
        assert source.rule.message[0] in "“{" or source.rule.message[0].isupper(), source.tree.file
