"""Drafts that were checked before and had nothing to tell: their counts, so that a second run need not read them.

Only what is clean is kept: of each a digest and three numbers, no word and no figure. A draft with a finding is read
again, which also gives its words back. One file for each set of rules and options, private to the user.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from zlib import crc32

from checker import cachefile
from checker.digest import sha256
from checker.model.document import Document
from checker.model.report import DocumentReport
from checker.model.values import NamedTuple
from checker.model.version import VERSION

_FORMAT = 1
_DAYS = 30
"""Days after which what was not asked for is dropped."""
_MOST = 50_000
_PREFIX = "results-"


class Known(NamedTuple):
    """A draft with nothing to tell: its counts, what did not run, and the day of its last use."""

    figures: int
    facts: int
    comparisons: int
    not_run: tuple[str, ...]
    day: int


class Results:
    """What is known of drafts under one set of rules and options; ``save`` writes what this run learnt."""

    def __init__(self, options: str, sources: Iterable[str]) -> None:
        stamps = [[path, *_stamp(path)] for path in (*sources, *_own_code())]
        key = sha256(json.dumps([VERSION, _FORMAT, options, stamps]).encode("utf-8", "backslashreplace"))
        self._file = f"{_PREFIX}{key[:24]}.json"
        self._today = int(time.time() // 86_400)
        self._old = _load(self._file)
        self._new: dict[str, Known] = {}

    def get(self, path: str, name: str, digest: str) -> DocumentReport | None:
        """Return the report of the draft with this *digest*, if it is known to be clean. It is without its words."""
        known = self._old.get(_key(name, digest))
        if known is None:
            return None
        if known.day != self._today:
            self._new[_key(name, digest)] = known._replace(day=self._today)
        empty = Document(name, "", "", "plain", (), (0,))
        report = DocumentReport(path, digest, empty, (), (), (), known.comparisons, (), not_run=known.not_run)
        return report._replace(counted=(known.figures, known.facts))

    def add(self, name: str, report: DocumentReport) -> None:
        """Keep a report that has nothing to tell; others are left out."""
        if not (report.findings or report.silenced or report.remarks):
            known = Known(report.figures, report.joined, report.comparisons, report.not_run, self._today)
            self._new[_key(name, report.sha256)] = known

    def save(self) -> None:
        """Put what was learnt beside what others wrote meanwhile, and drop what nobody asked for in a month."""
        if not self._new:
            return
        entries = {**_load(self._file), **self._new}
        fresh = [(key, one) for key, one in entries.items() if one.day > self._today - _DAYS]
        kept = dict(sorted(fresh, key=lambda item: item[1].day)[-_MOST:])
        body = json.dumps(kept, separators=(",", ":"), sort_keys=True).encode()
        folder = cachefile.open_folder()
        if folder >= 0:
            try:
                cachefile.write_whole(folder, self._file, {"sum": crc32(body)}, body)
                _drop_old(folder, self._file, self._today)
            finally:
                os.close(folder)


def _key(name: str, digest: str) -> str:
    """Return what tells a draft from others: its bytes, and the suffix, which tells how they are read."""
    return digest + os.path.splitext(name)[1].lower()


def _load(file: str) -> dict[str, Known]:
    """Return the entries of a file; none where it is missing, damaged or another's."""
    folder = cachefile.open_folder()
    if folder < 0:
        return {}
    try:
        head, _, body = cachefile.read_whole(folder, file).partition(b"\n")
    finally:
        os.close(folder)
    try:
        entries = json.loads(body) if json.loads(head)["sum"] == crc32(body) else {}
    except (ValueError, TypeError, LookupError, RecursionError):
        return {}
    if not isinstance(entries, dict) or not all(map(_is_entry, entries.values())):
        return {}
    return {key: Known(a, b, c, tuple(not_run), day) for key, (a, b, c, not_run, day) in entries.items()}


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, list) or len(entry) != 5:
        return False
    *numbers, not_run, day = entry
    whole = all(type(number) is int and number >= 0 for number in (*numbers, day))
    return whole and isinstance(not_run, list) and all(isinstance(reason, str) for reason in not_run)


def _drop_old(folder: int, file: str, today: int) -> None:
    """Remove the files of rules and options that nobody has used for a month."""
    with suppress(OSError):
        for name in os.listdir(folder):
            other = name.startswith(_PREFIX) and name != file
            if other and os.stat(name, dir_fd=folder).st_mtime // 86_400 < today - _DAYS:
                os.unlink(name, dir_fd=folder)


def _own_code() -> list[str]:
    """Return our own modules: in a checkout they change while the version does not."""
    top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return sorted(
        os.path.join(folder, file) for folder, _, files in os.walk(top) for file in files if file.endswith(".py")
    )


def _stamp(path: str) -> tuple[int, int]:
    try:
        seen = os.stat(path)
    except OSError:
        return -1, -1
    return seen.st_size, seen.st_mtime_ns
