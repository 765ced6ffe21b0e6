"""Units that our lexicon lacks, read by quantulum3 from one short span: "14 mGy", "20 J/m^2", "40,000 bushels".

Its data (units.json) are opened only where a word of the shape of a unit stands behind a number, and it is imported
only where its data list that word.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from checker.mentions.quantities.found import Found
from checker.mentions.quantities.line import Line
from checker.model.values import NamedTuple

# It takes time with the square of a span and the cube of a run of digits.
_LONGEST = 80
_MOST_DIGITS = 20
_REACH = 8
_MEASURED = frozenset({"money", "percent", "points", "age", "ratio"})


class Known(NamedTuple):
    """Surfaces in lower case, and symbols as they are written."""

    surfaces: frozenset[str]
    symbols: frozenset[str]


class _Unit(NamedTuple):
    name: str
    dimension: str
    value: Decimal
    length: int


def with_rare_unit(line: Line, found: Found) -> Found:
    """Return *found* with the unit that only quantulum3 knows, else *found* itself."""
    at = found.end
    if found.amount.dimension in _MEASURED or found.amount.low != found.amount.high or at >= line.size:
        return found
    if not _may_be_unit(line, at, found.is_bare):
        return found
    text = line.text(found.number_start, min(at + _REACH, line.size))[:_LONGEST]
    unit = _asked(text) if sum(char.isdecimal() for char in text) <= _MOST_DIGITS else None
    if unit is None or abs(unit.value - abs(found.amount.low)) > abs(unit.value) / 1000:
        return found
    end = found.number_end
    while end < line.size and len(line.text(found.number_start, end)) < unit.length:
        end += 1
    amount = found.amount._replace(dimension=unit.dimension, unit=unit.name)
    return found._replace(end=max(end, at), amount=amount, reason=f"{unit.dimension}: unit known to quantulum3")


def _may_be_unit(line: Line, at: int, is_bare: bool) -> bool:
    """Tell of a compound ("J/m^2", "l/km"), a symbol ("mGy") or a long word that quantulum3's data list."""
    low = line.lows[at]
    if not is_bare:
        return low == "/" and line.glued(at) and line.glued(at + 1) and line.lows[at + 1].isalpha()
    if not low[0].isalpha():
        return False
    if line.glued(at + 1) and line.lows[at + 1] in {"/", "^", "−"}:
        return _is_symbol(line, at) or line.words.units.get(low) is not None
    if is_symbol(line, at):
        return True
    return low.endswith(line.words.unit_endings) and _is_surface(low)


def is_symbol(line: Line, at: int) -> bool:
    """Tell whether token *at* is written as a unit is, "mGy" and no "MPs": small and capital letters mixed."""
    text = line.tokens[at][2]
    return (
        text[-1:].isalpha()
        and not text.islower()
        and not text.istitle()
        and not text.isupper()
        and _is_symbol(line, at)
    )


def _is_symbol(line: Line, at: int) -> bool:
    return line.tokens[at][2] in known().symbols


def _is_surface(low: str) -> bool:
    surfaces = known().surfaces
    return low in surfaces or (low.endswith("s") and low[:-1] in surfaces)


@lru_cache(maxsize=1)
def known() -> Known:
    """Return what quantulum3's data list, without importing it; nothing where it is not installed."""
    import json
    import os
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec("quantulum3")
    if spec is None or not spec.submodule_search_locations:
        return Known(frozenset(), frozenset())
    with open(os.path.join(spec.submodule_search_locations[0], "units.json"), encoding="utf-8") as file:
        units: dict[str, dict[str, Any]] = json.load(file)
    rows = [(name, row) for name, row in units.items() if row.get("entity") not in {"dimensionless", "currency", None}]
    surfaces = {surface.lower() for name, row in rows for surface in (name, *row.get("surfaces", ()))}
    symbols = {symbol for _, row in rows for symbol in row.get("symbols", ())}
    prefixed = {
        prefix + symbol for _, row in rows for symbol in row.get("symbols", ()) for prefix in row.get("prefixes", ())
    }
    return Known(frozenset(surfaces), frozenset(symbols | prefixed))


@lru_cache(maxsize=1024)
def _asked(text: str) -> _Unit | None:
    """Return the unit that quantulum3 reads at the head of *text*."""
    import importlib
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Importing takes 0.4 s, its first answer one more. With scikit-learn installed it would load a model.
        vars(importlib.import_module("quantulum3.classifier"))["USE_CLF"] = False
        found = importlib.import_module("quantulum3.parser").parse(text)
    if not found or found[0].span[0] != 0 or found[0].unit.name == "dimensionless":
        return None
    unit, entity = found[0].unit.name, found[0].unit.entity.name
    value, length = Decimal(str(found[0].value)), found[0].span[1]
    return _Unit(unit, "measure" if entity == "unknown" else entity, value, length)
