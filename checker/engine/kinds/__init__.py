"""Kinds of check: one file each, found by the name that a rule writes after ``check:``."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from checker.engine.check import Check
from checker.facts.story import Story

NAMES: tuple[str, ...] = (
    "age",
    "age-headline",
    "agree",
    "ambiguous",
    "anniversary",
    "attribution",
    "bound",
    "change",
    "conversion",
    "day-count",
    "delta",
    "drift",
    "duration",
    "duration-headline",
    "exchange",
    "floor",
    "identity",
    "impossible",
    "league",
    "like-things",
    "list-count",
    "magnitude",
    "malformed",
    "ordinal",
    "parts",
    "percent",
    "percent-sum",
    "points",
    "product",
    "ranking",
    "ratio",
    "sign",
    "sources",
    "subset",
    "superlative",
    "swap",
    "table",
    "table-change",
    "table-text",
    "toll-series",
    "weekday",
)
"""Every kind of check there is; ``parts-sum`` lives in ``parts_sum.py``."""


def load(name: str) -> Check:
    """Return the check of that name. Only the kinds that some rule in force needs are imported."""
    module = importlib.import_module(f"checker.engine.kinds.{name.replace('-', '_')}")
    check: Check = module.CHECK
    return check


def missing(name: str) -> Callable[[Story], str | None] | None:
    """Return the function by which a check tells why it cannot run on a draft, or None if it always can."""
    module = importlib.import_module(f"checker.engine.kinds.{name.replace('-', '_')}")
    return getattr(module, "missing", None)
