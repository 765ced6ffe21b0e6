"""Headline and headings of a text that marks neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.document.reading import Piece
from checker.document.titles import is_heading, is_title

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*[\r\n]")
_BODY = 100


def name_titles(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, the first named headline and short ones between paragraphs heading, if they are titles."""
    named: list[Piece] = []
    has_body = False
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        named.append(_named(text, piece, following, is_first=at == 0, has_body=has_body))
        # A byline or a dateline stands before the first real paragraph; a heading does not.
        has_body = has_body or (at > 0 and piece.role == "paragraph" and piece.end - piece.start > _BODY)
    return named


def _named(text: str, piece: Piece, following: Piece | None, *, is_first: bool, has_body: bool) -> Piece:
    if piece.role != "paragraph" or following is None:
        return piece
    words = _words(text, piece)
    is_apart = bool(_BLANK_LINE.search(text, piece.end, following.start + 1))
    if is_first:
        is_longer = following.end - following.start > 3 * (piece.end - piece.start)
        return piece._replace(role="headline") if is_title(words) and (is_apart or is_longer) else piece
    # Two titles in a row are captions of a gallery or lines of a list, and head nothing.
    heads = following.role != "caption" and not is_title(_words(text, following))
    is_section = has_body and is_apart and heads and is_heading(words)
    return piece._replace(role="heading", level=2) if is_section else piece


def _words(text: str, piece: Piece) -> str:
    return text[piece.start : piece.end].strip()
