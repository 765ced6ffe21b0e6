"""The interface of a kind of check."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from checker.facts.story import Story
from checker.model.claim import Claim
from checker.model.values import NamedTuple


class Check(NamedTuple):
    """One file in ``engine/kinds`` holds one of these as ``CHECK``.

    ``name`` is what a rule writes after ``check:``. ``links`` are the link types that it reads (empty: it needs none),
    ``strengths`` the grades of proof that its claims can carry, ``slots`` the names that a rule's message may use
    besides ``here`` and ``there`` (the printed words of the first two premises). ``selects`` tells which of "status"
    and "thing" its claims carry, beside the place, for a rule to be narrowed to; those of links carry both.
    ``claims`` yields every relation that should hold, whether or not it does; the judge decides.
    """

    name: str
    claims: Callable[[Story], Iterable[Claim]]
    links: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ("strong",)
    slots: tuple[str, ...] = ()
    selects: tuple[str, ...] = ()
