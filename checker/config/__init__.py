"""Settings from files and the environment: one table of keys, read and checked without a schema library.

A hook runs at every commit, so nothing is imported here before a configuration file is there to be read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from checker.config.keys import KEYS, Key, parsed
from checker.errors import ConfigError
from checker.model.values import NamedTuple

FILES = ("pyproject.toml", "figcheck.toml", ".figcheck.toml")
"""Names of configuration files in one folder; the first that holds settings for figcheck counts."""

OVERRIDES = "overrides"
"""In a layer beside the keys: settings for some paths, see ``config/overrides.py``."""

_PREFIX = "FIGCHECK_"
_MOST_BYTES = 1_000_000


class Setting(NamedTuple):
    """A value and where it came from: "default", "FIGCHECK_FAIL_ON", "figcheck.toml:3", "--fail-on"."""

    value: Any
    source: str


Config = Mapping[str, Setting]
"""Settings by the name of their key; a layer holds only those that it sets."""


def defaults() -> Config:
    """Return every key with its default."""
    return {key.name: Setting(key.default, "default") for key in KEYS.values()}


def merged(*layers: Config) -> Config:
    """Lay settings over each other, the weakest first. Joined are ``severity``, rule by rule, and overrides."""
    result: dict[str, Setting] = {}
    for layer in layers:
        for name, setting in layer.items():
            below = result.get(name)
            if below and name == OVERRIDES:
                result[name] = Setting(below.value + setting.value, setting.source)
            else:
                joins = name != OVERRIDES and KEYS[name].type == "levels" and below and below.value
                result[name] = _joined(below, setting) if below and joins else setting
    return result


def _joined(below: Setting, above: Setting) -> Setting:
    return Setting({**below.value, **above.value}, f"{below.source}, {above.source}")


def from_environment(environ: Mapping[str, str]) -> Config:
    """Read ``FIGCHECK_FAIL_ON`` for ``fail-on`` and so on; an empty variable sets nothing.

    Other names that begin so are left alone: a workflow may keep its own there.

    Raises:
        ConfigError: if a value is none that its key takes.
    """
    layer: dict[str, Setting] = {}
    for key in KEYS.values():
        name = variable(key)
        if environ.get(name):
            layer[key.name] = Setting(parsed(key, environ[name], name, os.getcwd()), name)
    return layer


def variable(key: Key) -> str:
    """Name the variable of the environment that sets *key*."""
    return _PREFIX + key.name.upper().replace("-", "_")


def nearest(folder: str) -> str | None:
    """Return the configuration file that counts in *folder*: its own, or that of a folder above it.

    The top of a repository (where ``.git`` is) is the last folder looked into.
    """
    here = os.path.abspath(folder)
    while True:
        for name in FILES:
            path = os.path.join(here, name)
            if os.path.isfile(path) and (name != FILES[0] or _is_ours(path)):
                return path
        above = os.path.dirname(here)
        if above == here or os.path.exists(os.path.join(here, ".git")):
            return None
        here = above


def from_file(path: str) -> Config:
    """Read one configuration file with all that it extends.

    Raises:
        ConfigError: one line for each mistake, with file and line.
    """
    from checker.config.file import read  # brings tomllib, 8 ms

    return read(path)


def preset(name: str) -> Config:
    """Return the settings of a preset that is shipped.

    Raises:
        ConfigError: if there is none of that name.
    """
    from checker.resources import rules_folder

    layer = from_file(os.path.join(rules_folder(), "presets", f"{name}.toml"))
    return {key: Setting(setting.value, f"preset {name}") for key, setting in layer.items()}


def read_bytes(path: str) -> bytes:
    """Return the bytes of a configuration file.

    Raises:
        ConfigError: if it cannot be read or is beyond all measure.
    """
    try:
        with open(path, "rb") as stream:
            raw = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ConfigError(f"{path}:0:0: cannot be read: {error.strerror or error}") from None
    if len(raw) > _MOST_BYTES:
        raise ConfigError(f"{path}:0:0: a configuration has at most {_MOST_BYTES} bytes")
    return raw


def _is_ours(path: str) -> bool:
    """Tell whether a pyproject.toml has a table for figcheck; most have none, and are not worth a parser's start."""
    if b"figcheck" not in read_bytes(path):
        return False
    from checker.config.file import table

    return table(path) is not None
