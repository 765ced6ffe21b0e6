"""Marks that open a line typed without markup: bullets, numbers, and what it says to figcheck."""

from __future__ import annotations

import re

from checker.model.document import FILLERS

_DIRECTIVE = re.compile(r"[ \t]*\[\[\s*figcheck:.*\]\][ \t]*\Z")
_BULLETS = frozenset("-*\u2022\u25cf\u25cb\u25e6\u25aa\u25a0\u2588\u2023\u2013\u2014")
_MARKER = re.compile(rf"[ \t]*(?:([^\w\s{FILLERS}]{{1,3}})|(\(?\d{{1,3}}[.)]))[{FILLERS}]*+[ \t][ \t{FILLERS}]*+(?=\S)")


def is_directive(text: str, start: int, end: int) -> bool:
    """Tell whether a line is ``[[figcheck: ...]]`` alone."""
    return text.find("[[", start, end) >= 0 and bool(_DIRECTIVE.match(text, start, end))


def marker(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the bullet (group 1) or number (group 2) that opens a line, with the blanks behind it."""
    match = _MARKER.match(text, start, end)
    return match if match and _BULLETS.issuperset(match.group(1) or "") else None
