"""Which files git ignores, asked of git itself: its rules are many, and it knows them all."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

_NONE: frozenset[str] = frozenset()


def ignored(say: Callable[[str], None]) -> Callable[[str, Sequence[str]], frozenset[str]]:
    """Return the question that a walk asks: which of these paths does git ignore?

    Outside a repository nothing is ignored, for there a .gitignore means nothing. Where git cannot answer, *say* tells
    it, and nothing is left out.
    """

    def ask(top: str, paths: Sequence[str]) -> frozenset[str]:
        found: set[str] = set()
        for repository, inside in _by_repository(paths).items():
            found.update(_asked(repository, inside, say))
        return frozenset(found)

    return ask


def _by_repository(paths: Sequence[str]) -> dict[str, list[str]]:
    """Sort *paths* by the repository that they lie in: git answers for one, not for another inside it."""
    groups: dict[str, list[str]] = {}
    known: dict[str, str | None] = {}
    for path in paths:
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in known:
            known[folder] = repository_of(folder)
        top = known[folder]
        if top is not None:
            groups.setdefault(top, []).append(path)
    return groups


def repository_of(folder: str) -> str | None:
    """Return the top of the repository that *folder* lies in, or None."""
    here = os.path.abspath(folder)
    while not os.path.exists(os.path.join(here, ".git")):
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return here


def _asked(repository: str, paths: list[str], say: Callable[[str], None]) -> frozenset[str]:
    import subprocess  # 5 ms, and only where a folder is walked

    by_name = {os.path.relpath(path, repository): path for path in paths}
    command = ["git", "-C", repository, "check-ignore", "--stdin", "-z"]
    names = b"".join(os.fsencode(name) + b"\0" for name in by_name)
    try:
        answer = subprocess.run(command, input=names, capture_output=True, check=False)
    except OSError as error:
        say(f"{repository}: git cannot be asked what it ignores ({error.strerror}); nothing is left out")
        return _NONE
    if answer.returncode > 1:  # 1: none of them is ignored
        reason = answer.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        say(f"{repository}: git does not tell what it ignores ({reason}); nothing is left out")
        return _NONE
    return frozenset(by_name[os.fsdecode(name)] for name in answer.stdout.split(b"\0") if name)
