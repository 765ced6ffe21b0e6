"""What a house declares: names of events, and sources whose figures are held against nothing.

Both lexicons are empty as shipped, so that a draft pays for neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.lexicon.book import Lexicon
from checker.model.document import Document, Token, visible
from checker.model.mention import Mention, Reason

TOP = frozenset({"headline", "standfirst"})


def events_elsewhere(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """Return the rows of ``lexicons/events.yaml`` that neither the titles nor the first paragraph name."""
    book = lexicon["events"]
    if not book.rows:
        return frozenset()
    top = _top(document)
    return frozenset(book.rows) - {entry.id for phrase, entry in book if phrase in top}


def _top(document: Document) -> str:
    first = next((block for block in document.blocks if block.role == "paragraph"), None)
    blocks = [block for block in document.blocks if block.role in TOP or block is first]
    words = [visible(document.prose[block.span.start : block.span.end]) for block in blocks]
    return " ".join(" ".join(words).lower().replace("\u2019", "'").split())


def named_events(
    tokens: Sequence[Token], within: Iterable[tuple[int, int]], elsewhere: frozenset[str], lexicon: Lexicon
) -> Iterator[Reason]:
    """Yield the name of another event where one stands beside a figure: "Storm Elna killed 14"."""
    for start, end in within:
        for at in range(start, end):
            match = lexicon["events"].at(tokens, at)
            if match and match.end <= end and match.entry.id in elsewhere:
                yield Reason("other-event", _words(tokens, match.start, match.end))


def source_not_compared(mention: Mention, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Reason]:
    """Yield the source of a figure if the house compares none of its figures; to every check it is a mere claim."""
    if mention.source is None or not any(True for _ in lexicon["sources"]):
        return
    for at, token in enumerate(tokens):
        match = lexicon["sources"].at(tokens, at) if mention.source.start <= token.start < mention.source.end else None
        if match:
            words = _words(tokens, match.start, match.end)
            yield from (Reason("not-compared", words), Reason("claim", words))
            return


def _words(tokens: Sequence[Token], start: int, end: int) -> str:
    return " ".join(token.text for token in tokens[start:end])
