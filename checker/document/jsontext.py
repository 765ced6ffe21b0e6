"""JSON with the place of every value in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.document.embedded import Embedded
from checker.errors import InputError
from checker.model.values import NamedTuple

DEEPEST = 200

_TOKEN = re.compile(
    r"[ \t\r\n]*+(?:\"((?:[^\"\\]++|\\.)*+)\"|([{}\[\],:])"
    r"|(-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null))",
    re.DOTALL,
)
_BLANKS = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL
)
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", '"': '"', "\\": "\\", "/": "/"}

Path = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A string (its place without the quotation marks) or another scalar, and the keys and indexes that lead to it."""

    path: Path
    start: int
    end: int
    is_string: bool


def leaves(text: str) -> list[Leaf]:
    """Return all scalars of a JSON text in order.

    Raises:
        InputError: if it is no JSON, or nests deeper than ``DEEPEST``.
    """
    return list(_Scanner(text).read())


class _Scanner:
    """One walk over the tokens; ``path`` holds the key or index of each open object or array, ``kinds`` its bracket."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.path: list[str | int] = []
        self.kinds: list[str] = []

    def read(self) -> Iterator[Leaf]:
        at, awaits = 0, "value"
        while awaits != "end":
            match = _TOKEN.match(self.text, at)
            if match is None:
                raise self._wrong(at)
            string, mark, scalar = match.groups()
            if mark:
                awaits = self._mark(mark, awaits, at)
            elif awaits in ("key", "first key") and string is not None:
                self.path[-1] = string
                awaits = "colon"
            elif awaits in ("value", "first"):
                group = 1 if string is not None else 3
                yield Leaf(tuple(self.path), match.start(group), match.end(group), string is not None)
                awaits = self._after()
            else:
                raise self._wrong(at)
            if scalar is not None and awaits == "colon":
                raise self._wrong(at)
            at = match.end()
        blanks = _BLANKS.match(self.text, at)
        if blanks and blanks.end() < len(self.text):
            raise self._wrong(at)

    def _mark(self, mark: str, awaits: str, at: int) -> str:
        """Take in a bracket, comma or colon and return what may follow."""
        if mark in "{[" and awaits in ("value", "first"):
            if len(self.kinds) == DEEPEST:
                raise InputError(f"nests deeper than {DEEPEST} levels, which no draft does")
            self.kinds.append(mark)
            self.path.append("" if mark == "{" else 0)
            return "first key" if mark == "{" else "first"
        if mark == ":" and awaits == "colon":
            return "value"
        is_closed = self.kinds and mark == ("}" if self.kinds[-1] == "{" else "]")
        if is_closed and awaits in ("comma", "first", "first key"):
            self.kinds.pop()
            self.path.pop()
            return self._after()
        if mark == "," and awaits == "comma":
            last = self.path[-1]
            if isinstance(last, int):
                self.path[-1] = last + 1
                return "value"
            return "key"
        raise self._wrong(at)

    def _after(self) -> str:
        return "comma" if self.kinds else "end"

    def _wrong(self, at: int) -> InputError:
        blanks = _BLANKS.match(self.text, at)
        at = blanks.end() if blanks else at
        line = self.text.count("\n", 0, at) + 1
        column = at - self.text.rfind("\n", 0, at)
        found = self.text[at : at + 10].split("\n")[0]
        return InputError(
            f"is no JSON: line {line}, column {column}: got {found!r}" if found else "is no JSON: it is cut off"
        )


def unescaped(text: str, leaf: Leaf, embedded: Embedded | None = None) -> Embedded:
    """Return what a value says, with the places of its characters, behind what *embedded* holds."""
    embedded = embedded or Embedded()
    at = leaf.start
    for match in _ESCAPE.finditer(text, leaf.start, leaf.end) if leaf.is_string else ():
        if at < match.start():
            embedded.add(text[at : match.start()], at, match.start())
        embedded.add(_meant(match), match.start(), match.end())
        at = match.end()
    if at < leaf.end:
        embedded.add(text[at : leaf.end], at, leaf.end)
    return embedded


def _meant(match: re.Match[str]) -> str:
    high, low, code, short = match.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if code:
        char = chr(int(code, 16))
        return "\ufffd" if "\ud800" <= char <= "\udfff" or char == "\0" else char
    return _SHORT.get(short, short)
