"""Paragraphs, tables, text boxes and notes of an office file, gathered as its parser meets them."""

from __future__ import annotations

from checker.document.flow import Para, Run


class Open:
    """A paragraph being read. ``goes_on`` tells that its end is deleted: accepted, it is one with the next.

    ``has_image`` tells that a picture stands before its first word, ``all_italic`` that its words are in italics.
    """

    def __init__(self, runs: list[Run]) -> None:
        self.runs = runs
        self.counted = 0
        self.goes_on = False
        self.all_bold = self.all_italic = True
        self.has_image = False

    def blank(self) -> None:
        """Print the words and read none of them."""
        self.runs[:] = [run._replace(prose=" " * len(run.text)) for run in self.runs]

    @property
    def has_words(self) -> bool:
        """Tell whether anything is printed."""
        return any(run.prose.strip() for run in self.runs)


class Table:
    """A table being read: places count from 0; ``span`` is the width of the open cell."""

    def __init__(self, number: int, outer: list[Para]) -> None:
        self.number = number
        self.outer = outer
        self.row = self.cell = self.column = -1
        self.span = 1
        self.skips_row = self.skips_cell = False


class Flow:
    """A stretch of paragraphs of its own: the body, a text box, a note. ``place`` begins its locators.

    ``later`` are text boxes, which wait for the end of the paragraph or table that they stand in. ``role`` is what
    its paragraphs are whatever their styles say; "" for the body.
    """

    def __init__(self, place: str = "", role: str = "") -> None:
        self.place = place
        self.role = role
        self.done: list[Para] = []
        self.later: list[Para] = []
        self.counted = 0
        self.tables: list[Table] = []
        self.open: Open | None = None
        self.joined: list[Run] = []
        self.after_image = False

    def finished(self) -> list[Para]:
        """Return all paragraphs."""
        if self.joined:
            self.done.append(Para(tuple(self.joined), self.role or "paragraph"))
            self.joined = []
        self.done.extend(self.later)
        self.later = []
        return self.done


class Gatherer:
    """The flows that are open, the body below. Readers of one format derive from it."""

    def __init__(self) -> None:
        self.flows = [Flow()]
        self.tables = 0
        self.boxes = 0

    @property
    def flow(self) -> Flow:
        """Return the innermost flow."""
        return self.flows[-1]

    @property
    def table(self) -> Table | None:
        """Return the innermost table of the innermost flow."""
        return self.flow.tables[-1] if self.flow.tables else None

    def begin_paragraph(self) -> Open:
        """Open a paragraph; one that is open (which no writer leaves so) ends."""
        flow = self.flow
        if flow.open is not None:
            self.end_paragraph("", 0)
        flow.open = Open(flow.joined)
        flow.joined = []
        flow.counted += not flow.tables
        return flow.open

    def see_image(self) -> None:
        """Take note of a picture."""
        if self.flow.open is not None and not self.flow.open.has_words:
            self.flow.open.has_image = True

    def _is_caption(self, para: Open) -> bool:
        """Tell whether a paragraph is in italics, and a picture stands right before it, or alone above it."""
        after, self.flow.after_image = self.flow.after_image, para.has_image and not para.has_words
        return para.has_words and para.all_italic and (after or para.has_image)

    def end_paragraph(self, role: str, level: int, *, is_bold: bool = False, label: str = "") -> None:
        """Close the open paragraph, which its style gives a *role*, or "" for none."""
        flow, para = self.flow, self.flow.open
        flow.open = None
        if para is None:
            return
        if para.goes_on and not flow.tables:
            flow.joined = para.runs
        else:
            role = "caption" if self._is_caption(para) and not role else role
            role = flow.role or role or "paragraph"
            self._keep(flow, Para(tuple(para.runs), role, level, is_bold=is_bold, label=label))
        self._settle(flow)

    def _keep(self, flow: Flow, para: Para) -> None:
        if any(table.skips_row or table.skips_cell for table in flow.tables):
            return
        if flow.tables:
            table = flow.tables[-1]
            para = para._replace(table=table.number, row=max(table.row, 0), column=max(table.column, 0))
        flow.done.append(para)

    def _settle(self, flow: Flow) -> None:
        if not flow.tables:
            flow.done.extend(flow.later)
            flow.later = []

    def put(self, text: str, prose: str, source: object = None) -> None:
        """Add words to the open paragraph."""
        if self.flow.open is not None and text:
            self.flow.open.runs.append(Run(text, prose, self.place(), source))

    def place(self) -> str:
        """Return the locator of what is read now: "paragraph 7, run 2", "table 1, row 3, cell 2"."""
        flow, table = self.flow, self.table
        if table:
            words = f"table {table.number + 1}, row {table.row + 1}, cell {table.cell + 1}"
        else:
            words = f"paragraph {flow.counted}, run {max(flow.open.counted if flow.open else 0, 1)}"
        return f"{flow.place}, {words}" if flow.place else words

    def begin_table(self) -> None:
        """Open a table, also inside the cell of another."""
        flow = self.flow
        flow.tables.append(Table(self.tables, flow.done))
        flow.done = []
        self.tables += 1

    def end_table(self) -> None:
        """Close the innermost table. One of a single cell is a box around paragraphs."""
        flow = self.flow
        if not flow.tables:
            return
        table = flow.tables.pop()
        own = {(para.row, para.column) for para in flow.done if para.table == table.number}
        for para in flow.done:
            is_boxed = para.table == table.number and len(own) == 1
            table.outer.append(para._replace(table=-1, row=-1, column=-1) if is_boxed else para)
        flow.done = table.outer
        self._settle(flow)

    def begin_row(self) -> None:
        """Open the next row."""
        if self.table:
            self.table.row += 1
            self.table.cell, self.table.column, self.table.span = -1, -1, 1
            self.table.skips_row = False

    def end_row(self) -> None:
        """Close a row; one that is deleted is not counted."""
        if self.table and self.table.skips_row:
            self.table.row -= 1

    def begin_cell(self, span: int = 1) -> None:
        """Open the next cell, *span* columns wide."""
        if self.table:
            self.table.cell += 1
            self.table.column += self.table.span
            self.table.span = span
            self.table.skips_cell = False

    def begin_box(self) -> None:
        """Open a text box; its paragraphs follow the one that it stands in."""
        self.boxes += 1
        self.flows.append(Flow(f"text box {self.boxes}", self.flow.role))

    def begin_note(self, place: str = "") -> None:
        """Open a note."""
        self.flows.append(Flow(place, "footnote"))

    def end_flow(self) -> list[Para]:
        """Close a text box or note and return its paragraphs; none where nothing but the body is open."""
        return self.flows.pop().finished() if len(self.flows) > 1 else []
