"""The exit status of a check."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model.report import DocumentReport
from checker.model.values import NamedTuple
from checker.writers.order import reaches

CLEAN, FOUND, WRONG, FAILED = range(4)


class Gate(NamedTuple):
    """What fails the drafts under one configuration: a level, and a number of warnings (None for any)."""

    fail_on: str
    max_warnings: int | None


def is_shut(judged: Iterable[tuple[Gate, DocumentReport]]) -> bool:
    """Tell whether the findings fail the run: each draft by its own level, drafts of one gate by their warnings."""
    warnings: dict[Gate, int] = {}
    for gate, report in judged:
        levels = [finding.severity for finding in report.findings]
        if any(reaches(level, gate.fail_on) for level in levels):
            return True
        warnings[gate] = warnings.get(gate, 0) + levels.count("warning")
    return any(gate.max_warnings is not None and number > gate.max_warnings for gate, number in warnings.items())


def status(*, shut: bool, unread: bool, failed: bool, exit_zero: bool) -> int:
    """Return 3 for our own failure, 2 for what could not be read, 1 for findings, else 0.

    ``--exit-zero`` turns 1 into 0, never 2 or 3.
    """
    if failed:
        return FAILED
    if unread:
        return WRONG
    return FOUND if shut and not exit_zero else CLEAN
