"""The baseline of a run: which drafts it speaks of, what it silences, which of its entries are stale."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from checker.cli.drafts import Outcome
from checker.cli.gitignore import repository_of
from checker.cli.session import Session
from checker.errors import UsageError
from checker.history import baseline
from checker.history.baseline import Entry, Examined
from checker.model.values import NamedTuple


class Scope(NamedTuple):
    """What a run can judge: the drafts that it read, and ``is_gone(place)`` for one that should be there and is not."""

    documents: tuple[Examined, ...]
    is_gone: Callable[[str], bool]


def without_known(
    done: Sequence[Outcome], session: Session, given: Sequence[str], file: str, *, follow: bool
) -> tuple[list[Outcome], tuple[str, ...]]:
    """Return what came of the drafts without the findings of a baseline, and a line for each stale entry.

    Raises:
        FigcheckError: if the baseline cannot be read, or git not be asked for renames.
    """
    entries = baseline.read(file)
    scope = scope_of(done, session, given, entries, follow=follow)
    ids = frozenset(entry.id for entry in entries)
    told = iter(baseline.without_known(one, ids) for one in scope.documents)
    kept = [outcome._replace(report=next(told)) if outcome.report else outcome for outcome in done]
    gone = baseline.stale(entries, scope.documents, scope.is_gone)
    name = os.path.relpath(file)  # of a setting it is a whole path, which is another on each machine
    return kept, tuple(f"{name}:{entries[one]}: stale: {one.id} ({one.rule}) in {one.place} is gone" for one in gone)


def scope_of(
    done: Iterable[Outcome], session: Session, given: Sequence[str], entries: Iterable[Entry], *, follow: bool
) -> Scope:
    """Return what a run can judge. With *follow*, git is asked where the drafts of the *entries* went."""
    top = repository_of(os.getcwd()) or os.getcwd()
    missing = {entry.place for entry in entries if not os.path.lexists(os.path.join(top, entry.place))}
    moved = _moved(top, missing) if follow and missing else {}
    folders = [os.path.join(os.path.abspath(path), "") for path in given if os.path.isdir(path)]

    def is_gone(place: str) -> bool:
        return place in missing and place not in moved and os.path.join(top, place).startswith(tuple(folders))

    documents = []
    for outcome in done:
        if outcome.report:
            place = session.place(outcome.path)
            former = tuple(sorted(old for old, new in moved.items() if new == place))
            idle = frozenset(rule.id for rule in session.settings_of(outcome.path).rules if not rule.enabled)
            documents.append(Examined(place, outcome.report, former, idle))
    return Scope(tuple(documents), is_gone)


def _moved(top: str, missing: set[str]) -> dict[str, str]:
    from checker.history.renames import moved

    if repository_of(top) is None:
        raise UsageError("--follow-renames: this is no repository of git")
    return moved(top, sorted(missing))
