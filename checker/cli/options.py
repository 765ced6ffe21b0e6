"""Options that several commands share, and how they become a layer of the configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from checker.config import Config, Setting
from checker.config.keys import KEYS, parsed

Function = TypeVar("Function", bound=Callable[..., Any])

_READING = (
    click.option("--format", metavar="NAME", help="Format of the drafts; unset, the suffix decides."),
    click.option("--date", metavar="YYYY-MM-DD", help="Date of a draft that gives none."),
    click.option("--locale", metavar="TAG", help="Language and region of the drafts, such as en-IN."),
    click.option("--encoding", metavar="NAME", help="Encoding of the drafts; unset, UTF-8."),
    click.option("--max-size", metavar="SIZE", help="Largest draft that is read; 20MB unless set."),
    click.option("--stdin-filename", metavar="PATH", help="Name of what comes on stdin: for its format and settings."),
    click.option("--rules", multiple=True, metavar="PATH", help="Rules of your own: a file or folder. Repeatable."),
    click.option("--config", metavar="FILE", help="Settings to use instead of the nearest file."),
    click.option("--isolated", is_flag=True, help="Read no settings from files or the environment."),
    click.option("--no-cache", is_flag=True, help="Neither read nor write the cache of validated rules."),
    click.option("--color", type=click.Choice(KEYS["color"].choices), help="Colour; auto unless set."),
)


def reading(function: Function) -> Function:
    """Add the options of every command that reads a draft."""
    for option in reversed(_READING):
        function = option(function)
    return function


def layer(params: Mapping[str, Any]) -> Config:
    """Return what the command line sets.

    Raises:
        ConfigError: if a value is none that its key takes.
    """
    settings: dict[str, Setting] = {}
    for key in KEYS.values():
        value = params.get(key.name.replace("-", "_"))
        if key.type != "flag" and value not in (None, ()):
            words = ",".join(value) if isinstance(value, tuple) else value
            settings[key.name] = Setting(_parsed(key.name, words, value), f"--{key.name}")
    if params.get("no_cache"):
        settings["cache"] = Setting(False, "--no-cache")
    if params.get("require_reason"):
        settings["require-reason"] = Setting(True, "--require-reason")
    return settings


def _parsed(name: str, words: str, value: Any) -> Any:
    # A path may hold a comma, a rule's name cannot.
    raw = list(value) if KEYS[name].type == "paths" else words
    return parsed(KEYS[name], raw, f"--{name}", "")
