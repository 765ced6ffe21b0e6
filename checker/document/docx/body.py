"""The running text of a Word file as it prints: tracked changes accepted, text boxes once, fields as their results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from checker.document.docx.marks import RunMark, Words
from checker.document.docx.numbering import Numbering
from checker.document.docx.styles import WORD, Style, is_on
from checker.document.flow import Para
from checker.document.gathering import Gatherer
from checker.errors import InputError
from checker.model.values import NamedTuple

_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
# What accepted changes take away, what properties were before, and phonetic guides above the words.
_LEFT_OUT = frozenset(
    (
        *("w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange", "w:tblPrExChange"),
        *("w:trPrChange", "w:tcPrChange", "w:tblGridChange", "w:numberingChange", "w:rt", "w:instrText"),
    )
)
_MARKS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_LINE = str.maketrans("\n\r\t", "   ")


class _RunState(NamedTuple):
    """What is known of the open run: the byte of its start tag, the bytes of its properties, what they say."""

    at: int = 0
    properties: tuple[int, int] = (0, 0)
    is_hidden: bool = False
    is_raised: bool = False
    is_bold: bool = False
    is_italic: bool = False


class _Paragraph(NamedTuple):
    """What the properties of the open paragraph say; ``number`` is the list that it is an item of, "0" for none."""

    style: Style = Style()
    level: int = 0
    number: str = ""
    heading: int = 0


class Body(Gatherer):
    """Handler of ``xmlparts.parse``: fills ``paragraphs``; ``notes`` are the notes referred to, in that order.

    *part* is "" for the main part, else "footnote" or "endnote", whose notes are kept by id in ``by_id``.
    """

    prefixes: Mapping[str, str] = WORD
    parser: expat.XMLParserType

    def __init__(self, styles: Mapping[str, Style], numbering: Numbering, part: str = "") -> None:
        super().__init__()
        self.styles = styles
        self.numbering = numbering
        self.part = part
        self.path: list[str] = []
        self.skip = 0
        self.took_choice: list[bool] = []
        self.fields: list[bool] = []
        self.notes: list[tuple[str, str, int]] = []
        self.by_id: dict[str, list[Para]] = {}
        self.note_id = ""
        self.words_of: list[Words] | None = None
        self.keeps_blanks = False
        self.tag = 0
        self.run = _RunState()
        self.paragraph = _Paragraph()
        self.around: list[tuple[_RunState, _Paragraph]] = []
        self.anchor = 0

    @property
    def paragraphs(self) -> list[Para]:
        """Return what was read.

        Raises:
            InputError: if a field has no end: what prints behind it cannot be told.
        """
        if False in self.fields:
            raise InputError("has a field that begins and never ends; open it in Word and save it again")
        return self.flows[0].finished()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if self.skip:
            self.skip += 1
            return
        inside = self.path[-1] if self.path else ""
        if name in _LEFT_OUT or (name == "mc:Fallback" and self.took_choice and self.took_choice[-1]):
            if name in ("w:del", "w:moveFrom") and inside in ("w:rPr", "w:trPr"):
                self._deleted_mark(inside)
            self.skip = 1
            return
        self.path.append(name)
        opener = _OPEN.get(name)
        if opener:
            opener(self, attributes)
        elif name in _MARKS and inside == "w:r":
            self._print(_MARKS[name])
        elif inside in ("w:pPr", "w:numPr"):
            self._paragraph_property(name, attributes)
        elif inside == "w:rPr":
            self._run_property(name, attributes)
        elif inside in ("w:tcPr", "w:trPr"):
            self._table_property(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self.skip:
            self.skip -= 1
            return
        self.path.pop()
        closer = _CLOSE.get(name)
        if closer:
            closer(self)

    def words(self, text: str) -> None:
        """Take characters; those outside of ``w:t`` are blanks between elements."""
        if self.words_of is not None and not self.skip:
            self.words_of.append(Words(self.parser.CurrentByteIndex, text))

    # Paragraphs

    def _open_paragraph(self, _: Mapping[str, str]) -> None:
        if self.flow.open is not None:
            self._close_paragraph()
        self.begin_paragraph()
        self.paragraph = _Paragraph()

    def _close_paragraph(self) -> None:
        para, opened = self.paragraph, self.flow.open
        if opened is None:
            return
        role, level = para.style.role, para.style.level
        number = para.number or para.style.number
        label = self.numbering.count(number, para.level)
        if para.heading and role not in ("headline", "standfirst"):
            role, level = "heading", para.heading
        if role == "list_item" or (not role and number not in ("", "0")):
            role, level = "list_item", para.level + 1
        if role == "contents":
            role = ""
            opened.blank()
        opened.all_italic = opened.all_italic or para.style.is_italic
        label = label if role == "list_item" else ""
        self.end_paragraph(role, level, is_bold=para.style.is_bold or opened.all_bold, label=label)

    def _paragraph_property(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "w:pStyle":
            self.paragraph = self.paragraph._replace(style=self.styles.get(value, Style()))
        elif name == "w:ilvl" and value.isdecimal() and len(value) < 3:
            self.paragraph = self.paragraph._replace(level=int(value))
        elif name == "w:numId":
            self.paragraph = self.paragraph._replace(number=value)
        elif name == "w:outlineLvl" and len(value) == 1 and value in "012345678":
            self.paragraph = self.paragraph._replace(heading=int(value) + 1)

    def _deleted_mark(self, inside: str) -> None:
        if inside == "w:trPr" and self.table:
            self.table.skips_row = True
        elif inside == "w:rPr" and self.path[-2:] == ["w:pPr", "w:rPr"] and self.flow.open:
            self.flow.open.goes_on = True

    # Runs

    def _open_run(self, _: Mapping[str, str]) -> None:
        self.run = _RunState(self.parser.CurrentByteIndex)
        if len(self.flows) == 1:
            self.anchor = self.run.at
        if self.flow.open:
            self.flow.open.counted += 1

    def _open_properties(self, _: Mapping[str, str]) -> None:
        if self.path[-2:] == ["w:r", "w:rPr"]:
            self.run = self.run._replace(properties=(self.parser.CurrentByteIndex, 0))

    def _close_properties(self) -> None:
        if self.path and self.path[-1] == "w:r":
            start, _ = self.run.properties
            self.run = self.run._replace(properties=(start, self.parser.CurrentByteIndex))

    def _run_property(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.path[-3:-1] != ["w:r", "w:rPr"]:
            return
        run = self.run
        if name == "w:vanish":
            run = run._replace(is_hidden=is_on(attributes))
        elif name == "w:b":
            run = run._replace(is_bold=is_on(attributes))
        elif name == "w:i":
            run = run._replace(is_italic=is_on(attributes))
        elif name == "w:vertAlign":
            run = run._replace(is_raised=attributes.get("val") == "superscript")
        elif name == "w:rStyle":
            style = self.styles.get(attributes.get("val", ""), Style())
            run = run._replace(
                is_hidden=run.is_hidden or style.is_hidden,
                is_bold=run.is_bold or style.is_bold,
                is_italic=run.is_italic or style.is_italic,
            )
        self.run = run

    def _open_text(self, attributes: Mapping[str, str]) -> None:
        self.words_of = []
        self.keeps_blanks = attributes.get("space") == "preserve"
        self.tag = self.parser.CurrentByteIndex

    def _close_text(self) -> None:
        words, self.words_of = tuple(self.words_of or ()), None
        text = "".join([part.text for part in words]).translate(_LINE)
        kept = text if self.keeps_blanks else text.strip(" ")
        dropped = 0 if self.keeps_blanks else len(text) - len(text.lstrip(" "))
        mark = RunMark(
            self.run.at,
            self.tag,
            self.run.properties,
            words,
            dropped,
            self.part or ("text box" if len(self.flows) > 1 else ""),
            self.anchor,
        )
        self._print(kept.translate(_RAISED) if self.run.is_raised else kept, mark)

    def _close_formula(self) -> None:
        words, self.words_of = "".join([part.text for part in self.words_of or ()]), None
        self._print(words, is_read=False)

    def _print(self, text: str, mark: RunMark | None = None, *, is_read: bool = True) -> None:
        if self.flow.open is None or self.run.is_hidden or self.paragraph.style.is_hidden or False in self.fields:
            return
        if text.strip() and not self.run.is_bold:
            self.flow.open.all_bold = False
        if text.strip() and not self.run.is_italic:
            self.flow.open.all_italic = False
        self.put(text, text.replace("\u2011", "-") if is_read else " " * len(text), mark)

    def _open_symbol(self, attributes: Mapping[str, str]) -> None:
        code = attributes.get("char", "")
        try:
            self._print(chr(int(code, 16)), is_read=False)
        except (ValueError, OverflowError):
            self._print("\ufffd", is_read=False)

    def _open_field_mark(self, attributes: Mapping[str, str]) -> None:
        """Keep what stands between "separate" and "end", the result; what stands before is the instruction."""
        kind = attributes.get("fldCharType")
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _table_property(self, name: str, attributes: Mapping[str, str]) -> None:
        table = self.table
        if table is None:
            return
        value = attributes.get("val", "")
        number = int(value) if value.isdecimal() and len(value) < 4 else 0
        if name == "w:gridSpan":
            table.span = max(number, 1)
        elif name in ("w:vMerge", "w:hMerge"):
            table.skips_cell = value in ("", "continue")
        elif name == "w:cellDel":
            table.skips_cell = True
        elif name == "w:gridBefore":
            table.column += number

    # Text boxes and notes

    def _open_box(self, _: Mapping[str, str]) -> None:
        self.around.append((self.run, self.paragraph))
        self.begin_box()

    def _close_box(self) -> None:
        if self.around:
            later = self.end_flow()
            self.flow.later.extend(later)
            self.run, self.paragraph = self.around.pop()

    def _open_choices(self, _: Mapping[str, str]) -> None:
        self.took_choice.append(False)

    def _open_choice(self, _: Mapping[str, str]) -> None:
        if self.took_choice and self.took_choice[-1]:
            self.path.pop()
            self.skip = 1
        elif self.took_choice:
            self.took_choice[-1] = True

    def _close_choices(self) -> None:
        self.took_choice.pop()

    def _open_reference(self, kind: str, attributes: Mapping[str, str]) -> None:
        if False not in self.fields:
            self.notes.append((kind, attributes.get("id", ""), self.anchor))

    def _open_note(self, attributes: Mapping[str, str]) -> None:
        self.note_id = attributes.get("id", "")
        self.begin_note()

    def _close_note(self) -> None:
        self.by_id[self.note_id] = self.end_flow()


_OPEN: dict[str, Callable[[Body, Mapping[str, str]], None]] = {
    "w:p": Body._open_paragraph,
    "w:r": Body._open_run,
    "w:rPr": Body._open_properties,
    "w:t": Body._open_text,
    "m:t": Body._open_text,
    "w:sym": Body._open_symbol,
    "pic:pic": lambda body, _: body.see_image(),
    "v:imagedata": lambda body, _: body.see_image(),
    "w:fldChar": Body._open_field_mark,
    "w:tbl": lambda body, _: body.begin_table(),
    "w:tr": lambda body, _: body.begin_row(),
    "w:tc": lambda body, _: body.begin_cell(),
    "w:txbxContent": Body._open_box,
    "mc:AlternateContent": Body._open_choices,
    "mc:Choice": Body._open_choice,
    "w:footnote": Body._open_note,
    "w:endnote": Body._open_note,
    "w:footnoteReference": lambda body, attributes: body._open_reference("footnote", attributes),
    "w:endnoteReference": lambda body, attributes: body._open_reference("endnote", attributes),
}
_CLOSE: dict[str, Callable[[Body], None]] = {
    "w:p": Body._close_paragraph,
    "w:rPr": Body._close_properties,
    "w:t": Body._close_text,
    "m:t": Body._close_formula,
    "w:tbl": Body.end_table,
    "w:tr": Body.end_row,
    "w:txbxContent": Body._close_box,
    "mc:AlternateContent": Body._close_choices,
    "w:footnote": Body._close_note,
    "w:endnote": Body._close_note,
}
