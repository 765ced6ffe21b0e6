"""The command run in this process, in a folder of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from tests.command import Figcheck

FLAWED = """# At least 12 killed in ferry fire

A fire on a ferry killed 14 people on Monday, the coastguard said.
"""
CLEAN = """# Fire on ferry kills 14

A fire on a ferry killed 14 people on Monday, the coastguard said.
"""


class Ran(NamedTuple):
    """How a command ended; ``last`` is the last line on stderr."""

    status: int
    out: str
    err: str

    @property
    def last(self) -> str:
        return self.err.rstrip("\n").rpartition("\n")[2]


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache for all commands of this run: rules are validated once."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a flawed and a clean draft, which is the working folder."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "flawed.md").write_text(FLAWED, encoding="utf-8")
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(desk: Path, cache: str) -> Run:
    """Run figcheck with these arguments."""

    def runs(*arguments: str, stdin: bytes = b"", environ: Mapping[str, str] | None = None) -> Ran:
        settings = {"XDG_CACHE_HOME": cache, "NO_COLOR": None, "FORCE_COLOR": None, "GITHUB_STEP_SUMMARY": None}
        result = CliRunner().invoke(Figcheck(), list(arguments), input=stdin, env={**settings, **(environ or {})})
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Ran(result.exit_code, result.stdout_bytes.decode(), result.stderr)

    return runs
