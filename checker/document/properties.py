"""What an office file says about itself: its title, and fields that the desk gave it."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from checker.document.xmlparts import parse

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "custom",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": "custom",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
}
# When a file was made or saved says nothing of the day that its draft is about: templates are years old.
_KEPT = {"dc:title": "title"}


def read_properties(data: bytes, part: str) -> dict[str, str]:
    """Return the title and the file's own fields ("Date", "Dateline"), keys in lower case.

    Raises:
        InputError: if the part is no well-formed XML.
    """
    reader = _Properties()
    parse(data, reader, part)
    return {key: value for key, words in reader.found.items() if (value := "".join(words).strip())}


class _Properties:
    parser: expat.XMLParserType
    prefixes: Mapping[str, str] = _PREFIXES

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}
        self.key = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _KEPT:
            self.key = _KEPT[name]
        elif name in ("custom:property", "meta:user-defined"):
            self.key = attributes.get("name", "").lower()

    def end(self, name: str) -> None:
        if name in _KEPT or name in ("custom:property", "meta:user-defined"):
            self.key = ""

    def words(self, text: str) -> None:
        if self.key:
            self.found.setdefault(self.key, []).append(text)
