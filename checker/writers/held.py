"""What each figure of a draft was held against, whether or not something was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.model.claim import Claim
from checker.model.frame import Frame
from checker.model.report import DocumentReport
from checker.model.span import Span
from checker.model.values import NamedTuple

MOST = 6
"""Figures that are named one by one; the total of a long table is held against every row."""


class Held(NamedTuple):
    """The other figures by ``Frame.order``, in the order of the claims; ``holds`` if at least one claim does."""

    others: tuple[int, ...]
    holds: bool


NOTHING = Held((), False)


def held(report: DocumentReport) -> Mapping[int, Held]:
    """Return by ``Frame.order`` what a figure was held against; figures that nothing was held against are left out."""
    find = _Finder(report.frames)
    others: dict[int, dict[int, None]] = {}
    holding: set[int] = set()
    for claim in report.claims:
        orders = tuple(find.all(claim))
        for order in orders:
            others.setdefault(order, {}).update((other, None) for other in orders if other != order)
        if claim.holds:
            holding.update(orders)
    return {order: Held(tuple(against), order in holding) for order, against in others.items()}


class _Finder:
    """From the places of a claim to figures: most are a figure's own phrase or number, to the code point."""

    def __init__(self, frames: tuple[Frame, ...]) -> None:
        self.frames = frames
        self.exact = {f.mention.number: f.order for f in frames} | {f.mention.span: f.order for f in frames}

    def all(self, claim: Claim) -> Iterator[int]:
        """Yield the figures that a claim rests on; a premise may be a word that is none ("rose")."""
        for premise in claim.premises:
            order = self.exact.get(premise.span)
            order = self._overlapping(premise.span) if order is None else order
            if order is not None:
                yield order

    def _overlapping(self, span: Span) -> int | None:
        return next((f.order for f in self.frames if f.mention.span.overlaps(span)), None)
