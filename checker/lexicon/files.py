"""The YAML files of the shipped rules and of a user's own: found, read, told apart."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from checker.errors import RuleError
from checker.resources import rules_folder

_ENDINGS = (".yaml", ".yml")


def shipped_lexicon_files() -> list[str]:
    """Return the paths of the shipped lexicons, sorted."""
    return sorted(_below(os.path.join(rules_folder(), "lexicons")))


def shipped_rule_files() -> list[str]:
    """Return the paths of the shipped rules, sorted."""
    root = rules_folder()
    lexicons = os.path.join(root, "lexicons")
    return sorted(path for path in _below(root) if not path.startswith(lexicons + os.sep))


def pack_files(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """Return the YAML files that a user names, and those in the folders that a user names, sorted within each.

    Raises:
        RuleError: for a path that is not there, and a folder without one such file.
    """
    found: dict[str, None] = {}
    for given in paths:
        path = os.fspath(given)
        if os.path.isdir(path):
            below = sorted(_below(path))
            if not below:
                raise RuleError(f"{path}:0:0: this folder holds no .yaml file")
            found.update(dict.fromkeys(below))
        elif os.path.exists(path):
            found[path] = None
        else:
            raise RuleError(f"{path}:0:0: there is no such file or folder")
    return list(found)


def code_files() -> list[str]:
    """Return the code that makes look-up data of lexicons: what was cached before it changed is stale."""
    here = os.path.dirname(os.path.abspath(__file__))
    return [os.path.join(here, name) for name in ("compile.py", "inflect.py", "schema.py")]


def _below(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
            elif entry.name.endswith(_ENDINGS):
                yield entry.path
