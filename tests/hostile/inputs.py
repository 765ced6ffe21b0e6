"""Files made to harm who reads them: each with the status that a check of it ends with, and what it says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from tests.formats.docxfile import docx, para, part, run, zipped
from tests.formats.epubfile import epub
from tests.formats.odtfile import odt, p
from tests.formats.pdffile import block, pdf

READ = "checked 2 documents"


class Hostile(NamedTuple):
    """A file name, its bytes, the exit status of a check of it and a clean draft, and words on stderr."""

    name: str
    content: Callable[[], bytes]
    status: int
    says: str


def _swapped(data: bytes, name: str, content: bytes) -> bytes:
    """Return a zip file with another content for one of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**parts, name: content})


def _entities(root: str) -> bytes:
    levels = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "bomb">{levels}]><{root}>&e9;</{root}>'.encode()


def _external() -> bytes:
    return b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'


def _bomb() -> bytes:
    inside = part("document", "<w:body>" + para("24") + " " * 200_000_000 + "</w:body>")
    return _swapped(docx(para("24")), "word/document.xml", inside.encode())


def _many_parts() -> bytes:
    return zipped({f"{at}.xml": b"" for at in range(20_001)})


def _wide_table() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="999999999"/>'
    return odt(f"<table:table><table:table-row>{cell}</table:table-row></table:table>", p("24 dead."))


def _odd_encoding() -> bytes:
    return _swapped(odt(p("24")), "content.xml", b'<?xml version="1.0" encoding="' + b"UTF-8" * 1_000 + b'"?><a/>')


MAIN = "word/document.xml"
HOSTILE = (
    Hostile("empty.txt", lambda: b"", 0, READ),
    Hostile("empty.md", lambda: b"", 0, READ),
    Hostile("empty.docx", lambda: b"", 2, "empty.docx: is no docx file: it is empty"),
    Hostile("empty.odt", lambda: b"", 2, "empty.odt: is no odt file: it is empty"),
    Hostile("empty.pdf", lambda: b"", 2, "empty.pdf: is no whole PDF file"),
    Hostile("blank.txt", lambda: b" \n" * 100_000, 0, READ),
    Hostile("binary.txt", lambda: bytes(range(256)) * 100, 2, "binary.txt: not a text file (null byte at offset 0)"),
    Hostile("null.md", lambda: b"killed 24\0 people", 2, "null.md: not a text file (null character at offset 9)"),
    Hostile("latin.txt", lambda: b"caf\xe9", 2, "latin.txt: cannot read as UTF-8 (byte 0xe9 at offset 3)"),
    Hostile("unknown.xyz", lambda: b"24", 2, "unknown.xyz: no format with the suffix .xyz is read"),
    Hostile("huge.txt", lambda: b"a " * 10_000_001, 2, "huge.txt: larger than 20,000,000 bytes"),
    Hostile("line.txt", lambda: b"The fire spread over the hills. " * 312_500, 0, READ),
    Hostile("word.txt", lambda: b"a" * 10_000_000, 0, READ),
    Hostile("sentences.txt", lambda: b"A fire killed 24 people. " * 400_000, 0, "were not read"),
    Hostile(
        "numbers.txt", lambda: " ".join(map(str, range(100_000))).encode(), 0, "1 sentences from line 1 on were not"
    ),
    Hostile("counts.md", lambda: ", ".join(f"{at} dead" for at in range(100_000)).encode(), 0, "were not read"),
    Hostile("paragraphs.txt", lambda: b"It burned.\n\n" * 1_000_000, 0, "nothing from line 100001 on was read"),
    Hostile("rows.txt", lambda: b"Dead  24\n" * 1_000_000, 0, "nothing from line 50001 on was read"),
    Hostile("tables.md", lambda: b"|a|b|\n|-|-|\n|1|2|\n\n" * 25_000, 0, READ),
    Hostile("notes.wiki", lambda: b"24 people" + b"<ref>x</ref> and" * 50_000, 0, READ),
    Hostile("digits.txt", lambda: b"It killed " + b"7" * 1_000_000 + b" people.", 0, READ),
    Hostile("commas.txt", lambda: b"It killed " + b"7," * 500_000 + b" people.", 0, READ),
    Hostile("quotes.md", lambda: b">" * 1_000_000, 0, READ),
    Hostile("brackets.md", lambda: b"[" * 1_000_000, 0, READ),
    Hostile("cut.docx", lambda: docx(para("24 dead"))[:-30], 2, "cut.docx: is no whole docx file"),
    Hostile("cut.odt", lambda: odt(p("24 dead"))[:-30], 2, "cut.odt: is no whole odt file"),
    Hostile("cut.pdf", lambda: pdf(block(60, 600, "24 dead"))[:200], 2, "cut.pdf: is no whole PDF file"),
    Hostile("text.docx", lambda: b"24 dead", 2, "text.docx: is no docx file: it is no zip archive"),
    Hostile("odt.docx", lambda: odt(p("24 dead")), 2, "odt.docx: is no docx file: it has no main part"),
    Hostile("docx.odt", lambda: docx(para("24")), 2, "docx.odt: is no odt file: it has no part content.xml"),
    Hostile("docx.txt", lambda: docx(para("24 dead")), 2, "docx.txt: not a text file"),
    Hostile("docx.pdf", lambda: docx(para("24 dead")), 2, "docx.pdf: is no whole PDF file"),
    Hostile("zip.docx", lambda: zipped({"a": b"24"}), 2, "zip.docx: is no docx file"),
    Hostile("many.docx", _many_parts, 2, "many.docx: has more than 20,000 parts"),
    Hostile("bomb.docx", _bomb, 2, "bomb.docx: its part word/document.xml unpacks to more than 50,000,000 bytes"),
    Hostile(
        "ole.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        2,
        "is encrypted",
    ),
    Hostile("secret.pdf", lambda: pdf(block(60, 600, "24"), password="x"), 2, "secret.pdf: is encrypted"),
    Hostile("picture.pdf", lambda: pdf([]), 2, "picture.pdf: has no text on its 1 pages"),
    Hostile("entities.docx", lambda: _swapped(docx(para("24")), MAIN, _entities("a")), 2, "declares a document type"),
    Hostile("outside.docx", lambda: _swapped(docx(para("24")), MAIN, _external()), 2, "declares a document type"),
    Hostile(
        "entities.odt", lambda: _swapped(odt(p("24")), "content.xml", _entities("a")), 2, "declares a document type"
    ),
    Hostile("styles.docx", lambda: _swapped(docx(para("24")), "word/styles.xml", _entities("a")), 2, "document type"),
    Hostile(
        "deep.docx", lambda: docx("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000), 2, "nests elements deeper than 1,000"
    ),
    Hostile("deep.odt", lambda: odt("<text:span>" * 100_000 + "</text:span>" * 100_000), 2, "nests elements deeper"),
    Hostile(
        "broken.docx", lambda: docx("<w:p><w:r>"), 2, "broken.docx: its part word/document.xml is no well-formed XML"
    ),
    Hostile(
        "field.docx", lambda: docx(para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("24"))), 2, "never ends"
    ),
    Hostile("runs.docx", lambda: docx(para(run("2") * 200_000)), 0, READ),
    Hostile("columns.odt", _wide_table, 0, READ),
    Hostile("deep.rtf", lambda: b"{\\rtf1" + b"{" * 1_000_000, 2, "deep.rtf: nests groups deeper than 1,000"),
    Hostile("cut.rtf", lambda: b"{\\rtf1 It killed 24", 2, "cut.rtf: is no whole RTF file"),
    Hostile("bin.rtf", lambda: b"{\\rtf1 {\\bin9999999999 24", 2, "bin.rtf: is no whole RTF file"),
    Hostile("empty.rtf", lambda: b"", 2, "empty.rtf: is no RTF file"),
    Hostile("cut.epub", lambda: epub("<p>24 dead.</p>")[:-30], 2, "cut.epub: is no whole epub file"),
    Hostile(
        "bomb.epub", lambda: epub("<p>24 dead.</p>" + " " * 60_000_000), 2, "unpacks to more than 50,000,000 bytes"
    ),
    Hostile(
        "encoding.odt", _odd_encoding, 2, "encoding.odt: its part content.xml is no well-formed XML: unknown encoding"
    ),
    Hostile("blanks.odt", lambda: odt(p('24<text:s text:c="999999999"/>dead')), 0, READ),
)
