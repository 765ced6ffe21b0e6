"""The two streams and the files: findings on stdout, all else on stderr, files whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

from checker.errors import UsageError


def say(line: str) -> None:
    """Print one line on stderr, whatever words of a draft or a file name it holds."""
    from checker.writers.safe import shown  # the version is told without the writers

    with suppress(OSError):
        _write(sys.stderr, encoded(f"{shown(line)}\n"))


def put(text: str) -> None:
    """Print on stdout as UTF-8. A reader that has gone (``figcheck drafts | head``) is no error.

    Raises:
        UsageError: if it cannot be written: the disk is full.
    """
    try:
        _write(sys.stdout, encoded(text))
    except BrokenPipeError:
        _close_stdout()
    except OSError as error:
        _close_stdout()
        raise UsageError(f"stdout: cannot be written: {error.strerror or error}") from None


def _close_stdout() -> None:
    """Send what is left in the buffer nowhere: it would fail once more when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(stream: TextIO | None, data: bytes) -> None:
    if stream is not None:  # None where the program was started without
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()


def save(path: str, data: bytes) -> None:
    """Write a file in one step: a reader sees the old one or the new one, never half of it.

    Raises:
        UsageError: if it cannot be written.
    """
    target = os.path.realpath(path)
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as stream:  # /dev/stderr, a named pipe
                stream.write(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from None


def _replace(target: str, data: bytes) -> None:
    folder, name = os.path.split(target)
    part = os.path.join(folder, f".{name}.{os.getpid()}.part")
    opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with open(opened, "wb") as stream:
            stream.write(data)
        os.replace(part, target)
    except BaseException:
        os.unlink(part)
        raise


def encoded(text: str) -> bytes:
    r"""Return UTF-8; a lone surrogate (a byte of a file name that is no UTF-8) is written as \udcXX."""
    return text.encode("utf-8", "backslashreplace")


def wants_color(choice: str, to_terminal: bool) -> bool:
    """Tell whether stdout gets colour: the option first, then FORCE_COLOR, NO_COLOR, TERM and the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("FORCE_COLOR", "") not in ("", "0"):
        return True
    return to_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is a terminal; a closed one is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def go_to_one_place() -> bool:
    """Tell whether stdout and stderr end in the same terminal or file, so that what both say is read twice."""
    try:
        out, err = os.fstat(sys.stdout.fileno()), os.fstat(sys.stderr.fileno())
    except (OSError, ValueError, AttributeError):
        return False
    return (out.st_dev, out.st_ino, out.st_rdev) == (err.st_dev, err.st_ino, err.st_rdev)
