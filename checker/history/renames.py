"""Under which names drafts were known before, as git tells it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress

from checker.history.git import GitError, asked, fields

_MOST_MOVES = 50


def moved(top: str, missing: Iterable[str]) -> dict[str, str]:
    """Return where each of the *missing* drafts (paths from *top*) lies now; without those that were deleted.

    What is renamed in the working tree or the index counts as well as what has been committed.

    Raises:
        GitError: if git cannot answer.
    """
    pending = _pending(top)
    found = {}
    by_commit: dict[str, Mapping[str, str]] = {}
    for place in missing:
        now = _followed(top, place, pending, by_commit)
        if now is not None:
            found[place] = now
    return found


def _followed(top: str, place: str, pending: Mapping[str, str], by_commit: dict[str, Mapping[str, str]]) -> str | None:
    """Follow one draft from name to name, until a name that is there."""
    here = place
    for _ in range(_MOST_MOVES):
        there = pending.get(here) or _committed(top, here, by_commit)
        if there is None or os.path.isfile(os.path.join(top, there)):
            return there
        here = there
    return None


def _committed(top: str, place: str, by_commit: dict[str, Mapping[str, str]]) -> str | None:
    """Return the name that a draft was given when its old one was last committed away."""
    answer = asked(top, "log", "-1", "--no-renames", "--diff-filter=D", "--format=%H", "HEAD", "--", place)
    commit = answer.decode("ascii").strip()
    if not commit:
        return None
    if commit not in by_commit:
        listed = ("-r", "-z", "-M", "--diff-filter=R", "--name-status", "--no-commit-id", commit)
        by_commit[commit] = _pairs(asked(top, "diff-tree", *listed))
    return by_commit[commit].get(place)


def _pending(top: str) -> Mapping[str, str]:
    """Return what is renamed since the last commit; nothing where there is none yet."""
    with suppress(GitError):
        asked(top, "rev-parse", "--verify", "--quiet", "HEAD")
        return _pairs(asked(top, "diff", "--no-ext-diff", "-z", "-M", "--diff-filter=R", "--name-status", "HEAD"))
    return {}


def _pairs(answer: bytes) -> dict[str, str]:
    """Read old and new names off ``--name-status -z``: each "R100", old, new."""
    parts = fields(answer)
    return dict(zip(parts[1::3], parts[2::3], strict=True))
