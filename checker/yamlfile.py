"""YAML as it is written here: every value with its place, nothing guessed, nothing that can hurt.

``NO``, ``12:30``, ``010``, ``2022-01-10`` and ``1e3`` stay text. Only ``true``, ``false``, ``null`` (or nothing),
whole numbers and decimals are more than text, and only where they are not quoted.
"""

from __future__ import annotations

import os
import re
from decimal import Decimal
from typing import Any

from checker.errors import RuleError
from checker.model.values import NamedTuple

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file to a value: ("examples", "flag", 0, "text")."""

MOST_BYTES = 5_000_000
MOST_NODES = 100_000
DEEPEST = 30
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}\Z")
_WORDS = {"true": True, "false": False, "null": None, "": None}
_TAGS = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(_TAGS + kind for kind in ("str", "seq", "map"))


class Tree(NamedTuple):
    """A YAML file read. ``values`` and ``keys`` give line and column (from 1) of each value and of its key."""

    file: str
    value: Any
    values: dict[Path, tuple[int, int]]
    keys: dict[Path, tuple[int, int]]

    def line(self, path: Path, message: str, *, at_key: bool = False) -> str:
        """Word a mistake at *path*; a path that is not in the file means the nearest one above it."""
        known = path
        while known and known not in self.values:
            known = known[:-1]
        line, column = (self.keys if at_key and known in self.keys else self.values)[known]
        field = dotted(path)
        return f"{self.file}:{line}:{column}: {one_line(f'{field}: {message}' if field else message)}"

    def error(self, path: Path, message: str, *, at_key: bool = False) -> RuleError:
        """Return the mistake of ``line`` to raise."""
        return RuleError(self.line(path, message, at_key=at_key))


def one_line(words: str) -> str:
    """Return *words* with each run of white space as one blank: a file's own words may hold line ends."""
    return " ".join(words.split())


def dotted(path: Path) -> str:
    """Name a place in a file as ``examples.flag[0].text``."""
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(steps).removeprefix(".")


def read_yaml(file: str) -> Tree:
    """Read one file.

    Raises:
        RuleError: if it cannot be opened, is too large, is not UTF-8, is no YAML, repeats a key, is empty,
            or uses tags or aliases beyond measure.
    """
    return parse_yaml(_text(file), file)


def parse_yaml(text: str, file: str) -> Tree:
    """Read YAML from *text*; *file* only names it in errors."""
    root = _compose(text, file)
    tree = Tree(file, None, {}, {})
    if root is None:
        raise RuleError(f"{file}:1:1: the file is empty")
    return tree._replace(value=_Walk(tree).value(root, ()))


def _text(file: str) -> str:
    try:
        size = os.stat(file).st_size
        if size > MOST_BYTES:
            raise RuleError(f"{file}:0:0: {size} bytes; a rule or lexicon file has at most {MOST_BYTES}")
        with open(file, "rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise RuleError(f"{file}:0:0: cannot be read: {error.strerror or error}") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"byte 0x{raw[error.start]:02x} at offset {error.start}"
        raise RuleError(f"{file}:0:0: cannot read as UTF-8 ({found}); save it as UTF-8") from None


def _compose(text: str, file: str) -> Any:
    import yaml

    # Without resolvers a tag other than text, list and mapping is one that the file asks for by name.
    loader = type("Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {"yaml_implicit_resolvers": {}})
    try:
        return yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise RuleError(f"{file}:{place}: this is no YAML: {error.problem or error.context}") from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position].split("\n")
        place = f"{len(before)}:{len(before[-1]) + 1}"
        raise RuleError(f"{file}:{place}: this is no YAML: {error.reason}") from None
    except (UnicodeError, RecursionError) as error:
        raise RuleError(f"{file}:0:0: this is no YAML: {error}") from None


class _Walk:
    """One walk over the nodes of a file: an alias is walked as often as it stands, so a bomb meets the limit."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.nodes = 0

    def value(self, node: Any, path: Path) -> Any:
        tree = self.tree
        mark = node.start_mark
        tree.values[path] = (mark.line + 1, mark.column + 1)
        self.nodes += 1
        if self.nodes > MOST_NODES or len(path) > DEEPEST:
            raise tree.error(path[:3], "too many values or too deep (do aliases repeat each other?)")
        if node.tag not in _PLAIN_TAGS:
            raise tree.error(path, f"got the tag '{node.tag.removeprefix(_TAGS)}'; tags are not read, remove it")
        if node.id == "mapping":
            return self._mapping(node, path)
        if node.id == "sequence":
            return [self.value(child, (*path, at)) for at, child in enumerate(node.value)]
        return _scalar(node.value) if not node.style else node.value

    def _mapping(self, node: Any, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, child in node.value:
            place = (key.start_mark.line + 1, key.start_mark.column + 1)
            if key.id != "scalar":
                raise RuleError(f"{self.tree.file}:{place[0]}:{place[1]}: a key must be text")
            here = (*path, key.value)
            if key.value in found:
                first = self.tree.keys[here]
                raise RuleError(
                    f"{self.tree.file}:{place[0]}:{place[1]}: {dotted(here)}: this key stands twice, "
                    f"first in line {first[0]}; remove one"
                )
            self.tree.keys[here] = place
            found[key.value] = self.value(child, here)
        return found


def _scalar(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.match(text):
        return int(text)
    return Decimal(text) if _DECIMAL.match(text) else text
