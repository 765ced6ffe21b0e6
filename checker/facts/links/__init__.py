"""Link types: each one file with its own proof that two figures speak of one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.facts.pool import Pool
from checker.model.frame import Link
from checker.model.values import NamedTuple


class LinkType(NamedTuple):
    """``find`` yields every candidate of this type; ``vetoes`` names, in order, the reasons that may silence one."""

    name: str
    find: Callable[[Pool], Iterator[Link]]
    vetoes: tuple[str, ...] = ()
