"""Jupyter notebooks: the cells in Markdown, with their places in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.document import markdown
from checker.document.embedded import Composer, Embedded
from checker.document.jsontext import Leaf, leaves, unescaped
from checker.document.reading import Reading
from checker.errors import InputError
from checker.lexicon.book import Lexicon


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*.

    Raises:
        InputError: if it is no JSON, or has no cells.
    """
    found = leaves(text)
    cells = [leaf for leaf in found if leaf.path[:1] == ("cells",)]
    if not cells and not any(leaf.path[:1] == ("nbformat",) for leaf in found):
        raise InputError("is no notebook: it has no cells")
    composer = Composer(text)
    meta: dict[str, str] = {}
    has_title = False
    for embedded in _markdown(text, cells):
        reading = markdown.read(embedded.text, lexicon, has_title=has_title)
        has_title = has_title or any(piece.role == "headline" for piece in reading.pieces)
        meta = meta or dict(reading.meta)
        composer.add(embedded, reading)
    return Reading(text, composer.prose(), composer.pieces, meta)


def _markdown(text: str, cells: Sequence[Leaf]) -> Iterator[Embedded]:
    """Yield the source of each Markdown cell; it is one string, or one a line."""
    for _, group in groupby(cells, key=lambda leaf: leaf.path[1]):
        cell = list(group)
        kinds = [text[leaf.start : leaf.end] for leaf in cell if leaf.path[2:] == ("cell_type",)]
        source = [leaf for leaf in cell if leaf.path[2:3] == ("source",) and leaf.is_string and leaf.start < leaf.end]
        if kinds == ["markdown"] and source:
            embedded = Embedded()
            for leaf in source:
                unescaped(text, leaf, embedded)
            yield embedded
