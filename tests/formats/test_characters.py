"""Figures in unusual characters are read right, at their exact places, whatever bytes spell the draft."""

from __future__ import annotations

import unicodedata

import pytest

from checker import run
from checker.document.read import read_document
from checker.engine.loader import load_rules
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.report import DocumentReport

DRAFT = "Ferry fire kills 12,840\n\nA fire in a café in Orléans killed {} people on Monday, the coastguard said.\n"
SPELLINGS = [
    "12,4\u200b80",
    "12\u00a0480",
    "12\u202f480",
    "12\u2009480",
    "1\u00ad2,480",
    "12,\u200b480",
    "12,\ufeff480",
    "12,\u2060480",
    "12,480\u200f",
    "\u202a12,480\u202c",
    "\u206712,480\u2069",
    "１２,４８０",
    "１２，４８０",
    "١٢٬٤٨٠",
    "١٢٤٨٠",
]


def check(text: str, lexicon: Lexicon, encoding: str = "utf-8") -> DocumentReport:
    return run.check_bytes("a.txt", text.encode(encoding), run.Settings(load_rules(), lexicon))


@pytest.mark.parametrize("spelling", SPELLINGS, ids=ascii)
def test_a_figure_is_read_at_its_place(spelling: str, lexicon: Lexicon) -> None:
    text = DRAFT.format(spelling)
    report = check(text, lexicon)
    assert [finding.rule for finding in report.findings] == ["headline-disagrees"]
    start = text.index(spelling)
    spans = [place.span for place in (report.findings[0].primary, *report.findings[0].related)]
    digits = [at for at, char in enumerate(text) if char.isdecimal() and start <= at < start + len(spelling)]
    assert any(span.start == digits[0] and text[span.start : span.end].endswith("people") for span in spans)


@pytest.mark.parametrize("spelling", SPELLINGS, ids=ascii)
def test_the_same_figure_in_other_characters_agrees(spelling: str, lexicon: Lexicon) -> None:
    right = {"4": "8", "8": "4", "４": "８", "８": "４", "٤": "٨", "٨": "٤"}
    same = "".join(right.get(char, char) for char in spelling)
    assert check(DRAFT.format(same), lexicon).findings == ()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_on_letters_and_encodings_change_no_place(form: str, encoding: str, lexicon: Lexicon) -> None:
    text = unicodedata.normalize(form, DRAFT.format("12,480"))
    report = check(text, lexicon, encoding)
    assert report.document.text == text
    spans = [place.span for place in (report.findings[0].primary, *report.findings[0].related)]
    assert text.index("12,480") in [span.start for span in spans]


@pytest.mark.parametrize(
    ("data", "place"), [(b"caf\xe9 24", "0xe9 at offset 3"), ("é".encode("utf-16")[:3], "offset 2")]
)
def test_other_bytes_are_refused_with_their_place(data: bytes, place: str) -> None:
    with pytest.raises(InputError, match=place):
        read_document("a.txt", data)


def test_an_encoding_that_is_named_is_read() -> None:
    assert read_document("a.txt", b"caf\xe9 24", encoding="latin-1").text == "café 24"
