"""All shapes of a lexicon read once over a paragraph, by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.engine.paragraphs import Paragraph
from checker.engine.phrasing import Fits, Match, find
from checker.lexicon.book import Book
from checker.model.values import NamedTuple


class Grouped(NamedTuple):
    """A paragraph and what each row's shapes met in it, in the order of shapes and places."""

    paragraph: Paragraph
    rows: Mapping[str, Sequence[Match]]

    def get(self, *rows: str) -> list[Match]:
        """Return what the shapes of some rows met, row by row."""
        return [match for row in rows for match in self.rows.get(row, ())]


def grouped(paragraphs: Iterable[Paragraph], book: Book, fits: Fits) -> tuple[Grouped, ...]:
    """Return each paragraph with all that the lexicon's shapes meet in it."""
    shaped = [row for row, fields in book.rows.items() if fields.get("forms")]
    result = []
    for paragraph in paragraphs:
        rows: dict[str, list[Match]] = {}
        for match in find(paragraph, book, shaped, fits):
            rows.setdefault(match.row, []).append(match)
        result.append(Grouped(paragraph, rows))
    return tuple(result)
