"""Jupyter notebooks: the cells in Markdown, with their places in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.document import markdown
from checker.document.embedded import Composer, Embedded
from checker.document.jsontext import Leaf, leaves, unescaped
from checker.document.reading import Piece, Reading
from checker.errors import InputError
from checker.lexicon.book import Lexicon


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*.

    Raises:
        InputError: if it is no JSON, or has no cells.
    """
    found = leaves(text)
    cells = [leaf for leaf in found if leaf.path[:1] == ("cells",)] or _worksheets(found)
    if not cells and not any(leaf.path[:1] == ("nbformat",) for leaf in found):
        raise InputError("is no notebook: it has no cells")
    composer = Composer(text)
    meta: dict[str, str] = {}
    has_title = False
    for embedded, kind in _markdown(text, cells):
        if kind == "heading":
            composer.add_words(embedded, Piece(0, 0, "heading" if has_title else "headline", 2 if has_title else 1))
            has_title = True
            continue
        reading = markdown.read(embedded.text, lexicon, has_title=has_title)
        has_title = has_title or any(piece.role == "headline" for piece in reading.pieces)
        meta = meta or dict(reading.meta)
        composer.add(embedded, reading)
    return Reading(text, composer.prose(), composer.pieces, meta)


def _worksheets(found: Sequence[Leaf]) -> list[Leaf]:
    """Return the cells of a notebook of version 3, which are those of its worksheets, as version 4 has them."""
    cells = [leaf for leaf in found if leaf.path[:1] == ("worksheets",) and leaf.path[2:3] == ("cells",)]
    numbers = {path: number for number, path in enumerate(dict.fromkeys(leaf.path[:4] for leaf in cells))}
    return [leaf._replace(path=("cells", numbers[leaf.path[:4]], *leaf.path[4:])) for leaf in cells]


def _markdown(text: str, cells: Sequence[Leaf]) -> Iterator[tuple[Embedded, str]]:
    """Yield the source of each cell of words with its type; the source is one string, or one a line."""
    for _, group in groupby(cells, key=lambda leaf: leaf.path[1]):
        cell = list(group)
        kinds = [text[leaf.start : leaf.end] for leaf in cell if leaf.path[2:] == ("cell_type",)]
        source = [leaf for leaf in cell if leaf.path[2:3] == ("source",) and leaf.is_string and leaf.start < leaf.end]
        if kinds in (["markdown"], ["heading"]) and source:
            embedded = Embedded()
            for leaf in source:
                unescaped(text, leaf, embedded)
            yield embedded, kinds[0]
