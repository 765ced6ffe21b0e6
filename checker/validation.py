"""A YAML file held against its pydantic model, each mistake worded with its place in the file.

Imports pydantic (60 to 100 ms): only called where no cache holds what was validated before.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from checker.errors import RuleError
from checker.yamlfile import Path, Tree, dotted, one_line

Model = TypeVar("Model", bound=BaseModel)

_MUST_BE = {
    "string_type": "text (put a number or true/false in quotes)",
    "string_too_short": "text with at least one letter",
    "list_type": "a list: [one, two]",
    "tuple_type": "a list: [one, two]",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "decimal_type": "a number",
    "is_instance_of": "a number",
}


class Strict(BaseModel):
    """A mapping in a rule or lexicon file: no unknown keys, no guessing between types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, arbitrary_types_allowed=True)


def validated(model: type[Model], tree: Tree) -> Model:
    """Return the model of what *tree* holds.

    Raises:
        RuleError: one line for each mistake.
    """
    try:
        return model.model_validate(tree.value)
    except ValidationError as error:
        raise RuleError(*(_worded(model, tree, dict(mistake)) for mistake in error.errors())) from None


def choices(got: object, allowed: Iterable[str]) -> str:
    """Word a value that is none of *allowed*: ``got 'fatal', must be one of error, info; did you mean 'error'?``."""
    names = list(allowed)
    if not names:
        return f"got {quoted(got)}, but there is none to name"
    shown = ", ".join(names) if len(names) <= 60 else ", ".join(sorted(names)[:60]) + ", ..."
    return f"got {quoted(got)}, must be one of {shown}{hint(got, names)}"


def hint(got: object, allowed: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest of *allowed*, or nothing where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(str(got), list(allowed), 1, 0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def quoted(value: object) -> str:
    """Show a value of a YAML file in an error, shortened."""
    if isinstance(value, str):
        text = " ".join(value.split())
        return f"'{text[:57]}...'" if len(text) > 60 else f"'{text}'"
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return "nothing"
    if isinstance(value, (int, Decimal)):
        return str(value)
    kind = "list" if isinstance(value, (list, tuple)) else "mapping"
    return f"a {kind}" if value else f"an empty {kind}"


def _worded(model: type[BaseModel], tree: Tree, mistake: dict[str, Any]) -> str:
    kind, got, context = mistake["type"], mistake["input"], mistake.get("ctx", {})
    path: Path = tuple(mistake["loc"])
    if kind == "extra_forbidden":
        parent, key = path[:-1], str(path[-1])
        line, column = tree.keys.get(path, tree.values[()])
        known = _keys(model, parent)
        field = f"{dotted(parent)}: " if parent else ""
        allowed = f"must be one of {', '.join(known)}{hint(key, known)}"
        return f"{tree.file}:{line}:{column}: {one_line(f'{field}unknown key {quoted(key)}, {allowed}')}"
    if kind == "missing":
        return tree.line(path, "is missing")
    while path not in tree.values:
        path = path[:-1]
    if kind == "literal_error":
        return tree.line(path, choices(got, _literals(context["expected"])))
    if kind == "too_short":
        return tree.line(path, f"got {len(got)} of these, must be at least {context['min_length']}")
    if kind == "value_error":
        return tree.line(path, str(context["error"]))
    return tree.line(path, f"got {quoted(got)}, must be {_MUST_BE.get(kind, mistake['msg'])}")


def _literals(expected: str) -> list[str]:
    return [part.strip("'") for part in expected.replace(" or ", ", ").split(", ")]


def _keys(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the mapping at *path* may have."""
    here: Any = model
    for step in path:
        if isinstance(here, type) and issubclass(here, BaseModel):
            # "pass" is no name in Python: the field has it as its alias.
            here = next(field.annotation for name, field in here.model_fields.items() if step in (name, field.alias))
        else:
            here = get_args(here)[-1] if isinstance(step, str) else get_args(here)[0]
    while not (isinstance(here, type) and issubclass(here, BaseModel)):
        here = next(part for part in get_args(here) if part is not type(None))
    return [field.alias or name for name, field in here.model_fields.items()]
