"""``figcheck text``: the text that offsets count in."""

from __future__ import annotations

from typing import Any

import click

from checker.cli.drafts import opened
from checker.cli.options import reading
from checker.cli.session import Session, wish
from checker.cli.streams import put


@click.command("text")
@click.argument("path", metavar="PATH")
@reading
def command(path: str, **params: Any) -> int:
    """Print a draft as it was read, to the last character: what start and end of every output count in."""
    put(opened(path, Session(wish(params))).text)
    return 0
