from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

CLEAN = "A fire on a ferry killed 14 people on Monday, the coastguard said.\n"
ROOT = str(Path(__file__).resolve().parents[2])
MOST_MEMORY = 500 * 1024
"""Kilobytes."""

MEASURED = """
import re, resource, sys
from checker.cli.main import main
def peak():
    # What a process was begun from counts in its own maximum; Linux tells of the new program alone.
    try:
        return re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read()).group(1)
    except (OSError, AttributeError):
        return str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
try:
    main(sys.argv[1:])
finally:
    open("peak", "w").write(peak())
"""


class Ended(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(desk: Path, cache: str) -> Run:
    """Run figcheck in a process of its own; it may take no more memory than is allowed, and ends."""

    def runs(*arguments: str | bytes, **options: Any) -> Ended:
        environ = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONPATH": ROOT}
        command = [sys.executable, "-c", MEASURED, *arguments]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        ended = subprocess.run(command, env=environ, timeout=120, check=False, **streams)
        out, err = ((stream or b"").decode("utf-8", "replace") for stream in (ended.stdout, ended.stderr))
        assert "Traceback" not in err
        assert int((desk / "peak").read_text()) < MOST_MEMORY
        return Ended(ended.returncode, out, err)

    return runs
