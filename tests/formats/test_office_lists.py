"""Numbers of lists and captions of pictures, which office files mark by what stands around a paragraph."""

from __future__ import annotations

import pytest

from checker.lexicon.book import Lexicon
from checker.model.document import Document
from tests.formats import docxfile, rtffile
from tests.formats.docxfile import docx, para, run
from tests.formats.odtfile import odt, p, style
from tests.formats.outline import outline, read

NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def labels(document: Document) -> list[tuple[str, str]]:
    return [(block.label, document.words(block.span)) for block in document.blocks if block.role == "list_item"]


def item(words: str, number: int, level: int = 0, name: str = "") -> str:
    return para(words, name, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_items_of_word_have_the_numbers_that_word_prints() -> None:
    body = [item("Merle", 1), item("so", 1, 1), item("Orlan", 1), item("Bullet", 2), item("Tarn", 3), item("Selby", 4)]
    body += [item("No list", 9), item("Orrin", 4)]
    assert labels(read(docx(*body, numbering=NUMBERING), "a.docx")) == [
        ("1", "Merle"),
        ("", "so"),
        ("2", "Orlan"),
        ("", "Bullet"),
        ("3", "Tarn"),
        ("7", "Selby"),
        ("", "No list"),
        ("8", "Orrin"),
    ]


def test_a_numbered_heading_is_a_heading_and_counts() -> None:
    body = [item("The rescue", 1, name="Heading1"), item("Merle", 1), para("Rain fell.")]
    document = read(docx(para("Fire", "Title"), *body, numbering=NUMBERING), "a.docx")
    assert outline(document)[1] == "heading: The rescue"
    assert labels(document) == [("2", "Merle")]


def _list(*items: str, name: str = "L1", more: str = "") -> str:
    return f'<text:list text:style-name="{name}"{more}>{"".join(items)}</text:list>'


def _item(inside: str, more: str = "") -> str:
    return f"<text:list-item{more}>{inside}</text:list-item>"


COUNTED = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    '<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="1" '
    'text:start-value="7"/></text:list-style>'
)


def test_items_of_opendocument_have_the_numbers_that_it_prints() -> None:
    inner = f"<text:list>{_item(p('so'))}</text:list>"
    body = [
        _list(_item(p("Merle") + p("a second paragraph") + inner), _item(p("Orlan"))),
        _list(_item(p("Bullet")), name="L2"),
        _list(_item(p("Tarn")), more=' text:continue-numbering="true"'),
        _list(_item(p("Selby")), _item(p("Hesk"), ' text:start-value="12"'), name="L3"),
        _list(_item(p("Orrin"))),
    ]
    assert labels(read(odt(*body, automatic=COUNTED), "a.odt")) == [
        ("1", "Merle"),
        ("", "a second paragraph"),
        ("", "so"),
        ("2", "Orlan"),
        ("", "Bullet"),
        ("3", "Tarn"),
        ("7", "Selby"),
        ("12", "Hesk"),
        ("1", "Orrin"),
    ]


def test_a_number_typed_before_a_tab_in_rtf_is_the_number_of_an_item(lexicon: Lexicon) -> None:
    body = [rtffile.par(r"\fi-360 1.\tx360\tab Merle"), rtffile.par(r"\fi-360 \bullet \tx360\tab Orlan")]
    document = read(rtffile.rtf(*body).encode(), "a.rtf", lexicon)
    assert [(block.role, block.label) for block in document.blocks] == [("list_item", "1"), ("list_item", "")]


DRAWING = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
PICTURE = "<w:r><w:pict><v:imagedata/></w:pict></w:r>"
ITALIC = run("The quay on Monday.", "<w:i/>")
FRAME = "<draw:frame><draw:image/></draw:frame>"
SLANTED = style("T1", "text", 'fo:font-style="italic"')
LIKE = '<text:span text:style-name="T1">The quay on Monday.</text:span>'
IMAGE = r"{\pict\jpegblip ffd8}"


def in_word(*paragraphs: str) -> Document:
    return read(docx(para("Fire kills 24", "Title"), *(para(one) for one in paragraphs), para("It burned.")), "a.docx")


def in_writer(*paragraphs: str) -> Document:
    body = [p("Fire kills 24", "Title"), *(p(one) for one in paragraphs), p("It burned.")]
    return read(odt(*body, automatic=SLANTED), "a.odt")


def in_rtf(*paragraphs: str) -> Document:
    body = [rtffile.par("Fire kills 24", 2), *map(rtffile.par, paragraphs), rtffile.par("It burned.")]
    return read(rtffile.rtf(*body).encode(), "a.rtf")


@pytest.mark.parametrize(
    ("document", "role"),
    [
        (in_word(DRAWING + ITALIC), "caption"),
        (in_word(PICTURE + run(" ") + ITALIC), "caption"),
        (in_word(DRAWING, ITALIC), "caption"),
        (in_word(ITALIC), "paragraph"),
        (in_word(ITALIC + DRAWING), "paragraph"),
        (in_word(DRAWING + ITALIC + run(" It burned.")), "paragraph"),
        (in_writer(FRAME + LIKE), "caption"),
        (in_writer(FRAME, LIKE), "caption"),
        (in_writer(LIKE), "paragraph"),
        (in_writer(FRAME + LIKE + " It burned."), "paragraph"),
        (in_rtf(IMAGE + r" {\i The quay on Monday.}"), "caption"),
        (in_rtf(IMAGE, r"\i The quay on Monday."), "caption"),
        (in_rtf(r"\i The quay on Monday."), "paragraph"),
        (in_rtf(IMAGE + r" {\i The quay on Monday.} It burned."), "paragraph"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.kind,
)
def test_a_paragraph_in_italics_behind_a_picture_or_below_it_is_its_caption(document: Document, role: str) -> None:
    assert [block.role for block in document.blocks] == ["headline", role, "paragraph"]


def test_italics_of_a_style_count_too() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:i/></w:rPr></w:style>'
    data = docx(para("Fire kills 24", "Title"), para(DRAWING + run("The quay."), "Note"), para("It burned."))
    parts = docxfile.unzipped(data)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", styles.encode() + b"</w:styles>")
    assert outline(read(docxfile.zipped(parts), "a.docx"))[1] == "caption: The quay."


@pytest.mark.parametrize(
    ("line", "role"),
    [("Devgarh, 22 May 2025", "paragraph"), ("What we know", "heading"), ("The fire of May", "heading")],
)
def test_a_line_in_bold_type_with_the_date_below_the_headline_is_the_dateline(
    line: str, role: str, lexicon: Lexicon
) -> None:
    body = [para("Fire kills 24", "Title"), para(run(line, "<w:b/>")), para("It began at six.")]
    document = read(docx(*body), "a.docx", lexicon)
    assert document.blocks[1].role == role
    assert str(document.dated) == ("2025-05-22" if role == "paragraph" else "None")


def test_code_is_printed_and_not_read() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="Source Code"/></w:style>'
    parts = docxfile.unzipped(docx(para("It burned."), para("dead = 99", "Code")))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", styles.encode() + b"</w:styles>")
    named = odt(p("It burned."), p("dead = 99", "P1"), automatic=_NAMED)
    for data, name in ((docxfile.zipped(parts), "a.docx"), (named, "a.odt")):
        document = read(data, name)
        assert document.text == "It burned.\n\ndead = 99"
        assert outline(document) == ["paragraph: It burned."]


_NAMED = (
    '<style:style style:name="Code" style:family="paragraph"/>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Code"/>'
)
