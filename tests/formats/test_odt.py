from __future__ import annotations

import io

import pytest
from odf.opendocument import OpenDocumentText
from odf.text import H, P, Span

from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.document import Document
from tests.formats.docxfile import zipped
from tests.formats.odtfile import odt, p, row, style, table
from tests.formats.outline import cells, outline, place, read


def opened(*body: str, **parts: str) -> Document:
    return read(odt(*body, **parts), "draft.odt")


def test_styles_name_headline_standfirst_headings_captions_quotes_and_lists() -> None:
    own = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    inner = f"<text:list><text:list-item>{p('Two boats')}</text:list-item></text:list>"
    items = f"<text:list><text:list-item>{p('One boat')}{inner}</text:list-item></text:list>"
    body = [
        p("Fire kills 24", "Title"),
        p("A ferry burned.", "Subtitle"),
        '<text:h text:outline-level="2">What we know</text:h>',
        p("The quay.", "Caption"),
        p("We saw it.", "P1"),
        items,
        p("It began at six."),
    ]
    document = opened(*body, automatic=own)
    assert outline(document) == [
        "headline: Fire kills 24",
        "standfirst: A ferry burned.",
        "heading: What we know",
        "caption: The quay.",
        "quote: We saw it.",
        "list_item: One boat",
        "list_item: Two boats",
        "paragraph: It began at six.",
    ]
    assert [block.level for block in document.blocks] == [0, 0, 2, 0, 0, 1, 2, 0]


def test_changes_are_read_as_accepted_also_where_one_digit_was_changed() -> None:
    tracked = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f"{p('6')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    mark = '<text:change{} text:change-id="{}"/>'
    inserted = mark.format("", "c1") + mark.format("-start", "c2") + "4" + mark.format("-end", "c2")
    assert opened(tracked, p(f"killed 2{inserted} people")).text == "killed 24 people"


def test_a_text_box_stands_once_behind_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('Killed: 24')}</draw:text-box><svg:title>Box</svg:title></draw:frame>"
    document = opened(p(f"A ferry {box}burned."), p("It began."))
    assert document.text == "A ferry burned.\n\nKilled: 24\n\nIt began."
    assert place(document, "Killed") == "text box 1, paragraph 1, run 1"
    assert place(document, "burned") == "paragraph 1, run 2"
    assert place(document, "It") == "paragraph 2, run 1"


def test_notes_stand_behind_the_body_and_comments_nowhere() -> None:
    note = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    comment = f"<office:annotation>{p('Is it 26?')}</office:annotation>"
    words = "Killed 24" + note.format("footnote", "Of 30 men.") + comment + " people." + note.format("endnote", "End.")
    document = opened(p(words), p("Rain."))
    assert outline(document) == [
        "paragraph: Killed 24 people.",
        "paragraph: Rain.",
        "footnote: Of 30 men.",
        "footnote: End.",
    ]
    assert place(document, "Of 30") == "footnote 1, paragraph 1, run 1"
    assert place(document, "End") == "endnote 1, paragraph 1, run 1"


def test_headers_and_footers_are_left_out() -> None:
    assert (
        opened(
            p("Rain."), master=f"<style:master-page><style:header>{p('Page 3')}</style:header></style:master-page>"
        ).text
        == "Rain."
    )


def test_a_table_of_contents_is_shown_and_not_read() -> None:
    lines = f"<text:index-body>{p('Fire 3', 'Contents_20_1')}</text:index-body>"
    index = f"<text:table-of-content>{lines}</text:table-of-content>"
    document = opened(index, p("It began at six."))
    assert document.text == "Fire 3\n\nIt began at six."
    assert outline(document) == ["paragraph: It began at six."]


def test_blanks_print_as_in_the_format_and_marks_that_are_elements_too() -> None:
    words = "\n  one \n two<text:s text:c='2'/>three<text:tab/>four<text:line-break/> five\u00a0\u00a0six "
    assert opened(p(words)).text == "one two  three\tfour\nfive\u00a0\u00a0six "


def test_raised_and_hidden_words() -> None:
    automatic = style("T1", "text", 'style:text-position="super 58%"') + style("T2", "text", 'text:display="none"')
    words = 'km<text:span text:style-name="T1">2</text:span> of <text:span text:style-name="T2">26</text:span>rain'
    assert opened(p(words), automatic=automatic).text == "km\u00b2 of rain"


def test_a_number_over_several_spans_is_one_and_its_place_is_where_it_begins() -> None:
    document = opened(p("killed 1,<text:span>28</text:span>4 people"))
    assert document.text == "killed 1,284 people"
    assert [place(document, words) for words in ("killed", "28", "4 people")] == [
        "paragraph 1, run 1",
        "paragraph 1, run 2",
        "paragraph 1, run 3",
    ]


def test_merged_and_repeated_cells_keep_the_columns_behind_them() -> None:
    wide = f'<table:table-cell table:number-columns-spanned="2">{p("Killed")}</table:table-cell>'
    wide += "<table:covered-table-cell/>"
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    document = opened(table(row("Place", wide, "Hurt"), row("A", empty, "3"), row("B", "1", "2", "4")))
    assert cells(document)[0, 0, 3] == "Hurt" and cells(document)[0, 1, 3] == "3" and cells(document)[0, 2, 3] == "4"
    assert place(document, "Hurt") == "table 1, row 1, cell 3"


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    inner = f"<table:table-cell>{p('Total')}{table(row('x', '1'), row('y', '2'))}</table:table-cell>"
    document = opened(table(row("A", inner), row("B", "3")))
    assert cells(document)[0, 0, 1] == "Total" and cells(document)[1, 1, 1] == "2" and cells(document)[0, 1, 1] == "3"


def test_a_table_of_fields_and_values_is_a_fact_box() -> None:
    document = opened(table(row("Ferry fire", ""), row("Place", "Kasha"), row("Killed", "24")), p("It began."))
    assert [(block.role, block.label) for block in document.blocks][1:3] == [
        ("infobox", "Place"),
        ("infobox", "Killed"),
    ]


def test_a_bold_line_heads_a_section() -> None:
    bold = style("P2", "paragraph", 'fo:font-weight="bold"')
    document = opened(p("Fire kills 24"), p("It began."), p("The rescue", "P2"), p("Boats came."), automatic=bold)
    assert [block.role for block in document.blocks] == ["headline", "paragraph", "heading", "paragraph"]


def test_the_files_own_fields_give_the_date(lexicon: Lexicon) -> None:
    field = '<meta:user-defined meta:name="Date">12 March 2024</meta:user-defined>'
    document = read(odt(p("It began."), meta=field), "a.odt", lexicon)
    assert document.dated is not None and document.dated.isoformat() == "2024-03-12"


def test_words_are_what_odfpy_wrote() -> None:
    made = OpenDocumentText()
    made.text.addElement(H(outlinelevel=1, text="Fire & smoke <kill> 24"))
    paragraph = P(text="\u201cSix\u201d \u2013 ")
    paragraph.addElement(Span(text="caf\u00e9 \U0001f525"))
    made.text.addElement(paragraph)
    data = io.BytesIO()
    made.save(data)
    document = read(data.getvalue(), "a.odt")
    assert document.text == "Fire & smoke <kill> 24\n\n\u201cSix\u201d \u2013 caf\u00e9 \U0001f525"
    assert document.blocks[0].role == "headline"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"text", "is no odt file: it is no zip archive"),
        (zipped({"a.txt": b"x"}), "is no odt file: it has no part content.xml"),
        (zipped({"content.xml": b"<a/>"}), "is no odt file: its content is no text"),
        (odt(p("24"), manifest="<encryption-data/>"), "is encrypted; save it without a password"),
        (odt("<text:p>"), "its part content.xml is no well-formed XML: mismatched tag"),
    ],
)
def test_what_is_no_whole_odt_file_is_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "draft.odt")
    assert str(caught.value).startswith(f"draft.odt: {message}")


def flat(body: str, name: str = "text") -> bytes:
    names = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "style"))
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {names}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{name}>{body}</office:{name}></office:body></office:document>"
    ).encode()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_text_in_one_file_is_read_as_well(mark: bytes) -> None:
    body = p("Fire kills 24", "P1") + p("A fire killed <text:span>2</text:span>6.")
    document = read(mark + flat(body), "draft.fodt")
    assert outline(document) == ["headline: Fire kills 24", "paragraph: A fire killed 26."]
    assert place(document, "26") == "paragraph 2, run 2"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (flat("", "spreadsheet"), "is no fodt file: its content is no text"),
        (b"<?xml version='1.0'?><a/>", "is no fodt file: its content is no text"),
        (b"<office:document>", "is damaged|not well-formed|unbound"),
        (b"words", "is no odt file: it is no zip archive"),
    ],
)
def test_what_is_no_flat_text_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=rf"^draft\.fodt: .*(?:{said})"):
        read(data, "draft.fodt")
