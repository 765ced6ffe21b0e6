"""Names of findings that survive edits elsewhere in the draft: they hold no line number and no offset."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from checker.digest import sha256
from checker.model.claim import Claim
from checker.model.document import Document, visible
from checker.model.span import Span

DIGITS = 16
"""Hexadecimal digits of an id: so many that two findings of one newsroom do not share them by chance."""

NEAR = 3
"""Words on each side of a figure that tell it from others."""
_REACH = 2000
"""Code points in which those words are looked for: the target of a link stands in the prose as so many blanks."""
_MARKS = ".,;:!?()[]{}<>\"'“”‘’„«»…–—-*_|"


def marks(found: Sequence[tuple[str, Claim]], document: Document) -> list[str]:
    """Return what tells each pair of rule id and claim from all others of the draft, wherever the draft lies.

    Which of the figures is accused counts for nothing: that turns when paragraphs are moved. Twins are numbered in
    the order given.
    """
    twins: Counter[str] = Counter()
    made = []
    for rule, claim in found:
        around = sorted(_context(document, premise.span) for premise in claim.premises)
        key = "\x1f".join([rule, *around])
        twins[key] += 1
        made.append(_digest(f"{key}\x1f{twins[key]}"))
    return made


def named(mark: str, place: str) -> str:
    """Return the id of the finding with this *mark* in the draft at *place*, a path from the repository's top."""
    return _digest(f"{place.replace(chr(92), '/').removeprefix('./')}\x1f{mark}")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass"))[:DIGITS]


def _context(document: Document, span: Span) -> str:
    """Return the figure and the words around it in its own block, in lower case, spaces evened out."""
    block = _block(document, span)
    prose = document.prose_of(span.start)
    before = prose[max(block.start, span.start - _REACH) : span.start]
    after = prose[span.end : min(block.end, span.end + _REACH)]
    return " ".join([*_bare(before)[-NEAR:], *_words(prose[span.start : span.end]), *_bare(after)[:NEAR]])


def _words(text: str) -> list[str]:
    return visible(text).casefold().split()


def _bare(text: str) -> list[str]:
    """Return the words without the marks around them: a comma that comes or goes is no other sentence."""
    return [bare for word in _words(text) if (bare := word.strip(_MARKS))]


def _block(document: Document, span: Span) -> Span:
    """Return the block around *span*; the span itself where there is none. Blocks stand in text order."""
    at = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    return document.blocks[at].span if at >= 0 and document.blocks[at].span.covers(span) else span
