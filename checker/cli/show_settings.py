"""``check --show-settings``: every setting in force and where it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from checker.config import Config
from checker.config.keys import KEYS
from checker.writers.safe import shown


def lines(path: str, here: Config, main: Config) -> Iterator[str]:
    """Yield the settings for *path* as TOML, each with its source behind it.

    Settings of the whole run come from *main*, whatever file is near *path*.
    """
    yield f"# {shown(path)}"
    for key in KEYS.values():
        setting = (here if key.each_draft else main)[key.name]
        written = value(setting.value)
        yield f"{'# ' if written == '' else ''}{key.name} = {written or '(unset)'}  # {shown(setting.source)}"


def value(raw: Any) -> str:
    """Write a value as TOML; "" for one that is not set."""
    if raw is None:
        return ""
    if isinstance(raw, dict):
        return "{" + ", ".join(f"{json.dumps(name)} = {value(level)}" for name, level in raw.items()) + "}"
    if isinstance(raw, tuple):
        return "[" + ", ".join(value(item[1] if isinstance(item, tuple) else item) for item in raw) + "]"
    if isinstance(raw, (bool, int, str)):
        return json.dumps(raw, ensure_ascii=False)
    return str(raw)
