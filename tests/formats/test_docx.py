from __future__ import annotations

import io

import docx as python_docx
import pytest

from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.document import Document
from tests.formats.docxfile import cell, docx, para, row, run, table, zipped
from tests.formats.outline import cells, outline, place, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
INSERTED = '<w:ins w:id="1" w:author="A">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="A"><w:r><w:delText>{}</w:delText></w:r></w:del>'


def opened(*body: str, **notes: str) -> Document:
    return read(docx(*body, **notes), "draft.docx")


def test_styles_name_headline_standfirst_headings_captions_quotes_and_lists() -> None:
    body = [
        para("Fire kills 24", "Title"),
        para("A ferry burned.", "Subtitle"),
        para("What we know", "Heading1"),
        para("The quay.", "Caption"),
        para("We saw it.", "Quote"),
        para("One boat", "ListBullet"),
        para("Two boats", "", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'),
        para("No item", "", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        para("It began at six."),
    ]
    assert outline(opened(*body)) == [
        "headline: Fire kills 24",
        "standfirst: A ferry burned.",
        "heading: What we know",
        "caption: The quay.",
        "quote: We saw it.",
        "list_item: One boat",
        "list_item: Two boats",
        "paragraph: No item",
        "paragraph: It began at six.",
    ]


def test_without_a_title_the_first_heading_is_the_headline_and_later_ones_are_not() -> None:
    body = [para("Fire kills 24", "Heading1"), para("It began at six."), para("Next", "Heading1"), para("Rain.")]
    assert [block.role for block in opened(*body).blocks] == ["headline", "paragraph", "heading", "paragraph"]


def test_without_styles_a_short_first_line_is_the_headline_and_bold_lines_head_sections() -> None:
    body = [para("Fire kills 24"), para("It began at six."), para(run("The rescue", "<w:b/>")), para("Boats came.")]
    assert [block.role for block in opened(*body).blocks] == ["headline", "paragraph", "heading", "paragraph"]


def test_tracked_changes_are_read_as_accepted_also_where_one_digit_was_changed() -> None:
    words = run("killed 2") + DELETED.format("6") + INSERTED.format(run("4")) + run(" people")
    assert opened(para(words)).text == "killed 24 people"


def test_moved_words_stand_where_they_were_moved_to() -> None:
    moved = f'<w:moveFrom w:id="1">{run("Six died. ")}</w:moveFrom>'
    here = f'<w:moveTo w:id="2">{run(" Six died.")}</w:moveTo>'
    assert opened(para(moved + run("It rained.") + here)).text == "It rained. Six died."


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = '<w:rPr><w:del w:id="3"/></w:rPr>'
    assert opened(para("killed 24 ", "", gone), para("people")).text == "killed 24 people"
    assert opened(para("killed 24 ", "", gone)).text == "killed 24 "


def test_a_deleted_row_and_a_deleted_cell_are_gone_and_rows_below_move_up() -> None:
    rows = [
        row("Place", "Dead"),
        row("A", "1", properties='<w:del w:id="3"/>'),
        row("B", cell("2"), cell("3", '<w:cellDel w:id="4"/>')),
    ]
    document = opened(table(*rows))
    assert cells(document) == {(0, 0, 0): "Place", (0, 0, 1): "Dead", (0, 1, 0): "B", (0, 1, 1): "2"}
    assert place(document, "2") == "table 1, row 2, cell 2"


def test_what_properties_were_before_a_change_tells_nothing() -> None:
    before = '<w:pPrChange w:id="5"><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:pPrChange>'
    assert outline(opened(para("It began.", "", before), para("Six died."))) == [
        "paragraph: It began.",
        "paragraph: Six died.",
    ]


def test_a_text_box_is_read_once_behind_its_paragraph_though_it_is_written_twice() -> None:
    box = f"<w:txbxContent>{para('Killed: 24')}{para('Hurt: 31')}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = opened(para(run("A ferry ") + both + run("burned.")), para("It began."))
    assert document.text == "A ferry burned.\n\nKilled: 24\n\nHurt: 31\n\nIt began."
    assert place(document, "burned") == "paragraph 1, run 3"
    assert place(document, "Hurt") == "text box 1, paragraph 2, run 1"
    assert place(document, "It began") == "paragraph 2, run 1"


def test_a_text_box_that_is_written_in_the_old_way_alone_is_read() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{para('Killed: 24')}</w:txbxContent></v:textbox></w:pict></w:r>"
    only = f"<w:r><mc:AlternateContent><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    assert opened(para(old)).text == opened(para(only)).text == "Killed: 24"


def test_notes_stand_behind_the_body_in_the_order_of_their_marks() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{key}">{para(words)}</w:footnote>'
        for key, words in (("0", "separator"), ("7", "Later."), ("5", "Of 24 men."))
    )
    end = f'<w:endnote w:id="1">{para("At the end.")}</w:endnote>'
    text = para(run("Killed 24") + mark.format(5) + run(" and hurt 31.") + mark.format(7))
    closing = para(run("Rain") + '<w:r><w:endnoteReference w:id="1"/></w:r>')
    document = opened(text, closing, footnotes=notes, endnotes=end)
    assert outline(document) == [
        "paragraph: Killed 24 and hurt 31.",
        "paragraph: Rain",
        "footnote: Of 24 men.",
        "footnote: Later.",
        "footnote: At the end.",
    ]
    assert place(document, "Later") == "footnote 2, paragraph 1, run 1"
    assert place(document, "At the end") == "endnote 1, paragraph 1, run 1"


def test_comments_and_headers_are_left_out() -> None:
    comment = f'<w:comment w:id="0">{para("Is it 26?")}</w:comment>'
    marked = '<w:commentRangeStart w:id="0"/>' + run("24") + '<w:commentRangeEnd w:id="0"/>'
    assert opened(para(marked), comments=comment, header1=para("Page 3")).text == "24"


def test_a_field_is_read_as_its_result() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inner = mark.format("begin") + run("inner") + mark.format("separate") + run("9") + mark.format("end")
    outer = (
        mark.format("begin")
        + "<w:r><w:instrText> IF </w:instrText></w:r>"
        + inner
        + mark.format("separate")
        + run("24")
        + mark.format("end")
    )
    simple = f'<w:fldSimple w:instr="SEQ Table">{run("1")}</w:fldSimple>'
    assert opened(para(run("killed ") + outer + run(" in Table ") + simple)).text == "killed 24 in Table 1"


def test_a_field_without_an_end_is_refused_for_it_would_hide_the_rest() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    with pytest.raises(InputError, match=r"^draft\.docx: has a field that begins and never ends"):
        opened(para(run("killed ") + begin), para("24"))


def test_a_table_of_contents_is_shown_and_not_read() -> None:
    document = opened(para("Fire kills 24 3", "TOC1"), para("It began at six."))
    assert document.text.startswith("Fire kills 24 3")
    assert outline(document) == ["paragraph: It began at six."]


def test_marks_that_are_elements_are_printed() -> None:
    words = "<w:t>a</w:t><w:tab/><w:t>38</w:t><w:noBreakHyphen/><w:t>year</w:t><w:br/><w:t>b</w:t><w:softHyphen/>"
    document = opened(para(f"<w:r>{words}</w:r>"))
    assert document.text == "a\t38\u2011year\nb\u00ad"
    assert document.prose == "a\t38-year\nb\u00ad"


def test_raised_digits_are_no_part_of_the_number_before_them() -> None:
    raised = run("2", '<w:vertAlign w:val="superscript"/>')
    assert opened(para(run("9 km") + raised)).text == "9 km\u00b2"


def test_hidden_words_formulas_and_blanks_at_the_edge_of_a_run_are_no_text() -> None:
    words = (
        run("Rain. ")
        + run("26", "<w:vanish/>")
        + "<w:r><w:t> wet </w:t></w:r><m:oMath><m:r><m:t>x=3</m:t></m:r></m:oMath>"
    )
    document = opened(para(words))
    assert document.text == "Rain. wetx=3"
    assert document.prose == "Rain. wet   "


def test_a_number_over_several_runs_is_one_and_its_place_is_where_it_begins() -> None:
    document = opened(para(run("The fire ") + run("killed 1,") + run("28", "<w:b/>") + run("4 people.")))
    assert document.text == "The fire killed 1,284 people."
    assert place(document, "1,284") == "paragraph 1, run 2"
    assert place(document, "28") == "paragraph 1, run 3"


def test_merged_cells_keep_the_columns_behind_them() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = [
        row(cell("Place", '<w:vMerge w:val="restart"/>'), cell("Killed", wide), "Hurt"),
        row(cell("", "<w:vMerge/>"), "men", "women", "all"),
        row("A", "1", "2", "3"),
    ]
    document = opened(table(*rows))
    assert cells(document)[0, 0, 3] == "Hurt" and cells(document)[0, 1, 1] == "men" and (0, 1, 0) not in cells(document)
    assert document.text == "Place\tKilled\t\tHurt\n\tmen\twomen\tall\nA\t1\t2\t3"


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    inner = table(row("x", "1"), row("y", "2"))
    document = opened(table(row("A", cell(para("Total") + inner + para(""))), row("B", "3")))
    assert cells(document)[0, 0, 1] == "Total" and cells(document)[1, 1, 1] == "2" and cells(document)[0, 1, 1] == "3"
    assert place(document, "y") == "table 2, row 2, cell 1"


def test_a_cell_of_several_paragraphs_is_one_cell() -> None:
    assert cells(opened(table(row("A", cell(para("1") + para("2"))), row("B", "3"))))[0, 0, 1] == "1\n2"


def test_a_table_of_one_cell_is_a_box_of_paragraphs() -> None:
    document = opened(para("Rain."), table(row(cell(para("In short") + para("Six died.")))))
    assert outline(document) == ["paragraph: Rain.", "paragraph: In short", "paragraph: Six died."]
    assert place(document, "Six") == "table 1, row 1, cell 1"


def test_a_table_of_fields_and_values_is_a_fact_box() -> None:
    rows = [row(cell("Ferry fire", '<w:gridSpan w:val="2"/>')), row("Place", "Port Kasha"), row("Killed", "24")]
    document = opened(table(*rows), para("It began."))
    assert [(b.role, b.label, document.words(b.span)) for b in document.blocks][1:3] == [
        ("infobox", "Place", "Port Kasha"),
        ("infobox", "Killed", "24"),
    ]


def test_lines_of_labels_are_a_fact_box_and_typed_bullets_a_list(lexicon: Lexicon) -> None:
    body = [
        para(words) for words in ("Place: Kasha", "Killed: 24", "Hurt: 31", "\u2022 One boat", "Photo: A. Roe/Wire")
    ]
    document = read(docx(*body), "a.docx", lexicon)
    assert [block.role for block in document.blocks] == ["infobox"] * 3 + ["list_item", "caption"]
    assert [block.label for block in document.blocks][:3] == ["Place", "Killed", "Hurt"]


def test_paragraphs_count_from_one_with_empty_ones_and_without_those_of_tables() -> None:
    document = opened(para("A."), para(""), table(row("1", "2")), para("B."))
    assert place(document, "B.") == "paragraph 3, run 1"


def test_the_title_of_the_file_and_its_own_fields_are_told_but_not_when_it_was_made() -> None:
    made = python_docx.Document()
    made.core_properties.title = "Ferry fire"
    made.add_paragraph("It began.")
    data = io.BytesIO()
    made.save(data)
    document = read(data.getvalue(), "a.docx")
    assert document.meta == {"title": "Ferry fire"} and document.dated is None


def test_the_dateline_gives_the_date(lexicon: Lexicon) -> None:
    words = "CAJAMARCA, Peru, March 12, 2024 (Wire) - A bus fell."
    document = read(docx(para("Bus falls", "Title"), para(words)), "a.docx", lexicon)
    assert document.dated is not None and document.dated.isoformat() == "2024-03-12"


def test_words_are_what_python_docx_reads() -> None:
    made = python_docx.Document()
    for words in ("Fire & smoke <kill> 24", "\u201cSix\u201d \u2013 caf\u00e9 \U0001f525"):
        made.add_paragraph(words)
    data = io.BytesIO()
    made.save(data)
    assert read(data.getvalue(), "a.docx").text == "\n\n".join(p.text for p in made.paragraphs)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is no docx file: it is empty"),
        (b"text", "is no docx file: it is no zip archive"),
        (b"PK\x03\x04cut", "is no whole docx file: File is not a zip file"),
        (docx(para("24"))[:-40], "is no whole docx file: File is not a zip file"),
        (zipped({"a.txt": b"x"}), "is no docx file: it has no main part"),
        (OLE + b"\0" * 600, "is no docx file, but one of Word before 2007; save it as docx"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "is encrypted; save it without a password",
        ),
        (docx("<w:p>"), "its part word/document.xml is no well-formed XML: mismatched tag: line 2, column"),
        (docx("<w:sdt>" * 1100 + "</w:sdt>" * 1100), "its part word/document.xml nests elements deeper than 1,000"),
    ],
)  # fmt: skip
def test_what_is_no_whole_word_file_is_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "draft.docx")
    assert str(caught.value).startswith(f"draft.docx: {message}")
