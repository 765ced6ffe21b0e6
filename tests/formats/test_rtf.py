from __future__ import annotations

import re

import pytest

from checker.errors import InputError
from checker.model.document import Document, visible
from tests.formats.outline import cells, read
from tests.formats.rtffile import encoded, item, par, row, rtf

_BLANKS = re.compile(" +")


def opened(*paragraphs: str) -> Document:
    text = rtf(*paragraphs)
    document = read(text.encode(), "a.rtf")
    assert document.text == text
    return document


def outline(document: Document) -> list[str]:
    proses = [(block, document.prose_of(block.span.start)) for block in document.blocks]
    return [f"{b.role}: {_BLANKS.sub(' ', visible(prose[b.span.start : b.span.end]))}" for b, prose in proses]


def test_styles_name_headline_standfirst_headings_captions_quotes_and_lists() -> None:
    body = [
        par("Fire kills 24", 2),
        par("A ferry burned.", 3),
        par("What we know", 1),
        par("The quay.", 5),
        par("We saw it.", 4),
        item("One boat"),
        par("It began at six."),
    ]
    assert outline(opened(*body)) == [
        "headline: Fire kills 24",
        "standfirst: A ferry burned.",
        "heading: What we know",
        "caption: The quay.",
        "quote: We saw it.",
        "list_item: One boat",
        "paragraph: It began at six.",
    ]


def test_positions_are_those_of_the_file_and_a_number_may_be_parted_by_controls() -> None:
    document = opened(par(r"It killed 1,{\b 28}4 people."))
    assert outline(document) == ["paragraph: It killed 1,284 people."]
    start = document.text.index("1,{")
    assert visible(document.prose[start : document.text.index("4 people") + 1]) == "1,284"
    assert document.locator(start) == "paragraph 1"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"caf\'e9s", "caf\u00e9s"),
        (r"\u8220?Six\u8221\'94", "\u201cSix\u201d"),
        (r"{\uc2\u8220\'93\'93Six}", "\u201cSix"),
        (encoded("\U0001f525 {24}"), "\U0001f525 {24}"),
        (r"a\~b\_c\-d\emdash e\lquote f{\rquote}", "a\u00a0b-cd\u2014e\u2018f\u2019"),
        ("kil\nled\r\n 24", "killed 24"),
        (r"9 km{\super 2}", "9 km\u00b2"),
        (r"2{\deleted 6}{\revised 4}", "24"),
        (r"rain {\v 26}fell", "rain fell"),
        (r"{\field{\*\fldinst SEQ 99}{\fldrslt 24}}", "24"),
        (r"{\*\unknown 99}24", "24"),
        (r"{\pict\bin4 {}\{ 99}24", "24"),
    ],
)
def test_what_is_printed(source: str, words: str) -> None:
    assert outline(opened(par("Rain. " + source + " x"))) == [f"paragraph: Rain. {words} x"]


def test_rows_are_a_table_and_what_stands_behind_ends_it() -> None:
    document = opened(row("Year", "Dead"), row("2021", "12"), par("It rained."), row("A", "1"), row("B", "2"))
    found = cells(document)
    assert found[0, 1, 1] == "12" and found[1, 1, 1] == "2"
    assert "paragraph: It rained." in outline(document)


def test_a_note_is_a_block_and_the_sentence_around_it_reads_on() -> None:
    note = r"{\super\chftn}{\footnote\pard Of 30 aboard.}"
    assert outline(opened(par(f"It killed 24 people.{note}"))) == [
        "paragraph: It killed 24 people.",
        "footnote: Of 30 aboard.",
    ]
    assert outline(opened(par(f"It killed 24{note} people."))) == [
        "paragraph: It killed 24 people.",
        "footnote: Of 30 aboard.",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is no RTF file: it does not begin with {\\rtf"),
        ("24 dead", "is no RTF file: it does not begin with {\\rtf"),
        (rtf(par("24"))[:-10], "is no whole RTF file: 2 of its groups have no end"),
        (rtf("{" * 100_000), "nests groups deeper than 1,000"),
        (r"{\rtf1\ansicpg99999 24}", "is written in code page 99999, which is not known"),
    ],
)
def test_what_is_no_whole_rtf_file_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text.encode(), "a.rtf")
    assert str(caught.value) == f"a.rtf: {message}"
