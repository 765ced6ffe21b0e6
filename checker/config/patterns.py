"""Globs of ``exclude``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase


def excluding(path: str, patterns: Iterable[tuple[str, str]]) -> str | None:
    """Return the first pattern that leaves *path* out, or None. Each pattern counts from the folder beside it.

    "archive" leaves out any file or folder of that name, "drafts/*.md" those in one folder, "drafts/**" all below it.
    """
    absolute = os.path.abspath(path)
    for folder, pattern in patterns:
        relative = os.path.relpath(absolute, folder or os.curdir).replace(os.sep, "/")
        parts = relative.split("/")
        if parts[0] != os.pardir and _leaves_out(pattern.strip("/").split("/"), parts, "/" in pattern.rstrip("/")):
            return pattern
    return None


def _leaves_out(pattern: list[str], parts: list[str], from_top: bool) -> bool:
    if not from_top:
        return any(fnmatchcase(part, pattern[0]) for part in parts)
    # A pattern that fits a folder leaves out all below it.
    return any(_fits(pattern, parts[:length]) for length in range(1, len(parts) + 1))


def _fits(pattern: list[str], parts: list[str]) -> bool:
    """Tell whether *pattern* covers *parts* whole; one row of a table for each step, so "**/**/**" stays cheap."""
    reached = {0}
    for step in pattern:
        if step == "**":
            reached = set(range(min(reached), len(parts) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], step)}
    return len(parts) in reached
