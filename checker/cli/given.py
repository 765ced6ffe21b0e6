"""The drafts that a command is given."""

from __future__ import annotations

from collections.abc import Sequence

from checker.cli import gitignore
from checker.cli.session import Session
from checker.cli.streams import say
from checker.cli.walk import Found, Wanted, find
from checker.errors import UsageError


def given(paths: Sequence[str], session: Session) -> Found:
    """Find the drafts in files, folders and globs, as the settings near each of them want it.

    Raises:
        UsageError: if there is nothing to examine; that what is left out by ``exclude`` is all is no mistake.
    """
    from checker.document.read import WALKED

    if not paths:
        raise UsageError("nothing to examine: name files, folders or globs, or set 'paths' in the configuration")
    wanted = Wanted(
        suffixes=WALKED,
        ignored=gitignore.ignored(say),
        excluded=lambda path: excluded(path, session),
    )
    found = find(paths, wanted)
    if not (found.paths or found.missing or found.remarks):
        raise UsageError(f"nothing to examine: no draft in {', '.join(paths)}")
    if session.asked.tables and len(found.paths) > 1:
        raise UsageError(f"--table: takes one draft, got {', '.join(found.paths)}")
    return found


def excluded(path: str, session: Session) -> str | None:
    """Return the pattern of the settings near a draft that leaves it out, or None."""
    patterns = session.config_of(path)["exclude"].value
    if not patterns:
        return None
    from checker.config.patterns import excluding  # few settings have any

    return excluding(path, patterns)
