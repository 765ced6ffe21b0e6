"""A paragraph as one row of tokens, so that a figure can be tied to one in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.engine.once import once
from checker.facts.story import Story
from checker.lexicon.book import Book, Match
from checker.model.document import Block, Token
from checker.model.frame import Frame
from checker.model.values import NamedTuple

RUNNING = frozenset({"paragraph", "quote"})
TIMES = frozenset({"date", "time", "duration", "ordinal", "age"})
END = "//"
"""Stands between two sentences, in ``tokens`` and in ``lows``."""


class Paragraph(NamedTuple):
    """One block. ``frames`` gives each figure by the token that its words begin with, ``ends`` the tokens behind
    its counted thing and behind its number; ``inside`` holds the tokens of amounts, not those of dates and durations;
    ``starts`` the first tokens of sentences. ``own`` is where what does not belong to the block begins, or None;
    ``timed`` holds the tokens of dates and durations; ``words`` all words, for a quick look; ``kept`` and
    ``readers`` hold what was worked out of it, and are no part of the value.

    A sentence without a figure has no tokens: only its end is there.
    """

    block: Block
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    frames: Mapping[int, Frame]
    ends: Mapping[int, tuple[int, ...]]
    inside: frozenset[int]
    starts: tuple[int, ...]
    own: int | None
    timed: frozenset[int]
    words: frozenset[str]
    kept: dict[Book, Mapping[int, Match]]
    readers: dict[tuple[Book, object], Any]

    def phrases(self, book: Book) -> Mapping[int, Match]:
        """Return the phrases of a lexicon by the token that each begins with, in text order."""
        found = self.kept.get(book)
        if found is None:
            found = self.kept[book] = book.beginning(self.tokens, self.words)
        return found

    def low(self, index: int) -> str:
        """Return the token's word in lower case; "" outside the paragraph."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""


def paragraphs(story: Story) -> tuple[Paragraph, ...]:
    """Return the blocks that hold a figure, in text order; worked out once for a story."""
    return once(story, "paragraphs", lambda story: tuple(_read(story, joins=False)))


def running(story: Story) -> tuple[Paragraph, ...]:
    """Return the blocks that hold a figure, each with the first sentence of the next paragraph behind it."""
    return once(story, "running paragraphs", lambda story: tuple(_read(story, joins=True)))


def _read(story: Story, joins: bool) -> Iterator[Paragraph]:
    figures: dict[int, list[Frame]] = {}
    for frame in story.frames:
        figures.setdefault(frame.mention.sentence, []).append(frame)
    orders: dict[int, list[int]] = {}
    for sentence in story.sentences:
        orders.setdefault(sentence.block, []).append(sentence.order)
    blocks = story.document.blocks
    for order in sorted({story.sentences[number].block for number in figures}):
        after = order + 1
        is_running = joins and after in orders and {blocks[order].role, blocks[after].role} <= RUNNING
        yield _paragraph(story, blocks[order], orders[order], orders[after][:1] if is_running else [], figures)


def _paragraph(
    story: Story, block: Block, own: list[int], after: list[int], figures: Mapping[int, list[Frame]]
) -> Paragraph:
    tokens: list[Token] = []
    starts: list[int] = []
    inside: set[int] = set()
    timed: set[int] = set()
    frames, ends, own_end = {}, {}, None
    for order in (*own, *after):
        sentence, base = story.sentences[order], len(tokens)
        own_end = base if own_end is None and order in after else own_end
        starts.append(base)
        for frame in figures.get(order, ()):
            first, last, behind = _place(sentence.tokens, frame, base)
            is_count = frame.mention.quantity.dimension == "count"
            frames[first] = frame
            ends[first] = (behind, last) if is_count and behind > last else (behind,)
            (timed if frame.mention.quantity.dimension in TIMES else inside).update(range(first, last))
        tokens.extend(sentence.tokens)
        tokens.append(Token(sentence.span.end, sentence.span.end, END, END))
    lows = tuple([token.low for token in tokens])
    return Paragraph(
        block,
        tuple(tokens),
        lows,
        frames,
        ends,
        frozenset(inside),
        tuple(starts),
        own_end,
        frozenset(timed),
        frozenset(lows),
        {},
        {},
    )


def _place(tokens: tuple[Token, ...], frame: Frame, base: int) -> tuple[int, int, int]:
    """Return where the figure's words begin, the token behind its number and the one behind its counted thing."""
    mention = frame.mention
    first = base + _first(tokens, mention.span.start, mention.at)
    last = base + _behind(tokens, mention.number.end, mention.at)
    until = max(mention.until, _behind(tokens, mention.span.end, mention.at))
    return first, last, max(last, base + until)


def _first(tokens: tuple[Token, ...], start: int, at: int) -> int:
    """Return the index of the token that begins at *start*, looking from *at*, where the number begins."""
    while at > 0 and tokens[at].start > start:
        at -= 1
    return at


def _behind(tokens: tuple[Token, ...], end: int, at: int) -> int:
    """Return the index of the first token at or behind *end*, looking from *at*."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at
