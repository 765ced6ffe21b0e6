"""Containers with bytes changed, cut out or doubled: read or refused, and never a failure of our own."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document.read import read_document
from checker.errors import InputError
from tests.formats.docxfile import docx, para, row, run, table, zipped
from tests.formats.epubfile import epub
from tests.formats.odtfile import odt, p
from tests.formats.pdffile import block, pdf
from tests.formats.rtffile import par, rtf

_BOX = f"<w:r><w:pict><v:textbox><w:txbxContent>{para('Killed: 24')}</w:txbxContent></v:textbox></w:pict></w:r>"
_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
SEEDS = {
    "docx": docx(para("Fire kills 24", "Title"), para(_BOX + run("24") + _FIELD), table(row("A", "1"), row("B", "2"))),
    "odt": odt(p("Fire kills 24", "Title"), p("24<text:s/><text:note><text:note-body/></text:note> people.")),
    "epub": epub("<h1>Fire kills 24</h1><table><tr><td>1</td></tr></table>"),
    "rtf": rtf(par("Fire kills 24", 2), par("caf\\'e9 \\u8220?24")).encode(),
    "pdf": pdf(block(60, 600, "Fire kills 24", "It began at six.")),
}
MAIN = {"docx": "word/document.xml", "odt": "content.xml", "epub": "OEBPS/text/c 0.xhtml"}
INSIDE = [b"<", b">", b"/", b"&", b"<w:p>", b"</w:p>", b"</w:tbl>", b"<w:tc>", b"{", b"}", b"\\", b"\\u-1", b"9" * 12]
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(INSIDE) | st.binary(max_size=4)),
    min_size=1,
    max_size=5,
)


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """Return *data* with bytes replaced: at a share of its length, a number of them, by others."""
    for share, length, new in edits:
        at = int(share * len(data))
        data = data[:at] + new + data[at + length :]
    return data


def is_read_or_refused(data: bytes, kind: str) -> None:
    try:
        document = read_document("draft", data, format=kind)
    except InputError as error:
        assert str(error).startswith("draft") and "\n" not in str(error)
    else:
        assert len(document.prose) == len(document.text)
        assert all(0 <= block.span.start < block.span.end <= len(document.text) for block in document.blocks)


@pytest.mark.parametrize("kind", SEEDS)
@settings(max_examples=150)
@given(edits=EDITS)
def test_a_damaged_file_is_read_or_refused(kind: str, edits: list[tuple[float, int, bytes]]) -> None:
    is_read_or_refused(edited(SEEDS[kind], edits), kind)


@pytest.mark.parametrize("kind", MAIN)
@settings(max_examples=150)
@given(edits=EDITS)
def test_a_whole_archive_with_a_damaged_text_is_read_or_refused(
    kind: str, edits: list[tuple[float, int, bytes]]
) -> None:
    with zipfile.ZipFile(io.BytesIO(SEEDS[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[MAIN[kind]] = edited(parts[MAIN[kind]], edits)
    is_read_or_refused(zipped(parts), kind)


def test_an_archive_whose_directory_points_before_its_start_is_refused() -> None:
    data = SEEDS["docx"]
    at = data.rindex(b"PK\x05\x06") + 16
    with pytest.raises(InputError, match=r"^draft: its part .* is damaged: |^draft: is no whole docx file: "):
        read_document("draft", data[:at] + b"\xff\xff\x00\x00" + data[at + 4 :], format="docx")
