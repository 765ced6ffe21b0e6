"""News in XML: NITF, and NewsML-G2 with NITF, XHTML or plain text in it. Entities are never expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.document import html, plain
from checker.document.embedded import Embedded
from checker.document.entities import ENTITY, without_references
from checker.document.html.cells import places
from checker.document.html.content import choose
from checker.document.html.context import Contexts
from checker.document.html.lexer import TEXT
from checker.document.html.roles import named
from checker.document.html.tree import Tree
from checker.document.html.walk import Walk
from checker.document.reading import Piece, Reading
from checker.errors import InputError
from checker.lexicon.book import Lexicon

_ROOTS = frozenset(("newsitem", "newsmessage", "nitf"))
_NEWS = re.compile(r"<(?:[\w.-]{1,40}:)?(?:newsitem|newsmessage|nitf)\b", re.IGNORECASE)
_SUBSET = re.compile(r"<!DOCTYPE[^<>\[]*\[|<!ENTITY", re.IGNORECASE)
# Elements of NITF by what they are in HTML; others stand in the line.
_HTML = {
    **{"hl1": "h1", "hl2": "h2", "bq": "blockquote", "block": "div", "media": "figure", "media-caption": "figcaption"},
    **dict.fromkeys(("body.content", "contentset"), "main"),
    **dict.fromkeys(("body.head", "hedline", "inlinexml", "inlinedata", "note", "fn", "abstract", "nitf-table"), "div"),
    **dict.fromkeys(("byline", "dateline", "tagline", "distributor", "credit", "headline", "description"), "p"),
    **dict.fromkeys(("media-metadata", "media-producer", "media-reference", "docdata", "itemmeta"), "template"),
}
_KNOWN = {"abstract": "standfirst", "dateline": "front_matter", "fn": "footnote"}
_DATES = ("contentcreated", "story.date", "date.issue", "date.release", "versioncreated", "firstcreated", "sent")
_STAMP = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_TAGS = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|br|b|i|em|strong)\b", re.IGNORECASE)
_CDATA = "<![CDATA["


def is_draft(text: str) -> bool:
    """Tell whether an XML file that nobody named is one of ours; what is meant for one and broken is."""
    return _NEWS.search(text) is not None


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*.

    Raises:
        InputError: if it is no well-formed XML, declares entities, is no news in XML, or holds more than one item.
    """
    if _SUBSET.search(text):
        raise InputError("declares entities, which is refused: they may be bombs")
    tree = Tree(text, is_xml=True)
    names = [node.name for node in tree.nodes]
    root = names[1] if len(names) > 1 else ""
    if root not in _ROOTS:
        raise InputError(f"is no NITF and no NewsML-G2, but XML with the root {root or 'missing'!r}")
    if names.count("newsitem") > 1:
        raise InputError(f"holds {names.count('newsitem')} items; give each a file of its own")
    roles = dict(_roles(tree, names))
    for node in tree.nodes:
        node.name = _HTML.get(node.name, node.name)
    return _read(tree, names, roles, lexicon)


def _roles(tree: Tree, names: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the elements whose name alone tells what they are."""
    has_headline = False
    for number, name in enumerate(names):
        if name not in ("hl1", "headline"):
            role = _KNOWN.get(name, "standfirst" if _is_standfirst(tree, names, number) else "")
        else:
            role = "headline" if not has_headline and tree.nodes[number].words else ""
            has_headline = has_headline or bool(role)
        if role:
            yield number, role


def _is_standfirst(tree: Tree, names: list[str], number: int) -> bool:
    node = tree.nodes[number]
    if names[number] == "hl2":
        return names[node.parent] == "hedline"
    return names[number] == "description" and "summary" in tree.attributes(node).get("role", "")


def _read(tree: Tree, names: list[str], roles: dict[int, str], lexicon: Lexicon | None) -> Reading:
    left_out = choose(tree).left_out - roles.keys()
    data = {n for n, name in enumerate(names) if name == "inlinedata"}
    walk = Walk(tree, Contexts(tree, places(tree, left_out), roles), left_out | data)
    bodies = [n for n, name in enumerate(names) if name in ("body.content", "contentset", "body.end")]
    walk.run(_outermost(tree, [*bodies, *(n for n, role in roles.items() if role != "footnote")]))
    prose = "".join(walk.prose)
    pieces = named(tree, walk.found, prose, lexicon, has_title=True)
    for number in sorted(data):
        inner, more = _inline(tree, number, lexicon)
        prose = _patched(prose, inner)
        pieces += more
    return Reading(tree.text, prose, pieces, _meta(tree, names))


def _outermost(tree: Tree, numbers: list[int]) -> list[int]:
    """Return the elements that stand in no other of them, in text order."""
    kept: list[int] = []
    for number in sorted(numbers, key=lambda n: tree.nodes[n].first):
        if not kept or tree.nodes[number].first >= tree.nodes[kept[-1]].last:
            kept.append(number)
    return kept


def _inline(tree: Tree, number: int, lexicon: Lexicon | None) -> tuple[list[tuple[int, str]], list[Piece]]:
    """Read data that is one text: plain, or HTML that is escaped."""
    embedded = Embedded()
    node = tree.nodes[number]
    for kind, start, end, _ in tree.events[node.first : node.last]:
        if kind == TEXT:
            _add(embedded, tree.text, start, end)
    words = embedded.text
    if not words.strip():
        return [], []
    reading = html.read(words, lexicon, has_title=True) if _TAGS.search(words) else plain.read(words, lexicon)
    pieces = [
        piece._replace(
            start=embedded.place(piece.start),
            end=embedded.end(piece.end),
            role="heading" if piece.role == "headline" else piece.role,
        )
        for piece in reading.pieces
    ]
    return embedded.spread(reading.prose), pieces


def _add(embedded: Embedded, text: str, start: int, end: int) -> None:
    if text.startswith(_CDATA, start):
        last = end - 3 if text.endswith("]]>", start, end) else end
        embedded.add(text[start + len(_CDATA) : last], start + len(_CDATA), last)
        return
    at = start
    for match in ENTITY.finditer(text, start, end):
        embedded.add(text[at : match.start()], at, match.start())
        printed = without_references(match.group(), is_xml=True)
        embedded.add(printed[0] if printed != match.group() else printed, match.start(), match.end())
        at = match.end()
    embedded.add(text[at:end], at, end)


def _patched(prose: str, parts: list[tuple[int, str]]) -> str:
    out, at = [], 0
    for start, words in sorted(parts):
        out += [prose[at:start], words]
        at = start + len(words)
    return "".join([*out, prose[at:]])


def _meta(tree: Tree, names: list[str]) -> dict[str, str]:
    meta = {}
    lang = tree.attributes(tree.nodes[1]).get("xml:lang", "")
    if lang:
        meta["lang"] = lang
    for wanted in _DATES:
        for number, name in enumerate(names):
            norm = tree.attributes(tree.nodes[number]).get("norm", "") if name == wanted else ""
            match = _STAMP.search(norm or tree.inner_text(number)) if name == wanted else None
            if match and "date" not in meta:
                meta["date"] = "-".join(match.groups())
    return meta
