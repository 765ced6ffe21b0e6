"""A draft's frames, sorted once so that every link type looks them up instead of pairing all with all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.facts.frames import BODY, TITLES
from checker.lexicon.book import Lexicon
from checker.model.document import Block, Document, Sentence, visible
from checker.model.frame import Frame
from checker.model.values import NamedTuple

NEVER = frozenset({"rate", "capacity", "target", "comparison"})
STAMP = 9
SERIES = 3
MANY = 300
"""In a list of hundreds of tolls none is the restated one; to hold each against all would take for ever."""
NEAREST = 20


class Pool(NamedTuple):
    """Counts by where they stand and what they count; every tuple in text order.

    ``by_status`` and ``by_head`` hold the body's counts (paragraphs, quotes, list items) by status and by head noun.
    ``named`` is the text of headline and standfirst in lower case.
    ``stamped`` holds the blocks of a live blog: those that open with a clock time, where three or more do.
    """

    document: Document
    sentences: Sequence[Sentence]
    lexicon: Lexicon
    frames: tuple[Frame, ...]
    titles: tuple[Frame, ...]
    captions: tuple[Frame, ...]
    infobox: tuple[Frame, ...]
    body: tuple[Frame, ...]
    by_status: dict[str, tuple[Frame, ...]]
    by_head: dict[str, tuple[Frame, ...]]
    by_sentence: dict[int, tuple[Frame, ...]]
    named: tuple[str, ...]
    stamped: frozenset[int]

    def figures(self, frame: Frame) -> tuple[Frame, ...]:
        """Return the body's counts that share the status of *frame*, else its head noun."""
        mention = frame.mention
        if mention.status:
            return self.by_status.get(mention.status, ())
        return self.by_head.get(mention.thing.head, ()) if mention.thing else ()

    def lede_total(self, status: str) -> Frame | None:
        """Return the main event's total of a status: its first one in the first three paragraphs of the body."""
        for frame in self.by_status.get(status, ()):
            if frame.paragraph > 2:
                return None
            if is_total(frame) and not bars_of(frame, "other-event", "earlier", "claim", "exclusion", "correction"):
                return frame
        return None


def make_pool(document: Document, sentences: Sequence[Sentence], frames: Sequence[Frame], lexicon: Lexicon) -> Pool:
    """Sort the counts of a draft."""
    counts = [f for f in frames if f.mention.quantity.dimension == "count" and f.mention.quantity.kind != "malformed"]
    body = tuple(f for f in counts if f.block_role in BODY)
    return Pool(
        document=document,
        sentences=sentences,
        lexicon=lexicon,
        frames=tuple(frames),
        titles=tuple(f for f in counts if f.block_role in TITLES),
        captions=tuple(f for f in counts if f.block_role == "caption"),
        infobox=tuple(f for f in counts if f.block_role == "infobox"),
        body=body,
        by_status=_grouped((f.mention.status, f) for f in body),
        by_head=_grouped((f.mention.thing.head if f.mention.thing else None, f) for f in body),
        by_sentence=_grouped_by_sentence(counts),
        named=tuple(document.words(b.span).lower() for b in document.blocks if b.role in TITLES),
        stamped=_stamped(document),
    )


def _stamped(document: Document) -> frozenset[int]:
    opens = [block for block in document.blocks if block.role in BODY or block.role == "heading"]
    opening = [block.order for block in opens if _opens_with_time(document, block)]
    if len(opening) < SERIES:
        return frozenset()
    return frozenset(b.order for b in document.blocks if b.role in BODY and b.order >= opening[0])


def _opens_with_time(document: Document, block: Block) -> bool:
    opening = visible(document.prose[block.span.start : block.span.start + STAMP]).lstrip()
    hour, mark, minute = opening[:5].replace(":", ".").partition(".")
    return bool(mark) and hour.isdecimal() and minute[:2].isdecimal()


def before(figures: Sequence[Frame], order: int) -> Sequence[Frame]:
    """Return those of *figures*, which are in text order, that stand before the place *order*; of many the nearest."""
    at = bisect_left(figures, order, key=lambda frame: frame.order)
    return figures[max(0, at - NEAREST) if len(figures) > MANY else 0 : at]


def is_total(frame: Frame) -> bool:
    """Tell whether the figure stands for a whole count: a total, or the definite whole of a part ("Of the 33 dead")."""
    mention = frame.mention
    return mention.role == "total" or (mention.role == "whole" and mention.definite)


def bars_of(frame: Frame, *names: str) -> bool:
    """Tell whether one of the named cues bars the figure; soft cues do not count in the lede."""
    if frame.is_opening:
        names = tuple(n for n in names if n not in {"soft-event", "earlier"})  # "earlier this week" is when it happened
    return frame.bar(*names) is not None


def _grouped(pairs: Iterable[tuple[str | None, Frame]]) -> dict[str, tuple[Frame, ...]]:
    groups: dict[str, list[Frame]] = defaultdict(list)
    for key, frame in pairs:
        if key:
            groups[key].append(frame)
    return {key: tuple(group) for key, group in groups.items()}


def _grouped_by_sentence(frames: Iterable[Frame]) -> dict[int, tuple[Frame, ...]]:
    groups: dict[int, list[Frame]] = defaultdict(list)
    for frame in frames:
        groups[frame.mention.sentence].append(frame)
    return {key: tuple(group) for key, group in groups.items()}
