"""A draft as read, its blocks, sentences and tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from checker.model.span import Span
from checker.model.values import NamedTuple

FILLER = "\u2060"
"""Stands in ``Document.prose`` for one code point of markup that does not part words ("1,<b>284</b>")."""

TAIL = "\u2064"
"""Stands there for each further code point of one printed character: the "amp;" of "&amp;". A span ends behind it."""

FILLERS = FILLER + TAIL

ROLES = (
    "headline",
    "standfirst",
    "heading",
    "paragraph",
    "caption",
    "quote",
    "list_item",
    "table_cell",
    "infobox",
    "front_matter",
    "footnote",
)


def visible(prose: str) -> str:
    """Return what is printed of a part of ``Document.prose``."""
    return prose.replace(FILLER, "").replace(TAIL, "")


class Block(NamedTuple):
    """One stretch of the draft with one role. ``order`` counts all blocks from 0 in text order.

    ``table``, ``row`` and ``column`` count from 0 and are -1 outside tables; ``label`` is the field name of
    an infobox row or the marker of a numbered list item; ``level`` is the depth of a heading or list.
    """

    span: Span
    role: str
    order: int
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    label: str = ""


class Token(NamedTuple):
    """A word, a run of digits with its separators, or one mark. ``low`` is lower case, without fillers."""

    start: int
    end: int
    text: str
    low: str


class Sentence(NamedTuple):
    """A sentence of one block. ``order`` counts from 0 over the document; ``block`` is ``Block.order``.

    ``tokens`` is empty in sentences without a figure: nothing is read there. ``is_read`` is False where there are
    more figures than prose has, and none was read.
    """

    span: Span
    block: int
    order: int
    tokens: tuple[Token, ...] = ()
    is_read: bool = True


class Annex(NamedTuple):
    """A file of figures that the draft is held against. Its text stands in ``Document.text`` from ``start`` on, up to
    the next annex; ``line`` counts the lines before it, so that lines in it count from 1 again.
    """

    path: str
    start: int
    line: int


class Document(NamedTuple):
    """A draft. ``text`` is what was read and is never edited; all offsets count its code points.

    ``prose`` has the same length: markup is replaced by spaces (where it parts words) or ``FILLER``.
    ``dated`` is the date that front matter, dateline or option give; None without one (the clock never decides).
    ``locators`` names places of containers: (first offset, "paragraph 7, run 2"), ascending; empty for text.
    ``annexes`` are the files that stand behind the draft in ``text``, ascending.

    Notes that stand inside a sentence or a list are blank in ``prose`` and read in ``insets``, where all else is blank;
    it is as long, or "" without such a note. Their blocks come behind all others, and their figures too.
    From ``unread`` on, where it is not 0, nothing was read: the draft is longer than any.
    """

    name: str
    text: str
    prose: str
    kind: str
    blocks: tuple[Block, ...]
    line_starts: tuple[int, ...]
    meta: Mapping[str, str] = MappingProxyType({})
    dated: date | None = None
    locale: str = "en"
    locators: tuple[tuple[int, str], ...] = ()
    annexes: tuple[Annex, ...] = ()
    insets: str = ""
    unread: int = 0

    def line_col(self, offset: int) -> tuple[int, int]:
        """Return line and column in the file that holds *offset*, both from 1; the column counts code points."""
        line = bisect_right(self.line_starts, offset)
        column = offset - self.line_starts[line - 1] + 1
        annex = self.annex(offset) if self.annexes else None
        return (line - annex.line if annex else line), column

    def annex(self, offset: int) -> Annex | None:
        """Return the annex that holds *offset*, or None for the draft itself."""
        return next((annex for annex in reversed(self.annexes) if annex.start <= offset), None)

    def prose_of(self, start: int) -> str:
        """Return the prose that the printed character at *start* stands in: ``insets`` in a note, else ``prose``."""
        return self.insets if self.insets and not self.insets[start].isspace() else self.prose

    def words(self, span: Span) -> str:
        """Return the printed words of *span*, as in the file."""
        return self.text[span.start : span.end]

    def locator(self, offset: int) -> str | None:
        """Name the place in the container, or None for a text file."""
        at = bisect_right(self.locators, (offset, "\U0010ffff")) - 1
        annex = self.annex(offset)
        is_named = at >= 0 and self.locators[at][0] >= (annex.start if annex else 0)
        return self.locators[at][1] if is_named else None
