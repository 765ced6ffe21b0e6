"""Run every link type over a draft's figures, and every veto that the type asks for over its candidates."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from functools import cache

from checker.facts.links import LinkType
from checker.facts.pool import Pool
from checker.facts.vetoes import Veto, all_vetoes
from checker.model.frame import Link

TYPES = (
    "headline.LINK",
    "stale.LINK",
    "increment.LINK",
    "caption.CAPTION",
    "caption.INFOBOX",
    "subset.LINK",
    "swap.LINK",
    "swap.ONE_LEG",
    "definite.LINK",
    "same_number.LINK",
    "restated.LINK",
    "slip.HEADLINE",
    "slip.CAPTION",
    "slip.INFOBOX",
    "slip.RESTATED",
)


@cache
def link_types() -> tuple[LinkType, ...]:
    """Return all link types in the order of their trust."""
    types = []
    for name in TYPES:
        module, attribute = name.split(".")
        types.append(getattr(importlib.import_module(f"checker.facts.links.{module}"), attribute))
    return tuple(types)


def connect(pool: Pool) -> tuple[Link, ...]:
    """Return every link of a draft; one that a veto silences carries it and serves only ``why-not``."""
    vetoes = all_vetoes()
    return tuple(link for kind in link_types() for link in _judged(kind, pool, vetoes))


def _judged(kind: LinkType, pool: Pool, vetoes: Mapping[str, Veto]) -> Iterator[Link]:
    for link in kind.find(pool):
        reason = next((r for name in kind.vetoes if (r := vetoes[name](link, pool))), None)
        yield (
            Link(link.type, link.relation, link.first, link.second, link.proof, link.strength, reason)
            if reason
            else link
        )
