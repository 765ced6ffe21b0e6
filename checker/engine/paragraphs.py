"""A paragraph as one row of tokens, so that a figure can be tied to one in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.facts.story import Story
from checker.model.document import Block, Token
from checker.model.frame import Frame

TIMES = frozenset({"date", "time", "duration", "ordinal", "age"})
END = "//"
"""Stands between two sentences, in ``tokens`` and in ``lows``."""


class Paragraph(NamedTuple):
    """One block. ``frames`` gives each figure by the token that its words begin with, ``ends`` the tokens behind
    its counted thing and behind its number; ``inside`` holds the tokens of amounts, not those of dates and durations;
    ``starts`` the first tokens of sentences.

    A sentence without a figure has no tokens: only its end is there.
    """

    block: Block
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    frames: Mapping[int, Frame]
    ends: Mapping[int, tuple[int, ...]]
    inside: frozenset[int]
    starts: tuple[int, ...]

    def low(self, index: int) -> str:
        """Return the token's word in lower case; "" outside the paragraph."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""


def paragraphs(story: Story) -> Iterator[Paragraph]:
    """Yield the blocks that hold a figure, in text order."""
    by_sentence: dict[int, list[Frame]] = {}
    for frame in story.frames:
        by_sentence.setdefault(frame.mention.sentence, []).append(frame)
    by_block: dict[int, list[int]] = {}
    for sentence in story.sentences:
        by_block.setdefault(sentence.block, []).append(sentence.order)
    for order in sorted({story.sentences[number].block for number in by_sentence}):
        yield _paragraph(story, story.document.blocks[order], by_block[order], by_sentence)


def _paragraph(story: Story, block: Block, orders: list[int], by_sentence: dict[int, list[Frame]]) -> Paragraph:
    tokens: list[Token] = []
    starts: list[int] = []
    inside: set[int] = set()
    frames, ends = {}, {}
    for order in orders:
        sentence, base = story.sentences[order], len(tokens)
        starts.append(base)
        for frame in by_sentence.get(order, ()):
            mention = frame.mention
            first = base + _first(sentence.tokens, mention.span.start, mention.at)
            last = base + _behind(sentence.tokens, mention.number.end, mention.at)
            frames[first] = frame
            behind = max(last, base + mention.until)
            is_count = mention.quantity.dimension == "count"
            ends[first] = (behind, last) if is_count and behind > last else (behind,)
            if mention.quantity.dimension not in TIMES:
                inside.update(range(first, last))
        tokens.extend(sentence.tokens)
        tokens.append(Token(sentence.span.end, sentence.span.end, END, END))
    lows = tuple([token.low for token in tokens])
    return Paragraph(block, tuple(tokens), lows, frames, ends, frozenset(inside), tuple(starts))


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
