"""What must hold between figures, and what is said where it does not."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model.interval import Interval
from checker.model.mention import Reason
from checker.model.span import Span
from checker.model.values import NamedTuple

SEVERITIES = ("error", "warning", "info")
RELATIONS = ("equal", "at_most", "at_least")


class Premise(NamedTuple):
    """One place that a claim rests on, and what it is there ("here", "first figure", "total")."""

    span: Span
    label: str


class Claim(NamedTuple):
    """``printed`` must stand in ``relation`` to ``computed``: the one shape that every kind of check yields.

    ``premises`` begins with the figure that is accused where the claim fails. ``relation`` equal: some value
    lies in both; at_most / at_least: some printed value is not above / below some computed one.
    ``check`` names the code, ``link`` the link type ("" for checks without), ``strength`` the grade of proof,
    which a rule maps to a severity. ``status``, ``thing`` and ``place`` ("headline", "caption", "body", ...)
    serve a rule's ``select``. ``slots`` fill the rule's message. ``result`` is the computed value in words.
    """

    check: str
    premises: tuple[Premise, ...]
    printed: Interval
    computed: Interval
    relation: str = "equal"
    link: str = ""
    strength: str = "strong"
    status: str = ""
    thing: str = ""
    place: str = "body"
    fact: str = ""
    result: str | None = None
    proof: tuple[Reason, ...] = ()
    slots: Mapping[str, str] = {}

    @property
    def holds(self) -> bool:
        """Tell whether some printed value and some computed value fit the relation."""
        if self.relation == "at_most":
            return not self.computed.is_below(self.printed)
        if self.relation == "at_least":
            return not self.printed.is_below(self.computed)
        return not self.printed.is_disjoint(self.computed)
