"""The drafts that a command is given."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence

from checker.cli import gitignore
from checker.cli.session import Session
from checker.cli.streams import say
from checker.cli.walk import Found, Wanted, find
from checker.errors import InputError, UsageError

_NAMED = 3
"""Files passed over that are named; a repository may have hundreds."""


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
    named = {path for path in paths if not os.path.isdir(path)}
    drafts = without_others(found, named, session)
    if found.paths and not (drafts.paths or drafts.missing):
        raise UsageError(f"nothing to examine: {drafts.remarks[-1]}")
    found = drafts
    if not (found.paths or found.missing or found.remarks):
        raise UsageError(f"nothing to examine: no draft in {', '.join(paths)}")
    if session.asked.tables and len(found.paths) > 1:
        raise UsageError(f"--table: takes one draft, got {', '.join(found.paths)}")
    return found


def without_others(found: Found, named: Collection[str], session: Session) -> Found:
    """Pass over what a folder holds that has the suffix of a draft and is none, and tell it: package.json."""
    from checker.document.read import SHARED

    doubtful = [p for p in found.paths if p not in named and os.path.splitext(p)[1].lower() in SHARED]
    others = {path for path in doubtful if session.config_of(path)["format"].value is None and _is_other(path, session)}
    if not others:
        return found
    names = sorted(others)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    files = f"{len(names)} files that hold" if len(names) > 1 else "1 file that holds"
    remark = f"passed over {files} no draft: {', '.join(names[:_NAMED])}{more}"
    paths = tuple(path for path in found.paths if path not in others)
    return found._replace(paths=paths, remarks=(*found.remarks, remark))


def _is_other(path: str, session: Session) -> bool:
    from checker.cli.drafts import read
    from checker.document.read import is_draft

    try:
        return not is_draft(*read(path, session))
    except InputError:
        return False  # the check tells it


def excluded(path: str, session: Session) -> str | None:
    """Return the pattern of the settings near a draft that leaves it out, or None."""
    patterns = session.config_of(path)["exclude"].value
    if not patterns:
        return None
    from checker.config.patterns import excluding  # few settings have any

    return excluding(path, patterns)
