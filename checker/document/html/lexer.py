"""The tags, comments and words of HTML or XML with their places, as a browser would part them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.model.values import NamedTuple

# Quotation marks count only behind "=": "<p don't>" is closed by its ">". Possessive: no attribute is tried twice.
_ATTRIBUTE = r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]++)?+)?+"
_OPEN = re.compile(rf"<([A-Za-z_][^\s/<>]*+)((?:[\s/]++|=|{_ATTRIBUTE})*+)>")
_SIMPLE = re.compile(r"<([A-Za-z_][^\s/<>]*+)([^<>]*+)>")
_CLOSE = re.compile(r"</([A-Za-z_][^\s/<>]*+)[^<>]*+>")
_OTHER = re.compile(r"<(?:[!?]|/(?![A-Za-z_]))[^>]*+>")
_VALUE = re.compile(r"([^\s/>=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+))?+)?+")
_COMMENT_END = re.compile(r"--!?>")

TEXT, OPEN, CLOSE, HIDDEN = range(4)

# What stands between these two tags holds no other: "<script>if (a <b) ...".
_RAW = frozenset(
    ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "template")
)


class Mark(NamedTuple):
    """Words (``TEXT``), a tag, or what is never printed (``HIDDEN``: comments, declarations). ``attributes`` is where
    those of an opening tag begin; ``[attributes, end - 1)`` holds them."""

    kind: int
    start: int
    end: int
    name: str = ""
    attributes: int = 0


def marks(text: str, *, is_xml: bool = False) -> Iterator[Mark]:
    """Yield all of *text* in order, without gaps. Names are in lower case, in XML without their prefix."""
    at = words = 0
    opening = _OPEN
    last = text.rfind(">")
    while (at := text.find("<", at)) >= 0:
        if at > last and not text.startswith("<!--", at):
            at += 1
            continue
        mark = _mark(text, at, opening, is_xml)
        if mark is None and opening is _OPEN and text[at + 1 : at + 2].isalpha():
            # A quotation mark or tag that nothing closes: from here on a tag ends with the next ">".
            opening = _SIMPLE
            mark = _mark(text, at, opening, is_xml)
        if mark is None:
            at += 1
            continue
        if words < at:
            yield Mark(TEXT, words, at)
        yield mark
        at = words = mark.end
        if mark.kind == OPEN and not is_xml and mark.name in _RAW:
            words = at
            at = _raw_end(text, mark)
            if words < at:
                yield Mark(TEXT if mark.name == "title" else HIDDEN, words, at)
            words = at
    if words < len(text):
        yield Mark(TEXT, words, len(text))


def _mark(text: str, at: int, opening: re.Pattern[str], is_xml: bool) -> Mark | None:
    if text.startswith("<!--", at):
        return Mark(HIDDEN, at, _comment_end(text, at))
    if is_xml and text.startswith("<![CDATA[", at):
        end = text.find("]]>", at)
        return Mark(TEXT, at, end + 3 if end >= 0 else len(text), "cdata")
    match = opening.match(text, at)
    if match:
        return Mark(OPEN, at, match.end(), _name(match.group(1), is_xml), match.start(2))
    match = _CLOSE.match(text, at)
    if match:
        return Mark(CLOSE, at, match.end(), _name(match.group(1), is_xml))
    match = _OTHER.match(text, at)
    return Mark(HIDDEN, at, match.end()) if match else None


def _name(name: str, is_xml: bool) -> str:
    return name.rpartition(":")[2].lower() if is_xml else name.lower()


def _comment_end(text: str, at: int) -> int:
    if text.startswith((">", "->"), at + 4):
        return text.index(">", at) + 1
    match = _COMMENT_END.search(text, at + 4)
    return match.end() if match else len(text)


def _raw_end(text: str, mark: Mark) -> int:
    match = re.compile(rf"</{mark.name}(?=[\s/>])", re.IGNORECASE).search(text, mark.end)
    return match.start() if match else len(text)


def attributes(text: str, start: int, end: int) -> Mapping[str, tuple[int, int]]:
    """Return where the values of the attributes between two offsets stand, by name in lower case; the first counts."""
    found: dict[str, tuple[int, int]] = {}
    for match in _VALUE.finditer(text, start, end):
        group = match.lastindex or 1
        found.setdefault(match.group(1).lower(), match.span(group) if group > 1 else (match.end(), match.end()))
    return found
