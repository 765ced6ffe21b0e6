"""Settings for some of the drafts: ``[[overrides]]`` of a configuration file, each with the paths that it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.config import Config, Setting
from checker.config.keys import KEYS, parsed
from checker.config.patterns import excluding
from checker.errors import ConfigError
from checker.model.values import NamedTuple

PATHS = "paths"


class Override(NamedTuple):
    """Settings for the drafts that one of *patterns* fits, each pattern beside the folder that it counts from."""

    patterns: tuple[tuple[str, str], ...]
    layer: Config


def allowed() -> tuple[str, ...]:
    """Return the keys that an override can set: those that are asked for each draft, but for what is left out."""
    return tuple(key.name for key in KEYS.values() if key.each_draft and key.name not in ("exclude", "preset"))


def read_overrides(raw: Any, place: str, folder: str) -> tuple[Override, ...]:
    """Read the tables of ``overrides``; *place* ("figcheck.toml:7") begins the message where one is wrong.

    Raises:
        ConfigError: for the first mistake.
    """
    if not isinstance(raw, list) or not all(isinstance(each, dict) for each in raw):
        raise ConfigError(f"{place}:1: overrides: must be tables, each [[overrides]] with paths and settings")
    return tuple(_override(each, place, folder) for each in raw)


def _override(raw: dict[str, Any], place: str, folder: str) -> Override:
    patterns = raw.get(PATHS)
    if not isinstance(patterns, list) or not patterns or not all(isinstance(one, str) and one for one in patterns):
        raise ConfigError(f"{place}:1: overrides: needs paths, a list of globs")
    layer = {name: Setting(_value(name, value, place, folder), place) for name, value in raw.items() if name != PATHS}
    return Override(tuple((folder, one) for one in patterns), layer)


def _value(name: str, raw: Any, place: str, folder: str) -> Any:
    if name not in allowed():
        from difflib import get_close_matches

        near = get_close_matches(name.replace("_", "-"), allowed(), 1, 0.6)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        raise ConfigError(f"{place}:1: overrides: got '{name}', must be one of {', '.join(allowed())}{hint}")
    return parsed(KEYS[name], raw, f"{place}:1: overrides", folder)


def fitting(path: str, overrides: tuple[Override, ...]) -> Iterator[Config]:
    """Yield the settings of the overrides that are for *path*, in their order."""
    yield from (each.layer for each in overrides if excluding(path, each.patterns) is not None)
