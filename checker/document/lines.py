"""Where the lines of a text begin and end."""

from __future__ import annotations

import re

from checker.model.values import NamedTuple

_BREAK = re.compile(r"\r\n?|\n")


class Line(NamedTuple):
    """One line without its line end, as offsets; ``next`` is where the following line begins."""

    start: int
    end: int
    next: int


def split_lines(text: str) -> list[Line]:
    """Return all lines; ends are LF, CRLF or a lone CR. An empty text has one empty line."""
    lines, start = [], 0
    for match in _BREAK.finditer(text):
        lines.append(Line(start, match.start(), match.end()))
        start = match.end()
    if start < len(text) or not lines:
        lines.append(Line(start, len(text), len(text)))
    return lines


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset at which each line begins; after a final line end another (empty) line begins."""
    return (0, *[match.end() for match in _BREAK.finditer(text)])
