from __future__ import annotations

from datetime import date

import pytest

from checker.document.read import read_text
from checker.document.tokens import tokenize
from tests.formats.outline import cells, outline

PROSE = {
    ("latex", "1{,}284 dead"): ["1,284", "dead"],
    ("latex", r"35\% of \$5 and \pounds 3"): ["35", "%", "of", "$", "5", "and", "£", "3"],
    ("latex", r"\SI{24}{km} \num{1284} \numrange{10}{20}"): ["24", "km", "1284", "10", "–", "20"],
    ("latex", r"caf\'e \c{c}a \"{o}"): ["café", "ça", "ö"],
    ("latex", "24~dead%12\n$3$ $x^2$"): ["24", "dead", "3"],
    ("latex", r"2001--2003 ``a''"): ["2001", "–", "2003", "“", "a", "”"],
    ("latex", r"\textbf{24} dead}"): ["24", "dead"],
    ("latex", r"{24 {dead \unknown[1]"): ["24", "dead", "[", "1", "]"],
    ("rst", r"*24* **dead** ``86`` \*"): ["24", "dead", "86", "*"],
    ("rst", "24 [1]_ `a <http://b/12>`_ |c|"): ["24", "a", "c"],
    ("rst", r"km\ :sup:`2`"): ["km²"],
    ("asciidoc", "*24* _dead_ `86` km^2^ H~2~O"): ["24", "dead", "86", "km²", "h", "2", "o"],
    ("asciidoc", "24footnote:[12] dead link:a[b] {nbsp}x"): ["24", "dead", "b", "x"],
    ("org", "*24* /dead/ =86= 3*4*5"): ["24", "dead", "86", "3", "*", "4", "*", "5"],
    ("org", "24[fn:1] [[http://b/12][a]] x"): ["24", "a", "x"],
}


@pytest.mark.parametrize(("kind", "source"), PROSE, ids=[f"{kind}: {source}" for kind, source in PROSE])
def test_what_is_printed_is_read(kind: str, source: str) -> None:
    document = read_text(source, format=kind)
    found = [t.low for b in document.blocks for t in tokenize(document.prose, b.span.start, b.span.end)]
    assert found == PROSE[kind, source]


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        ("rst", "A\n=\n\n:Date: 2024-03-12\n\n"),
        ("asciidoc", "= A\nB\nv1, 2024-03-12\n\n"),
        ("asciidoc", "= A\n:revdate: 2024-03-12\n\n"),
        ("org", "#+DATE: <2024-03-12 Tue>\n\n"),
        ("latex", "\\date{2024-03-12}\\begin{document}"),
    ],
)
def test_a_draft_says_its_date(kind: str, head: str) -> None:
    assert read_text(f"{head}It burned.", format=kind).dated == date(2024, 3, 12)


def test_tables_have_rows_and_columns() -> None:
    grid = {(0, 0, 0): "a", (0, 0, 1): "b", (0, 1, 0): "1", (0, 1, 1): "2"}
    assert cells(read_text("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n", format="rst")) == grid
    assert cells(read_text("== ==\na  b\n== ==\n1  2\n== ==\n", format="rst")) == grid
    assert cells(read_text("[cols=2*]\n|===\n|a\n|b\n|1|2\n|===\n", format="asciidoc")) == grid
    assert cells(read_text("| a | b |\n|---+---|\n| 1 | 2 |\n", format="org")) == grid
    assert cells(read_text(r"\begin{tabular}{ll}a & b \\ \hline 1 & 2 \end{tabular}", format="latex")) == grid


def test_a_cell_over_two_columns_keeps_the_next_in_its_place() -> None:
    text = r"\begin{tabular}{lll}\multicolumn{2}{l}{a} & b \\ 1 & 2 & 3 \\ \end{tabular}"
    assert cells(read_text(text, format="latex")) == {
        **{(0, 0, 0): r"\multicolumn{2}{l}{a"[19:], (0, 0, 2): "b"},
        **{(0, 1, 0): "1", (0, 1, 1): "2", (0, 1, 2): "3"},
    }


def test_a_file_without_a_preamble_is_read_as_a_whole() -> None:
    assert outline(read_text("It burned.\n\nIt sank.", format="latex")) == [
        "paragraph: It burned.",
        "paragraph: It sank.",
    ]


@pytest.mark.parametrize(
    ("head", "role"),
    [("", "headline"), ("Some words.\n\n", "heading"), ("\\title{A}\n\\begin{document}\n", "heading")],
)
def test_a_section_that_opens_a_draft_without_a_title_is_its_headline(head: str, role: str) -> None:
    document = read_text(f"{head}\\section{{Fire kills 24}}\n\nIt began at six.", format="latex")
    (block,) = [block for block in document.blocks if document.words(block.span) == "Fire kills 24"]
    assert block.role == role
