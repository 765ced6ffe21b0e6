"""Games and how they ended: "her 50th match in charge; the record now reads 31 wins, 12 draws and seven defeats"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.paragraphs import Paragraph
from checker.engine.reach import within_reach
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

ENDS = frozenset({"win", "draw", "loss"})
GAP = 4
"""Words between two of the ends, at most."""


class Record(NamedTuple):
    """``games`` ended in ``ends``; ``others`` are figures of games that may be meant instead."""

    games: Frame
    ends: tuple[Frame, ...]
    others: tuple[Frame, ...]


def records(story: Story, paragraph: Paragraph) -> Iterator[Record]:
    """Yield each list of wins, draws and defeats with the games of the same paragraph, said before it or behind."""
    run: list[tuple[int, Frame, str]] = []
    for at, frame in sorted(paragraph.frames.items()):
        kind = _kind(story, frame)
        if kind in ENDS and frame.mention.quantity.kind == "exact":
            is_joined = run and at - paragraph.ends[run[-1][0]][0] <= GAP and kind not in {k for _, _, k in run}
            run = [*run, (at, frame, kind)] if is_joined else [(at, frame, kind)]
            if {k for _, _, k in run} == ENDS:
                yield from _of(story, paragraph, tuple(f for _, f, _ in run))
                run = []


def _of(story: Story, paragraph: Paragraph, ends: tuple[Frame, ...]) -> Iterator[Record]:
    games = [
        f for f in within_reach(story, ends[0]) if _kind(story, f) == "game" and f.mention.quantity.value is not None
    ]
    near = [f for f in games if f.mention.block == paragraph.block.order]
    near = [f for f in near if abs(f.mention.sentence - ends[0].mention.sentence) <= 1]
    if len(near) == 1:
        yield Record(near[0], ends, tuple(f for f in games if f is not near[0]))


def _kind(story: Story, frame: Frame) -> str:
    mention = frame.mention
    if mention.quantity.dimension == "ordinal":
        tokens = story.sentences[mention.sentence].tokens
        words = [token.low for token in tokens[mention.until : mention.until + 3]]
    elif mention.quantity.dimension == "count" and mention.thing:
        words = [mention.thing.head]
    else:
        return ""
    book = story.lexicon["balances"]
    return next((entry.id for word in words if (entry := book.get(word)) and entry.id in ENDS | {"game"}), "")
