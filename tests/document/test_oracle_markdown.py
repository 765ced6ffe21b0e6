"""Block structure and printed words, held against markdown-it-py."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker.document.lines import split_lines
from checker.document.markdown.blocks import leaves
from checker.document.markdown.definitions import without_definitions
from checker.document.markdown.inline import read_inline
from checker.document.markdown.leaf import Leaf
from checker.document.markdown.matter import read_matter
from checker.document.markdown.tables import cells
from checker.document.reading import blank
from checker.document.tags import tag_parts_words
from checker.model.document import visible

ROOT = Path(__file__).parents[2]
# The development drafts beside the checkout, where they are present.
DRAFTS = sorted([*ROOT.glob("seeds/*.md"), *ROOT.glob("../shared/eval/drafts/*.md")])
ORACLE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

LINE_STARTS = ["", "", "", "# ", "## ", "- ", "* ", "1. ", "2) ", "> ", ">", "    ", "  ", "\t", "   - ", "10. "]
LINES = ["", "---", "***", "===", "```", "~~~", "| a | b |", "|---|---|", "| 1 | 2 |", "<div>", "</div>", "- - -", "#"]
PARTS = ["24 dead", "word", "*", "**", "_", "__", "~~", "`", "[", "]", "(", ")", "](u)", "![", "<b>", "</b>", "<br>"]
PARTS += ["&amp;", "&nbsp;", "\\", "\\*", "!", "<http://a.b>", "a_b", "1,284", '"', ".", " ", "é", "“q”", "[r]"]


def theirs(text: str) -> list[tuple[str, str]]:
    found, kind = [], ""
    for token in ORACLE.parse(text):
        if token.type in ("heading_open", "paragraph_open", "th_open", "td_open"):
            kind = token.type[0] + (token.tag[1:] if token.type == "heading_open" else "")
        elif token.type == "html_block":
            found.append(("html", ""))
        elif token.type == "inline" and squeezed(printed(token.children or [])):
            found.append((kind.replace("d", "t"), squeezed(printed(token.children or []))))
    return found


def printed(tokens: list[Token]) -> str:
    words, struck = "", 0
    for token in tokens:
        struck += {"s_open": 1, "s_close": -1}.get(token.type, 0)
        if struck or token.type in ("softbreak", "hardbreak", "image", "s_close"):
            words += " "
        elif token.type in ("text", "code_inline"):
            words += token.content
        elif token.type == "html_inline":
            name = re.match(r"</?(\w*)", token.content)
            words += " " if name is None or tag_parts_words(name.group(1).lower()) else ""
    return words


def ours(text: str) -> list[tuple[str, str]]:
    found = []
    kept, labels = without_definitions(text, leaves(text, split_lines(text)))
    for leaf in kept:
        if leaf.kind == "html":
            found.append(("html", ""))
            continue
        sources = [text[a:b] for line in leaf.lines for a, b in cells(text, *line)]
        kind = {"paragraph": "p", "heading": f"h{leaf.level}", "table": "t"}[leaf.kind]
        for source in sources if leaf.kind == "table" else [source_of(text, leaf)]:
            words = squeezed(visible(read_inline(source, labels).prose))
            if words:
                found.append((kind, words))
    return found


def source_of(text: str, leaf: Leaf) -> str:
    ends = [leaf.start, *(end for _, end in leaf.lines)]
    return "".join(blank(text[at:a]) + text[a:b] for at, (a, b) in zip(ends, leaf.lines, strict=False))


def squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("path", DRAFTS, ids=[path.name for path in DRAFTS])
def test_drafts_are_read_as_markdown_it_reads_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    body = "".join(text.splitlines(keepends=True)[read_matter(text, split_lines(text)).lines :])
    # markdown-it has no footnotes.
    body = re.sub(r"(?m)^\[\^\d\]:.*|\[\^\d\]", "", body)
    assert ours(body) == theirs(body)


lines = st.one_of(
    st.sampled_from(LINES),
    st.builds("{}{}".format, st.sampled_from(LINE_STARTS), st.lists(st.sampled_from(PARTS), min_size=1).map("".join)),
)


# GitHub strikes between two tildes, markdown-it also between more: rows of them are left out.
# A link in the words of an image ends the link around it by the specification's own parser, not by markdown-it.
ODD = re.compile(r"[^\n]~~~|~~~[^\n]|!\[[^\n]*\[[^\n]*\]")
texts = st.lists(lines, max_size=7).map("\n".join).filter(lambda text: not ODD.search(text))


@settings(max_examples=300, deadline=None)
@given(texts)
def test_generated_markdown_is_read_as_markdown_it_reads_it(text: str) -> None:
    assert ours(text) == theirs(text)
