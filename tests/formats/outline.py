"""What was read of a draft, in short."""

from __future__ import annotations

from checker.document.read import read_document
from checker.lexicon.book import Lexicon
from checker.model.document import Document


def read(data: bytes, name: str, lexicon: Lexicon | None = None) -> Document:
    return read_document(name, data, lexicon=lexicon)


def outline(document: Document) -> list[str]:
    """Return "role: words" of each block."""
    return [f"{block.role}: {document.words(block.span)}" for block in document.blocks]


def cells(document: Document) -> dict[tuple[int, int, int], str]:
    return {(b.table, b.row, b.column): document.words(b.span) for b in document.blocks if b.table >= 0}


def place(document: Document, words: str) -> str | None:
    """Return the locator of the first place of *words*."""
    return document.locator(document.text.index(words))
