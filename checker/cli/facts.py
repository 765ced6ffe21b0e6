"""``figcheck facts``: the figure table of a draft, also where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from checker.cli import gate, tables
from checker.cli.drafts import outcome
from checker.cli.given import given
from checker.cli.options import held_against, reading
from checker.cli.session import Session, wish
from checker.cli.streams import encoded, put, save, say
from checker.model.report import DocumentReport
from checker.writers.counts import some
from checker.writers.figures import Figure, figures
from checker.writers.grid import grid
from checker.writers.safe import shown

_HEADER = ("figure", "fact", "can mean", "status", "who says so", "where", "verdict")
_WIDEST = (26, 24, 20, 12, 16, 20, 34)
_NOTHING = "no figure found"


@click.command("facts")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--output-format", "form", type=click.Choice(["text", "jsonl", *tables.FORMS]), default="text", help="Form."
)
@click.option("--output-file", "file", metavar="FILE", help="File to write; stdout if none.")
@held_against
@reading
def command(paths: tuple[str, ...], form: str, file: str | None, **params: Any) -> int:
    """Print every figure of a draft with its fact, what it can mean, who says so, and where.

    Figures of one fact stand together. It tells what was read and joined, so that a silence can be judged.
    """
    session = Session(wish(params))
    found = given(paths, session)
    done = [outcome(path, session) for path in found.paths]
    reports = [each.report for each in done if each.report]
    _emit(reports, form, file)
    problems = [*found.missing, *(each.problem for each in done if each.problem)]
    for line in (*found.remarks, *problems):
        say(line)
    failed = any(each.failed for each in done)
    return gate.status(shut=False, unread=bool(problems), failed=failed, exit_zero=False)


def _emit(reports: Sequence[DocumentReport], form: str, file: str | None) -> None:
    if form in tables.FORMS:
        rows = [row._asdict() for report in reports for row in figures(report)]
        tables.emit(rows, Figure._fields, form, file)
        return
    lines = (_text if form == "text" else _jsonl)(reports)
    text = "".join(f"{line}\n" for line in lines)
    if file:
        save(file, encoded(text))
    else:
        put(text)


def _text(reports: Sequence[DocumentReport]) -> Iterator[str]:
    for at, report in enumerate(reports):
        rows = figures(report)
        yield from [""] * bool(at)
        told = f"{some(len(rows), 'figure')}, {some(len(report.facts), 'fact')}" if rows else _NOTHING
        yield shown(f"{report.path}: {told}")
        if rows:
            yield ""
            yield from grid(_HEADER, [_cells(row) for row in rows], _WIDEST)


def _cells(row: Figure) -> tuple[str, ...]:
    place = f"{row.line}:{row.column} {row.where}"
    return row.figure, row.fact, row.meaning, row.status, row.source, place, row.verdict


def _jsonl(reports: Sequence[DocumentReport]) -> Iterator[str]:
    from checker.writers.jsontext import dump

    for report in reports:
        yield from (dump(row._asdict()) for row in figures(report))
