"""Texts made to be slow: four times the length may cost four times the time; quadratic code takes sixteen."""

from __future__ import annotations

import time

import pytest

from checker.document.read import read_text
from checker.document.sentences import sentences
from checker.document.tokens import tokenize
from checker.lexicon.book import Lexicon

SIZE = 40_000

CONSTRUCTS = {
    "stars": "*",
    "stars and words": "*a ",
    "runs that open and close": "a**b_c*",
    "brackets": "[",
    "pairs of brackets": "[]",
    "links that never close": "[a](",
    "links with a title that never closes": '[a](b "',
    "images": "![",
    "quote marks": ">",
    "quoted lines": "> a\n",
    "backticks": "`",
    "list markers": "- ",
    "item lines": "- a\n",
    "blank lines": "\n",
    "angles": "<",
    "tags": "<a ",
    "comments": "a <!-- ",
    "ampersands": "&a",
    "tildes": "~~a ",
    "bars": "|",
    "hashes": "#",
    "backslashes": "\\",
    "colons": ":",
    "definitions": "[a]: b\n",
    "footnotes": "[^a]: ",
    "directives": "[[figcheck: ",
    "underlined lines": "a\n=\n",
    "spaces": " ",
    "tabs": "\t",
    "rows of tabs": "a\tb\n",
    "labels": "A: b\n",
    "full stops": ".",
    "initials": "A. B ",
    "quotation marks": '"',
    "digits": "1,",
    "apostrophes": "a'",
    "months": "March 1",
    "credits": "Photo: ",
    "marks on a letter": "\u0301",
    "zero-width spaces": "1\u200b",
    "carriage returns": "a\r",
    "front matter": "a: b\n",
    "items of HTML": "<ul><li>a",
    "cells of HTML": "<tr><td rowspan=99>1",
    "nested tables": "<table><tr><td>",
    "bold paragraphs": "<b><p>a",
    "links of HTML": "<div><a href=x>a</a>",
    "attributes that never close": "<a b='",
    "closing tags that never close": "</",
    "character data": "<![CDATA[",
    "raised digits": "<sup>1",
    "feet of pages": "<footer>a",
    "references without an end": "&amp",
    "quoted values": '"a","b"\n',
    "quotation marks and commas": '",""',
    "values": "1,",
    "semicolons": "1;\n",
    "commands": "\\textbf{a ",
    "items of LaTeX": "\\begin{itemize}\\item[a] b",
    "formulas": "$a ",
    "footnotes of LaTeX": "a\\footnote{b ",
    "notes of LaTeX": "a\\footnote{b}\n\n",
    "units of LaTeX": "\\SI{2}{",
    "cells of LaTeX": "\\begin{tabular}{l}a & b \\\\\n",
    "titles that are underlined": "aaaa\n----\n\n",
    "directives of rst": ".. a::\n\n  ",
    "figures of rst": ".. figure:: a\n   :alt: b\n\n   c\n\n",
    "roles of rst": ":a:`b",
    "targets of rst": "`a <b",
    "fields": ":a: b\n",
    "grids": "+--+--+\n| a| b|\n",
    "simple tables": "== ==\na  b\n== ==\n",
    "tables of AsciiDoc": "|===\n|a |b\n",
    "footnotes of AsciiDoc": "afootnote:[b",
    "terms": "a:: b\n",
    "delimiters": "----\n====\n",
    "styles": "[a]\n.b\n",
    "drawers": ":a:\n",
    "links of Org": "[[a",
    "footnotes of Org": "a[fn::b",
    "keywords of Org": "#+title: a\n",
    "headings of Org": "* a :b:\n",
    "templates": "{{a|",
    "templates that close": "{{nts|1}}",
    "links of a wiki": "[[a|",
    "links and ends of templates": "[[}}",
    "references of a wiki": "<ref>{{a",
    "tables of a wiki": "{|\n|-\n| a || 1\n",
    "headings of a wiki": "== a ==\n",
    "pictures of a wiki": "[[File:a|b]]",
    "equals signs": "=a",
    "infoboxes": "{{infobox|a=1}}\n",
}
WHOLE = {
    "rule that is none": lambda n: "- " * n + "a",
    "underline that is none": lambda n: "a\n" + "=" * n + "b",
    "delimiter row that is none": lambda n: "a|b\n" + "-|" * n + "x",
    "wide table": lambda n: "|a" * n + "\n" + "|-" * n + "\n" + "|1" * n,
    "backticks of all lengths": lambda n: " ".join("`" * (i % 100 + 1) for i in range(n // 50)),
    "deep items and blank lines": lambda n: "- " * 200 + "a\n" + "\n" * n,
    "deep quotes": lambda n: (">" * 50 + " a\n") * (n // 50),
    "items": lambda n: "<div>\n" + "<li>" * n,
    "scripts": lambda n: "<div>" + "<script>" * n,
    "comments in HTML": lambda n: "<div>" + "<!--" * n,
    "heading": lambda n: "# a" + " " * n + "b",
    "target": lambda n: "[a]: " + "(b)" * n + " x",
    "references": lambda n: "[a]: b\n\n" + "[a][b" * n,
    "front matter with a comment": lambda n: "---\na: " + " #" * n + "\n---\n",
    "heading of AsciiDoc": lambda n: "== a" + " " * n + "b",
    "heading of Org": lambda n: "* a" + " " * n + "b",
    "tags of Org": lambda n: "* a :" + "b:" * n + " c",
    "dash": lambda n: "A " * n + "- b",
}


def seconds(text: str, kind: str, lexicon: Lexicon) -> float:
    start = time.process_time()
    document = read_text(text, "draft", kind, lexicon=lexicon)
    for sentence in sentences(document, lexicon["abbreviations"]):
        tokenize(document.prose, sentence.span.start, sentence.span.end)
    return time.process_time() - start


def build(name: str, size: int) -> str:
    return WHOLE[name](size) if name in WHOLE else CONSTRUCTS[name] * (size // len(CONSTRUCTS[name]))


@pytest.mark.parametrize("kind", ["plain", "markdown", "html", "wikitext", "csv", "rst", "asciidoc", "org", "latex"])
@pytest.mark.parametrize("name", [*CONSTRUCTS, *WHOLE])
def test_no_construct_costs_more_than_its_length(name: str, kind: str, lexicon: Lexicon) -> None:
    quarter = seconds(build(name, SIZE // 4), kind, lexicon)
    assert seconds(build(name, SIZE), kind, lexicon) < 9 * quarter + 0.2
