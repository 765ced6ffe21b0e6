"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from checker.config.keys import KEYS

Function = TypeVar("Function", bound=Callable[..., Any])

_READING = (
    click.option("--format", metavar="NAME", help="Format of the drafts; unset, the suffix decides."),
    click.option("--date", metavar="YYYY-MM-DD", help="Date of a draft that gives none."),
    click.option("--locale", metavar="TAG", help="Language and region of the drafts, such as en-IN."),
    click.option("--encoding", metavar="NAME", help="Encoding of the drafts; unset, UTF-8."),
    click.option("--max-size", metavar="SIZE", help="Largest draft that is read; 20MB unless set."),
    click.option("--stdin-filename", metavar="PATH", help="Name of what comes on stdin: for its format and settings."),
    click.option("--rules", multiple=True, metavar="PATH", help="Rules of your own: a file or folder. Repeatable."),
    click.option("--preset", type=click.Choice(KEYS["preset"].choices), help="Settings to begin with."),
    click.option("--preview", is_flag=True, help="Let new rules count in full."),
    click.option("--config", metavar="FILE", help="Settings to use instead of the nearest file."),
    click.option("--isolated", is_flag=True, help="Read no settings from files or the environment."),
    click.option("--no-cache", is_flag=True, help="Neither read nor write what is kept between runs."),
    click.option("--color", type=click.Choice(KEYS["color"].choices), help="Colour; auto unless set."),
)


held_against = click.option(
    "--table", multiple=True, metavar="FILE", help="Figures to hold one draft against: csv, tsv or xlsx. Repeatable."
)
"""For commands that tell what was found."""


def reading(function: Function) -> Function:
    """Add the options of every command that reads a draft."""
    for option in reversed(_READING):
        function = option(function)
    return function
