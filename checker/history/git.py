"""Questions to git itself: its rules are many, and it knows them all."""

from __future__ import annotations

import os

from checker.errors import UsageError


class GitError(UsageError):
    """Git cannot answer; the message ends with its own reason."""


def asked(top: str, *arguments: str, given: bytes | None = None) -> bytes:
    """Return what git prints in the repository at *top*, with *given* on its stdin.

    The environment stays: while ``git commit PATH`` runs a hook, GIT_INDEX_FILE names what will be committed.

    Raises:
        GitError: if git is missing or says no.
    """
    import subprocess  # 5 ms, and only where git is asked

    environ = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
    command = ["git", "--no-pager", "-C", top, "-c", "core.quotePath=false", *arguments]
    try:
        answer = subprocess.run(command, input=given, env=environ, capture_output=True, check=False)
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror or error}") from None
    if answer.returncode:
        lines = answer.stderr.decode("utf-8", "replace").strip().splitlines() or [f"exit status {answer.returncode}"]
        raise GitError(f"git {arguments[0]}: {lines[0].removeprefix('fatal: ')}")
    return answer.stdout


def fields(answer: bytes) -> list[str]:
    """Return the parts of an answer that ``-z`` has parted, as names of files."""
    return [os.fsdecode(part) for part in answer.split(b"\0") if part]
