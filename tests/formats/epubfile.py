"""EPUBs for tests."""

from __future__ import annotations

from tests.formats.docxfile import zipped

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def epub(*chapters: str, title: str = "A book", encryption: str = "") -> bytes:
    """Return an EPUB whose chapters are insides of ``body``; the files stand in another order than they are read."""
    pages = {f"OEBPS/text/c {at}.xhtml": _page(inside) for at, inside in enumerate(chapters)}
    items = "".join(
        f'<item id="c{at}" href="text/c%20{at}.xhtml" media-type="application/xhtml+xml"/>'
        for at in reversed(range(len(chapters)))
    )
    items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    items += '<item id="pic" href="a.jpg" media-type="image/jpeg"/>'
    spine = "".join(f'<itemref idref="{one}"/>' for one in ["nav", *(f"c{at}" for at in range(len(chapters)))])
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{title}</dc:title></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/book.opf": book,
        "OEBPS/nav.xhtml": _page("<nav><ol><li>99 dead</li></ol></nav>"),
        **pages,
    }
    if encryption:
        reference = f'<enc:CipherReference URI="{encryption}"/>'
        space = "http://www.w3.org/2001/04/xmlenc#"
        parts["META-INF/encryption.xml"] = f'<encryption xmlns:enc="{space}">{reference}</encryption>'
    return zipped({name: text.encode() for name, text in parts.items()})


def _page(inside: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>A book</title></head><body>{inside}</body></html>"
    )
