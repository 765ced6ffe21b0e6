"""One draft: opened, checked, or told why not."""

from __future__ import annotations

import os
import stat
import sys

from checker import run
from checker.cli.session import Session
from checker.cli.walk import STDIN
from checker.errors import FigcheckError, InputError
from checker.facts.story import Story
from checker.model.document import Document
from checker.model.report import DocumentReport
from checker.model.values import NamedTuple


class Outcome(NamedTuple):
    """What came of one path: a report, or the line that says why there is none. ``failed`` means our own failure."""

    path: str
    report: DocumentReport | None
    problem: str = ""
    failed: bool = False


def outcome(path: str, session: Session) -> Outcome:
    """Check one draft. A draft that cannot be read, or makes us fail, does not stop the others.

    Raises:
        FigcheckError: if a setting or a rule is wrong: then no draft can be checked as it is meant to be.
    """
    try:
        name, data = read(path, session)
        tables = [read(table, session) for table in session.asked.tables]
        return Outcome(path, run.check_bytes(name, data, session.settings_of(path), session.place(path), tables))
    except InputError as error:
        return Outcome(path, None, str(error))
    except FigcheckError:
        raise
    except Exception as error:
        if os.environ.get("FIGCHECK_DEBUG"):
            raise
        return Outcome(path, None, f"{path}: figcheck failed: {type(error).__name__}: {error}", failed=True)


def opened(path: str, session: Session) -> Document:
    """Return one draft as the pipeline reads it.

    Raises:
        InputError: if it cannot be read.
    """
    name, data = read(path, session)
    return run.open_document(name, data, session.settings_of(path))


def story(path: str, session: Session) -> Story:
    """Return the figures of one draft and the ties between them."""
    return run.examine(opened(path, session), session.settings_of(path))


def read(path: str, session: Session) -> tuple[str, bytes]:
    """Return name and bytes of a draft.

    Raises:
        InputError: if it cannot be read or is larger than ``max-size``.
    """
    most = session.config_of(path)["max-size"].value
    name = session.name(path)
    try:
        # One byte more than is allowed tells a file that is too large; its size would not, for a pipe has none.
        if session.asked.staged:
            from checker.cli.staged import content

            data = content(path, session)
        else:
            data = _stdin(most + 1) if path == STDIN else _content(path, most + 1)
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror or error}") from None
    if len(data) > most:
        raise InputError(f"{name}: larger than {most:,} bytes; --max-size reads larger files")
    return name, data


def _stdin(size: int) -> bytes:
    if sys.stdin is None:
        raise InputError(f"{STDIN}: cannot be read: it is closed")
    return sys.stdin.buffer.read(size)


def _content(path: str, size: int) -> bytes:
    """Return up to *size* bytes of a file or named pipe.

    Raises:
        InputError: if it is a device, or a pipe that nobody writes to: ``/dev/zero`` has no end, and a wait has none.
    """
    mode = os.stat(path).st_mode
    if stat.S_ISFIFO(mode):
        from checker.cli.pipes import from_pipe  # few drafts come through one

        return from_pipe(path, size)
    if not stat.S_ISREG(mode):
        raise InputError(f"{path}: is {'a folder' if stat.S_ISDIR(mode) else 'a device'}, not a file")
    with open(path, "rb") as stream:
        return stream.read(size)
