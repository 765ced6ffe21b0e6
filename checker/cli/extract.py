"""``figcheck extract``: every figure as it was read, for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from checker.cli import gate, tables
from checker.cli.drafts import story
from checker.cli.given import given
from checker.cli.options import reading
from checker.cli.session import Session, wish
from checker.cli.streams import encoded, put, save, say
from checker.errors import InputError
from checker.facts.story import Story
from checker.model.document import Document
from checker.model.mention import Dismissed
from checker.writers.safe import shown

_COLUMNS = (
    *("path", "start", "end", "line", "column", "text", "kind", "number_low", "number_high", "modifier"),
    *("hard_low", "hard_high", "hard_low_closed", "hard_high_closed", "granule", "dimension", "unit", "counted"),
    *("status", "role", "place", "time", "source", "modality", "block", "reason"),
)


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--output-format", "form", type=click.Choice(["jsonl", "text", *tables.FORMS]), default="jsonl", help="Form."
)
@click.option("--output-file", "file", metavar="FILE", help="File to write; stdout if none.")
@click.option("--all", "everything", is_flag=True, help="Add what was recognised as no quantity, with the reason.")
@reading
def command(paths: tuple[str, ...], form: str, file: str | None, everything: bool, **params: Any) -> int:
    """Print every figure of a draft, one a line, with its interval, what it counts, status, source and place."""
    session = Session(wish(params))
    found = given(paths, session)
    rows: list[dict[str, Any]] = []
    problems = list(found.missing)
    for path in found.paths:
        try:
            rows += _rows(story(path, session), everything)
        except InputError as error:
            problems.append(str(error))
    _emit(rows, form, file)
    for line in (*found.remarks, *problems):
        say(line)
    return gate.status(shut=False, unread=bool(problems), failed=False, exit_zero=False)


def _rows(read: Story, everything: bool) -> list[dict[str, Any]]:
    rows = [frame.mention.to_dict() for frame in read.frames]
    if everything:
        rows += [_dismissed(read.document, each) for each in read.dismissed]
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def _dismissed(document: Document, found: Dismissed) -> dict[str, Any]:
    line, column = document.line_col(found.span.start)
    place = {"start": found.span.start, "end": found.span.end, "line": line, "column": column}
    return {"path": document.name, **place, "text": document.words(found.span), "kind": "none", "reason": found.reason}


def _emit(rows: Sequence[Mapping[str, Any]], form: str, file: str | None) -> None:
    if form in tables.FORMS:
        tables.emit([_flat(row) for row in rows], _COLUMNS, form, file)
        return
    text = "".join(f"{line}\n" for line in (_text if form == "text" else _jsonl)(rows))
    if file:
        save(file, encoded(text))
    else:
        put(text)


def _jsonl(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    from checker.writers.jsontext import dump

    return (dump(row) for row in rows)


def _text(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        told = [row["kind"], row.get("reason"), row.get("dimension"), row.get("unit"), row.get("counted")]
        told += [row.get("status"), row.get("role")]
        facts = ", ".join(str(item) for item in told if item)
        yield shown(f"{row['path']}:{row['line']}:{row['column']}: {row['text']} ({facts})")


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row without nesting: number.low becomes number_low."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if name == "modifier":
            flat[name] = value and value["text"]
        elif isinstance(value, dict):
            flat.update({f"{name}_{inner}": each for inner, each in value.items()})
        else:
            flat[name] = value
    return flat
