from __future__ import annotations

from datetime import date

import pytest

from checker.document.read import read_text
from checker.document.tokens import tokenize
from tests.formats.outline import cells

PROSE = {
    "{{convert|24|km|mi}} away": ["24", "km", "away"],
    "{{convert|24|-|30|km|mi|abbr=on}} away": ["24", "-", "30", "km", "away"],
    "{{formatnum:1284}} dead": ["1284", "dead"],
    "{{nts|1284}}": ["1284"],
    "{{US$|5 million}} and {{GBP|3}}": ["$", "5", "million", "and", "£", "3"],
    "{{as of|2024|3|12}}": ["as", "of", "2024", "-", "3", "-", "12"],
    "aged {{age|1964|5|3|2024|5|2}} then": ["aged", "59", "then"],
    "aged {{age|1964|5|3}}": ["aged"],
    "{{birth date and age|1964|5|3}}": ["1964", "-", "05", "-", "03"],
    "{{start date|2019}}": ["2019"],
    "2001{{snd}}2003": ["2001", "–", "2003"],
    "24{{nbsp}}dead": ["24", "dead"],
    "{{nowrap|24 [[dead]]}}": ["24", "dead"],
    "{{unknown|24}} dead": ["dead"],
    "1,'''284''' dead": ["1,284", "dead"],
    "[[a|24]] [[dead]]s": ["24", "deads"],
    "{{lang|fr|vingt}} {{flag|Peru}}": ["vingt", "peru"],
    "24 {{unclosed [[dead|x": ["24", "{", "{", "unclosed", "[", "[", "dead", "|", "x"],
    "24 }} ]] dead": ["24", "}", "}", "]", "]", "dead"],
    "<nowiki>[[24]]</nowiki> dead": ["[", "[", "24", "]", "]", "dead"],
    "24<math>x^2</math> dead": ["24", "dead"],
    "__TOC__ 24&nbsp;dead": ["24", "dead"],
}


@pytest.mark.parametrize("source", PROSE)
def test_what_a_wiki_prints_is_read(source: str) -> None:
    document = read_text(source, format="wikitext")
    assert [token.low for token in tokenize(document.prose, 0, len(source))] == PROSE[source]


def test_cells_that_span_keep_the_columns_in_place() -> None:
    text = "{|\n! rowspan=2 | Year !! colspan=2 | Dead\n|-\n! Men !! Women\n|-\n| 2001\n| 3\n| 4\n|}\n"
    assert cells(read_text(text, format="wikitext")) == {
        **{(0, 0, 0): "Year", (0, 0, 1): "Dead", (0, 1, 1): "Men", (0, 1, 2): "Women"},
        **{(0, 2, 0): "2001", (0, 2, 1): "3", (0, 2, 2): "4"},
    }


def test_the_date_template_dates_the_draft() -> None:
    assert read_text("{{date|2024-03-12}}\nIt burned.", format="wikitext").dated == date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("== Fire kills 24 ==\n\nIt began at six.", ["headline", "paragraph"]),
        (
            "It began at six, they say.\nIt ended at ten.\n\n== Fire kills 24 ==\n\nA",
            ["paragraph", "heading", "paragraph"],
        ),
        (
            "'''FOR IMMEDIATE RELEASE'''\n\n= Fire kills 24 =\n\nIt began at six.",
            ["paragraph", "headline", "paragraph"],
        ),
    ],
)
def test_the_heading_that_opens_a_draft_is_its_headline(text: str, roles: list[str]) -> None:
    assert [block.role for block in read_text(text, format="wikitext").blocks] == roles
