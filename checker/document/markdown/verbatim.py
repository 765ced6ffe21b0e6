"""Blocks of Markdown in which no line opens another block: fenced code and HTML."""

from __future__ import annotations

from checker.document.markdown import starts
from checker.document.markdown.containers import CODE, Cursor, past_blanks


class Verbatim:
    """An open block. ``printed`` holds the lines of HTML so far, nothing for code."""

    __slots__ = ("closing", "fence", "is_closed", "printed")

    def __init__(self, fence: str, closing: tuple[str, ...], printed: list[tuple[int, int]]) -> None:
        self.fence = fence
        self.closing = closing
        self.printed = printed
        self.is_closed = False

    @classmethod
    def open(cls, text: str, at: int, end: int, *, in_paragraph: bool) -> Verbatim | None:
        """Return the block that opens at *at*, or None."""
        if text[at] != "<":
            match = starts.FENCE.match(text, at, end)
            return cls(match.group(1) or match.group(2), (), []) if match else None
        closing = starts.html_end(text, at, end, in_paragraph=in_paragraph)
        if closing is None:
            return None
        block = cls("", closing, [(at, end)])
        block.is_closed = _holds(text[at + 2 : end], closing)
        return block

    def read(self, text: str, cursor: Cursor, end: int) -> bool:
        """Take the next line and tell whether the block ends with it."""
        indent, inner = past_blanks(text, cursor, end)
        if self.fence:
            rest = text[inner.at : end].rstrip(" \t")
            return indent < CODE and len(rest) >= len(self.fence) and not rest.strip(self.fence[0])
        if inner.at == end:
            return not self.closing
        self.printed.append((cursor.at, end))
        return _holds(text[cursor.at : end], self.closing)


def _holds(words: str, closing: tuple[str, ...]) -> bool:
    low = words.lower() if closing else ""
    return any(mark in low for mark in closing)
