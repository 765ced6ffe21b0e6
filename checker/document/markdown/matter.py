"""Front matter: flat fields before the text, in YAML or TOML, read without a library of either."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.document.lines import Line
from checker.model.values import NamedTuple

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD = re.compile(r"([^\W\d]\w*+(?:[ .-]\w++)*+)[ \t]*+[:=](?:[ \t]+|\Z)")
_COMMENT = re.compile(r"(?s)[ \t]#.*\Z")
_BLOCK_MARKS = ("|", ">", "|-", ">-", "|+", ">+", "")
_MOST_LINES = 400


class Field(NamedTuple):
    """One value with its place, quotation marks left out."""

    key: str
    start: int
    end: int


class Matter(NamedTuple):
    """The fields in order, and how many lines they take with their fences; 0 lines: there is no front matter."""

    fields: tuple[Field, ...]
    lines: int


def read_matter(text: str, lines: Sequence[Line]) -> Matter:
    """Read the front matter that opens *text*; nested values, lists and anchors are passed over."""
    fence = text[lines[0].start : lines[0].end].rstrip(" \t")
    closing = _FENCES.get(fence)
    if closing is None:
        return Matter((), 0)
    for at in range(1, min(len(lines), _MOST_LINES)):
        if text[lines[at].start : lines[at].end].rstrip(" \t") in closing:
            fields = _fields(text, lines[1:at])
            # Two rules with prose between them are no front matter: "---", a paragraph, "---".
            return Matter(fields, at + 1) if fields or at == 1 else Matter((), 0)
    return Matter((), 0)


def _fields(text: str, lines: Sequence[Line]) -> tuple[Field, ...]:
    fields = []
    for at, line in enumerate(lines):
        match = _FIELD.match(text, line.start, line.end)
        if match is None:
            continue
        start, end = _value(text, match.end(), line.end)
        if text[start:end] in _BLOCK_MARKS:
            start, end = _folded(text, lines[at + 1 :])
        if start < end:
            fields.append(Field(match.group(1).lower(), start, end))
    return tuple(fields)


def _value(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a value on one line, without quotation marks and comment."""
    quote = text[start : start + 1]
    if quote in ("'", '"') and quote:
        closing = text.rfind(quote, start + 1, end)
        return (start + 1, closing) if closing > start else (start, end)
    comment = _COMMENT.search(text, start, end)
    end = comment.start() if comment else end
    return start, start + len(text[start:end].rstrip())


def _folded(text: str, lines: Sequence[Line]) -> tuple[int, int]:
    """Return the place of the indented lines below a key; (0, 0) where they hold a list or fields."""
    start = end = 0
    for line in lines:
        words = text[line.start : line.end]
        if not words.strip():
            continue
        if not words[0].isspace() or words.lstrip().startswith(("- ", "#")) or _FIELD.match(words.lstrip()):
            break
        start, end = start or line.start + len(words) - len(words.lstrip()), line.end
    return start, end
