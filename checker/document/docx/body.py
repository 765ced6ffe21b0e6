"""The running text of a Word file as it prints: tracked changes accepted, text boxes once, fields as their results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.parsers import expat

from checker.document.docx.marks import RunMark, Words
from checker.document.docx.styles import WORD, Style, is_on
from checker.document.flow import Para, Run
from checker.errors import InputError

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


class _Flow:
    """A stretch of paragraphs of its own: the body, a text box, a note. ``place`` begins its locators."""

    def __init__(self, place: str, role: str) -> None:
        self.place = place
        self.role = role
        self.done: list[Para] = []
        self.later: list[Para] = []
        self.counted = 0
        self.tables: list[_Table] = []
        self.para: _Para | None = None
        self.joined: list[Run] = []
        self.outer: _RunState | None = None


class _Table:
    def __init__(self, number: int, done: list[Para]) -> None:
        self.number = number
        self.outer = done
        self.rows: list[list[Para]] = []
        self.row = self.cell = self.column = -1
        self.span = 1
        self.skips_row = self.skips_cell = False


class _Para:
    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.style = Style()
        self.level = 0
        self.is_item: bool | None = None
        self.heading = 0
        self.counted = 0
        self.goes_on = False
        self.all_bold = True


class Body:
    """Handler of ``xmlparts.parse``: fills ``paragraphs``; ``notes`` are the notes referred to, in that order.

    *part* is "" for the main part, else "footnote" or "endnote", whose notes are kept by id in ``by_id``.
    """

    prefixes: Mapping[str, str] = WORD
    parser: expat.XMLParserType

    def __init__(self, styles: Mapping[str, Style], part: str = "") -> None:
        self.styles = styles
        self.part = part
        self.body = _Flow("", "paragraph")
        self.flows = [self.body]
        self.path: list[str] = []
        self.skip = 0
        self.tables = 0
        self.boxes = 0
        self.took_choice: list[bool] = []
        self.fields: list[bool] = []
        self.notes: list[tuple[str, str, int]] = []
        self.by_id: dict[str, list[Para]] = {}
        self.note_id = ""
        self.words_of: list[Words] | None = None
        self.keeps_blanks = False
        self.tag = 0
        self.run = _RunState()
        self.anchor = 0

    @property
    def paragraphs(self) -> list[Para]:
        """Return what was read.

        Raises:
            InputError: if a field has no end: what prints behind it cannot be told.
        """
        if False in self.fields:
            raise InputError("has a field that begins and never ends; open it in Word and save it again")
        return _finished(self.body)

    @property
    def flow(self) -> _Flow:
        """Return the innermost flow."""
        return self.flows[-1]

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
        self._close_paragraph()
        flow = self.flow
        para = flow.para = _Para()
        para.runs, flow.joined = flow.joined, []
        flow.counted += not flow.tables

    def _close_paragraph(self) -> None:
        flow = self.flow
        para = flow.para
        flow.para = None
        if para is None:
            return
        if para.goes_on and not flow.tables:  # its mark is deleted: accepted, it is one paragraph with the next
            flow.joined = para.runs
        else:
            self._emit(flow, para)
        if not flow.tables:
            flow.done.extend(flow.later)
            flow.later = []

    def _emit(self, flow: _Flow, para: _Para) -> None:
        style = para.style
        role, level = style.role, style.level
        if para.heading and role not in ("headline", "standfirst"):
            role, level = "heading", para.heading
        is_item = style.is_numbered if para.is_item is None else para.is_item
        if not role and is_item:
            role = "list_item"
        if role == "list_item":
            level = para.level + 1
        if flow.role != "paragraph":
            role, level = flow.role, 0
        runs = para.runs
        if role == "contents":  # repeats the headings, with the numbers of pages
            role, runs = "paragraph", [run._replace(prose=" " * len(run.text)) for run in runs]
        is_bold = style.is_bold or para.all_bold
        table = flow.tables[-1] if flow.tables else None
        if table is None:
            flow.done.append(Para(tuple(runs), role or "paragraph", level, is_bold=is_bold))
        elif not any(outer.skips_row or outer.skips_cell for outer in flow.tables):
            place = (table.number, table.row, max(table.column, 0))
            flow.done.append(Para(tuple(runs), role or "paragraph", level, *place, is_bold=is_bold))

    def _paragraph_property(self, name: str, attributes: Mapping[str, str]) -> None:
        para = self.flow.para
        value = attributes.get("val", "")
        if para is None:
            return
        if name == "w:pStyle":
            para.style = self.styles.get(value, Style())
        elif name == "w:ilvl":
            para.level = int(value) if value.isdecimal() and len(value) < 3 else 0
        elif name == "w:numId":
            para.is_item = value != "0"
        elif name == "w:outlineLvl" and len(value) == 1 and value in "012345678":
            para.heading = int(value) + 1

    def _deleted_mark(self, inside: str) -> None:
        flow = self.flow
        if inside == "w:trPr" and flow.tables:
            flow.tables[-1].skips_row = True
        elif inside == "w:rPr" and self.path[-2:] == ["w:pPr", "w:rPr"] and flow.para:
            flow.para.goes_on = True

    # Runs

    def _open_run(self, _: Mapping[str, str]) -> None:
        para = self.flow.para
        self.run = _RunState(self.parser.CurrentByteIndex)
        if len(self.flows) == 1:
            self.anchor = self.run.at
        if para:
            para.counted += 1

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
        elif name == "w:vertAlign":
            run = run._replace(is_raised=attributes.get("val") == "superscript")
        elif name == "w:rStyle":
            style = self.styles.get(attributes.get("val", ""), Style())
            run = run._replace(is_hidden=run.is_hidden or style.is_hidden, is_bold=run.is_bold or style.is_bold)
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
        para = self.flow.para
        if para is None or not text or self.run.is_hidden or para.style.is_hidden or False in self.fields:
            return
        if text.strip() and not self.run.is_bold:
            para.all_bold = False
        prose = text.replace("\u2011", "-") if is_read else " " * len(text)
        para.runs.append(Run(text, prose, self._locator(para), mark))

    def _locator(self, para: _Para) -> str:
        flow = self.flow
        if flow.tables:
            table = flow.tables[-1]
            place = f"table {table.number + 1}, row {table.row + 1}, cell {table.cell + 1}"
            return f"{flow.place}, {place}" if flow.place else place
        place = f"paragraph {flow.counted}, run {max(para.counted, 1)}"
        return f"{flow.place}, {place}" if flow.place else place

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

    # Tables

    def _open_table(self, _: Mapping[str, str]) -> None:
        flow = self.flow
        flow.tables.append(_Table(self.tables, flow.done))
        flow.done = []
        self.tables += 1

    def _close_table(self) -> None:
        flow = self.flow
        table = flow.tables.pop()
        cells = {(para.row, para.column) for para in flow.done if para.table == table.number}
        if len(cells) == 1:  # a box around paragraphs
            flow.done = [_out_of_box(para) if para.table == table.number else para for para in flow.done]
        table.outer.extend(flow.done)
        flow.done = table.outer
        if not flow.tables:
            flow.done.extend(flow.later)
            flow.later = []

    def _open_row(self, _: Mapping[str, str]) -> None:
        if self.flow.tables:
            table = self.flow.tables[-1]
            table.row += 1
            table.cell, table.column, table.span = -1, -1, 1
            table.skips_row = False

    def _close_row(self) -> None:
        if self.flow.tables and self.flow.tables[-1].skips_row:
            self.flow.tables[-1].row -= 1

    def _open_cell(self, _: Mapping[str, str]) -> None:
        if self.flow.tables:
            table = self.flow.tables[-1]
            table.cell += 1
            table.column += table.span
            table.span = 1
            table.skips_cell = False

    def _table_property(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self.flow.tables:
            return
        table = self.flow.tables[-1]
        value = attributes.get("val", "")
        if name == "w:gridSpan" and value.isdecimal() and 0 < len(value) < 4:
            table.span = max(int(value), 1)
        elif name in ("w:vMerge", "w:hMerge"):
            table.skips_cell = value in ("", "continue")
        elif name == "w:cellDel":
            table.skips_cell = True
        elif name == "w:gridBefore" and value.isdecimal() and len(value) < 4:
            table.column += int(value)

    # Text boxes and notes

    def _open_box(self, _: Mapping[str, str]) -> None:
        self.boxes += 1
        box = _Flow(f"text box {self.boxes}", "paragraph" if self.flow.role == "paragraph" else self.flow.role)
        box.outer = self.run
        self.flows.append(box)

    def _close_box(self) -> None:
        if len(self.flows) > 1:
            box = self.flows.pop()
            self.flow.later.extend(_finished(box))
            self.run = box.outer or _RunState()

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
        self.flows.append(_Flow("", "footnote"))

    def _close_note(self) -> None:
        if len(self.flows) > 1:
            self.by_id[self.note_id] = _finished(self.flows.pop())


def _finished(flow: _Flow) -> list[Para]:
    if flow.joined:
        flow.done.append(Para(tuple(flow.joined), flow.role))
    return [*flow.done, *flow.later]


def _out_of_box(para: Para) -> Para:
    return para._replace(table=-1, row=-1, column=-1)


_OPEN: dict[str, Callable[[Body, Mapping[str, str]], None]] = {
    "w:p": Body._open_paragraph,
    "w:r": Body._open_run,
    "w:rPr": Body._open_properties,
    "w:t": Body._open_text,
    "m:t": Body._open_text,
    "w:sym": Body._open_symbol,
    "w:fldChar": Body._open_field_mark,
    "w:tbl": Body._open_table,
    "w:tr": Body._open_row,
    "w:tc": Body._open_cell,
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
    "w:tbl": Body._close_table,
    "w:tr": Body._close_row,
    "w:txbxContent": Body._close_box,
    "mc:AlternateContent": Body._close_choices,
    "w:footnote": Body._close_note,
    "w:endnote": Body._close_note,
}
