"""Rows for a spreadsheet or another program, through pandas."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from checker.cli.streams import put, save
from checker.errors import UsageError

FORMS = ("csv", "parquet")
_FILE_NEEDED = ("parquet",)


def emit(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], form: str, file: str | None) -> None:
    """Write *rows* as csv or parquet to *file*, or csv to stdout.

    Raises:
        UsageError: if parquet would go to stdout, its library is missing, or the file cannot be written.
    """
    if form in _FILE_NEEDED and not file:
        raise UsageError(f"--output-format {form}: is no text, so it needs an --output-file")
    data = _csv(rows, columns) if form == "csv" else _parquet(rows, columns)
    if file:
        save(file, data)
    else:
        put(data.decode())


def _csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    import pandas  # 0.35 s, so only here

    from checker.writers.csv import cell

    safe = [{name: cell(row.get(name)) for name in columns} for row in rows]
    # dtype=object keeps 24 an integer beside an empty cell, where pandas would make it 24.0
    frame = pandas.DataFrame(safe, columns=list(columns), dtype=object)
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8", "backslashreplace")


def _parquet(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    import pandas

    out = io.BytesIO()
    try:
        pandas.DataFrame(list(rows), columns=list(columns)).to_parquet(out, index=False)
    except ImportError:
        raise UsageError("--output-format parquet: needs pyarrow: pip install pyarrow") from None
    return out.getvalue()
