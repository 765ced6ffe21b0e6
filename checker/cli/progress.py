"""Progress of long work, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from checker.cli.streams import is_terminal

Item = TypeVar("Item")

_LONG = 32
"""Drafts that take long enough to be told about."""


def watched(items: Iterable[Item], length: int, quiet: bool) -> Iterator[Item]:
    """Yield *items*, with a bar on stderr where that is a terminal and there are many."""
    if quiet or length < _LONG or not is_terminal(sys.stderr):
        yield from items
        return
    import click

    with click.progressbar(items, length=length, label="Checking", file=sys.stderr) as bar:
        yield from bar
