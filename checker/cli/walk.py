"""From what was given on the command line to the drafts that are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from checker.errors import InputError
from checker.model.values import NamedTuple

STDIN = "-"
Tell = Callable[[str], None]
"""Takes a line that says what below a folder could not be read; the rest of the folder is read all the same."""
_GLOB = frozenset("*?[")


class Found(NamedTuple):
    """``paths`` to read, sorted, each once. ``missing`` tells what is not there, ``remarks`` what was left out."""

    paths: tuple[str, ...]
    missing: tuple[str, ...]
    remarks: tuple[str, ...]


class Wanted(NamedTuple):
    """What a walk takes: files with one of these suffixes, and none that is excluded.

    ``ignored(top, paths)`` returns those of *paths* that git ignores; ``excluded(path)`` names the pattern, or None.
    """

    suffixes: frozenset[str]
    ignored: Callable[[str, Sequence[str]], frozenset[str]]
    excluded: Callable[[str], str | None]


def find(given: Sequence[str], wanted: Wanted) -> Found:
    """Walk folders, expand globs, take files as they are named: those are left out only by ``exclude``."""
    paths: dict[str, str] = {}
    missing: list[str] = []
    remarks: list[str] = []
    for path in given:
        try:
            for found in _expanded(path, wanted, missing.append):
                paths.setdefault(found if found == STDIN else os.path.abspath(found), found)
        except InputError as error:
            missing.append(str(error))
    for key, path in list(paths.items()):
        pattern = None if path == STDIN else wanted.excluded(path)
        if pattern is not None:
            del paths[key]
            if path in given:
                remarks.append(f"{path}: left out, exclude has '{pattern}'")
    return Found(tuple(sorted(paths.values())), tuple(missing), tuple(remarks))


def _expanded(given: str, wanted: Wanted, tell: Tell) -> Iterator[str]:
    if given == STDIN or os.path.isfile(given) or _is_pipe(given):
        yield given
    elif os.path.isdir(given):
        yield from _below(given, wanted, tell)
    elif os.path.islink(given):
        raise InputError(_astray(given))
    elif _GLOB & set(given):
        yield from _matching(given, wanted, tell)
    else:
        raise InputError(f"{given}: there is no such file or folder")


def _is_pipe(path: str) -> bool:
    """Tell whether *path* is no file and no folder but can be read: ``figcheck <(pandoc ...)``."""
    return os.path.exists(path) and not os.path.isdir(path)


def _matching(pattern: str, wanted: Wanted, tell: Tell) -> Iterator[str]:
    from glob import glob

    hits = [hit for hit in sorted(glob(pattern, recursive=True)) if os.path.isdir(hit) or _fits(hit, wanted)]
    if not hits:
        raise InputError(f"{pattern}: no file matches that is read here")
    for hit in hits:
        if not os.path.isdir(hit):
            yield hit
        elif "**" not in pattern:
            yield from _below(hit, wanted, tell)


def _fits(name: str, wanted: Wanted) -> bool:
    return os.path.splitext(name)[1].lower() in wanted.suffixes


def _below(top: str, wanted: Wanted, tell: Tell) -> Iterator[str]:
    """Yield the drafts below a folder, level by level, so that git is asked once a level and not once a file."""
    folders = [top]
    while folders:
        entries = [entry for folder in folders for entry in _entries(folder, wanted, tell)]
        ignored = wanted.ignored(top, entries)
        kept = [entry for entry in entries if entry not in ignored]
        folders = [entry for entry in kept if os.path.isdir(entry)]
        yield from (entry for entry in kept if not os.path.isdir(entry))


def _entries(folder: str, wanted: Wanted, tell: Tell) -> list[str]:
    """Return subfolders and drafts of one folder; hidden ones and links to folders (which may go in circles) not."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                path = os.path.join("" if folder == os.curdir else folder, entry.name)
                if not entry.name.startswith(".") and _is_wanted(entry, path, wanted, tell):
                    found.append(path)
    except OSError as error:
        tell(f"{folder}: cannot be read: {error.strerror or error}")
    return sorted(found)


def _is_wanted(entry: os.DirEntry[str], path: str, wanted: Wanted, tell: Tell) -> bool:
    if entry.is_dir(follow_symlinks=False):
        return True
    if not _fits(entry.name, wanted):
        return False
    if not os.path.exists(path):
        tell(_astray(path))
    return os.path.isfile(path)


def _astray(path: str) -> str:
    return f"{path}: is a link that leads nowhere"
