"""The numbers that OpenDocument prints before the items of a list: they stand in no paragraph."""

from __future__ import annotations

from collections.abc import Mapping


class _Open:
    """A list that is open: ``style`` says how it is counted, ``count`` is the number of the last item."""

    def __init__(self, style: str, count: int) -> None:
        self.style = style
        self.count = count
        self.begins = False


class Lists:
    """The open lists. ``starts`` tells where levels that are counted in numbers begin, by style and level from 1."""

    def __init__(self) -> None:
        self.starts: dict[tuple[str, int], int] = {}
        self.style = ""
        self.open: list[_Open] = []
        self.ended: dict[tuple[str, int], int] = {}

    @property
    def depth(self) -> int:
        """Return how many lists are open."""
        return len(self.open)

    def define(self, attributes: Mapping[str, str]) -> None:
        """Begin the style of a list."""
        self.style = attributes.get("name", "")

    def define_level(self, attributes: Mapping[str, str]) -> None:
        """Take a level of a style that is counted; letters are no numbers."""
        level, start = attributes.get("level", ""), attributes.get("start-value", "1")
        if attributes.get("num-format") == "1" and level.isdecimal() and len(level) < 3:
            self.starts[self.style, int(level)] = int(start) if start.isdecimal() and len(start) < 6 else 1

    def begin(self, attributes: Mapping[str, str]) -> None:
        """Open a list. It is counted from the start of its style, or on from the last list of that style."""
        style = attributes.get("style-name") or (self.open[-1].style if self.open else "")
        place = style, self.depth + 1
        goes_on = attributes.get("continue-numbering") == "true" or "continue-list" in attributes
        before = self.starts.get(place, 1) - 1
        self.open.append(_Open(style, self.ended.get(place, before) if goes_on else before))

    def item(self, attributes: Mapping[str, str]) -> None:
        """Open an item of the innermost list."""
        if self.open:
            value = attributes.get("start-value", "")
            own = value.isdecimal() and len(value) < 6
            self.open[-1].count = int(value) if own else self.open[-1].count + 1
            self.open[-1].begins = True

    def end(self) -> None:
        """Close the innermost list."""
        if self.open:
            self.ended[self.open[-1].style, self.depth] = self.open[-1].count
            self.open.pop()

    def number(self) -> str:
        """Return the number before the paragraph that opens an item, "" for any other and for bullets."""
        if not self.open or not self.open[-1].begins:
            return ""
        self.open[-1].begins = False
        is_counted = (self.open[-1].style, self.depth) in self.starts
        return str(self.open[-1].count) if is_counted else ""
