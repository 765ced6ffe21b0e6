"""Where sentences begin and end."""

from __future__ import annotations

import re

from checker.lexicon.book import Book
from checker.model.document import FILLERS, Block, Document, Sentence, visible
from checker.model.span import Span

_CLOSERS = rf"[\"'\u2019\u201d\u00bb)\]{FILLERS}]"
_OPENERS = "\"'\u2018\u201c\u00ab([" + FILLERS
# Closing quotes and brackets, and marks of reference ("islands.[1]"), stay with the sentence that they close.
# Possessive, and not begun inside a run: a row of 100,000 full stops is passed once.
_STOP = re.compile(
    rf"(?<![.!?\u2026])[.!?\u2026]++{_CLOSERS}*+(?:\[[{FILLERS}]*+\d{{1,3}}[{FILLERS}]*+\][{FILLERS}]*+)*+(?=\s)"
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_BREAK = re.compile(r"\s+")
_WORD = re.compile(rf"[^\W\d_{FILLERS}]+")
_LONGEST = 24
LONGEST_BLOCK = 50_000
"""Code points of a paragraph that is read: 9,000 words. What is longer is a dump of data, and takes minutes."""


def sentences(document: Document, abbreviations: Book) -> tuple[Sentence, ...]:
    """Return the sentences of all blocks in text order, without tokens. A block without an end is one sentence.
    So is one of more than ``LONGEST_BLOCK`` code points, which nobody reads: its million sentences take 400 MB.

    *abbreviations* is the lexicon of that name; its field ``period`` says what a full stop means after each.
    """
    found: list[Sentence] = []
    for block in document.blocks:
        for start, end in _split(document.prose_of(block.span.start), block, abbreviations):
            found.append(Sentence(Span(start, end), block.order, len(found)))
    return tuple(found)


def _split(prose: str, block: Block, abbreviations: Book) -> list[tuple[int, int]]:
    start, end = block.span.start, block.span.end
    if end - start > LONGEST_BLOCK:
        return [(start, end)]
    spans = []
    for stop in _STOP.finditer(prose, start, end):
        after = _BREAK.match(prose, stop.end(), end)
        if after is None or after.end() >= end:
            break
        following = _skip(prose, after.end(), end)
        if following < end and _ends(prose, start, stop, following, abbreviations):
            spans.append((start, stop.end()))
            start = after.end()
            while prose[start] in FILLERS or prose[start].isspace():
                start += 1
    spans.append((start, end))
    return spans


def _skip(prose: str, at: int, end: int) -> int:
    while at < end and (prose[at] in _OPENERS or prose[at].isspace()):
        at += 1
    return at


def _ends(prose: str, start: int, stop: re.Match[str], following: int, abbreviations: Book) -> bool:
    """Tell whether a sentence ends at *stop*; ``prose[following]`` is what comes next, quotes and brackets skipped."""
    if prose[following].islower():
        return False
    if prose[stop.start()] != "." or prose[stop.start() : stop.start() + 2] == "..":
        return True
    # "1. Photo ID. From 1 May": a number alone is no sentence.
    if prose[stop.start() - 1].isdecimal() and prose[start : stop.start()].strip(FILLERS).isdecimal():
        return False
    word = _word_before(prose, start, stop.start())
    period = _period(prose, stop.start(), word, abbreviations) if word else ""
    if period == "number":
        return not prose[following].isdecimal()
    if period == "clock":
        return _row(prose, following, abbreviations) != "after-clock"
    # "in the U.S. “We will go,” he said": a quotation opens a sentence too.
    opens = prose[following - 1] in '"\u201c' or _row(prose, following, abbreviations) == "openers"
    return not period or (period == "tail" and opens)


def _period(prose: str, at: int, word: str, abbreviations: Book) -> str:
    """Return what the full stop at *at* is after *word*; "" where it is no abbreviation's."""
    # "Leroy P. Steele": an initial, not the abbreviation of "page".
    if not (len(word) == 1 and word.isupper()):
        entry = abbreviations.get(f"{word.lower().replace('.', ' . ')} .")
        if entry is not None:
            return str(entry.fields.get("period", ""))
    # "J. Ruml" and "N.Y. Times" need no entry; "Plan B" ends a sentence where an opener follows; "47.5C" is a measure.
    is_measure = prose[at - len(word) - 1 : at - len(word)].isdecimal()
    return "tail" if _DOTTED.fullmatch(word) and not is_measure else ""


def _word_before(prose: str, start: int, at: int) -> str:
    """Return the letters and inner periods right before *at*; "" where they are too long for an abbreviation."""
    first = at
    while (
        first > start and at - first <= _LONGEST and (prose[first - 1].isalpha() or prose[first - 1] in "." + FILLERS)
    ):
        first -= 1
    return visible(prose[first:at]).strip(".") if at - first <= _LONGEST else ""


def _row(prose: str, at: int, abbreviations: Book) -> str:
    """Return the row of the word that begins at *at*; "" for none, and for an initial ("I. Frederick")."""
    word = _WORD.match(prose, at)
    if word is None or prose[word.end() : word.end() + 1] == ".":
        return ""
    entry = abbreviations.get(word.group().lower())
    return entry.id if entry else ""
