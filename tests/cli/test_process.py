"""What only a process of its own can show: closed pipes, signals, terminals, and what a start costs."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import FLAWED

COMMAND = [sys.executable, "-m", "checker.cli"]
ROOT = str(Path(__file__).resolve().parents[2])


@pytest.fixture
def environ(cache: str) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("FIGCHECK_", "FORCE_", "NO_COLOR"))
    }
    return {**kept, "XDG_CACHE_HOME": cache, "PYTHONPATH": ROOT, "TERM": "xterm"}


@pytest.fixture
def many(desk: Path) -> Path:
    """A folder of drafts that takes a while."""
    (desk / "many").mkdir()
    for at in range(400):
        (desk / f"many/{at}.md").write_text(FLAWED * 10, encoding="utf-8")
    return desk / "many"


def waits_for_a_file(folder: Path) -> Path:
    """Make a pipe that nobody writes to: who reads it waits."""
    os.mkfifo(folder / "slow.md")
    return folder / "slow.md"


def test_a_reader_that_has_gone_is_no_error(desk: Path, environ: dict[str, str]) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [*COMMAND, "check", "flawed.md"], env=environ, stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert ran.returncode == 1
    assert ran.stderr.decode().startswith("did not run:") or ran.stderr.decode().startswith("checked 1 documents")
    assert b"Traceback" not in ran.stderr and b"Broken pipe" not in ran.stderr


def test_an_error_stream_that_is_closed_is_no_error(desk: Path, environ: dict[str, str]) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [*COMMAND, "check", "flawed.md"], env=environ, stderr=write, stdout=subprocess.PIPE, check=False
    )
    os.close(write)
    assert ran.returncode == 1 and ran.stdout.startswith(b"error: ")


def started(command: list[str], environ: dict[str, str]) -> subprocess.Popen[bytes]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, env=environ, start_new_session=True, **pipes)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_run_with_its_status_and_no_half_file(
    desk: Path, environ: dict[str, str], number: int, status: int
) -> None:
    slow = waits_for_a_file(desk)
    command = [*COMMAND, "check", "--output-file", "a.txt", str(slow)]
    # The pipe can only be opened here once the command has opened its end: then it stands in the read.
    with started(command, environ) as process, open(slow, "wb"):
        time.sleep(0.1)
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
    assert process.returncode == status
    assert out == b"" and b"Traceback" not in err
    assert not (desk / "a.txt").exists() and not list(desk.glob(".*part"))


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_workers_too(many: Path, environ: dict[str, str], number: int, status: int) -> None:
    slow = waits_for_a_file(many)
    command = [*COMMAND, "check", "--jobs", "2", "many", str(slow)]
    with started(command, environ) as process, open(slow, "wb"):
        if number == signal.SIGINT:
            os.killpg(process.pid, number)  # Ctrl-C reaches all that a terminal runs
        else:
            process.send_signal(number)
        _, err = process.communicate(timeout=20)
    assert process.returncode == status and b"Traceback" not in err
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and alive(process.pid):
        time.sleep(0.05)
    assert not alive(process.pid)


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def on_a_terminal(command: list[str], environ: dict[str, str]) -> str:
    """Run a command with both streams on one terminal and return what it shows."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env=environ, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        process.wait(timeout=20)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_hears_what_was_checked_once(desk: Path, environ: dict[str, str]) -> None:
    shown = on_a_terminal([*COMMAND, "check", "flawed.md"], environ)
    assert shown.startswith("\033[1;31merror:\033[0m")
    assert shown.count("1 documents") == 1 and "Examined" not in shown
    assert shown.rstrip().endswith("1 errors, 0 warnings, 0 notes")


@pytest.mark.parametrize("without", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colour_gets_none(
    desk: Path, environ: dict[str, str], without: dict[str, str]
) -> None:
    assert "\033[" not in on_a_terminal([*COMMAND, "check", "flawed.md"], {**environ, **without})


def test_long_work_shows_a_bar_on_a_terminal_only(many: Path, environ: dict[str, str]) -> None:
    assert "Checking" in on_a_terminal([*COMMAND, "check", "many", "--jobs", "1"], environ)
    piped = subprocess.run([*COMMAND, "check", "many", "--jobs", "1"], env=environ, capture_output=True, check=False)
    assert b"Checking" not in piped.stderr
