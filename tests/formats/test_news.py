from __future__ import annotations

from datetime import date

import pytest

from checker.document.read import read_document, read_text
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from tests.formats.news import _newsml, in_newsml, in_nitf
from tests.formats.outline import outline
from tests.formats.stories import DEPOT, FERRY


def test_nitf_is_read_by_its_elements(lexicon: Lexicon) -> None:
    document = read_text(in_nitf(DEPOT.told(flawed=False)), format="nitf", lexicon=lexicon)
    assert outline(document) == [
        "headline: 11 dead in tram depot collapse",
        "front_matter: Selby",
        "standfirst: The roof came down in the early morning.",
        "paragraph: The roof of a tram depot in Ostrava Lane collapsed on Thursday, killing 11 people, the "
        "fire service said.",
        "quote: We heard a crack and then nothing, said a driver.",
        "list_item: Nineteen trams stood in the hall.",
        "list_item: The roof was built in 1961.",
        "paragraph: The hall has been closed, and trams run from another depot.",
        "paragraph: A Desk",
    ]
    assert document.dated == date(2024, 5, 3)


def test_newsml_says_its_date_and_language(lexicon: Lexicon) -> None:
    document = read_text(in_newsml(FERRY.told(flawed=False)), format="newsml", lexicon=lexicon)
    assert (document.dated, document.locale) == (date(2024, 3, 12), "en")
    assert outline(document)[:2] == [f"headline: {FERRY.headline}", f"standfirst: {FERRY.standfirst}"]


@pytest.mark.parametrize(
    "data",
    [
        "It burned.\n\nSome 24 died &amp; sank.",
        "<![CDATA[It burned.\n\nSome 24 died & sank.]]>",
        "&lt;p&gt;It burned.&lt;/p&gt;&lt;p&gt;Some 24 died &amp;amp; sank.&lt;/p&gt;",
        "<![CDATA[<p>It burned.</p><p>Some 24 died &amp; sank.</p>]]>",
    ],
)
def test_data_in_a_newsml_item_is_plain_text_or_html(data: str, lexicon: Lexicon) -> None:
    text = _newsml(FERRY.told(flawed=False), f'<inlineData contenttype="text/plain">{data}</inlineData>')
    document = read_text(text, format="newsml", lexicon=lexicon)
    found = [line for line in outline(document) if line.startswith("paragraph")]
    assert found[0] == "paragraph: It burned." and found[1].startswith("paragraph: Some 24 died &")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no NITF and no NewsML-G2, but XML with the root 'missing'"),
        ("<rss><a/></rss>", "is no NITF and no NewsML-G2, but XML with the root 'rss'"),
        ("<nitf><body>", "is no well-formed XML: <body> is not closed"),
        ("<nitf><body></p></body></nitf>", "is no well-formed XML: </p> closes nothing"),
        ("<nitf><body><p></body></nitf>", "is no well-formed XML: <p> is not closed"),
        ('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>', "declares entities, which is refused: they may be bombs"),
        ("<newsMessage><newsItem/><newsItem/></newsMessage>", "holds 2 items; give each a file of its own"),
    ],
)
def test_what_is_no_news_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=rf"^a\.xml: {reason}"):
        read_document("a.xml", text.encode())


def test_a_declared_encoding_is_read() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-1"?><nitf><body.content><p>Café</p></body.content></nitf>'
    assert outline(read_document("a.xml", data.encode("latin-1"))) == ["paragraph: Café"]


@pytest.mark.parametrize("text", ["<nitf>" + "<p>" * 100_000, "<nitf>" + "<p>a</p>" * 100_000 + "</nitf>"])
def test_deep_and_long_items_do_no_harm(text: str) -> None:
    try:
        assert len(read_text(text, format="nitf").blocks) in (0, 100_000)
    except InputError as error:
        assert "is not closed" in str(error)
