"""Drafts that come through a named pipe: ``figcheck <(pandoc draft.docx)``."""

from __future__ import annotations

import os
import select
import time

from checker.errors import InputError

_PATIENCE = 3.0
"""Seconds that a pipe without a writer is given to get one."""
_STEP = 0.02
_LOOK = 0.2
"""Seconds after which to look up from waiting: a signal that came just before the wait does not end it."""
_CHUNK = 1 << 20


def from_pipe(path: str, size: int) -> bytes:
    """Return up to *size* bytes. A writer may take its time; without one there is nothing to wait for.

    Raises:
        InputError: if nobody writes to the pipe.
        OSError: if it cannot be opened.
    """
    # Opened this way it does not wait for a writer; reading gives nothing where there is none, and fails for now
    # (BlockingIOError) where there is one that has not written yet.
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        return _read(pipe, path, size)
    finally:
        os.close(pipe)


def _read(pipe: int, path: str, size: int) -> bytes:
    parts: list[bytes] = []
    left, has_writer = size, False
    until = time.monotonic() + _PATIENCE
    while left > 0:
        try:
            part = os.read(pipe, min(left, _CHUNK))
        except BlockingIOError:
            has_writer = True
            select.select([pipe], [], [], _LOOK)
            continue
        if part:
            has_writer = True
            parts.append(part)
            left -= len(part)
        elif has_writer:
            break
        elif time.monotonic() > until:
            raise InputError(f"{path}: is a pipe that nobody writes to")
        else:
            time.sleep(_STEP)
    return b"".join(parts)
