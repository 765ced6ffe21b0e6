"""Drafts as a CMS hands them over: JSON with a headline, a body in HTML or Markdown, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module

from checker.document.embedded import Composer
from checker.document.jsontext import Leaf, Path, leaves, unescaped
from checker.document.reading import Piece, Reading
from checker.errors import InputError
from checker.lexicon.book import Lexicon

_HEADLINES = frozenset(("headline", "hed", "title"))
_BODIES = frozenset(
    (
        "article",
        "articlebody",
        "articletext",
        "body",
        "bodyhtml",
        "bodymarkdown",
        "bodymd",
        "bodytext",
        "content",
        "contenthtml",
        "html",
        "markdown",
        "storybody",
        "text",
    )
)
# Fields that settings and schemas do not have; "title" and "content" they have.
_TELLING = frozenset(
    ("headline", "hed", "articlebody", "body", "bodyhtml", "bodymarkdown", "bodymd", "bodytext", "contenthtml")
)
_FIELD = re.compile(r"\"([A-Za-z_-]{3,16})\"[ \t\r\n]*:")
_ROLES = {
    **dict.fromkeys(_HEADLINES, "headline"),
    **dict.fromkeys(
        (
            "abstract",
            "deck",
            "dek",
            "description",
            "excerpt",
            "intro",
            "standfirst",
            "subhead",
            "subheadline",
            "subtitle",
        ),
        "standfirst",
    ),
    **dict.fromkeys(("sub", "summary", "trailtext"), "standfirst"),
    **dict.fromkeys(("caption", "captions", "cutline", "cutlines", "imagecaption", "photocaption"), "caption"),
    **dict.fromkeys(("footnote", "footnotes", "endnotes", "notes"), "footnote"),
    **dict.fromkeys(("pullquote", "pullquotes", "quote", "quotes", "blockquote"), "quote"),
    **dict.fromkeys(("bullets", "highlights", "keypoints"), "list_item"),
    **dict.fromkeys(("factbox", "facts", "infobox", "keyfacts", "keyfigures"), "infobox"),
    "dateline": "front_matter",
}
_DATES = (
    *("published", "publishedat", "datepublished", "publicationdate", "publishdate", "pubdate", "firstpublished"),
    *("firstpublicationdate", "webpublicationdate", "displaydate", "date", "dateline"),
)
_LANGUAGES = ("locale", "lang", "language")
# "title": {"rendered": "..."}: names of a spelling, not of a part.
_SPELLINGS = frozenset(("default", "html", "main", "markdown", "plain", "raw", "rendered", "text", "value", "content"))
_TABLES = frozenset(("table", "tables"))
_HEADERS = frozenset(("columns", "header", "headers", "headings"))
_LABELS = ("label", "name", "key", "term", "title")
_TAGS = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|table|br|figure|blockquote|section|article|em|strong|b|i|a)\b", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^(?:#{1,6} |[-*] |> |\|)|\*\*|\]\(|<!--", re.MULTILINE)
_REFERENCE = re.compile(r"&#?\w+;|<[A-Za-z/!]")


def is_draft(text: str) -> bool:
    """Tell whether a JSON file that nobody named is one of ours; what is meant for one and broken is."""
    try:
        found = leaves(text)
    except InputError:
        return any(_key(name) in _TELLING for name in _FIELD.findall(text))
    roots = _roots(found)
    # Titles alone, in many places, are of a schema or of settings.
    return len(roots) == 1 or any(_key(name) in _TELLING for root in roots for name in _fields(found, root))


def _fields(found: Sequence[Leaf], root: Path) -> Iterator[str]:
    for leaf in found:
        if leaf.is_string and leaf.path[: len(root)] == root:
            yield from _names(leaf.path)[-1:]


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*.

    Raises:
        InputError: if it is no JSON, holds no draft, or more than one.
    """
    found = leaves(text)
    root = _root(found)
    reader = _Reader(text, lexicon, [leaf for leaf in found if leaf.path[: len(root)] == root], len(root))
    return reader.read()


def _root(found: Sequence[Leaf]) -> Path:
    """Return the path of the object that is the draft: the one nearest to the top with a headline or a body."""
    roots = _roots(found)
    if not roots:
        raise InputError("holds no draft: no field such as headline, title, body or body_html")
    if len(roots) > 1:
        raise InputError(f"holds {len(roots)} drafts; give each a file of its own")
    return roots[0]


def _roots(found: Sequence[Leaf]) -> list[Path]:
    roots: dict[Path, Leaf] = {}
    for leaf in found:
        names = _names(leaf.path)
        if leaf.is_string and names and (_key(names[-1]) in _HEADLINES | _BODIES):
            roots.setdefault(leaf.path[: leaf.path.index(names[-1])] if names[-1] in leaf.path else (), leaf)
    depth = min(map(len, roots), default=0)
    return [root for root in roots if len(root) == depth]


def _names(path: Path) -> list[str]:
    """Return the keys of a path without names of spellings at its end and without indexes."""
    names = [name for name in path if isinstance(name, str)]
    while len(names) > 1 and _key(names[-1]) in _SPELLINGS and _key(names[-2]) in _ROLES.keys() | _BODIES:
        names.pop()
    return names


def _key(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


class _Reader:
    """Goes over the values of one draft."""

    def __init__(self, text: str, lexicon: Lexicon | None, found: Sequence[Leaf], depth: int) -> None:
        self.text = text
        self.lexicon = lexicon
        self.found = found
        self.depth = depth
        self.composer = Composer(text)
        self.meta: dict[str, str] = {}
        self.tables: dict[Path, int] = {}
        self.headers = {leaf.path[:-2] for leaf in found if _key(str(leaf.path[-2:-1])) in _HEADERS}
        self.has_headline = any(self._role(leaf) == "headline" for leaf in found)

    def read(self) -> Reading:
        for at, leaf in enumerate(self.found):
            role = self._role(leaf) if leaf.start < leaf.end else ""
            if role == "body":
                self._body(leaf)
            elif role == "cell":
                self._cell(leaf)
            elif role == "meta":
                name = _key(_names(leaf.path)[-1])
                self.meta.setdefault("lang" if name in _LANGUAGES else name, unescaped(self.text, leaf).text)
            elif role:
                self._words(leaf, role, self._label(at) if role == "infobox" else "")
        day = next((self.meta[name] for name in _DATES if name in self.meta), "")
        meta = {"date": day} if day else {}
        meta |= {"lang": self.meta["lang"]} if self.meta.get("lang") else {}
        return Reading(self.text, self.composer.prose(), self.composer.pieces, meta)

    def _role(self, leaf: Leaf) -> str:
        """Return what a value is: a role, "body", "cell", "meta"; "" for what is not read."""
        keys = [_key(name) for name in _names(leaf.path[self.depth :])]
        if not keys:
            return ""
        boxed = next((key for key in keys if _ROLES.get(key) == "infobox"), "")
        if boxed:
            return "" if keys[-1] in _LABELS and len(keys) > 1 and self._is_label(leaf) else "infobox"
        if _TABLES & set(keys):
            return "cell" if len(leaf.path) - self.depth >= 3 else ""
        if not leaf.is_string:
            return ""
        last = keys[-1]
        if len(keys) == 1 and last in _BODIES:
            return "body"
        if len(keys) == 1 and (last in _DATES or last in _LANGUAGES) and last != "dateline":
            return "meta"
        role = _ROLES.get(last, "")
        return role if role == "caption" or len(keys) == 1 else ""

    def _is_label(self, leaf: Leaf) -> bool:
        return isinstance(leaf.path[-2], int)

    def _body(self, leaf: Leaf) -> None:
        embedded = unescaped(self.text, leaf)
        words = embedded.text
        kind = "html" if _TAGS.search(words) else "markdown" if _MARKDOWN.search(words) else "plain"
        titled = {} if kind == "plain" else {"has_title": self.has_headline}
        reading: Reading = import_module(f"checker.document.{kind}").read(words, self.lexicon, **titled)
        pieces = reading.pieces
        if self.has_headline:
            pieces = [p._replace(role="heading", level=2) if p.role == "headline" else p for p in pieces]
        self.composer.add(embedded, reading._replace(pieces=pieces))

    def _words(self, leaf: Leaf, role: str, label: str) -> None:
        embedded = unescaped(self.text, leaf)
        if role == "front_matter":
            self.meta.setdefault("dateline", embedded.text)
        if not _REFERENCE.search(embedded.text):
            self.composer.add_words(embedded, Piece(0, 0, role, 1 if role == "list_item" else 0, label=label))
            return
        from checker.document import html

        reading = html.read(embedded.text, self.lexicon)
        pieces = [Piece(piece.start, piece.end, role, label=label) for piece in reading.pieces]
        self.composer.add(embedded, reading._replace(pieces=pieces))

    def _label(self, at: int) -> str:
        """Return the name of a field of a fact box: its key, or what stands beside it as label."""
        leaf = self.found[at]
        if len(leaf.path) < 2 or not isinstance(leaf.path[-2], int):
            last = leaf.path[-1]
            return last.replace("_", " ") if isinstance(last, str) else ""
        beside = (other for other in self._beside(at) if _key(str(other.path[-1])) in _LABELS)
        other = next(beside, None)
        return unescaped(self.text, other).text if other else ""

    def _beside(self, at: int) -> Iterator[Leaf]:
        leaf = self.found[at]
        for other in self.found[max(0, at - 4) : at + 5]:
            if other.path[:-1] == leaf.path[:-1] and other is not leaf:
                yield other

    def _cell(self, leaf: Leaf) -> None:
        *above, row, column = leaf.path
        if not isinstance(column, int):
            return
        is_header = _key(str(row)) in _HEADERS
        table = tuple(above) if is_header or not isinstance(above[-1], str) else tuple(above[:-1])
        if not is_header and isinstance(above[-1], str) and _key(above[-1]) in _TABLES:
            table = tuple(above)
        number = self.tables.setdefault(table, -1)
        if number < 0:
            number = self.tables[table] = self.composer.new_table()
        at = 0 if is_header else int(row) + (table in self.headers) if isinstance(row, int) else -1
        if at >= 0:
            self.composer.add_words(unescaped(self.text, leaf), Piece(0, 0, "table_cell", 0, number, at, column))
