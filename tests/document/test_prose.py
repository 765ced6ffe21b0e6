from __future__ import annotations

import pytest

from checker.document.read import read_text
from checker.model.document import FILLER, TAIL

# What is printed of each piece of Markdown: FILLER as "·", so that every example keeps its length.
PROSE = {
    "*24* dead": "·24· dead",
    "**24** dead": "··24·· dead",
    "***24*** dead": "···24··· dead",
    "2 * 3 * 4": "2 * 3 * 4",
    "snake_case_24": "snake_case_24",
    "_24_ dead": "·24· dead",
    "`24` dead": "·24· dead",
    "`` a`b ``": "·· a`b ··",
    "`*24*`": "·*24*·",
    r"1\. and \*": "1·. and ·*",
    r"a\b": r"a\b",
    "24&nbsp;dead": "24\u00a0·····dead",
    "A&amp;B": "A&····B",
    "5&#8217;6": "5’······6",
    "R&D; &nosuch;": "R&D; &nosuch;",
    "1,<b>284</b>": "1,···284····",
    "killed<br>24": "killed    24",
    "[24 dead](http://x.y) there": "·24 dead············· there",
    "[24](<a b> 'Title') dead": "·24················ dead",
    "[a [b](u) c](v)": "[a ·b···· c](v)",
    "[sic]": "[sic]",
    "<http://x.y> a": "·http://x.y· a",
    "24[^1] dead": "24     dead",
    "~~24~~ 25 dead": "       25 dead",
    "about ~24 or ~30": "about ~24 or ~30",
    "a ![b](c) d": "a         d",
    "a <!-- 24 --> b": "a             b",
    "24  \nb": "24  \nb",
}


@pytest.mark.parametrize("text", PROSE)
def test_marks_are_hidden_without_moving_a_character(text: str) -> None:
    document = read_text(text, "d", "markdown")
    assert document.prose.replace(FILLER, "·").replace(TAIL, "·") == PROSE[text]


def test_a_reference_is_a_link_only_where_the_draft_defines_it() -> None:
    text = "[24 dead][r] and [r] and [s]\n\n[r]: http://x.y 'Title'\n"
    first = read_text(text, "d", "markdown").prose.splitlines()[0]
    assert first.replace(FILLER, "·").replace(TAIL, "·") == "·24 dead···· and ·r· and [s]"


def test_offsets_of_a_quote_count_its_marks() -> None:
    document = read_text("> 24 dead\n> 31 hurt\n", "d", "markdown")
    assert document.prose == "  24 dead\n  31 hurt\n"
    assert document.line_col(document.prose.index("31")) == (2, 3)
