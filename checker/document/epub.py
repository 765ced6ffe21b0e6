"""EPUB: the chapters in their reading order, each read as the HTML that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.parsers import expat

from checker.document import html
from checker.document.decode import decode
from checker.document.flow import Para, Run, lay_out
from checker.document.insets import parted
from checker.document.package import Package
from checker.document.properties import read_properties
from checker.document.reading import Reading
from checker.document.xmlparts import parse
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.document import Block, visible

_BLANKS = re.compile(" +")
_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "c",
    "http://www.idpf.org/2007/opf": "opf",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
}
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_FORM = "epub"


def read(source: bytes, lexicon: Lexicon | None = None) -> Reading:
    """Read the bytes of an EPUB.

    Raises:
        InputError: if they are none, are encrypted or damaged; the message has no file name yet.
    """
    package = Package(source, _FORM)
    container = _Elements()
    parse(package.part(_CONTAINER), container, _CONTAINER)
    book = next((found.get("full-path", "") for found in container.all("c:rootfile")), "")
    spine = _Elements()
    parse(package.part(book), spine, book)
    pages = [normpath(join(dirname(book), unquote(page))) for page in _pages(spine)]
    _refuse_encrypted(package, frozenset(pages))
    laid = lay_out(_paragraphs(package, pages, lexicon))
    return Reading(laid.text, laid.prose, laid.pieces, read_properties(package.part(book), book), laid.locators)


def _pages(spine: _Elements) -> Iterator[str]:
    """Yield the files of the reading order; the table of contents is none of them."""
    items = {item.get("id", ""): item for item in spine.all("opf:item")}
    for reference in spine.all("opf:itemref"):
        item = items.get(reference.get("idref", ""), {})
        if item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split():
            yield item.get("href", "")


def _refuse_encrypted(package: Package, pages: frozenset[str]) -> None:
    """Refuse a book whose pages are encrypted; fonts often are, and are not read."""
    if _ENCRYPTION not in package.names:
        return
    found = _Elements()
    parse(package.part(_ENCRYPTION), found, _ENCRYPTION)
    if any(unquote(reference.get("URI", "")) in pages for reference in found.all("enc:CipherReference")):
        raise InputError("is encrypted; only books without copy protection can be read")


def _paragraphs(package: Package, pages: list[str], lexicon: Lexicon | None) -> Iterator[Para]:
    tables, headline = 0, ""
    for chapter, page in enumerate(pages, 1):
        text = decode(package.part(page), f"its part {page}")
        reading = html.read(text, lexicon, has_title=bool(headline))
        prose, insets, blocks = parted(reading.pieces, reading.prose)
        most = -1
        for number, block in enumerate(blocks, 1):
            start, end = block.span
            words = _BLANKS.sub(" ", visible((prose if prose[start:end].strip() else insets)[start:end]))
            role = _role(block, words, headline)
            run = Run(words, words, f"chapter {chapter}, paragraph {number}")
            table = block.table if block.table < 0 else tables + block.table
            yield Para((run,), role, block.level, table, block.row, block.column, label=block.label)
            headline = headline or (words if role == "headline" else "")
            most = max(most, block.table)
        tables += most + 1


def _role(block: Block, words: str, headline: str) -> str:
    """Return the role in the whole book: a title page and the first chapter may both print the headline."""
    if block.role in ("headline", "heading") and headline:
        return "headline" if words == headline else "heading"
    return block.role


class _Elements:
    """Handler of ``xmlparts.parse`` that keeps the attributes of each element."""

    parser: expat.XMLParserType
    prefixes: Mapping[str, str] = _PREFIXES

    def __init__(self) -> None:
        self.found: list[tuple[str, Mapping[str, str]]] = []

    def all(self, name: str) -> Iterator[Mapping[str, str]]:
        """Yield the attributes of all elements of that name, in their order."""
        return (attributes for found, attributes in self.found if found == name)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        self.found.append((name, attributes))

    def end(self, name: str) -> None:
        """Nothing of interest ends."""

    def words(self, text: str) -> None:
        """No words are of interest."""
