from __future__ import annotations

from datetime import date

import pytest

from checker.document.read import read_document, read_text
from checker.document.tokens import tokenize
from checker.errors import InputError
from tests.formats.outline import cells

PROSE = {
    "1,<b>284</b> dead": ["1,284", "dead"],
    "1<!-- x -->,284 dead": ["1,284", "dead"],
    "killed<br>24": ["killed", "24"],
    "&#50;&#x34; &pound5&nbsp;m": ["24", "£", "5", "m"],
    "24<sup>1</sup> km<sup>2</sup> 24<sup>th</sup>": ["24", "km²", "24", "th"],
    "<del>26</del> <ins>24</ins> dead": ["24", "dead"],
    "<q>24 dead</q>": ["\u201c", "24", "dead", "\u201d"],
    "a<span title='x>y'>b</span>": ["ab"],
    "<b><p>24</b> dead": ["24", "dead"],
    "24<svg><text>99</text></svg> dead": ["24", "dead"],
    "&unknown; 24": ["&", "unknown", ";", "24"],
    "24 <a b='c>dead": ["24", "dead"],
    "24 <![CDATA[x]]> dead": ["24", "dead"],
    "24 </ 3> dead": ["24", "dead"],
}


@pytest.mark.parametrize("source", PROSE)
def test_what_is_printed_is_read(source: str) -> None:
    document = read_text(source, format="html")
    assert [token.low for token in tokenize(document.prose, 0, len(source))] == PROSE[source]


def test_cells_that_span_keep_the_columns_in_place() -> None:
    text = (
        "<table><tr><th rowspan=2>Year<th colspan=2>Dead</tr><tr><th>Men<th>Women</tr>"
        "<tr><td>2001<td>3<td>4</tr><tr><td colspan=2>Total<td>4</table>"
    )
    assert cells(read_text(text, format="html")) == {
        **{(0, 0, 0): "Year", (0, 0, 1): "Dead", (0, 1, 1): "Men", (0, 1, 2): "Women"},
        **{(0, 2, 0): "2001", (0, 2, 1): "3", (0, 2, 2): "4", (0, 3, 0): "Total", (0, 3, 2): "4"},
    }


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2024-03-12T10:00:00Z'>",
        "<META NAME=date CONTENT=2024-03-12>",
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-12T10:00Z"}]}</script>',
        '<p>By A <time datetime="2024-03-12">Tuesday</time></p>',
        '<time itemprop="datePublished" datetime="2024-03-12">Tuesday</time>',
    ],
)
def test_a_page_says_when_it_was_published(head: str) -> None:
    assert read_text(f"{head}<p>It burned.</p>", format="html").dated == date(2024, 3, 12)


def test_a_time_in_the_story_is_no_date_of_the_draft() -> None:
    body = (
        "It burned for a long time, and nobody on the quay knew why, or when it had begun, or who was on board of it."
    )
    assert read_text(f"<p>{body}</p><time datetime='2019-01-01'>then</time>", format="html").dated is None


def test_a_page_says_its_language() -> None:
    assert read_text("<html lang='en-GB'><p>It burned.", format="html").locale == "en-GB"


@pytest.mark.parametrize(
    "head", [b"<meta charset=windows-1252>", b"<meta http-equiv=x content='text/html; charset=ISO-8859-1'>"]
)
def test_a_declared_encoding_is_read(head: bytes) -> None:
    document = read_document("a.html", head + b"<p>5 \x80 and caf\xe9</p>")
    assert document.words(document.blocks[0].span) == "5 € and café"


def test_what_does_not_fit_the_declared_encoding_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match=r"a\.html: cannot read as .* \(byte 0x81 at offset 27\)"):
        read_document("a.html", b"<meta charset=windows-1252>\x81")


def test_an_unknown_declared_encoding_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.html: declares the encoding 'x-unknown', which is not known; give --enc"):
        read_document("a.html", b"<meta charset=x-unknown>\x81")


def test_a_mark_and_the_option_win_over_what_is_declared() -> None:
    head = "<meta charset=windows-1252>é"
    assert read_document("a.html", head.encode("utf-8-sig")).text == head
    assert read_document("a.html", head.encode(), encoding="utf-8").text == head


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.html: has more than 500,000 tags"):
        read_document("a.html", b"<b>" * 500_001)
