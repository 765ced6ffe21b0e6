"""What blocks of Markdown stand in: quotes, list items and footnotes, told by the beginnings of lines."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document.lines import Line
from checker.document.markdown import starts
from checker.model.values import NamedTuple

CODE = 4
"""Width of the blanks that make a line code where no paragraph goes on."""

_DEEPEST = 40


class Container(NamedTuple):
    """A quote (">"), a list item ("-", or "1" where it is numbered) or a footnote ("^").

    ``indent`` is the column at which an item's own text stands, counted from where the item stands.
    """

    kind: str
    indent: int = 0

    @property
    def is_item(self) -> bool:
        """Tell whether it is an item of a list."""
        return self.kind not in ">^"


class Cursor(NamedTuple):
    """A place in a line: its offset in the draft and its column, in which tabs count up to the next multiple of 4."""

    at: int
    column: int


def past_blanks(text: str, cursor: Cursor, end: int) -> tuple[int, Cursor]:
    """Return the width of the blanks at *cursor*, and the place after them: *end* in a blank line."""
    at, column = cursor
    while at < end and text[at] in " \t":
        column += CODE - column % CODE if text[at] == "\t" else 1
        at += 1
    if at < end and text[at].isspace() and not text[at:end].strip():
        at = end
    return column - cursor.column, Cursor(at, column)


def match_open(text: str, line: Line, containers: Sequence[Container]) -> tuple[Cursor, int]:
    """Return where the line goes on after the marks of *containers*, and how many of them it stands in."""
    cursor = Cursor(line.start, 0)
    for count, container in enumerate(containers):
        indent, inner = past_blanks(text, cursor, line.end)
        if container.kind == ">":
            if indent >= CODE or inner.at == line.end or text[inner.at] != ">":
                return cursor, count
            cursor = _past_quote_mark(text, inner, line.end)
        elif inner.at == line.end:
            # A blank line stands in every item down to the next quote.
            quotes = (at for at in range(count, len(containers)) if containers[at].kind == ">")
            return inner, next(quotes, len(containers))
        elif indent >= container.indent:
            cursor = _past_columns(text, cursor, container.indent, line.end)
        else:
            return cursor, count
    return cursor, len(containers)


def open_next(
    text: str, cursor: Cursor, end: int, depth: int, *, in_paragraph: bool
) -> tuple[Container, Cursor] | None:
    """Return the container that begins at *cursor*, and where its text stands; None where none begins.

    *in_paragraph* tells that it would end a paragraph, which "1986. A good year" and a lone "-" do not.
    """
    indent, cursor = past_blanks(text, cursor, end)
    if indent >= CODE or cursor.at == end or depth >= _DEEPEST:
        return None
    char = text[cursor.at]
    if char == ">":
        return Container(">"), _past_quote_mark(text, cursor, end)
    if char == "[":
        note = starts.FOOTNOTE.match(text, cursor.at, end)
        return (Container("^", CODE), _moved(cursor, note.end())) if note else None
    if char in "-+*" or char.isdecimal():
        return _open_item(text, cursor, end, indent, in_paragraph)
    return None


def _open_item(text: str, cursor: Cursor, end: int, indent: int, in_paragraph: bool) -> tuple[Container, Cursor] | None:
    at = cursor.at
    marker = starts.MARKER.match(text, at, end)
    if marker is None or (text[at] in "-*" and starts.RULE.match(text, at, end)):
        return None
    after = _moved(cursor, marker.end())
    space, words = past_blanks(text, after, end)
    is_empty = words.at == end
    if in_paragraph and (is_empty or marker.group(1) not in (None, "1")):
        return None
    # Text that stands five or more columns behind the marker is code, one column behind it.
    width = 1 if is_empty or space > CODE else space
    kind = marker.group(1) or "-"
    return Container(kind, indent + marker.end() - at + width), _past_columns(text, after, width, end)


def _moved(cursor: Cursor, at: int) -> Cursor:
    return Cursor(at, cursor.column + at - cursor.at)


def _past_quote_mark(text: str, cursor: Cursor, end: int) -> Cursor:
    """Return the place after ">" and the one space that may follow it."""
    after = _moved(cursor, cursor.at + 1)
    return _moved(after, after.at + 1) if after.at < end and text[after.at] == " " else after


def _past_columns(text: str, cursor: Cursor, width: int, end: int) -> Cursor:
    at, column = cursor
    while column < cursor.column + width and at < end and text[at] in " \t":
        column += CODE - column % CODE if text[at] == "\t" else 1
        at += 1
    return Cursor(at, column)
