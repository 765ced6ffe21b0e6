"""Drafts in the formats of containers, as the tools of newsrooms write them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph, Spacer, Table

from tests.formats import docxfile, odtfile
from tests.formats.epubfile import epub
from tests.formats.rendered import blocks_in_html
from tests.formats.stories import Story

_SPLIT = re.compile(r"(\d)(?=\d)")
_LONG = {
    "2024-03-12": "12 March 2024",
    "2024-03-14": "14 March 2024",
    "2024-05-03": "3 May 2024",
    "2024-02-20": "20 February 2024",
    "2024-03-15": "15 March 2024",
    "2024-06-11": "11 June 2024",
}
_DEAD = '<w:del w:id="7" w:author="A"><w:r><w:delText>99 dead </w:delText></w:r></w:del>'


def _parts(story: Story) -> list[tuple[str, object]]:
    top = [("title", story.headline), ("standfirst", story.standfirst), ("p", _LONG[story.date])]
    return [*top, *story.body]


def _runs(words: str, between: str) -> str:
    """Return runs that part numbers between their digits, with *between* in the gaps."""
    pieces = _SPLIT.sub("\\1\0", words).split("\0")
    return between.join(docxfile.run(escape(piece), "<w:b/>" if at % 2 else "") for at, piece in enumerate(pieces))


def _docx(story: Story, styles: dict[str, str], between: str) -> bytes:
    body, notes = [], ""
    for role, words in _parts(story):
        if role == "table":
            body.append(docxfile.table(*(docxfile.row(*map(escape, row)) for row in words)))
        elif role == "footnote" and styles:
            body.append(docxfile.para(docxfile.run("It is known.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'))
            notes = f'<w:footnote w:id="2">{docxfile.para(escape(str(words)))}</w:footnote>'
        else:
            bullet = "\u2022 " if role == "li" and not styles else ""
            credit = " Photo: A. Roe/Wire" if role == "caption" and not styles else ""
            body.append(docxfile.para(_runs(bullet + str(words) + credit, between), styles.get(role, "")))
    return docxfile.docx(
        *body, footnotes=notes, comments=f'<w:comment w:id="0">{docxfile.para("98 dead?")}</w:comment>'
    )


_STYLES = {
    "title": "Title",
    "standfirst": "Subtitle",
    "h": "Heading1",
    "li": "ListBullet",
    "quote": "Quote",
    "caption": "Caption",
}


def in_docx(story: Story) -> bytes:
    return _docx(story, _STYLES, "")


def in_docx_without_styles(story: Story) -> bytes:
    return _docx(story, {}, "")


def in_tracked_docx(story: Story) -> bytes:
    """Something is deleted inside each number."""
    return _docx(story, _STYLES, _DEAD)


def in_odt(story: Story) -> bytes:
    styles = {"title": "Title", "standfirst": "Subtitle", "quote": "Quotations", "caption": "Caption"}
    body = []
    for role, words in _parts(story):
        if role == "table":
            body.append(odtfile.table(*(odtfile.row(*map(escape, row)) for row in words)))
            continue
        inside = _SPLIT.sub(r"\1<text:span/>", escape(str(words)))
        if role == "footnote":
            note = f"<text:note-citation>1</text:note-citation><text:note-body>{odtfile.p(inside)}</text:note-body>"
            body.append(odtfile.p(f'It is known.<text:note text:note-class="footnote">{note}</text:note>'))
        elif role == "li":
            body.append(f"<text:list><text:list-item>{odtfile.p(inside)}</text:list-item></text:list>")
        elif role == "h":
            body.append(f'<text:h text:outline-level="1">{inside}</text:h>')
        else:
            body.append(odtfile.p(inside, styles.get(role, "Standard")))
    return odtfile.odt(*body)


def _pdf(story: Story, columns: int) -> bytes:
    sheet = getSampleStyleSheet()
    sheet.add(ParagraphStyle("Caption", parent=sheet["BodyText"], fontSize=8, leading=10))
    named = {"title": "Title", "standfirst": "Italic", "h": "Heading2", "caption": "Caption"}
    flow: list[Flowable] = []
    for role, words in _parts(story):
        if role == "table":
            flow += [Spacer(0, 8), Table([list(row) for row in words]), Spacer(0, 8)]
        else:
            bullet = "\u2022 " if role == "li" else ""
            flow.append(Paragraph(bullet + escape(str(words)), sheet[named.get(role, "BodyText")]))
        if role == "standfirst" and columns == 2:
            flow.append(FrameBreak())
    height = 600 if columns == 1 else 190
    frames = [Frame(60, 670, 480, 110)] if columns == 2 else []
    frames += [Frame(60 + 250 * at, 660 - height, 480 if columns == 1 else 230, height) for at in range(columns)]
    data = io.BytesIO()
    document = BaseDocTemplate(data, pagesize=(600, 800), invariant=True)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=_running_head))
    document.build(flow)
    return data.getvalue()


def _running_head(canvas: object, document: object) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 785, "The Herald, 99 dead, edition of Sunday 26 March 2024")
    canvas.drawCentredString(300, 20, f"Page {document.page} of 77")


def in_pdf(story: Story) -> bytes:
    return _pdf(story, 1)


def in_pdf_columns(story: Story) -> bytes:
    return _pdf(story, 2)


def in_epub(story: Story) -> bytes:
    return epub(f"<h1>{escape(story.headline)}</h1><p>{_LONG[story.date]}</p>{blocks_in_html(story)}")


PACKED: dict[str, tuple[str, Callable[[Story], bytes]]] = {
    "docx": ("docx", in_docx),
    "docx without styles": ("docx", in_docx_without_styles),
    "docx with changes": ("docx", in_tracked_docx),
    "odt": ("odt", in_odt),
    "epub": ("epub", in_epub),
    "pdf": ("pdf", in_pdf),
    "pdf in columns": ("pdf", in_pdf_columns),
}
"""By name: the format, and what writes it."""
