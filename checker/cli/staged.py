"""``--staged``: drafts as they will be committed, whatever has been written to the files since."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from checker.cli.gitignore import repository_of
from checker.cli.given import excluded, without_others
from checker.cli.session import Session
from checker.cli.walk import STDIN, Found
from checker.document.read import WALKED
from checker.errors import InputError, UsageError
from checker.history.changed import staged_bytes, staged_files
from checker.history.git import GitError


def found(given: Sequence[str], session: Session) -> Found:
    """Return the drafts that the next commit adds or changes, under the folders *given*; files are taken as named.

    Without any, which is no mistake of whoever commits something else, a remark says so.

    Raises:
        UsageError: if this is no repository.
    """
    top = repository_of(os.getcwd())
    if top is None:
        raise UsageError("--staged: this is no repository of git")
    paths: dict[str, str] = {}
    remarks = []
    for path in _named(given, top):
        pattern = excluded(path, session)
        if pattern is None:
            paths.setdefault(os.path.abspath(path), path)
        elif path in given:
            remarks.append(f"{path}: left out, exclude has '{pattern}'")
    if not (paths or remarks):
        remarks.append("--staged: no draft is staged")
    found = Found(tuple(sorted(paths.values())), (), tuple(remarks))
    return without_others(found, {path for path in given if not os.path.isdir(path)}, session)


def _named(given: Sequence[str], top: str) -> Iterator[str]:
    if STDIN in given:
        raise UsageError("--staged: reads the index of git, not stdin")
    yield from (path for path in given if not os.path.isdir(path))
    folders = [os.path.relpath(os.path.abspath(path), top) for path in given if os.path.isdir(path)]
    if folders or not given:
        below = ["" if folder == os.curdir else folder.replace(os.sep, "/") for folder in folders or [os.curdir]]
        for place in staged_files(top, below):
            if _is_draft(place):
                yield os.path.relpath(os.path.join(top, place))


def _is_draft(place: str) -> bool:
    """Tell what a walk takes: a suffix that is read, and nothing hidden."""
    suffix = os.path.splitext(place)[1].lower()
    return suffix in WALKED and not any(part.startswith(".") for part in place.split("/"))


def content(path: str, session: Session) -> bytes:
    """Return a draft out of the index.

    Raises:
        InputError: if the index does not have it, or not yet whole, because of a merge.
    """
    top = session.top(path)
    if top is None:
        raise InputError(f"{path}: lies in no repository of git, so nothing of it is staged")
    try:
        return staged_bytes(top, session.place(path))
    except GitError as error:
        raise InputError(f"{path}: git has nothing of it to commit ({error}); git add it") from None
