"""Two takes of one story, figure by figure."""

from __future__ import annotations

from checker.model.values import NamedTuple

CHANGES = ("raised", "lowered", "unchanged", "new", "gone")


class Spot(NamedTuple):
    """A figure as printed and where: ``start`` and ``end`` count code points, line and column from 1."""

    figure: str
    start: int
    end: int
    line: int
    column: int
    part: str


class Turn(NamedTuple):
    """What became of one fact: its figures in the old take and in the new one, () where it has none."""

    change: str
    fact: str
    status: str
    old: tuple[Spot, ...]
    new: tuple[Spot, ...]


class Slip(NamedTuple):
    """What a new take should have done and did not; ``severity`` as for findings."""

    rule: str
    severity: str
    message: str
    old: tuple[Spot, ...]
    new: tuple[Spot, ...]


class Takes(NamedTuple):
    """The two drafts by their paths, and all that was found between them, in the order of the new one."""

    old: str
    new: str
    turns: tuple[Turn, ...]
    slips: tuple[Slip, ...]

    def count(self, change: str) -> int:
        """Count the facts with this change."""
        return sum(turn.change == change for turn in self.turns)

    def found(self, severity: str) -> int:
        """Count the slips of this severity."""
        return sum(slip.severity == severity for slip in self.slips)
