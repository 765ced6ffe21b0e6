"""Workbooks (xlsx): each sheet a table, a row a line, values as the sheet shows them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from importlib import import_module
from typing import Any

from checker.document.csvtext import MOST_VALUES
from checker.document.package import LARGEST_PART, Package
from checker.document.reading import Piece, Reading
from checker.errors import InputError
from checker.lexicon.book import Lexicon

_QUOTED = re.compile(r'"([^"]*)"|\[\$([^\]-]*)[^\]]*\]|\\(.)|_.|\*.')
_PLACES = re.compile(r"[0#?]\.(0+)")


def read(source: bytes, lexicon: Lexicon | None = None) -> Reading:
    """Read the bytes of a workbook. Cells of a row are parted by tabs; a blank line parts tables and sheets.

    Raises:
        InputError: if they are none, or the extra is not installed, or a formula has no result in the file.
    """
    _refuse_unfit(Package(source, "xlsx"))
    lines: list[str] = []
    pieces: list[Piece] = []
    locators: list[tuple[int, str]] = []
    at, table = 0, -1
    for sheet in _sheets(source):
        table, row = table + 1, 0
        for record in sheet.iter_rows():
            cells = [_shown(cell) for cell in record]
            if not any(cells):
                table, row = (table + 1, 0) if row else (table, row)
            for column, (cell, words) in enumerate(zip(record, cells, strict=True)):
                if words:
                    pieces.append(Piece(at, at + len(words), "table_cell", 0, table, row, column))
                    locators.append((at, f"sheet {sheet.title}, cell {cell.coordinate}"))
                at += len(words) + 1
            at += not cells
            row += any(map(bool, cells))
            lines.append("\t".join(cells) + "\n")
        lines.append("\n")
        at += 1
    text = "".join(lines)
    return Reading(text, text, pieces, {}, tuple(locators))


def _refuse_unfit(package: Package) -> None:
    """Refuse what is no workbook, and one with a part that takes too much memory: openpyxl has no limits."""
    package.part("[Content_Types].xml")
    for entry in package.entries():
        if entry.file_size > LARGEST_PART:
            raise InputError(f"its part {entry.filename} unpacks to more than {LARGEST_PART:,} bytes")


def _sheets(source: bytes) -> Iterator[Any]:
    """Yield the sheets that are shown, with the results of their formulas."""
    try:
        openpyxl = import_module("openpyxl")  # 0.2 s, and of an extra
    except ImportError:
        raise InputError("needs the extra xlsx: pip install 'figcheck[xlsx]'") from None
    try:
        formulas = openpyxl.load_workbook(io.BytesIO(source))
        results = openpyxl.load_workbook(io.BytesIO(source), data_only=True)
    except Exception as error:  # openpyxl raises whatever its parts do: KeyError, ValueError, ParseError
        raise InputError(f"is no whole xlsx file: {' '.join(str(error).split()) or type(error).__name__}") from None
    shown = [sheet for sheet in results.worksheets if sheet.sheet_state == "visible"]
    if sum(sheet.max_row * sheet.max_column for sheet in shown) > MOST_VALUES:
        raise InputError(f"has more than {MOST_VALUES:,} values, which no table of a draft has")
    for sheet in shown:
        _refuse_uncomputed(formulas[sheet.title], sheet)
        yield sheet


def _refuse_uncomputed(formulas: Any, results: Any) -> None:
    for row in formulas.iter_rows():
        for cell in row:
            if cell.data_type == "f" and results[cell.coordinate].value is None:
                where = f"sheet {results.title}, cell {cell.coordinate}"
                raise InputError(f"{where}: a formula without its result; save it in a spreadsheet program")


def _shown(cell: Any) -> str:
    """Return what a cell shows, on one line: 0.12 as "12%" where its format says so."""
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, datetime | date | time):
        return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return " ".join(str(value).split())
    return _number(Decimal(format(value, ".15g")), cell.number_format or "General")


def _number(value: Decimal, form: str) -> str:
    """Return a number with the digits, the sign of money and the percent sign of its format.

    Only what comes before a first ";" counts, which holds for what is positive; others only turn a minus to red.
    """
    words = "".join("".join(filter(None, found.groups())) for found in _QUOTED.finditer(form.partition(";")[0]))
    bare = _QUOTED.sub("", form.partition(";")[0])
    share = "%" if "%" in bare else ""
    value = value * 100 if share else value
    places = _PLACES.search(bare)
    if places or ("0" in bare and "E" not in bare):
        value = value.quantize(Decimal(1).scaleb(-len(places.group(1)) if places else 0), ROUND_HALF_UP)
    money = next((sign for sign in "$\u20ac\u00a3\u00a5" if sign in words + bare), "")
    sign = "-" if value < 0 else ""
    return f"{sign}{money}{abs(value):,f}{share}"
