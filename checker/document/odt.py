"""OpenDocument texts (odt; fodt in one file): what is printed with changes accepted, comments and heads left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.parsers import expat

from checker.document.flow import Para, lay_out
from checker.document.gathering import Gatherer
from checker.document.naming import named
from checker.document.package import Package
from checker.document.properties import read_properties
from checker.document.reading import Reading
from checker.document.stylenames import role_of
from checker.document.xmlparts import parse
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.values import NamedTuple

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}table:1.0": "table",
    f"{_OASIS}drawing:1.0": "draw",
}
_FORM = "odt"
_FLAT = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|office:document)")
# What changes have taken away, comments, phonetic guides, the mark of a note, and headers and footers.
_LEFT_OUT = frozenset(
    (
        *("text:tracked-changes", "office:annotation", "text:ruby-text", "text:note-citation", "office:forms"),
        *("office:master-styles", "text:script"),
    )
)
_SHAPES = frozenset(
    ("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle", "draw:polygon", "draw:path")
)
_INDEXES = frozenset(
    (
        *("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index"),
        *("text:user-index", "text:alphabetical-index", "text:bibliography"),
    )
)
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_BLANKS = re.compile("[ \t\r\n]+")
_MOST_REPEATED = 1_000
_MOST_PARENTS = 20


class _Style(NamedTuple):
    """What one style says itself, and the name of the one that it is based on; None is "as that one"."""

    parent: str = ""
    role: str = ""
    level: int = 0
    is_bold: bool | None = None
    is_raised: bool | None = None
    is_hidden: bool | None = None


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
    content = _Content()
    if "styles.xml" in package.names:
        parse(package.part("styles.xml"), content, "styles.xml")
    parse(package.part("content.xml"), content, "content.xml")
    if not content.has_text:
        raise InputError("is no odt file: its content is no text")
    meta = package.optional("meta.xml")
    return _laid_out(content, read_properties(meta, "meta.xml") if meta else {}, lexicon)


def _flat(source: bytes, lexicon: Lexicon | None) -> Reading:
    """Read a text in one file of XML: its styles come before what they style."""
    content = _Content()
    parse(source, content, "office:document")
    if not content.has_text:
        raise InputError("is no fodt file: its content is no text")
    return _laid_out(content, read_properties(source, "office:document"), lexicon)


def _laid_out(content: _Content, meta: Mapping[str, str], lexicon: Lexicon | None) -> Reading:
    laid = lay_out([*content.flows[0].finished(), *content.notes])
    prose, pieces = named(laid, lexicon)
    return Reading(laid.text, prose, pieces, meta, laid.locators)


class _Content(Gatherer):
    """Handler of ``xmlparts.parse``, for the styles first and then for the content."""

    parser: expat.XMLParserType
    prefixes: Mapping[str, str] = _PREFIXES

    def __init__(self) -> None:
        super().__init__()
        self.styles: dict[str, _Style] = {}
        self.style = self.family = ""
        self.path: list[str] = []
        self.skip = 0
        self.has_text = False
        self.spans: list[_Style] = []
        self.around: list[list[_Style]] = []
        self.parts_run = True
        self.after_blank = True
        self.lists = 0
        self.indexes = 0
        self.notes: list[Para] = []
        self.counts = {"footnote": 0, "endnote": 0}
        self.note = "footnote"

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if self.skip or name in _LEFT_OUT:
            self.skip += 1
            return
        self.path.append(name)
        if name in _SHAPES:
            self._open_box()
        elif name in _INDEXES:
            self.indexes += 1
        elif name in _OPEN:
            _OPEN[name](self, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self.skip:
            self.skip -= 1
            return
        self.path.pop()
        if name in _SHAPES:
            self._close_box()
        elif name in _INDEXES:
            self.indexes -= 1
        elif name in _CLOSE:
            _CLOSE[name](self)

    def words(self, text: str) -> None:
        """Take characters. Blanks in a row print as one, and none at the start of a paragraph."""
        inside = self.path[-1] if self.path else ""
        if self.skip or self.flow.open is None or inside in _BETWEEN or not inside.startswith("text:"):
            return
        words = _BLANKS.sub(" ", text)
        if self.after_blank:
            words = words.lstrip(" ")
        if words:
            self.after_blank = words.endswith(" ")
            self._print(words)

    def _print(self, text: str) -> None:
        style = self.spans[-1] if self.spans else _Style()
        if self.flow.open is None or style.is_hidden:
            return
        if self.parts_run:
            self.flow.open.counted += 1
            self.parts_run = False
        if text.strip() and not style.is_bold:
            self.flow.open.all_bold = False
        text = text.translate(_RAISED) if style.is_raised else text
        self.put(text, " " * len(text) if self.indexes else text.replace("\u2011", "-"))

    # Styles

    def _open_style(self, attributes: Mapping[str, str]) -> None:
        name, self.family = attributes.get("name", ""), attributes.get("family", "")
        self.style = f"{self.family} {name}"
        role, level = role_of(attributes.get("display-name", name))
        outline = attributes.get("default-outline-level", "")
        if not role and len(outline) == 1 and outline in "123456789":
            role, level = "heading", int(outline)
        self.styles[self.style] = _Style(f"{self.family} {attributes.get('parent-style-name', '')}", role, level)

    def _style_property(self, attributes: Mapping[str, str]) -> None:
        if not self.style:
            return
        style = self.styles[self.style]
        if "font-weight" in attributes:
            style = style._replace(is_bold=attributes["font-weight"] in ("bold", "600", "700", "800", "900"))
        if "text-position" in attributes:
            style = style._replace(is_raised=attributes["text-position"].startswith("super"))
        if "display" in attributes:
            style = style._replace(is_hidden=attributes["display"] == "none")
        self.styles[self.style] = style

    def _close_style(self) -> None:
        self.style = ""

    def _resolved(self, name: str) -> _Style:
        style = self.styles.get(name, _Style())
        for _ in range(_MOST_PARENTS):
            above = self.styles.get(style.parent)
            if above is None:
                break
            role, level = (style.role, style.level) if style.role else (above.role, above.level)
            style = _Style(
                above.parent,
                role,
                level,
                above.is_bold if style.is_bold is None else style.is_bold,
                above.is_raised if style.is_raised is None else style.is_raised,
                above.is_hidden if style.is_hidden is None else style.is_hidden,
            )
        return style

    # Paragraphs

    def _open_text(self, _: Mapping[str, str]) -> None:
        self.has_text = True

    def _open_paragraph(self, attributes: Mapping[str, str]) -> None:
        if self.flow.open is not None:
            self._close_paragraph()
        self.begin_paragraph()
        style = self._resolved(f"paragraph {attributes.get('style-name', '')}")
        level = attributes.get("outline-level", "")
        if self.path[-1] == "text:h" and style.role not in ("headline", "standfirst"):
            style = style._replace(role="heading", level=int(level) if len(level) == 1 and level in "123456789" else 1)
        self.spans = [style]
        self.parts_run = self.after_blank = True

    def _close_paragraph(self) -> None:
        if self.flow.open is None:
            return
        style = self.spans[0] if self.spans else _Style()
        role, level = ("", 0) if style.role == "contents" else (style.role, style.level)
        if self.lists and role in ("", "list_item"):
            role, level = "list_item", self.lists
        self.end_paragraph(role, level, is_bold=self.flow.open.all_bold)

    def _open_span(self, attributes: Mapping[str, str]) -> None:
        outer = self.spans[-1] if self.spans else _Style()
        own = self._resolved(f"text {attributes.get('style-name', '')}")
        self.spans.append(
            outer._replace(
                is_bold=outer.is_bold if own.is_bold is None else own.is_bold,
                is_raised=outer.is_raised if own.is_raised is None else own.is_raised,
                is_hidden=outer.is_hidden or own.is_hidden,
            )
        )
        self.parts_run = True

    def _close_span(self) -> None:
        if len(self.spans) > 1:
            self.spans.pop()
        self.parts_run = True

    def _open_blanks(self, attributes: Mapping[str, str]) -> None:
        self._print(" " * _number(attributes.get("c", "1")))
        self.after_blank = False

    def _open_mark(self, mark: str) -> None:
        self._print(mark)
        self.after_blank = mark != "\t"

    def _open_hidden(self, attributes: Mapping[str, str]) -> None:
        outer = self.spans[-1] if self.spans else _Style()
        self.spans.append(outer._replace(is_hidden=attributes.get("is-hidden") == "true"))

    # Tables, boxes and notes

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        repeated = _number(attributes.get("number-columns-repeated", "1"))
        self.begin_cell(repeated)

    def _open_covered(self, attributes: Mapping[str, str]) -> None:
        self._open_cell(attributes)
        if self.table:
            self.table.cell -= 1
            self.table.skips_cell = True

    def _open_box(self) -> None:
        self.around.append(self.spans)
        self.begin_box()

    def _close_box(self) -> None:
        later = self.end_flow()
        self.flow.later.extend(later)
        self.spans = self.around.pop()
        self.parts_run = True

    def _open_note(self, attributes: Mapping[str, str]) -> None:
        kind = attributes.get("note-class", "footnote")
        self.note = kind if kind in self.counts else "footnote"

    def _open_note_body(self, _: Mapping[str, str]) -> None:
        self.counts[self.note] += 1
        self.around.append(self.spans)
        self.begin_note(f"{self.note} {self.counts[self.note]}")

    def _close_note_body(self) -> None:
        self.notes.extend(self.end_flow())
        self.spans = self.around.pop()
        self.parts_run = True

    def _open_list(self, _: Mapping[str, str]) -> None:
        self.lists += 1

    def _close_list(self) -> None:
        self.lists -= 1


def _number(value: str) -> int:
    """Return a count of repetitions: at least one, and no more than a text can need."""
    return min(max(int(value), 1), _MOST_REPEATED) if value.isdecimal() and len(value) < 10 else 1


# Where characters are blanks between elements: a paragraph may hold a frame that is set out over several lines.
_BETWEEN = frozenset(("draw:frame", "text:note", "text:note-body", "draw:g", "text:list", "text:list-item"))
_OPEN: dict[str, Callable[[_Content, Mapping[str, str]], None]] = {
    "style:style": _Content._open_style,
    "style:text-properties": _Content._style_property,
    "office:text": _Content._open_text,
    "text:p": _Content._open_paragraph,
    "text:h": _Content._open_paragraph,
    "text:span": _Content._open_span,
    "text:a": _Content._open_span,
    "text:hidden-text": _Content._open_hidden,
    "text:s": _Content._open_blanks,
    "text:tab": lambda content, _: content._open_mark("\t"),
    "text:line-break": lambda content, _: content._open_mark("\n"),
    "text:list": _Content._open_list,
    "text:note": _Content._open_note,
    "text:note-body": _Content._open_note_body,
    "table:table": lambda content, _: content.begin_table(),
    "table:table-row": lambda content, _: content.begin_row(),
    "table:table-cell": _Content._open_cell,
    "table:covered-table-cell": _Content._open_covered,
}
_CLOSE: dict[str, Callable[[_Content], None]] = {
    "style:style": _Content._close_style,
    "text:p": _Content._close_paragraph,
    "text:h": _Content._close_paragraph,
    "text:span": _Content._close_span,
    "text:a": _Content._close_span,
    "text:hidden-text": _Content._close_span,
    "text:list": _Content._close_list,
    "text:note-body": _Content._close_note_body,
    "table:table": _Content.end_table,
    "table:table-row": _Content.end_row,
}
