"""One configuration file: TOML, its mistakes told with file and line."""

from __future__ import annotations

import os
import re
import tomllib
from typing import Any

from checker.config import FILES, OVERRIDES, Config, Setting, merged, read_bytes
from checker.config.keys import KEYS, parsed
from checker.config.overrides import read_overrides
from checker.errors import ConfigError

_LONGEST_CHAIN = 10


def read(path: str, chain: tuple[str, ...] = ()) -> Config:
    """Read *path* and, below it, the file that it extends; *chain* holds the files that led here.

    Raises:
        ConfigError: one line for each mistake.
    """
    if not os.path.exists(path):
        raise ConfigError(f"{path}:0:0: there is no such file")
    found = table(path)
    if found is None:
        raise ConfigError(f"{path}:0:0: there is no table [tool.figcheck] in it")
    text = read_bytes(path).decode("utf-8-sig")
    layer, mistakes = _settings(path, text, found)
    if mistakes:
        raise ConfigError("\n".join(mistakes))
    if "extend" not in found:
        return layer
    return merged(_extended(path, text, found["extend"], (*chain, os.path.realpath(path))), layer)


def table(path: str) -> dict[str, Any] | None:
    """Return the settings in *path*; None for a pyproject.toml without any.

    Raises:
        ConfigError: if the file is no TOML.
    """
    try:
        document = tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}:0:0: cannot read as UTF-8 (offset {error.start})") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(_no_toml(path, str(error))) from None
    if os.path.basename(path) != FILES[0]:
        return document
    tool = document.get("tool")
    found = tool.get("figcheck") if isinstance(tool, dict) else None
    return found if isinstance(found, dict) else None


def _extended(path: str, text: str, raw: Any, chain: tuple[str, ...]) -> Config:
    place = f"{path}:{_line(text, 'extend')}:1"
    if not isinstance(raw, str) or not raw:
        raise ConfigError(f"{place}: extend: must be the path of a configuration file")
    target = os.path.join(os.path.dirname(path), os.path.expanduser(raw))
    if os.path.realpath(target) in chain:
        raise ConfigError(f"{place}: extend: {raw} extends this file in its turn")
    if len(chain) > _LONGEST_CHAIN:
        raise ConfigError(f"{place}: extend: more than {_LONGEST_CHAIN} files extend each other")
    if not os.path.isfile(target):
        raise ConfigError(f"{place}: extend: there is no file {raw}")
    return read(target, chain)


def _settings(path: str, text: str, found: dict[str, Any]) -> tuple[dict[str, Setting], list[str]]:
    layer: dict[str, Setting] = {}
    mistakes: list[str] = []
    folder = os.path.dirname(path)
    for name, raw in found.items():
        line = _line(text, name)
        if name == "extend":
            continue
        if name == OVERRIDES:
            try:
                layer[name] = Setting(read_overrides(raw, f"{path}:{line}", folder), f"{path}:{line}")
            except ConfigError as error:
                mistakes.append(str(error))
            continue
        if name not in KEYS:
            mistakes.append(f"{path}:{line}:1: {_unknown(name)}")
            continue
        try:
            layer[name] = Setting(parsed(KEYS[name], raw, f"{path}:{line}:1", folder), f"{path}:{line}")
        except ConfigError as error:
            mistakes.append(str(error))
    return layer, mistakes


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.replace("_", "-"), ["extend", OVERRIDES, *KEYS], 1, 0.6)
    hint = f"; did you mean '{near[0]}'?" if near else ""
    return f"unknown key '{name}', must be one of extend, {OVERRIDES}, {', '.join(KEYS)}{hint}"


def _line(text: str, name: str) -> int:
    """Return the line that sets *name* (from 1), 0 where it cannot be told: TOML readers give no places."""
    written = re.compile(
        rf"""\s*(?:\[{{1,2}}\s*(?:tool\s*\.\s*figcheck\s*\.\s*)?)?["']?{re.escape(name)}["']?\s*[\].=]"""
    )
    return next((at for at, line in enumerate(text.split("\n"), 1) if written.match(line)), 0)


def _no_toml(path: str, message: str) -> str:
    """Word tomllib's message; "(at line 3, column 7)" ends it and becomes the place."""
    found = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if found is None:
        return f"{path}:0:0: this is no TOML: {message}"
    return f"{path}:{found[1]}:{found[2]}: this is no TOML: {message[: found.start()]}"
