"""Rows of a Markdown table."""

from __future__ import annotations

import re

_BAR = re.compile(r"\\.|\|")


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of a row's cells, outer bars left out; an escaped bar parts nothing."""
    while start < end and text[start] in " \t":
        start += 1
    while start < end and text[end - 1] in " \t":
        end -= 1
    at = start + 1 if text[start : start + 1] == "|" else start
    found = []
    for match in _BAR.finditer(text, at, end):
        if match.group() == "|":
            found.append((at, match.start()))
            at = match.end()
    if at < end or not found:
        found.append((at, end))
    return found
