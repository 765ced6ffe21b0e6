"""Every setting: its type, its default, what it does. The schema, ``init`` and ``--show-settings`` come from here."""

from __future__ import annotations

import os
from typing import Any

from checker.errors import ConfigError
from checker.model.values import NamedTuple

LEVELS = ("error", "warning", "info", "off")
"""What a rule's severity can be set to."""


class Key(NamedTuple):
    """One setting. With ``each_draft`` the file nearest to a draft decides, else that nearest to where we run."""

    name: str
    type: str
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    each_draft: bool = True


KEYS = {
    key.name: key
    for key in (
        Key("preset", "choice", None, "Settings to begin with.", ("newsroom", "sitrep", "strict")),
        Key("fail-on", "choice", "error", "Lowest severity that fails the run.", ("error", "warning", "info", "never")),
        Key("max-warnings", "count", None, "More warnings than this fail the run; unset, any number passes."),
        Key("select", "texts", (), "Rules or kinds to run; empty for all that are in force."),
        Key("ignore", "texts", (), "Rules or kinds to leave out."),
        Key("severity", "levels", {}, "Severity of single rules: error, warning, info or off."),
        Key("preview", "flag", False, "Let new rules count in full, which else give notes at most."),
        Key("rules", "paths", (), "Rule files of your own, or folders of them."),
        Key("exclude", "patterns", (), "Files to leave out, as globs counted from this file; ** crosses folders."),
        Key("locale", "text", None, "Language and region of the drafts, such as en-GB or en-IN."),
        Key("date", "date", None, "Date of a draft that gives none, such as 2026-01-31."),
        Key("format", "text", None, "Format of the drafts, such as markdown; unset, the suffix decides."),
        Key("encoding", "text", None, "Encoding of the drafts; unset, UTF-8 or what a byte order mark says."),
        Key(
            "today", "date", None, "Day from which suppressions with an earlier until= count no more; never the clock."
        ),
        Key("require-reason", "flag", False, "Refuse a suppression that gives no reason."),
        Key("max-size", "size", 20_000_000, "Largest draft that is read, such as 20MB."),
        Key("paths", "paths", (), "What is checked when no PATH is given.", each_draft=False),
        Key("baseline", "path", None, "File of known findings, which are not told.", each_draft=False),
        Key("output-format", "text", "text", "Form of the report.", each_draft=False),
        Key("jobs", "count", 0, "Processes to use; 0 for as many as are worth it.", each_draft=False),
        Key("color", "choice", "auto", "Colour on a terminal.", ("auto", "always", "never"), each_draft=False),
        Key(
            "cache",
            "flag",
            True,
            "Keep validated rules, and which drafts are clean.",
            each_draft=False,
        ),
    )
}
"""Settings by name, in the order that they are shown in."""

_UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30}
_MUST_BE = {
    "text": "text",
    "texts": "a list of texts",
    "patterns": "a list of globs",
    "path": "a path",
    "paths": "a list of paths",
    "levels": f"a table of rules, each {', '.join(LEVELS)}",
    "count": "a whole number, 0 or more",
    "size": "a number of bytes, or one with a unit such as 20MB",
    "flag": "true or false",
    "date": "a date such as 2026-01-31",
}


def parsed(key: Key, raw: Any, place: str, folder: str) -> Any:
    """Return the value that *raw* means: of a TOML value, or of the text of a variable or an option.

    *place* begins the message where it is wrong; paths count from *folder*.

    Raises:
        ConfigError: if *raw* is no value of this key.
    """
    value = raw
    if isinstance(raw, str) and key.type in _FROM_TEXT:
        value = _FROM_TEXT[key.type](raw)
    value = _checked(key, value)
    if value is None:
        allowed = f"one of {', '.join(key.choices)}" if key.choices else _MUST_BE[key.type]
        field = "" if place.endswith(key.name) else f"{key.name}: "
        raise ConfigError(f"{place}: {field}got {_shown(raw)}, must be {allowed}")
    if key.type == "path":
        return os.path.join(folder, value)
    if key.type == "paths":
        return tuple(os.path.join(folder, path) for path in value)
    return tuple((folder, pattern) for pattern in value) if key.type == "patterns" else value


def _checked(key: Key, value: Any) -> Any | None:
    """Return the value in its own type, or None where it is of another."""
    if key.type == "choice":
        return value if value in key.choices else None
    if key.type in ("texts", "paths", "patterns"):
        fits = isinstance(value, (list, tuple)) and all(isinstance(item, str) and item for item in value)
        return tuple(value) if fits else None
    if key.type in ("count", "size"):
        return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
    if key.type == "levels":
        fits = isinstance(value, dict) and all(level in LEVELS for level in value.values())
        return dict(value) if fits else None
    if key.type == "date":
        return _day(value)
    return value if isinstance(value, bool if key.type == "flag" else str) and value != "" else None


def _day(value: Any) -> Any | None:
    from datetime import date, datetime

    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _levels(text: str) -> dict[str, str] | None:
    pairs = [word.partition("=") for word in _words(text)]
    return {name.strip(): level.strip() for name, _, level in pairs} if all(sign for _, sign, _ in pairs) else None


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _size(text: str) -> int | None:
    digits = text.rstrip("BIKMGTbikmgt ")
    factor = _UNITS.get(text[len(digits) :].strip().upper())
    number = _whole(digits)
    return None if number is None or factor is None else number * factor


def _flag(text: str) -> bool | None:
    return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}.get(text.lower())


_FROM_TEXT = {
    "texts": _words,
    "paths": _words,
    "patterns": _words,
    "levels": _levels,
    "count": _whole,
    "size": _size,
    "flag": _flag,
}


def _shown(raw: Any) -> str:
    if isinstance(raw, str):
        return repr(raw)
    return {True: "true", False: "false"}[raw] if isinstance(raw, bool) else str(raw)
