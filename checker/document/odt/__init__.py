"""OpenDocument texts (odt; fodt in one file): what is printed with changes accepted, comments and heads left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.document.flow import lay_out
from checker.document.naming import named
from checker.document.odt.content import Content
from checker.document.package import Package
from checker.document.properties import read_properties
from checker.document.reading import Reading
from checker.document.xmlparts import parse
from checker.errors import InputError
from checker.lexicon.book import Lexicon

_FORM = "odt"
_FLAT = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|office:document)")


def read(source: bytes, lexicon: Lexicon | None = None) -> Reading:
    """Read the bytes of an odt file.

    Raises:
        InputError: if they are none, are encrypted or damaged; the message has no file name yet.
    """
    if _FLAT.match(source):
        return _flat(source, lexicon)
    package = Package(source, _FORM)
    manifest = package.optional("META-INF/manifest.xml")
    if b"encryption-data" in manifest or b"encrypted-package" in manifest:
        raise InputError("is encrypted; save it without a password")
    content = Content()
    if "styles.xml" in package.names:
        parse(package.part("styles.xml"), content, "styles.xml")
    parse(package.part("content.xml"), content, "content.xml")
    if not content.has_text:
        raise InputError("is no odt file: its content is no text")
    meta = package.optional("meta.xml")
    return _laid_out(content, read_properties(meta, "meta.xml") if meta else {}, lexicon)


def _flat(source: bytes, lexicon: Lexicon | None) -> Reading:
    """Read a text in one file of XML: its styles come before what they style."""
    content = Content()
    parse(source, content, "office:document")
    if not content.has_text:
        raise InputError("is no fodt file: its content is no text")
    return _laid_out(content, read_properties(source, "office:document"), lexicon)


def _laid_out(content: Content, meta: Mapping[str, str], lexicon: Lexicon | None) -> Reading:
    laid = lay_out([*content.flows[0].finished(), *content.notes])
    prose, pieces = named(laid, lexicon)
    return Reading(laid.text, prose, pieces, meta, laid.locators)
