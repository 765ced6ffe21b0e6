"""The running text of an OpenDocument file as it prints: changes accepted, text boxes once, fields as their results."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.parsers import expat

from checker.document.flow import Para
from checker.document.gathering import Gatherer
from checker.document.odt.lists import Lists
from checker.document.odt.styles import Style, Styles

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}table:1.0": "table",
    f"{_OASIS}drawing:1.0": "draw",
}
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


class Content(Gatherer):
    """Handler of ``xmlparts.parse``, for the styles first and then for the content."""

    parser: expat.XMLParserType
    prefixes: Mapping[str, str] = _PREFIXES

    def __init__(self) -> None:
        super().__init__()
        self.styles = Styles()
        self.path: list[str] = []
        self.skip = 0
        self.has_text = False
        self.spans: list[Style] = []
        self.around: list[list[Style]] = []
        self.parts_run = True
        self.after_blank = True
        self.lists = Lists()
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
        style = self.spans[-1] if self.spans else Style()
        if self.flow.open is None or style.is_hidden:
            return
        if self.parts_run:
            self.flow.open.counted += 1
            self.parts_run = False
        if text.strip() and not style.is_bold:
            self.flow.open.all_bold = False
        if text.strip() and not style.is_italic:
            self.flow.open.all_italic = False
        text = text.translate(_RAISED) if style.is_raised else text
        self.put(text, " " * len(text) if self.indexes else text.replace("\u2011", "-"))

    # Paragraphs

    def _open_text(self, _: Mapping[str, str]) -> None:
        self.has_text = True

    def _open_paragraph(self, attributes: Mapping[str, str]) -> None:
        if self.flow.open is not None:
            self._close_paragraph()
        self.begin_paragraph()
        style = self.styles.resolved(f"paragraph {attributes.get('style-name', '')}")
        level = attributes.get("outline-level", "")
        if self.path[-1] == "text:h" and style.role not in ("headline", "standfirst"):
            style = style._replace(role="heading", level=int(level) if len(level) == 1 and level in "123456789" else 1)
        self.spans = [style]
        self.parts_run = self.after_blank = True

    def _close_paragraph(self) -> None:
        if self.flow.open is None:
            return
        style = self.spans[0] if self.spans else Style()
        role, level = style.role, style.level
        if role == "contents":
            role, level = "", 0
            self.flow.open.blank()
        label = ""
        if self.lists.depth and role in ("", "list_item"):
            role, level, label = "list_item", self.lists.depth, self.lists.number()
        self.end_paragraph(role, level, is_bold=self.flow.open.all_bold, label=label)

    def _open_span(self, attributes: Mapping[str, str]) -> None:
        outer = self.spans[-1] if self.spans else Style()
        own = self.styles.resolved(f"text {attributes.get('style-name', '')}")
        self.spans.append(
            outer._replace(
                is_bold=outer.is_bold if own.is_bold is None else own.is_bold,
                is_raised=outer.is_raised if own.is_raised is None else own.is_raised,
                is_hidden=outer.is_hidden or own.is_hidden,
                is_italic=outer.is_italic if own.is_italic is None else own.is_italic,
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
        outer = self.spans[-1] if self.spans else Style()
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


def _number(value: str) -> int:
    """Return a count of repetitions: at least one, and no more than a text can need."""
    return min(max(int(value), 1), _MOST_REPEATED) if value.isdecimal() and len(value) < 10 else 1


# Where characters are blanks between elements: a paragraph may hold a frame that is set out over several lines.
_BETWEEN = frozenset(("draw:frame", "text:note", "text:note-body", "draw:g", "text:list", "text:list-item"))
_OPEN: dict[str, Callable[[Content, Mapping[str, str]], None]] = {
    "style:style": lambda content, attributes: content.styles.begin(attributes),
    "style:text-properties": lambda content, attributes: content.styles.say(attributes),
    "office:text": Content._open_text,
    "text:p": Content._open_paragraph,
    "text:h": Content._open_paragraph,
    "text:span": Content._open_span,
    "text:a": Content._open_span,
    "text:hidden-text": Content._open_hidden,
    "text:s": Content._open_blanks,
    "text:tab": lambda content, _: content._open_mark("\t"),
    "text:line-break": lambda content, _: content._open_mark("\n"),
    "text:list-style": lambda content, attributes: content.lists.define(attributes),
    "text:list-level-style-number": lambda content, attributes: content.lists.define_level(attributes),
    "text:list": lambda content, attributes: content.lists.begin(attributes),
    "text:list-item": lambda content, attributes: content.lists.item(attributes),
    "draw:image": lambda content, _: content.see_image(),
    "text:note": Content._open_note,
    "text:note-body": Content._open_note_body,
    "table:table": lambda content, _: content.begin_table(),
    "table:table-row": lambda content, _: content.begin_row(),
    "table:table-cell": Content._open_cell,
    "table:covered-table-cell": Content._open_covered,
}
_CLOSE: dict[str, Callable[[Content], None]] = {
    "style:style": lambda content: content.styles.end(),
    "text:p": Content._close_paragraph,
    "text:h": Content._close_paragraph,
    "text:span": Content._close_span,
    "text:a": Content._close_span,
    "text:hidden-text": Content._close_span,
    "text:list": lambda content: content.lists.end(),
    "text:note-body": Content._close_note_body,
    "table:table": Content.end_table,
    "table:table-row": Content.end_row,
}
