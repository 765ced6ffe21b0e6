"""Finds figures that disagree inside one draft.

``check_text``, ``check_file``, ``extract`` and ``load_rules`` are imported on first use:
``import checker`` alone costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["check_file", "check_text", "extract", "load_rules"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'checker' has no attribute '{name}'")
    # By name: a stage that imports a part of this package does not import what stands above it.
    return getattr(import_module("checker.api"), name)
