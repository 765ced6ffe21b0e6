"""Run every link type over a draft's figures, and every veto that the type asks for over its candidates."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from functools import cache

from checker.facts.links import LinkType
from checker.facts.pool import Pool
from checker.facts.vetoes import Veto, all_vetoes
from checker.lexicon.book import Lexicon
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

EVERYWHERE = ("not-compared",)
"""Vetoes of every link type: what a house declares holds whatever the proof."""


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
    on, asked = _enabled(pool.lexicon, "links"), _enabled(pool.lexicon, "vetoes")
    vetoes = {name: veto for name, veto in all_vetoes().items() if name in asked}
    return tuple(link for kind in link_types() if kind.name in on for link in _judged(kind, pool, vetoes))


def _enabled(lexicon: Lexicon, book: str) -> frozenset[str]:
    return frozenset(name for name, row in lexicon[book].rows.items() if row.get("enabled"))


def _judged(kind: LinkType, pool: Pool, vetoes: Mapping[str, Veto]) -> Iterator[Link]:
    for link in kind.find(pool):
        asked = (vetoes[name] for name in (*EVERYWHERE, *kind.vetoes) if name in vetoes)
        reason = next((r for veto in asked if (r := veto(link, pool))), None)
        yield (
            Link(link.type, link.relation, link.first, link.second, link.proof, link.strength, reason)
            if reason
            else link
        )
