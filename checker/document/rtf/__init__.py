"""RTF: offsets count in the file, as for every format of text; controls are fillers in what is read."""

from __future__ import annotations

from checker.document.flow import Laid
from checker.document.insets import joined, without
from checker.document.naming import named
from checker.document.reading import Piece, Reading, printed
from checker.document.rtf.reader import read_source
from checker.errors import InputError
from checker.lexicon.book import Lexicon


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*, the source of an RTF file.

    Raises:
        InputError: if it is none, or is cut off; the message has no file name yet.
    """
    if not text.startswith("{\\rtf"):
        raise InputError("is no RTF file: it does not begin with {\\rtf")
    found = read_source(text)
    whole = "".join(found.prose)
    prose = without(whole, found.notes)
    pieces: list[Piece] = []
    for piece in sorted(found.pieces):
        span = printed(prose, piece.start, piece.end)
        if span:
            pieces.append(piece._replace(start=span.start, end=span.end))
    # Roles are told by the words as printed; what is read of them has the length of the source.
    laid = Laid(prose, prose, pieces, frozenset(found.bold), (), ())
    prose, pieces = named(laid, lexicon)
    locators = tuple((piece.start, f"paragraph {at}") for at, piece in enumerate(pieces, 1))
    return Reading(text, joined(prose, whole, found.notes), [*pieces, *found.notes], {}, locators)
