"""The numbers that Word prints before the items of a list: they stand in no paragraph, only what counts them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from checker.document.docx.styles import WORD
from checker.document.xmlparts import parse
from checker.model.values import NamedTuple

_COUNTED = frozenset(("decimal", "decimalZero"))


class Level(NamedTuple):
    """How one level of a list is counted. ``is_number`` is False for bullets and letters."""

    is_number: bool = False
    start: int = 1


class Numbering:
    """The lists of a file, and how far each is counted: items of two lists with one definition are counted on."""

    def __init__(self, lists: Mapping[str, str], levels: Mapping[tuple[str, int], Level]) -> None:
        self.lists = lists
        self.levels = levels
        self.counted: dict[str, dict[int, int]] = {}

    def count(self, number: str, level: int) -> str:
        """Count the next item of a list; return what is printed before it, "" for no number."""
        if number not in self.lists:
            return ""
        kind = self.levels.get((number, level)) or self.levels.get((self.lists[number], level), Level())
        begins_anew = (number, level) in self.levels
        counts = self.counted.setdefault(number if begins_anew else self.lists[number], {})
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        counts[level] = counts.get(level, kind.start - 1) + 1
        return str(counts[level]) if kind.is_number else ""


def read_numbering(data: bytes, part: str) -> Numbering:
    """Read the part with the lists; an empty one has none.

    Raises:
        InputError: if it is no well-formed XML.
    """
    reader = _Lists()
    if data:
        parse(data, reader, part)
    return Numbering(reader.lists, reader.levels)


class _Lists:
    """``lists`` holds the definition of each list, ``levels`` those of definitions and what a list says otherwise.

    Definitions are named "abstract 3", lists by their number.
    """

    parser: expat.XMLParserType
    prefixes: Mapping[str, str] = WORD

    def __init__(self) -> None:
        self.lists: dict[str, str] = {}
        self.levels: dict[tuple[str, int], Level] = {}
        self.name = ""
        self.level = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "w:abstractNum":
            self.name = f"abstract {attributes.get('abstractNumId', '')}"
        elif name == "w:num":
            self.name = attributes.get("numId", "")
        elif name == "w:abstractNumId":
            self.lists[self.name] = f"abstract {value}"
        elif name in ("w:lvl", "w:lvlOverride"):
            level = attributes.get("ilvl", "")
            self.level = int(level) if level in tuple("012345678") else 0
            self._say()
        elif name == "w:numFmt":
            self._say(is_number=value in _COUNTED)
        elif name in ("w:start", "w:startOverride") and value.isdecimal() and len(value) < 6:
            self._say(start=int(value))

    def _say(self, *, is_number: bool | None = None, start: int | None = None) -> None:
        place = self.name, self.level
        base = self.levels.get((self.lists.get(self.name, ""), self.level), Level())
        said = self.levels.get(place, base)
        is_number = said.is_number if is_number is None else is_number
        self.levels[place] = Level(is_number, said.start if start is None else start)

    def end(self, name: str) -> None:
        """Lists end with what comes next."""

    def words(self, text: str) -> None:
        """Lists have no words."""
