"""What the report page is filled with: marks, the draft as it reads, and the sentences of a finding."""

from __future__ import annotations

import checker
from checker.model.report import DocumentReport
from checker.model.span import Span
from checker.writers.figures import rows
from checker.writers.order import worst_first
from checker.writers.page.draft import Part
from checker.writers.page.marks import Marks, make_marks
from checker.writers.page.quotes import quotes
from checker.writers.page.view import DocumentView, document_view
from tests.writers.build import FERRY, examined, report

TABLE = """# Depot

| Year | Trams |
|---|---:|
| 2021 | 41 |
| 2022 | 38 |
| Total | 89 |

- early, 12 trams
- then 3 more
"""


def marked(made: DocumentReport) -> Marks:
    findings = [row.finding for row in worst_first(report(made))]
    return make_marks(made, findings, rows(made), "d1")


def words(part: Part) -> str:
    return "".join(f"[{piece.text}]" if piece.mark else piece.text for piece in part.pieces)


def view(text: str, name: str = "a.md") -> DocumentView:
    made = checker.check_text(text, name)
    return document_view(made.documents[0], 1, {note.id: note for note in made.rules})


def test_every_figure_is_marked_with_its_verdict_and_finding() -> None:
    marks = marked(examined("a.md", FERRY, "info", "error")).all
    assert [(mark.id, mark.level, mark.findings, mark.accused) for mark in marks] == [
        ("d1-m1", "error", (1, 2), True),
        ("d1-m2", "error", (1, 2), False),
    ]
    assert [mark.row for mark in marks] == ["d1-r1", "d1-r2"]


def test_a_place_that_is_no_figure_is_marked_too() -> None:
    made = examined("a.md", FERRY, "warning")
    bare = made._replace(frames=made.frames[1:], facts=())
    assert [(mark.row, mark.level) for mark in marked(bare).all] == [("", "warning"), ("d1-r1", "warning")]


def test_figures_that_overlap_are_marked_side_by_side() -> None:
    made = examined("a.md", "They counted [[14 of]] and went.")
    outer = made.frames[0]
    spans = (Span(14, 15), Span(16, 24))  # one inside it, one that runs on
    others = [
        outer._replace(order=order, mention=outer.mention._replace(span=span, number=span))
        for order, span in enumerate(spans, 1)
    ]
    both = made._replace(frames=(outer, *others), facts=())
    assert [(mark.span.start, mark.span.end) for mark in marked(both).all] == [(13, 18), (18, 24)]


def test_the_draft_reads_without_its_markup() -> None:
    shown = list(view("# Fire **kills** 24\n\nThe 24 dead &amp; the [missing](x).\n\n> It was 5 pm.\n").parts)
    assert [(part.kind, words(part)) for part in shown] == [
        ("headline", "Fire kills [24]"),
        ("paragraph", "The [24 dead] & the missing."),
        ("quote", "It was [5 pm]."),
    ]


def test_a_table_has_its_rows_and_a_list_its_items() -> None:
    shown = view(TABLE).parts
    table = next(part for part in shown if part.kind == "table")
    assert [["".join(piece.text for piece in cell) for cell in row] for row in table.rows] == [
        ["Year", "Trams"],
        ["2021", "41"],
        ["2022", "38"],
        ["Total", "89"],
    ]
    items = next(part for part in shown if part.kind == "list").items
    assert [words(item) for item in items] == ["early, [12 trams]", "then [3] more"]


def test_a_cell_that_the_draft_leaves_out_is_empty() -> None:
    table = next(part for part in view("| a | b |\n|---|---|\n| 1 |\n").parts if part.kind == "table")
    assert [len(row) for row in table.rows] == [2, 2]


def test_the_quotes_of_a_finding_mark_its_places_alone() -> None:
    found = view("# Fire kills 24\n\nA fire killed 24 people at 5 pm on Monday.\n\nOf the 26 dead, nine were women.\n")
    shown = ["".join(f"[{p.text}]" if p.mark else p.text for p in quote.pieces) for quote in found.findings[0].quotes]
    assert shown == ["Of the [26 dead], nine were women.", "Fire kills [24]"]
    assert [quote.accused for quote in found.findings[0].quotes] == [True, False]
    assert [spot.line for quote in found.findings[0].quotes for spot in quote.spots] == [5, 1]


def test_a_row_of_a_table_is_quoted_with_bars_between_its_cells() -> None:
    found = view(TABLE).findings[0]
    assert "".join(piece.text for piece in found.quotes[0].pieces) == "Total | 89"


def test_a_very_long_sentence_is_cut_between_words() -> None:
    long = "and so on " * 60
    made = examined("a.md", f"{long}[[12 dead]] {long}[[14 dead]].", "error")
    finding = made.findings[0]._replace(related=())
    only = made._replace(findings=(finding,))
    pieces = next(quotes(only, finding, marked(only))).pieces
    text = "".join(piece.text for piece in pieces)
    assert text.startswith("… and so on") or text.startswith("… so on") or text.startswith("… on")
    assert text.endswith(" …") and "12 dead" in text and len(text) < 600


def test_a_list_item_whose_marker_is_a_place_shows_the_marker() -> None:
    found = view("There are four reasons to stay:\n\n1. Rents.\n2. Parks.\n3. Trams.\n")
    assert [finding.finding.rule for finding in found.findings] == ["list-has-another-length"]
    items = next(part for part in found.parts if part.kind == "list").items
    assert all(mark for mark in found.findings[0].marks)
    assert words(items[2]).startswith("[3.] Trams") or words(items[2]).startswith("[Trams")


def test_who_says_what_names_each_source_once_in_its_fullest_form() -> None:
    found = view(
        "# Fire kills 24\n\nA fire killed 24 people, police chief Anna Orr said.\n\n"
        "Some 40 people were hurt, Orr said. The mayor said 12 houses stood empty.\n"
    )
    assert [(voice.name, [line.figure for line in voice.lines]) for voice in found.voices] == [
        ("police chief Anna Orr", ["24 people", "Some 40 people"]),
        ("The mayor", ["12 houses"]),
    ]


def test_only_facts_with_two_figures_have_a_picture() -> None:
    found = view("# Fire kills 24\n\nA fire killed 24 people and hurt 40.\n")
    assert [(fact.name, [line.where for line in fact.lines]) for fact in found.facts] == [
        ("people killed", ["headline", "paragraph 1"])
    ]
    assert found.facts[0].axis is not None


def test_the_verdicts_are_counted_the_worst_first() -> None:
    found = view("# Fire kills 24\n\nA fire killed 24 people at 5 pm.\n\nOf the 26 dead, nine were women.\n")
    assert [level for level, _ in found.levels] == sorted(
        (level for level, _ in found.levels), key=["error", "warning", "note", "passed", "agrees", "single"].index
    )
    assert sum(number for _, number in found.levels) == len(found.rows)
