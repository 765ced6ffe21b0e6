"""Names of findings that survive edits elsewhere in the draft: they hold no line number and no offset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.digest import sha256
from checker.model.claim import Claim
from checker.model.document import Document, visible
from checker.model.span import Span

NEAR = 3
"""Words on each side of a figure that tell it from others."""
_REACH = 80


def identities(found: Sequence[tuple[str, Claim]], document: Document, path: str = "") -> list[str]:
    """Return an id for each pair of rule id and claim, twins being numbered in the order given."""
    if not found:
        return []
    place = (path or document.name).replace("\\", "/").removeprefix("./")
    twins: Counter[str] = Counter()
    names = []
    for rule, claim in found:
        key = "\x1f".join([rule, place, *(_context(document, premise.span) for premise in claim.premises)])
        twins[key] += 1
        names.append(sha256(f"{key}\x1f{twins[key]}".encode("utf-8", "surrogatepass"))[:16])
    return names


def _context(document: Document, span: Span) -> str:
    """Return the figure and the words around it in its own block, in lower case, spaces evened out."""
    block = _block(document, span)
    before = document.prose[max(block.start, span.start - _REACH) : span.start]
    after = document.prose[span.end : min(block.end, span.end + _REACH)]
    parts = [_words(before)[-NEAR:], _words(document.prose[span.start : span.end]), _words(after)[:NEAR]]
    return " ".join(word for part in parts for word in part)


def _words(text: str) -> list[str]:
    return visible(text).casefold().split()


def _block(document: Document, span: Span) -> Span:
    """Return the smallest block around *span*; the span itself where there is none."""
    around = [block.span for block in document.blocks if block.span.covers(span)]
    return min(around, key=lambda block: block.end - block.start, default=span)
