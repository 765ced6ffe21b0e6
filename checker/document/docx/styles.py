"""What the styles of a Word file make of a paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from checker.document.stylenames import role_of
from checker.document.xmlparts import parse
from checker.model.values import NamedTuple

WORD = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "urn:schemas-microsoft-com:vml": "v",
}
"""Prefix by namespace, in files as Word writes them and in "strict" ones."""

_MOST_PARENTS = 20


class Style(NamedTuple):
    """``role`` is "" where the style gives none, and "contents" for what is printed and not read.

    ``number`` is the list that its paragraphs are items of: "" where it does not say, "0" for none.
    """

    role: str = ""
    level: int = 0
    is_bold: bool = False
    is_hidden: bool = False
    is_italic: bool = False
    number: str = ""


def read_styles(data: bytes) -> Mapping[str, Style]:
    """Return the styles by id, each with what it takes over from those it is based on."""
    reader = _Styles()
    if data:
        parse(data, reader, "word/styles.xml")
    return {name: reader.resolved(name) for name in reader.own}


def is_on(attributes: Mapping[str, str]) -> bool:
    """Tell whether a property that needs no value ("<w:b/>") is set."""
    return attributes.get("val", "1") not in ("0", "false", "off", "none")


class _Styles:
    """``own`` holds what each style says itself, ``parents`` what it is based on."""

    prefixes: Mapping[str, str] = WORD
    parser: expat.XMLParserType

    def __init__(self) -> None:
        self.own: dict[str, Style] = {}
        self.parents: dict[str, str] = {}
        self.name = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:style":
            self.name = attributes.get("styleId", "")
            self.own[self.name] = Style()
        elif self.name:
            self._property(name, attributes)

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        style = self.own[self.name]
        if name == "w:name":
            role, level = role_of(attributes.get("val", ""))
            style = style._replace(role=role, level=level)
        elif name == "w:basedOn":
            self.parents[self.name] = attributes.get("val", "")
        elif name == "w:b":
            style = style._replace(is_bold=is_on(attributes))
        elif name == "w:vanish":
            style = style._replace(is_hidden=is_on(attributes))
        elif name == "w:numId":
            style = style._replace(number=attributes.get("val", ""))
        elif name == "w:i":
            style = style._replace(is_italic=is_on(attributes))
        elif name == "w:outlineLvl" and not style.role and attributes.get("val", "9") in "012345678":
            style = style._replace(role="heading", level=int(attributes["val"]) + 1)
        self.own[self.name] = style

    def end(self, name: str) -> None:
        if name == "w:style":
            self.name = ""

    def words(self, text: str) -> None:
        """Styles have no words."""

    def resolved(self, name: str) -> Style:
        style = self.own[name]
        for _ in range(_MOST_PARENTS):
            name = self.parents.get(name, "")
            above = self.own.get(name)
            if above is None:
                break
            style = Style(
                style.role or above.role,
                style.level or above.level,
                style.is_bold or above.is_bold,
                style.is_hidden or above.is_hidden,
                style.is_italic or above.is_italic,
                style.number or above.number,
            )
        return style
