"""Where the shipped rules and reports lie: in ``checker/_data`` of an installed wheel, else in the checkout."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
# Asking importlib.resources costs 14 ms at every start, and a checker in a zip file is nothing that we ship.
_PACKED = os.path.join(_PACKAGE, "_data")


def rules_folder() -> str:
    """Return the folder of the shipped rules; their lexicons lie in ``lexicons`` below it."""
    return _folder("rules")


def reports_folder() -> str:
    """Return the folder of schemas, templates and samples of reports."""
    return _folder("reports")


def _folder(name: str) -> str:
    packed = os.path.join(_PACKED, name)
    return packed if os.path.isdir(packed) else os.path.join(os.path.dirname(_PACKAGE), name)
