"""What holds for any text: spans slice to their words, lengths agree, nothing is refused."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document.decode import decode
from checker.document.read import FORMATS, read_document
from checker.document.reading import UNSEEN
from checker.document.sentences import sentences
from checker.document.tokens import tokenize
from checker.lexicon.book import Lexicon

HIDDEN = str.maketrans("", "", "".join(UNSEEN))
MARKUP = ["*", "**", "_", "`", "~~", "[", "](u)", "![", "<b>", "</b>", "<!--", "-->", "&amp;", "\\", "> ", "- ", "1. "]
MARKUP += ["# ", "| ", "|---|---|", "```", "---", "[^1]", "[^1]: ", ": ", ":::", "title: ", "<div>", "<figcaption>"]
WORDS = [
    "24",
    "1,284",
    "dead",
    "O’Brien",
    "“q”",
    "e\u0301",
    "😀",
    "👩\u200d🚒",
    "ａ",
    "٣",
    "No.",
    "U.S.",
    "½",
    "İ",
    "Photo:",
]
BREAKS = ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", " ", "\t", "    ", "\u00a0", "\u2028", "\x0c"]

drafts = st.lists(st.one_of(st.sampled_from(MARKUP), st.sampled_from(WORDS), st.sampled_from(BREAKS)), max_size=40)
NO_TEXT = {"json", "ipynb", "nitf", "newsml", "srt", "vtt", "rtf"}
texts = st.one_of(drafts.map("".join), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))


# JSON, XML and RTF that are none are refused: tests.formats has tests of their own.
@pytest.mark.parametrize(
    "kind", [name for name, form in FORMATS.items() if not form.is_container and name not in NO_TEXT]
)
@settings(max_examples=150, deadline=None)
@given(text=texts, marked=st.booleans())
def test_every_span_slices_to_its_words_in_the_file(kind: str, text: str, marked: bool, lexicon: Lexicon) -> None:
    data = (codecs.BOM_UTF8 if marked else b"") + text.encode()
    document = read_document("draft", data, format=kind, lexicon=lexicon)
    decoded = decode(data, "draft")
    assert len(document.prose) == len(document.text) == len(decoded)
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(decoded)
        assert not document.prose[block.span.start].isspace()
        assert not document.prose[block.span.end - 1].isspace()
        end = block.span.end
    for sentence in sentences(document, lexicon["abbreviations"]):
        assert document.blocks[sentence.block].span.covers(sentence.span)
        check_tokens(document.prose, sentence.span.start, sentence.span.end)


def check_tokens(prose: str, start: int, end: int) -> None:
    at = start
    for token in tokenize(prose, start, end):
        assert at <= token.start < token.end <= end
        assert not prose[at : token.start].translate(HIDDEN).strip() or not has_letters(prose[at : token.start])
        assert token.text.translate(HIDDEN) == token.text
        assert token.text in prose[token.start : token.end].translate(HIDDEN)
        assert unicodedata.is_normalized("NFC", token.low)
        at = token.end
    assert not has_letters(prose[at:end])


def has_letters(prose: str) -> bool:
    return any(char.isalnum() for char in prose)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_line_and_column_lead_back_to_the_offset(text: str) -> None:
    document = read_document("draft.md", text.encode())
    for offset in range(len(document.text) + 1):
        line, column = document.line_col(offset)
        assert document.line_starts[line - 1] + column - 1 == offset


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, "The", "fire", "killed", "people."]), min_size=1).map(" ".join))
def test_plain_words_are_all_read(text: str) -> None:
    document = read_document("draft.md", text.encode())
    assert document.prose == document.text
