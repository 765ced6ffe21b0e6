"""Tables as files: values parted by commas, semicolons or tabs, with titles above and notes below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from checker.document.reading import Piece, Reading, blank
from checker.document.titles import is_title
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.document import TAIL
from checker.model.values import NamedTuple

_DELIMITERS = ("\t", ";", ",", "|")
_SAMPLE = 200
MOST_VALUES = 200_000
"""A file with more is no table of a draft; to add up data of that size is the work of other tools."""
_DECLARED = re.compile(r"sep=(.)[ \t]*(?:\r\n?|\n|\Z)")


class Field(NamedTuple):
    """Where one value stands, without its quotation marks; ``is_quoted`` tells that two of them in it mean one."""

    start: int
    end: int
    is_quoted: bool


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*; the delimiter is the one that parts most rows into the same number of values.

    Raises:
        InputError: if it has more than ``MOST_VALUES`` values.
    """
    declared = _DECLARED.match(text)
    start = declared.end() if declared else 0
    delimiter = declared.group(1) if declared else _sniffed(text)
    records = list(_split(text, delimiter, start))
    return Reading(text, _prose(text, records), _pieces(text, records))


def _sniffed(text: str) -> str:
    best, most = ",", (0.0, 0)
    for delimiter in _DELIMITERS:
        sample = list(islice(_split(text, delimiter, 0), _SAMPLE))
        widths = Counter(len(record) for record in sample if len(record) > 1)
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if (count / max(len(sample), 1), width) > most:
            best, most = delimiter, (count / len(sample), width)
    return best


def _split(text: str, delimiter: str, at: int) -> Iterator[list[Field]]:
    """Yield the records from an offset on; a blank line is a record of one empty value."""
    mark = re.escape(delimiter)
    quoted = re.compile(rf"[ ]*\"((?:[^\"]++|\"\")*+)\"[ \t]*(?={mark}|[\r\n]|\Z)")
    plain = re.compile(rf"[^{mark}\r\n]*")
    line_end = re.compile(r"\r\n?|\n")
    record: list[Field] = []
    count = 0
    while at < len(text):
        count += 1
        if count > MOST_VALUES:
            raise InputError(f"has more than {MOST_VALUES:,} values, which no table of a draft has")
        match = quoted.match(text, at)
        if match:
            record.append(Field(*match.span(1), True))
            at = match.end()
        else:
            match = plain.match(text, at)
            record.append(Field(at, match.end() if match else at, False))
            at = record[-1].end
        if text.startswith(delimiter, at):
            at += 1
            if at < len(text):
                continue
            record.append(Field(at, at, False))
        end = line_end.match(text, at)
        at = end.end() if end else at
        yield record
        record = []


def split_record(text: str, start: int, end: int) -> list[Field]:
    """Return the values between two offsets that commas part, as one record."""
    record = next(_split(text[start:end], ",", 0), [])
    return [Field(field.start + start, field.end + start, field.is_quoted) for field in record]


def _prose(text: str, records: Sequence[Sequence[Field]]) -> str:
    parts, at = [], 0
    for record in records:
        for field in record:
            words = text[field.start : field.end]
            parts.append(blank(text[at : field.start]))
            parts.append(words.replace('""', f'"{TAIL}') if field.is_quoted else words)
            at = field.end
    return "".join([*parts, blank(text[at:])])


def _pieces(text: str, records: Sequence[Sequence[Field]]) -> list[Piece]:
    """Name the values cells; a lone value above or below them is a title, or a note of the table."""
    pieces: list[Piece] = []
    table, row, has_table = 0, 0, False
    for record in records:
        filled = [field for field in record if text[field.start : field.end].strip()]
        is_lone = len(filled) == 1 and filled[0] is record[0]
        if not filled:
            table, row = (table + 1, 0) if row else (table, row)
        elif is_lone and (not row or _is_sentence(text, filled[0])):
            role = (
                "paragraph" if has_table or not is_title(text[filled[0].start : filled[0].end].strip()) else "headline"
            )
            role = "heading" if role == "headline" and pieces else role
            pieces.append(Piece(filled[0].start, filled[0].end, role))
            table, row = (table + 1, 0) if row else (table, row)
        else:
            cells = enumerate(record)
            pieces += [Piece(f.start, f.end, "table_cell", 0, table, row, column) for column, f in cells]
            row, has_table = row + 1, True
    return pieces


def _is_sentence(text: str, field: Field) -> bool:
    """Tell whether a lone value below a table is a note, not the name of a group of rows."""
    words = text[field.start : field.end].strip()
    return words.endswith((".", "!", "?")) or ":" in words or words.startswith(("*", "\u2020"))
