"""What was validated once, kept for the next start: one private file for each set of sources.

A cache that is missing, read-only, damaged or another's changes nothing but the time: then there is no cache.
It holds rules and words, never a word of a draft.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Sequence
from typing import Any
from zlib import crc32

from checker.digest import sha256
from checker.model.version import VERSION

_FORMAT = 2
_MOST_BYTES = 50_000_000
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

Stamps = list[tuple[str, int, int]]
"""Path, size and time of change of each source: it is only read and hashed again where these differ."""


def cached(
    name: str, sources: Sequence[str], make: Callable[[], Any], *, use_cache: bool, usable: Callable[[Any], bool]
) -> Any:
    """Return what *make* returned for these *sources* before, or make and keep it. The value is plain JSON.

    A kept value that is not *usable* counts as none. With ``use_cache`` false nothing is read or written.
    """
    folder = open_folder() if use_cache else -1
    if folder < 0:
        return make()
    try:
        file = f"{name}-{crc32(os.fsencode(chr(0).join(sources))):08x}.json"
        stamps = _stamps(sources)
        value = _kept(folder, file, stamps)
        if value is None or not usable(value):
            value = make()
            _keep(folder, file, stamps, value)
        return value
    finally:
        os.close(folder)


def open_folder() -> int:
    """Open the cache folder, made where it is missing; -1 unless it is a folder of this user's alone."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    if os.open not in os.supports_dir_fd or not os.path.isabs(base):
        return -1
    path = os.path.join(base, "figcheck")
    try:
        if not os.path.lexists(path):
            os.makedirs(base, mode=0o700, exist_ok=True)
            os.mkdir(path, mode=0o700)
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except (OSError, ValueError):
        return -1
    if _is_private(os.fstat(folder)):
        return folder
    os.close(folder)
    return -1


def _is_private(seen: os.stat_result) -> bool:
    return seen.st_uid == os.geteuid() and not seen.st_mode & _OTHERS_WRITE


def _kept(folder: int, file: str, stamps: Stamps) -> Any | None:
    raw = read_whole(folder, file)
    head, _, body = raw.partition(b"\n")
    try:
        known = json.loads(head)
        if known["version"] != [VERSION, _FORMAT] or known["sum"] != crc32(body):
            return None
        before = [tuple(stamp) for stamp in known["stamps"]]
        if before != stamps:
            if not _same_but_for_time(before, stamps, known["digests"]):
                return None
            write_whole(folder, file, known | {"stamps": stamps}, body)
        return json.loads(body)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def read_whole(folder: int, file: str) -> bytes:
    """Return a file of the cache; nothing unless it is a plain one that only this user can write."""
    try:
        # O_NONBLOCK: opening a named pipe would wait for a writer for ever
        opened = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError:
        return b""
    try:
        seen = os.fstat(opened)
        if not stat.S_ISREG(seen.st_mode) or not _is_private(seen) or seen.st_size > _MOST_BYTES:
            return b""
        with open(opened, "rb", closefd=False) as stream:
            return stream.read()
    except OSError:
        return b""
    finally:
        os.close(opened)


def _keep(folder: int, file: str, stamps: Stamps, value: Any) -> None:
    digests = _digests(path for path, _, _ in stamps)
    if _stamps([path for path, _, _ in stamps]) != stamps:
        return  # a source changed while it was read
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    head = {"version": [VERSION, _FORMAT], "sum": crc32(body), "stamps": stamps, "digests": digests}
    write_whole(folder, file, head, body)


def write_whole(folder: int, file: str, head: dict[str, Any], body: bytes) -> None:
    """Put a file in place in one step, so that another run sees the old one or the new one."""
    part = f"{file}.{os.getpid()}"
    try:
        opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=folder)
        with open(opened, "wb") as stream:
            stream.write(json.dumps(head).encode() + b"\n" + body)
        os.rename(part, file, src_dir_fd=folder, dst_dir_fd=folder)
    except OSError:
        _remove(folder, part)


def _remove(folder: int, file: str) -> None:
    try:
        os.unlink(file, dir_fd=folder)
    except OSError:
        return


def _stamps(sources: Sequence[str]) -> Stamps:
    return [_stamp(path) for path in sources]


def _stamp(path: str) -> tuple[str, int, int]:
    try:
        seen = os.stat(path)
    except OSError:
        return path, -1, -1
    return path, seen.st_size, seen.st_mtime_ns


def _same_but_for_time(before: Sequence[Any], now: Stamps, digests: Sequence[str]) -> bool:
    if [stamp[:2] for stamp in before] != [stamp[:2] for stamp in now]:
        return False
    changed = [at for at, stamp in enumerate(now) if stamp != before[at]]
    return _digests(now[at][0] for at in changed) == [digests[at] for at in changed]


def _digests(paths: Any) -> list[str]:
    digests = []
    for path in paths:
        try:
            with open(path, "rb") as stream:
                digests.append(sha256(stream.read()))
        except OSError:
            digests.append("")
    return digests
