"""``--diff-base``: of all findings, those with a place in a line that changed."""

from __future__ import annotations

from collections.abc import Iterable

from checker.cli.drafts import Outcome
from checker.cli.session import Session
from checker.cli.walk import STDIN
from checker.errors import UsageError
from checker.history.changed import Changes, changes
from checker.history.changed import without_unchanged as _without_unchanged


def without_unchanged(done: Iterable[Outcome], session: Session, ref: str) -> list[Outcome]:
    """Return what came of the drafts without the findings in old lines; each repository is asked once.

    Raises:
        UsageError: if a draft lies in no repository, or its repository has no such commit.
    """
    known: dict[str, Changes] = {}
    kept = []
    for outcome in done:
        report = outcome.report
        if report and outcome.path != STDIN:  # what comes on stdin is all new
            top = session.top(outcome.path)
            if top is None:
                raise UsageError(f"--diff-base {ref}: {outcome.path} lies in no repository of git")
            if top not in known:
                known[top] = changes(top, ref, staged=session.asked.staged)
            tables = {table: session.place(table) for table in session.asked.tables}
            report = _without_unchanged(report, session.place(outcome.path), known[top], tables)
        kept.append(outcome._replace(report=report))
    return kept
