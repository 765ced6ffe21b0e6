"""A repository of git for the tests, with nobody's own settings."""

from __future__ import annotations

import subprocess
from pathlib import Path

SETTINGS = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main")


def git(folder: Path, *arguments: str) -> str:
    ran = subprocess.run(["git", *SETTINGS, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def commit(folder: Path, message: str = "A take") -> str:
    """Commit all that lies in the folder; return the commit."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD").strip()
