from __future__ import annotations

import pytest

from checker.document.read import read_text
from checker.document.tokens import tokenize
from checker.model.document import FILLER

TOKENS = {
    "The 24 dead": ["the", "24", "dead"],
    "O’Brien's and don't": ["o'brien's", "and", "don't"],
    "soldiers' ‘24’": ["soldiers", "'", "‘", "24", "'"],
    "1,284.50 and 1.284.000,": ["1,284.50", "and", "1.284.000", ","],
    "twenty-one – 2-1": ["twenty", "-", "one", "–", "2", "-", "1"],
    "$5.1bn (€3m) 50%": ["$", "5.1", "bn", "(", "€", "3", "m", ")", "50", "%"],
    "2½ km² and ½": ["2", "½", "km²", "and", "½"],
    "1⅓ of ⅔": ["1", "⅓", "of", "⅔"],
    "M11 10th COVID-19": ["m", "11", "10", "th", "covid", "-", "19"],
    "a_b": ["a", "_", "b"],
    "٣٤ ３ people": ["34", "3", "people"],
    "e\u0301te\u0301 été": ["été", "été"],
    "e\u0323\u0302m": ["ệm"],
    "नमस्ते": ["नमस्ते"],
    "co\u00adoperate 1\u200b284": ["cooperate", "1284"],
    f"1,{FILLER * 3}284{FILLER} dead": ["1,284", "dead"],
    "❤️ 24": ["❤", "24"],
    "İstanbul STRASSE": ["i\u0307stanbul", "strasse"],
    "": [],
    " \t ": [],
}


@pytest.mark.parametrize("text", TOKENS)
def test_words_numbers_and_marks_are_tokens(text: str) -> None:
    assert [token.low for token in tokenize(text, 0, len(text))] == TOKENS[text]


def test_a_token_keeps_its_words_and_covers_what_is_hidden_inside() -> None:
    prose = f"over 1,{FILLER}284{FILLER} DEAD"
    tokens = tokenize(prose, 5, len(prose))
    assert [(token.start, token.end, token.text) for token in tokens] == [(5, 11, "1,284"), (13, 17, "DEAD")]


def test_offsets_count_from_the_start_of_the_prose() -> None:
    assert [(token.start, token.end) for token in tokenize("It sank. 24 died.", 9, 17)] == [(9, 11), (12, 16), (16, 17)]


def test_a_number_that_ends_in_a_reference_ends_behind_it() -> None:
    document = read_text("killed 2&#52; for 5&euro;", "draft.md", "markdown")
    tokens = tokenize(document.prose, 0, len(document.prose))
    assert [document.text[token.start : token.end] for token in tokens] == ["killed", "2&#52;", "for", "5", "&euro;"]
    assert document.words(document.blocks[0].span).endswith("5&euro;")
