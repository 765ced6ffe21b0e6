"""Vetoes: reasons that silence a link. Each is one function; which link types ask it is data of the link type."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.facts.pool import Pool
from checker.model.frame import Link
from checker.model.mention import Reason

Veto = Callable[[Link, Pool], Reason | None]


def all_vetoes() -> Mapping[str, Veto]:
    """Return every veto by the name that link types use."""
    from checker.facts.vetoes import cues, excuses, identity

    return {**cues.VETOES, **excuses.VETOES, **identity.VETOES}
