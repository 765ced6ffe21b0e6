from __future__ import annotations

import pytest

from checker.model.document import Block
from checker.model.report import DocumentReport, Place
from checker.model.span import Span
from checker.writers.cells import columns_of
from checker.writers.excerpt import Excerpt, excerpt, excerpts
from tests.writers.build import examined


def around(marked: str, width: int = 100) -> Excerpt:
    report = examined("draft.md", marked)
    return excerpt(report, [report.frames[0].mention.span], width)


def test_the_sentence_is_shown_with_carets_under_the_figure() -> None:
    assert around("All went well. The fire killed [[14 people]] on Sunday. Then it rained.") == (
        "The fire killed 14 people on Sunday.",
        "                ^^^^^^^^^",
    )


def test_line_ends_tabs_and_runs_of_blanks_become_one_blank() -> None:
    assert around("The  fire\r\nkilled\t\t[[14\n people]]\non Sunday") == (
        "The fire killed 14 people on Sunday",
        "                ^^^^^^^^^",
    )


@pytest.mark.parametrize(
    ("marked", "marks"),
    [
        ("火災 killed [[14]] there", "            ^^"),
        ("The [[火災 dogs]] ran", "    ^^^^^^^^^"),
        ("Cafe\u0301 fed [[14]] there", "         ^^"),
        ("It fed [[1\u03084]] there", "       ^^"),
    ],
)
def test_a_wide_character_takes_two_columns_and_a_combining_mark_none(marked: str, marks: str) -> None:
    assert around(marked).marks == marks


def test_markup_is_left_out_of_the_line() -> None:
    assert around("The **fire** killed [[14]] people") == ("The fire killed 14 people", "                ^^")


def test_a_long_sentence_is_cut_on_both_sides_of_the_figure() -> None:
    shown = around(f"{'before ' * 40}[[14 people]] {'after ' * 40}", width=40)
    assert shown.text.startswith("…") and shown.text.endswith("…")
    assert columns_of(shown.text) <= 40
    at = shown.marks.index("^")
    assert shown.text[at : at + 9] == "14 people" and shown.marks[at:] == "^" * 9


def test_a_figure_near_the_start_leaves_its_room_to_what_follows() -> None:
    shown = around(f"Now [[14 people]] {'after ' * 40}", width=40)
    assert shown.text == "Now 14 people after after after after …"


def test_a_figure_near_the_end_leaves_its_room_to_what_comes_before() -> None:
    shown = around(f"{'before ' * 40}[[14 people]] now", width=40)
    assert shown.text.endswith("before 14 people now") and columns_of(shown.text) == 36


def test_a_figure_wider_than_the_line_is_cut_itself() -> None:
    shown = around(f"Now [[{'14 ' * 40}]] then", width=20)
    assert shown == ("14 14 14 14 14 14 1…", "^" * 20)


def test_words_that_take_no_width_are_cut_too() -> None:
    shown = around("a" + "\u0301" * 5000 + " [[14]] b")
    assert shown.text.startswith("…") and len(shown.text) < 1500


def test_without_sentences_the_line_of_the_figure_is_shown() -> None:
    report = examined("draft.md", "one line\nThe fire killed [[14 people]] here\nanother")
    bare = report._replace(sentences=(), document=report.document._replace(blocks=()))
    assert excerpt(bare, [report.frames[0].mention.span]).text == "The fire killed 14 people here"


def test_an_ellipsis_of_the_draft_itself_is_kept() -> None:
    assert around("The fire… killed [[14]] people…").text == "The fire… killed 14 people…"


def test_a_very_long_word_is_cut_through_so_that_something_is_shown() -> None:
    assert around(f"see {'x' * 200}/[[14]] there", width=40).text == f"…{'x' * 30}/14 there"


def lines(report: DocumentReport, width: int = 100) -> list[tuple[int, str, str]]:
    places = [Place(frame.mention.span, 1, 1, "", "") for frame in report.frames]
    return [(len(shown.places), *shown.excerpt) for shown in excerpts(report, places, width)]


def test_figures_of_one_sentence_share_a_line() -> None:
    assert lines(examined("a.md", "Of [[26 trams]], [[14]] burned and [[nine]] did not. It rained on [[2]] days.")) == [
        (3, "Of 26 trams, 14 burned and nine did not.", "   ^^^^^^^^  ^^            ^^^^"),
        (1, "It rained on 2 days.", "             ^"),
    ]


def test_figures_too_far_apart_for_a_line_get_one_each() -> None:
    shown = lines(examined("a.md", f"Of [[26 trams]] {'word ' * 30} [[14]] burned"), width=40)
    assert [(number, text[:12]) for number, text, _ in shown] == [(1, "Of 26 trams "), (1, "… word word ")]


def test_a_figure_of_a_table_is_shown_with_its_row() -> None:
    made = examined("a.md", "| port | [[41]] |\n\n| quay | [[38]] |")
    cells = [
        Block(Span(start, start + length), "table_cell", order, table=0, row=row, column=column)
        for order, (start, length, row, column) in enumerate([(2, 4, 0, 0), (9, 2, 0, 1), (17, 4, 1, 0), (24, 2, 1, 1)])
    ]
    table = made._replace(
        document=made.document._replace(blocks=tuple(cells), prose=made.document.prose.replace("|", " "))
    )
    assert lines(table) == [(1, "port | 41", "       ^^"), (1, "quay | 38", "       ^^")]
