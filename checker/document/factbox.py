"""Fact boxes typed as lines "Label: value"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document.reading import Piece
from checker.model.document import FILLERS, visible
from checker.model.values import NamedTuple

_BLANKS = " \t" + FILLERS
_BULLETS = "-*\u2022"
_LONGEST_LABEL = 40
_LONGEST = 120
_FEWEST = 3
_MOST_WORDS = 5
# A label with a number or a full stop in it is a sentence or a time ("Friday 7 February: search begins").
_IN_SENTENCES = frozenset('0123456789.!?"\u201c')
_SENTENCE_ENDS = '.!?\u201d"'


class Fact(NamedTuple):
    """One line of a fact box: its label, and where the value stands."""

    label: str
    start: int
    end: int


def fact_lines(prose: str, lines: Sequence[tuple[int, int]]) -> dict[int, Fact]:
    """Return the facts by start of line, for each three or more such lines in a row.

    The labels differ, and a value is no sentence: questions and answers with the speakers' names are no fact box.
    """
    boxed: dict[int, Fact] = {}
    group: dict[int, Fact] = {}
    for start, end in [*lines, (0, 0)]:
        fact = _fact(prose, start, end)
        if fact and fact.label not in {other.label for other in group.values()}:
            group[start] = fact
            continue
        boxed.update(group if len(group) >= _FEWEST else {})
        group = {start: fact} if fact else {}
    return boxed


def is_fact_box(rows: Sequence[Sequence[str]], *, is_early: bool) -> bool:
    """Tell whether two columns of words are fields and values: no name heads the values, or they are of many kinds.

    "| Infobox | |", or, before any paragraph (*is_early*), "| Field | Value |" with "| Place | Port Kasha |" below it.
    """
    if len(rows) < 2 or len(rows[0]) != 2 or any(len(row) > 2 for row in rows):
        return False
    if not rows[0][1].strip():
        return True
    values = [row[1] for row in rows[1:] if len(row) == 2]
    return is_early and any(not any(char.isdecimal() for char in value) for value in values)


def boxed(pieces: Sequence[Piece], prose: str, roles: Sequence[str]) -> list[Piece]:
    """Return *pieces* with those of *roles* that read "Label: value" named fact boxes."""
    lines = [(piece.start, piece.end) if piece.role in roles else (0, 0) for piece in pieces]
    facts = fact_lines(prose, lines)
    return [
        Piece(facts[p.start].start, p.end, "infobox", label=facts[p.start].label)
        if p.role in roles and p.start in facts
        else p
        for p in pieces
    ]


def boxed_table(rows: Sequence[Sequence[Piece]], prose: str, *, is_early: bool) -> list[Piece] | None:
    """Return a table of fields and values as a fact box, one piece a row; None where it is another table."""
    words = [[visible(prose[cell.start : cell.end]).strip() for cell in row] for row in rows]
    if not is_fact_box(words, is_early=is_early):
        return None
    return [as_fact(row, prose) for row in rows]


def as_fact(row: Sequence[Piece], prose: str) -> Piece:
    """Return the second cell of a row with the first as its label; the first alone where the second is empty."""
    label = " ".join(visible(prose[row[0].start : row[0].end]).split())
    has_value = len(row) > 1 and visible(prose[row[1].start : row[1].end]).strip()
    return (
        Piece(row[1].start, row[1].end, "infobox", label=label)
        if has_value
        else row[0]._replace(role="infobox", table=-1, row=-1, column=-1)
    )


def _fact(prose: str, start: int, end: int) -> Fact | None:
    if not 0 < end - start <= _LONGEST:
        return None
    first, _, rest = prose[start:end].partition(":")
    value = rest.lstrip(_BLANKS)
    # "16:20" parts an hour from its minutes, and no label from a value.
    is_apart = rest.lstrip(FILLERS)[:1] in (" ", "\t")
    if not value or not is_apart or value.rstrip(_BLANKS)[-1] in _SENTENCE_ENDS:
        return None
    label = _label(first)
    return Fact(label, end - len(value), end) if label else None


def _label(words: str) -> str:
    """Return *words* without marks and bullet; "" where they are no label."""
    label = words.strip(_BLANKS)
    if label[:1] in _BULLETS and label[1:2].isspace():
        label = label[1:].lstrip(_BLANKS)
    label = visible(label)
    is_short = len(label) <= _LONGEST_LABEL and label.count(" ") < _MOST_WORDS
    return label if label[:1].isalpha() and is_short and _IN_SENTENCES.isdisjoint(label) else ""
