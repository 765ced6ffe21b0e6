"""Kinds of check: one file each, found by the name that a rule writes after ``check:``."""

from __future__ import annotations

import importlib

from checker.engine.check import Check

NAMES: tuple[str, ...] = ()
"""Every kind of check there is; ``parts-sum`` lives in ``parts_sum.py``."""


def load(name: str) -> Check:
    """Return the check of that name. Only the kinds that some rule in force needs are imported."""
    module = importlib.import_module(f"checker.engine.kinds.{name.replace('-', '_')}")
    check: Check = module.CHECK
    return check
