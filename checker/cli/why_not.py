"""``figcheck why-not``: why two figures were not held against each other."""

from __future__ import annotations

import re
from typing import Any

import click

from checker.cli.drafts import story
from checker.cli.options import reading
from checker.cli.session import Session, wish
from checker.cli.streams import put
from checker.errors import UsageError
from checker.facts.explain import why_not
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple
from checker.writers.places import where_is
from checker.writers.safe import shown
from checker.writers.why import reason_words

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?")


class Spot(NamedTuple):
    """A place named on the command line; ``column`` 0 is any figure of the line."""

    path: str
    line: int
    column: int


@click.command("why-not")
@click.argument("first", metavar="PATH:LINE[:COL]")
@click.argument("second", metavar="PATH:LINE[:COL]")
@reading
def command(first: str, second: str, **params: Any) -> int:
    """Tell why two figures of a draft were not compared: the veto, or the first thing in which they differ."""
    one, two = spot(first), spot(second)
    if one.path != two.path:
        raise UsageError("why-not: the two figures stand in different drafts, and only those of one draft are compared")
    read = story(one.path, Session(wish(params)))
    a, b = figure(read, one), figure(read, two)
    if a == b:
        raise UsageError(f"why-not: both places name one figure, “{shown(a.mention.words)}”")
    lines = [told(a), told(b), *(f"  {shown(reason_words(reason))}" for reason in why_not(read, a, b))]
    put("".join(f"{line}\n" for line in lines))
    return 0


def spot(words: str) -> Spot:
    """Read PATH:LINE[:COL].

    Raises:
        UsageError: if *words* is none.
    """
    found = _PLACE.fullmatch(words)
    if not found:
        raise UsageError(f"{words}: is no place; write PATH:LINE or PATH:LINE:COL, such as draft.md:3:17")
    return Spot(found["path"], int(found["line"]), int(found["column"] or 0))


def figure(read: Story, at: Spot) -> Frame:
    """Return the figure at a place: the one that the column lies in, or the only one of the line.

    Raises:
        UsageError: if there is none, or more than one; it names those of the line.
    """
    line = [frame for frame in read.frames if read.document.line_col(frame.mention.span.start)[0] == at.line]
    if not line:
        raise UsageError(f"{at.path}:{at.line}: no figure was read in this line")
    if not at.column and len(line) == 1:
        return line[0]
    hits = [frame for frame in line if at.column and _holds(read, frame, at.column)]
    if len(hits) != 1:
        known = "; ".join(f"{_column(read, frame)} “{shown(frame.mention.words)}”" for frame in line)
        ask = "several figures in this line, name a column" if not at.column else f"no figure at column {at.column}"
        raise UsageError(f"{at.path}:{at.line}: {ask}: {known}")
    return hits[0]


def _holds(read: Story, frame: Frame, column: int) -> bool:
    start = _column(read, frame)
    return start <= column < start + frame.mention.span.end - frame.mention.span.start


def _column(read: Story, frame: Frame) -> int:
    return read.document.line_col(frame.mention.span.start)[1]


def told(frame: Frame) -> str:
    """Describe a figure in one line."""
    document, mention = frame.mention.document, frame.mention
    line, column = document.line_col(mention.span.start)
    slots = [mention.status, mention.thing and document.words(mention.thing.span), mention.role, where_is(frame)]
    known = ", ".join(shown(slot) for slot in slots if slot)
    return f"{shown(f'{document.name}:{line}:{column}')}  “{shown(mention.words)}” ({known})"
