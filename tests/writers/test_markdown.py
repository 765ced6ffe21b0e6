from __future__ import annotations

from typing import Any

import pytest
from markdown_it import MarkdownIt

from checker.writers import Style
from checker.writers.markdown import code, escaped, write
from tests.writers.build import FERRY, examined, ferry, report

# GitHub links bare addresses, so the test does too.
READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def tokens(text: str) -> list[Any]:
    return [inner for token in READER.parse(text) for inner in (token, *(token.children or ()))]


def test_a_finding_shows_both_sentences_in_code_blocks() -> None:
    text = write(ferry(), Style())
    assert text.startswith("### figcheck: 1 error\n\n**Error:** Headline says “12 dead”")
    assert [token.content for token in tokens(text) if token.type == "fence"] == [
        "12 dead in ferry fire\n^^^^^^^\n",
        "The fire killed 14 people on Sunday.\n                ^^^^^^^^^\n",
    ]
    assert "`drafts/ferry.md:1:3` here, headline" in text


def test_what_was_examined_and_what_did_not_run_stands_at_the_end() -> None:
    text = write(report(examined("a.md", ""), unread=("b.md: cannot be read",)), Style())
    assert text.endswith(
        "Examined 1 document: 0 figures, 0 facts, 0 comparisons.\n\n"
        "Did not run: weekdays: the draft has no date (a.md)\n\nNot read: b.md: cannot be read\n"
    )


def test_notes_are_folded() -> None:
    text = write(report(examined("a.md", FERRY, "info", "warning")), Style())
    assert text.index("**Warning:**") < text.index("<details>") < text.index("**Note:**") < text.index("</details>")


@pytest.mark.parametrize(
    "hostile",
    [
        "[click](http://x.test)",
        "![](http://x.test/a.png)",
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "</details><h1>x</h1>",
        "**bold** _em_ `code` ~~gone~~",
        "| a | b |",
        "$x$ &lt;b&gt; \\[a](b)",
        "# heading\n\n- list\n\n1. list",
        "```\nfence",
    ],
)
def test_words_of_a_draft_stay_words(hostile: str) -> None:
    text = write(report(examined("a.md", FERRY, "error", message=hostile, computed=hostile, fact=hostile)), Style())
    harmless = write(report(examined("a.md", FERRY, "error", message="x", computed="x", fact="x")), Style())
    assert [t.type for t in tokens(text) if t.type != "text_special"] == [t.type for t in tokens(harmless)]


@pytest.mark.parametrize("hostile", ["@someone", "see #12", "GH-12", "http://x.test", "ftp://x.test", "www.x.test"])
def test_nobody_is_mentioned_and_no_address_is_linked(hostile: str) -> None:
    assert hostile not in escaped(hostile) and escaped(hostile).replace("\u2060", "").replace("\\", "") == hostile


@pytest.mark.parametrize("words", ["draft.md", "a`b.md", "``", "`a", "a``b`c"])
def test_inline_code_holds_any_back_ticks(words: str) -> None:
    assert [t.content for t in tokens(code(words)) if t.type == "code_inline"] == [words]


def test_dollars_are_escaped_since_github_sets_what_stands_between_two_as_a_formula() -> None:
    assert escaped("$9m or $8m") == "\\$9m or \\$8m"
