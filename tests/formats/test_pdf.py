from __future__ import annotations

import sys

import pytest

from checker.errors import InputError
from checker.model.document import FILLER, Document
from tests.formats.outline import cells, outline, place, read
from tests.formats.pdffile import block, pdf

LEFT = (
    "A fire aboard a ferry on Lake Orlan",
    "killed 24 people on Monday and left",
    "another 31 hurt, the coast guard of",
    "the province told reporters on the",
    "quay of the town.",
)
RIGHT = (
    "It was the worst fire on the lake in",
    "a decade and the second this year,",
    "after a smaller one in the harbour.",
    "Divers will look for the missing on",
    "Tuesday morning.",
)


def opened(*pages: list, password: str = "") -> Document:
    return read(pdf(*pages, password=password), "draft.pdf")


def joined(*lines: str) -> str:
    return "\n".join(lines)


def test_the_largest_short_lines_are_the_headline_and_larger_ones_headings() -> None:
    page = block(60, 700, "Ferry fire kills 24", size=20) + block(60, 660, *LEFT)
    page += block(60, 590, "The rescue", size=13) + block(60, 570, *RIGHT)
    assert outline(opened(page)) == [
        "headline: Ferry fire kills 24",
        f"paragraph: {joined(*LEFT)}",
        "heading: The rescue",
        f"paragraph: {joined(*RIGHT)}",
    ]


@pytest.mark.parametrize("shift", [0, 5])
def test_columns_are_read_one_after_the_other_below_the_headline_that_crosses_them(shift: int) -> None:
    head = block(60, 700, "Ferry fire on the lake kills 24 and hurts 31", size=20)
    document = opened(head + block(60, 660, *LEFT) + block(300, 660 - shift, *RIGHT))
    assert outline(document) == [
        "headline: Ferry fire on the lake kills 24 and hurts 31",
        f"paragraph: {joined(*LEFT)}",
        f"paragraph: {joined(*RIGHT)}",
    ]


def test_a_paragraph_that_a_column_or_a_page_cuts_goes_on_behind_the_cut() -> None:
    columns = block(60, 660, *LEFT[:4]) + block(300, 660, LEFT[4], "", *RIGHT)
    assert outline(opened(columns))[0] == f"paragraph: {joined(*LEFT)}"
    document = opened(block(60, 660, *LEFT[:4]), block(60, 660, LEFT[4]))
    assert outline(document) == [f"paragraph: {joined(*LEFT)}"]
    assert (place(document, "killed"), place(document, "quay")) == ("page 1", "page 2")


def test_a_word_that_a_line_end_parts_is_one_and_a_hyphen_before_a_capital_or_behind_a_digit_stays() -> None:
    document = opened(
        block(
            60,
            660,
            "A bus fell from a moun-",
            "tain road near San Pablo-",
            "Norte and a 38-",
            "year-old man died there.",
        )
    )
    assert "moun-\ntain" in document.text
    assert document.prose.replace(FILLER, "") == (
        "A bus fell from a mountain road near San Pablo-Norte and a 38-year-old man died there."
    )


def test_fine_print_above_text_of_the_usual_size_is_a_caption_and_below_all_none() -> None:
    page = block(60, 700, *LEFT) + block(60, 630, "The Merle burns off Selby Quay.", size=8)
    page += block(60, 600, *RIGHT) + block(60, 500, "Source: coast guard of the lake.", size=8)
    assert [one.role for one in opened(page).blocks] == ["paragraph", "caption", "paragraph", "paragraph"]


def test_a_space_between_paragraphs_and_an_indented_line_part_them() -> None:
    apart = block(60, 660, *LEFT) + block(60, 590, *RIGHT)
    indented = block(60, 660, *LEFT) + block(75, 600, RIGHT[0]) + block(60, 588, *RIGHT[1:])
    for page in (apart, indented):
        assert outline(opened(page)) == [f"paragraph: {joined(*LEFT)}", f"paragraph: {joined(*RIGHT)}"]


def test_running_heads_page_numbers_and_small_print_at_the_rim_are_left_out() -> None:
    def page(number: int, lines: tuple[str, ...]) -> list:
        rim = [(60, 770, f"The Lake Herald, edition {number} of 26", 10), (290, 30, f"Page {number} of 2", 10)]
        return rim + block(60, 660, *lines)

    assert opened(page(1, LEFT), page(2, RIGHT)).text == f"{joined(*LEFT)}\n\n{joined(*RIGHT)}"
    single = [(60, 780, "Printed 26 March", 7), (290, 30, "- 3 -", 10), *block(60, 660, *LEFT)]
    assert opened(single).text == joined(*LEFT)


def test_lines_of_cells_are_a_table_and_a_line_of_one_cell_inside_belongs_to_it() -> None:
    rows = [
        ("Province", "Killed", "Hurt"),
        ("Nord", "10", "12"),
        ("Centre",),
        ("Sud", "14", "19"),
        ("Total", "24", "31"),
    ]
    lines = [
        (left, 660 - 15 * at, words, 10)
        for at, row in enumerate(rows)
        for left, words in zip((60, 200, 300), row, strict=False)
    ]
    document = opened(block(60, 740, *LEFT) + lines)
    found = cells(document)
    assert found[0, 0, 1] == "Killed" and found[0, 2, 0] == "Centre" and found[0, 4, 2] == "31"
    assert "Total\t24\t31" in document.text and place(document, "Sud") == "page 1"


def test_raised_digits_are_no_part_of_the_number_before_them_and_open_a_footnote() -> None:
    page = [*block(60, 660, "The fire burned 9 km"), (152, 664, "2", 6)]
    page += [*block(60, 630, *RIGHT), (60, 103, "1", 5), (63, 100, "Of 30 aboard.", 7)]
    document = opened(page)
    assert document.text.startswith("The fire burned 9 km\u00b2")
    assert (document.blocks[-1].role, document.words(document.blocks[-1].span)) == ("footnote", "Of 30 aboard.")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is no whole PDF file"),
        (b"%PDF-1.4 text", "is no whole PDF file"),
        (pdf(block(60, 660, "24"), password="secret"), "is encrypted; save it without a password"),
        (pdf([], []), "has no text on its 2 pages, only pictures of it; read it with OCR first"),
    ],
)
def test_what_is_no_pdf_with_text_is_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "draft.pdf")
    assert str(caught.value) == f"draft.pdf: {message}"


def test_without_the_extra_it_is_told_which_one_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(InputError, match=r"^draft\.pdf: reading PDF needs an extra: pip install 'figcheck\[pdf\]'$"):
        opened(block(60, 660, *LEFT))
