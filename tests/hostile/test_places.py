"""What is no file, or has an odd name; outputs that cannot be written; no network."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.formats.docxfile import docx, para
from tests.hostile.conftest import CLEAN, ROOT, Run


def test_what_is_not_there_is_told(run: Run) -> None:
    ended = run("check", "gone.md", "clean.md")
    assert (ended.status, ended.err.split("\n")[0]) == (2, "gone.md: there is no such file or folder")
    assert "checked 1 documents" in ended.err


def test_a_pipe_that_nobody_writes_to_is_told_and_not_waited_for(desk: Path, run: Run) -> None:
    os.mkfifo(desk / "pipe.md")
    ended = run("check", "pipe.md", "clean.md")
    assert (ended.status, ended.err.split("\n")[0]) == (2, "pipe.md: is a pipe that nobody writes to")
    assert "checked 1 documents" in ended.err


def test_a_pipe_is_read_to_its_end_however_slowly_it_is_written(desk: Path, run: Run) -> None:
    os.mkfifo(desk / "pipe.md")
    words = "# At least 12 killed in ferry fire\n\nA fire on a ferry killed 14 people on Monday.\n"
    writing = f"import time; f = open('pipe.md', 'w'); time.sleep(0.5); f.write({words!r}); f.close()"
    with subprocess.Popen([sys.executable, "-c", writing], cwd=desk):
        ended = run("check", "pipe.md")
    assert ended.status == 1 and "12 killed" in ended.out


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
def test_a_device_is_refused(device: str, run: Run) -> None:
    ended = run("check", device, "clean.md")
    assert (ended.status, ended.err.split("\n")[0]) == (2, f"{device}: is a device, not a file")


def test_links_that_go_in_circles_or_nowhere_are_told_and_the_rest_of_the_folder_is_read(desk: Path, run: Run) -> None:
    (desk / "folder").mkdir()
    (desk / "folder/z.md").write_text(CLEAN, encoding="utf-8")
    os.symlink("b.md", desk / "folder/a.md")
    os.symlink("a.md", desk / "folder/b.md")
    os.symlink("gone.md", desk / "folder/c.md")
    os.symlink(desk / "folder", desk / "folder/self")
    ended = run("check", "folder")
    assert ended.status == 2
    assert ended.err.split("\n")[:3] == [f"folder/{name}.md: is a link that leads nowhere" for name in "abc"]
    assert "checked 1 documents" in ended.err
    named = run("check", "folder/a.md")
    assert (named.status, named.err.split("\n")[0]) == (2, "folder/a.md: is a link that leads nowhere")


@pytest.mark.parametrize(
    "name", [b"a\nb.md", b"caf\xe9.md", b"-dash.md", b"a\x1b[31m.md", b"a b'.md", b"x" * 240 + b".md"]
)
def test_odd_names_are_read_and_shown_in_one_line(name: bytes, desk: Path, run: Run) -> None:
    (desk / "odd").mkdir()
    with open(os.path.join(os.fsencode(desk / "odd"), name), "wb") as file:
        file.write(b"caf\xe9")
    ended = run("check", "odd", "clean.md")
    assert ended.status == 2 and "cannot read as UTF-8" in ended.err
    assert ended.err.count("\n") == 2 and "\x1b" not in ended.err + ended.out
    direct = run("check", b"odd/" + name)
    assert direct.status == 2 and direct.err.count("\n") == 2


def test_a_folder_with_the_name_of_a_draft_is_a_folder(desk: Path, run: Run) -> None:
    (desk / "draft.docx").mkdir()
    assert run("check", "draft.docx", "clean.md").status == 0
    (desk / "draft.docx/a.docx").write_bytes(docx(para("Six died.")))
    assert "checked 2 documents" in run("check", "draft.docx", "clean.md").err


def test_a_full_disk_is_told_and_no_file_is_left(desk: Path, run: Run) -> None:
    with open("/dev/full", "wb") as full:
        ended = run("check", "clean.md", stdout=full)
    assert (ended.status, ended.err) == (2, "stdout: cannot be written: No space left on device\n")
    ended = run("check", "clean.md", "--output-file", "/dev/full")
    assert (ended.status, ended.err) == (2, "/dev/full: cannot be written: No space left on device\n")


def test_what_cannot_be_written_is_told(run: Run) -> None:
    ended = run("check", "clean.md", "--output-file", "/proc/report.txt")
    assert ended.status == 2 and ended.err.startswith("/proc/report.txt: cannot be written: ")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-"])
def test_closed_streams_are_no_failure(stream: str, desk: Path, cache: str) -> None:
    command = f'"{sys.executable}" -m checker.cli check clean.md {stream}'
    environ = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONPATH": ROOT}
    ended = subprocess.run(["sh", "-c", command], env=environ, capture_output=True, timeout=60, check=False)
    assert ended.returncode == 0 and b"failed" not in ended.stderr


def test_a_closed_stdin_is_told(desk: Path, cache: str) -> None:
    environ = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONPATH": ROOT}
    command = f'"{sys.executable}" -m checker.cli check - <&-'
    ended = subprocess.run(["sh", "-c", command], env=environ, capture_output=True, timeout=60, check=False)
    assert ended.returncode == 2 and ended.stderr.startswith(b"-: cannot be read: it is closed\n")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_while_a_large_draft_is_read_ends_the_run_without_a_report(
    number: int, status: int, desk: Path, cache: str
) -> None:
    os.mkfifo(desk / "slow.md")
    environ = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONPATH": ROOT}
    command = [sys.executable, "-m", "checker.cli", "check", "clean.md", "slow.md", "--output-file", "out.txt"]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environ, **streams) as process, open(desk / "slow.md", "wb") as pipe:
        pipe.write(b"A fire ")
        pipe.flush()
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
    assert process.returncode == status and b"Traceback" not in err
    assert not (desk / "out.txt").exists() and not list(desk.glob(".*part"))


def test_no_format_and_no_output_asks_the_network(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.api import check_file

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (desk / "draft.docx").write_bytes(docx(para("See https://example.org/ where six died.")))
    assert check_file("draft.docx").documents and check_file("clean.md").documents
