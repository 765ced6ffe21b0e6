from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.document.read import read_text
from checker.document.sentences import LONGEST_BLOCK, sentences
from checker.lexicon.book import Lexicon

CORPUS = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))


def split(text: str, lexicon: Lexicon, format: str = "plain") -> list[str]:
    document = read_text(text, format=format)
    return [document.words(sentence.span) for sentence in sentences(document, lexicon["abbreviations"])]


@pytest.mark.parametrize("marked", CORPUS)
def test_sentences_end_where_a_reader_ends_them(marked: str, lexicon: Lexicon) -> None:
    expected = [words.strip() for words in marked.split("|")]
    assert split(marked.replace("|", ""), lexicon) == expected


def test_a_block_ends_its_sentence(lexicon: Lexicon) -> None:
    assert split("# 24 dead\n\nIt burned. It sank\n\n- one\n- two", lexicon, "markdown") == [
        *("24 dead", "It burned.", "It sank"),
        *("one", "two"),
    ]


def test_marks_at_the_end_stay_with_their_sentence(lexicon: Lexicon) -> None:
    assert split("**Health.** Two are *closed.* One burned[^1]. He left.", lexicon, "markdown") == [
        *("Health.**", "Two are *closed.*"),
        *("One burned[^1].", "He left."),
    ]


def test_sentences_count_over_the_draft_and_name_their_block(lexicon: Lexicon) -> None:
    document = read_text("One. Two.\n\nThree.")
    found = sentences(document, lexicon["abbreviations"])
    assert [(sentence.order, sentence.block) for sentence in found] == [(0, 0), (1, 0), (2, 1)]


def test_a_sentence_goes_on_over_a_line_end(lexicon: Lexicon) -> None:
    assert split("It burned at the\r\nquay. It sank.", lexicon, "markdown") == ["It burned at the\r\nquay.", "It sank."]


def test_a_number_alone_is_no_sentence(lexicon: Lexicon) -> None:
    assert split("**1. Photo ID.** From 1 May.", lexicon, "markdown") == ["1. Photo ID.**", "From 1 May."]


def test_a_block_that_nobody_reads_is_one_sentence(lexicon: Lexicon) -> None:
    line = "A fire killed 14 people. "
    assert len(split(line * (LONGEST_BLOCK // len(line)), lexicon)) == LONGEST_BLOCK // len(line)
    assert len(split(line * (LONGEST_BLOCK // len(line) + 1), lexicon)) == 1
