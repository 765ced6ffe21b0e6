"""Whether a line goes on with the one before."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document.lines import Line

_WIDEST = 100
_NARROWEST = 40
_END = ".!?\u2026:\"'\u2019\u201d)]"


def paragraphs(text: str, run: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the paragraphs of lines that no blank line parts, as offsets.

    A text editor breaks a line where the next word would pass the margin; a text with a paragraph a line has
    long lines, or lines that end before any margin.
    """
    margin = max((line.end - line.start for line in run), default=0)
    is_wrapped = _NARROWEST <= margin <= _WIDEST and any(_is_mid_sentence(text, line) for line in run[:-1])
    spans: list[tuple[int, int]] = []
    for at, line in enumerate(run):
        if at and _goes_on(text, run[at - 1], line, margin if is_wrapped else 0):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return spans


def _goes_on(text: str, before: Line, line: Line, margin: int) -> bool:
    if margin:
        first = text[line.start : line.end].split(None, 1)[0]
        if before.end - before.start + 1 + len(first) > margin:
            return True
    return _is_mid_sentence(text, before) and text[line.start : line.end].lstrip()[0].islower()


def _is_mid_sentence(text: str, line: Line) -> bool:
    return text[line.start : line.end].rstrip()[-1] not in _END
