"""Ships rules/ and reports/ inside the package of a real wheel; an editable install reads the checkout instead."""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = ("rules", "reports")


class ShipData(BuildHookInterface[Any]):
    """Adds the data folders as ``checker/_data/...``.

    A static force-include in pyproject.toml would also apply to editable builds, where it breaks the import.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folders where hatchling builds the real thing: *version* is "standard", else "editable"."""
        if version == "standard":
            build_data["force_include"].update({folder: f"checker/_data/{folder}" for folder in DATA})
