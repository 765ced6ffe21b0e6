"""Markdown, read into prose of the same length: CommonMark with tables, footnotes, front matter and MDX."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document.factbox import boxed
from checker.document.insets import without
from checker.document.lines import split_lines
from checker.document.markdown.blocks import leaves
from checker.document.markdown.definitions import without_definitions
from checker.document.markdown.matter import read_matter
from checker.document.markdown.roles import Namer
from checker.document.reading import Piece, Reading, blank
from checker.lexicon.book import Lexicon

_TITLES = ("title", "headline")
_STANDFIRSTS = ("standfirst", "description", "summary", "dek", "subtitle", "subheadline", "excerpt")


def read(text: str, lexicon: Lexicon | None = None, *, has_title: bool = False) -> Reading:
    """Read *text*. Without the lexicon captions are told only by their image.

    *has_title* says that it stands below a headline that is given elsewhere.
    """
    lines = split_lines(text)
    matter = read_matter(text, lines)
    found, labels = without_definitions(text, leaves(text, lines[matter.lines :]))
    has_title = has_title or any(field.key in _TITLES for field in matter.fields)
    has_top = any(leaf.kind == "heading" and leaf.level == 1 for leaf in found)
    namer = Namer(text, labels, lexicon, has_title=has_title, has_top=has_top)
    for field in matter.fields:
        role = "headline" if field.key in _TITLES else "standfirst" if field.key in _STANDFIRSTS else ""
        if role:
            namer.prose.append((field.start, text[field.start : field.end]))
            namer.pieces.append(Piece(field.start, field.end, role))
    for leaf in found:
        namer.name(leaf, is_last=leaf is found[-1])
    prose = _join(text, namer.prose)
    meta = {field.key: text[field.start : field.end] for field in reversed(matter.fields)}
    pieces = boxed(namer.pieces, without(prose, namer.notes), ("list_item",))
    return Reading(text, prose, [*pieces, *namer.notes], meta)


def _join(text: str, parts: Sequence[tuple[int, str]]) -> str:
    """Return *text* with all blank but *parts*."""
    prose, at = [], 0
    for start, words in sorted(parts):
        prose += [blank(text[at:start]), words]
        at = start + len(words)
    return "".join([*prose, blank(text[at:])])
