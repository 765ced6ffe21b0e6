"""The JSON Schema of a configuration, made from the same table that reads it."""

from __future__ import annotations

from typing import Any

from checker.config import OVERRIDES
from checker.config.keys import KEYS, LEVELS, Key
from checker.config.overrides import PATHS, allowed

_TEXTS = {"type": "array", "items": {"type": "string", "minLength": 1}}
_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string", "minLength": 1},
    "path": {"type": "string", "minLength": 1},
    "texts": _TEXTS,
    "paths": _TEXTS,
    "patterns": _TEXTS,
    "levels": {"type": "object", "additionalProperties": {"enum": list(LEVELS)}},
    "count": {"type": "integer", "minimum": 0},
    "size": {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]+ ?([KMG]i?)?B?$"}]},
    "flag": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
}


def config_schema() -> dict[str, Any]:
    """Return the schema of ``figcheck.toml`` and of ``[tool.figcheck]``; unknown keys are refused."""
    extend = {"type": "string", "minLength": 1, "description": "A configuration file that this one builds on."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "figcheck configuration",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "extend": extend,
            OVERRIDES: _overrides(),
            **{key.name: _property(key) for key in KEYS.values()},
        },
    }


def _overrides() -> dict[str, Any]:
    some = {name: _property(KEYS[name], with_default=False) for name in allowed()}
    paths = {**_TEXTS, "minItems": 1, "description": "Globs of the drafts that the settings are for."}
    return {
        "type": "array",
        "description": "Settings for some of the drafts; what stands below comes before what stands above.",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": [PATHS],
            "properties": {PATHS: paths, **some},
        },
    }


def _property(key: Key, *, with_default: bool = True) -> dict[str, Any]:
    shape = {"enum": list(key.choices)} if key.choices else _TYPES[key.type]
    default = (
        {}
        if key.default is None or not with_default
        else {"default": list(key.default) if key.default == () else key.default}
    )
    return {**shape, "description": key.help, **default}
