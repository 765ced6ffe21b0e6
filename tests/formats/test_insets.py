"""Notes inside a sentence: the sentence reads on as one, and the note's words are a block of their own."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

import checker
from checker.document.read import read_text
from checker.lexicon.book import Lexicon
from checker.model.document import Document, visible

BEFORE, NOTE, BEHIND = "Some 24 people", "Officials counted 30 people hurt in 2019.", " were killed on Monday."
RENDERED: dict[str, Callable[[str, str, str], str]] = {
    "wikitext": lambda before, note, behind: f"{before}<ref name=a>{note}</ref>{behind}",
    "asciidoc": lambda before, note, behind: f"{before}footnote:a[{note}]{behind}",
    "org": lambda before, note, behind: f"{before}[fn:a:{note}]{behind}",
    "latex": lambda before, note, behind: rf"{before}\footnote{{{note}}}{behind}",
    "markdown": lambda before, note, behind: f"{before}^[{note}]{behind}",
    "html": lambda before, note, behind: f'<p>{before}<span class="footnote">{note}</span>{behind}</p>',
    "rtf": lambda before, note, behind: rf"{{\rtf1 {before}{{\super\chftn}}{{\footnote\pard {note}}}{behind}\par}}",
    "json": lambda before, note, behind: json.dumps(
        {"headline": "A fire", "body_html": f"<p>{before}<small class=footnote>{note}</small>{behind}</p>"}
    ),
    "ipynb": lambda before, note, behind: json.dumps(
        {"nbformat": 4, "cells": [{"cell_type": "markdown", "source": [f"{before}^[{note}]{behind}"]}]}
    ),
}
every_format = pytest.mark.parametrize("form", RENDERED)


def told(document: Document, at: int) -> str:
    """Return the printed words of a block, spaces evened out."""
    block = document.blocks[at]
    return " ".join(visible(document.prose_of(block.span.start)[block.span.start : block.span.end]).split())


@every_format
def test_the_sentence_reads_on_and_the_note_is_a_block_behind_all_others(form: str, lexicon: Lexicon) -> None:
    document = read_text(RENDERED[form](BEFORE, NOTE, BEHIND), "draft", form, lexicon=lexicon)
    assert [block.order for block in document.blocks] == list(range(len(document.blocks)))
    assert document.blocks[-1].role == "footnote"
    assert told(document, -2) == BEFORE + BEHIND
    assert told(document, -1) == NOTE
    assert len(document.prose) == len(document.insets) == len(document.text)


@every_format
def test_the_figures_of_both_are_read_where_they_stand(form: str) -> None:
    draft = RENDERED[form](BEFORE, NOTE, BEHIND)
    found = [one.to_dict() for one in checker.extract(draft, format=form)]
    assert [(one["text"], one["status"], one["block"]) for one in found] == [
        ("Some 24 people", "dead", "paragraph"),
        ("Monday", None, "paragraph"),
        ("30 people", "injured", "footnote"),
        ("2019", None, "footnote"),
    ]
    assert all(draft[one["start"] : one["end"]] == one["text"] for one in found)


@every_format
def test_a_note_at_the_end_of_a_paragraph_follows_it(form: str, lexicon: Lexicon) -> None:
    document = read_text(RENDERED[form](BEFORE + BEHIND, NOTE, ""), "draft", form, lexicon=lexicon)
    assert [told(document, -2), told(document, -1)] == [BEFORE + BEHIND, NOTE]
    assert document.insets == ""


@pytest.mark.parametrize(
    ("form", "draft"),
    [
        ("wikitext", "* Eleven boats<ref>Of 12.</ref>\n* Nine trams\n"),
        ("markdown", "- Eleven boats^[Of 12.]\n- Nine trams\n"),
        ("asciidoc", "* Eleven boatsfootnote:[Of 12.]\n* Nine trams\n"),
        ("org", "- Eleven boats[fn::Of 12.]\n- Nine trams\n"),
        ("latex", r"\begin{itemize}\item Eleven boats\footnote{Of 12.} \item Nine trams\end{itemize}"),
        ("html", "<ul><li>Eleven boats<span class=footnote>Of 12.</span></li><li>Nine trams</li></ul>"),
    ],
)
def test_a_note_does_not_part_the_items_of_a_list(form: str, draft: str, lexicon: Lexicon) -> None:
    document = read_text(draft, "draft", form, lexicon=lexicon)
    roles = [block.role for block in document.blocks]
    assert roles == ["list_item", "list_item", "footnote"]
    assert [told(document, at) for at in range(3)] == ["Eleven boats", "Nine trams", "Of 12."]


@pytest.mark.parametrize(
    ("form", "draft", "note"),
    [
        ("asciidoc", "Some 24 peoplefootnote:[See *the* https://a.example[board].] died.", "See the board."),
        ("org", "Some 24 people[fn::See /the/ [[https://a.example][board]].] died.", "See the board."),
        ("markdown", "Some 24 people^[See *the* [board](https://a.example).] died.", "See the board."),
        ("markdown", "Some 24 people^[See ^[the] board.] died.", "See board."),
        ("wikitext", "Some 24 people<ref>See ''the'' [https://a.example board].</ref> died.", "See the board."),
        ("latex", r"Some 24 people\footnote{See \emph{the} \href{https://a.example}{board}.} died.", "See the board."),
    ],
)
def test_the_marks_inside_a_note_are_read(form: str, draft: str, note: str, lexicon: Lexicon) -> None:
    document = read_text(draft, "draft", form, lexicon=lexicon)
    assert [told(document, at) for at in range(2)] == ["Some 24 people died.", note]


def test_a_raised_link_to_a_note_is_no_note(lexicon: Lexicon) -> None:
    document = read_text("Some 24 people^[1](#notes) died.", "draft", "markdown", lexicon=lexicon)
    assert [block.role for block in document.blocks] == ["paragraph"]


def test_an_element_of_notes_that_holds_paragraphs_stands_in_no_sentence(lexicon: Lexicon) -> None:
    draft = "<p>Some 24 died.</p><span class=footnotes><p>Of 30.</p><p>Of 31.</p></span>"
    document = read_text(draft, "draft", "html", lexicon=lexicon)
    assert [told(document, at) for at in range(3)] == ["Some 24 died.", "Of 30.", "Of 31."]
    assert document.insets == ""


DRAFT = """= Ferry fire on Lake Orrin kills 24 =

A fire aboard the ferry Merle on Lake Orrin killed 24 people on Monday evening, the coast guard said.

At noon the harbour fell silent for the 26 people<ref>The board counted 61 survivors in "2019".</ref> killed in the \
fire, as the operator said. The funeral is on Friday.
"""


def test_a_finding_around_a_note_is_shown_without_the_note() -> None:
    from checker.writers.excerpt import excerpts

    (report,) = checker.check_text(DRAFT, "draft.wiki", format="wikitext").documents
    (finding,) = report.findings
    assert DRAFT[finding.primary.span.start : finding.primary.span.end] == finding.primary.text == "26 people"
    shown = [one.excerpt.text for one in excerpts(report, (finding.primary, *finding.related))]
    assert shown[0].endswith("fell silent for the 26 people killed in the fire, as the operator said.")


def test_a_figure_of_a_note_is_shown_in_the_note_alone() -> None:
    from checker.writers.excerpt import excerpts
    from checker.writers.places import where

    draft = DRAFT.replace("61 survivors", "26 people killed by the fire on the ferry Merle")
    (report,) = checker.check_text(draft, "draft.wiki", format="wikitext").documents
    noted = next(frame.mention for frame in report.frames if frame.block_role == "footnote")
    from checker.model.report import Place

    place = Place(noted.span, 1, 1, noted.words, "here")
    (shown,) = excerpts(report, (place,))
    assert shown.excerpt.text.startswith("The board counted 26 people killed by the fire")
    assert "silent" not in shown.excerpt.text
    assert where(report, noted.span) == "footnote"


def test_the_page_prints_a_note_once_and_not_in_its_sentence() -> None:
    from checker.writers.figures import rows
    from checker.writers.page.draft import parts
    from checker.writers.page.marks import make_marks

    (report,) = checker.check_text(DRAFT, "draft.wiki", format="wikitext").documents
    marks = make_marks(report, report.findings, rows(report), "d1")
    printed = [(part.kind, "".join(piece.text for piece in part.pieces)) for part in parts(report.document, marks)]
    assert printed[2:] == [
        (
            "paragraph",
            "At noon the harbour fell silent for the 26 people killed in the fire, as the operator said. "
            "The funeral is on Friday.",
        ),
        ("footnote", 'The board counted 61 survivors in "2019".'),
    ]
