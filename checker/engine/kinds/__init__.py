"""Kinds of check: one file each, found by the name that a rule writes after ``check:``."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache

from checker.engine.check import Check
from checker.engine.once import once
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
    "echo",
    "exchange",
    "floor",
    "identity",
    "impossible",
    "league",
    "like-things",
    "limit",
    "list-count",
    "looks-back",
    "magnitude",
    "malformed",
    "margin",
    "ordinal",
    "other-noun",
    "oversized",
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
    "two-ages",
    "weekday",
)
"""Every kind of check there is; ``parts-sum`` lives in ``parts_sum.py``."""

PLAIN = frozenset({"count", "money", "percent", "points", "duration", "age", "date", "time", "ordinal", "ratio"})
NEEDS: dict[str, tuple[str, ...]] = {
    "age": ("age",),
    "age-headline": ("age",),
    "anniversary": ("duration", "ordinal"),
    "change": ("percent", "ratio"),
    "conversion": ("measure",),
    "day-count": ("ordinal",),
    "duration": ("duration",),
    "duration-headline": ("duration",),
    "exchange": ("money",),
    "league": ("table_cell",),
    "ordinal": ("ordinal",),
    "percent": ("percent",),
    "percent-sum": ("percent", "money"),
    "points": ("percent",),
    "product": ("money", "measure"),
    "table": ("table_cell",),
    "table-change": ("table_cell",),
    "table-text": ("table_cell",),
    "two-ages": ("age",),
    "weekday": ("date",),
}
"""Dimensions or block roles of which a draft must have a figure for a kind to say anything; the others need none.

"measure" is any dimension that has units of its own. A kind that cannot speak is not imported: start-up is most of
the time of a short draft.
"""


def can_speak(name: str, story: Story) -> bool:
    """Tell whether a draft has what a kind of check cannot do without."""
    needs = NEEDS.get(name)
    if needs is None:
        return True
    found = once(story, "dimensions and roles", _dimensions_and_roles)
    return any(need in found for need in needs)


def _dimensions_and_roles(story: Story) -> frozenset[str]:
    dimensions = {frame.mention.quantity.dimension for frame in story.frames}
    measure = set() if dimensions <= PLAIN else {"measure"}
    return frozenset(dimensions | measure | {frame.block_role for frame in story.frames})


@cache
def load(name: str) -> Check:
    """Return the check of that name. Only the kinds that some rule in force needs are imported."""
    module = importlib.import_module(f"checker.engine.kinds.{name.replace('-', '_')}")
    check: Check = module.CHECK
    return check


@cache
def missing(name: str) -> Callable[[Story], str | None] | None:
    """Return the function by which a check tells why it cannot run on a draft, or None if it always can."""
    module = importlib.import_module(f"checker.engine.kinds.{name.replace('-', '_')}")
    return getattr(module, "missing", None)
