"""XML that is always well formed, whatever stands in a draft."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from checker.writers.safe import inert

Element = ElementTree.Element


def element(parent: Element, tag: str, attributes: Mapping[str, object], text: str = "") -> Element:
    """Add an element below *parent*."""
    child = ElementTree.SubElement(parent, tag, {name: legal(str(value)) for name, value in attributes.items()})
    child.text = "\n".join(map(legal, text.split("\n"))) or None
    return child


def root(tag: str, attributes: Mapping[str, object]) -> Element:
    """Begin a document."""
    return ElementTree.Element(tag, {name: legal(str(value)) for name, value in attributes.items()})


def document(top: Element) -> str:
    """Return the whole document, indented."""
    ElementTree.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _quiet(ElementTree.tostring(top, encoding="unicode")) + "\n"


def _quiet(text: str) -> str:
    """Write "##" in another way: CI runners obey "##[group]" anywhere in a line of their log."""
    return text.replace("##", "#&#35;")


def legal(text: str) -> str:
    """Replace what XML 1.0 cannot hold: controls, lone surrogates, the last two code points of the basic plane."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" or c in "\ufffe\uffff" else c for c in inert(text))
