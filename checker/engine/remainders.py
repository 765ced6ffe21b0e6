"""What is left of a whole, and what its parts did not do: "the remaining 55", "141 came up again; 83 did not"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.engine.measures import alike_or_bare
from checker.engine.paragraphs import Paragraph
from checker.engine.phrasing import find
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

BACK = 3
"""Sentences between a whole and what is left of it, at most."""
MOST, FEWEST = 6, 3
"""Parts of a whole, at most; and at least where the whole stands in the paragraph before."""
HOURS = 12
KINDS = frozenset({"exact", "approx"})
NO_PARTS = frozenset({"rate", "target", "comparison", "earlier", "increment"})


class Rest(NamedTuple):
    """A whole, the parts that are taken from it, the last of them what is left, and the words that say so."""

    whole: Frame
    parts: Sequence[Frame]
    words: str


def left_over(story: Story, paragraph: Paragraph) -> Iterator[Rest]:
    """Read "84 flats in the block. Thirty are empty, and the remaining 54 are let" over several sentences."""
    book = story.lexicon["partings"]
    for at, rest in paragraph.frames.items():
        cue = book.ending(paragraph.tokens, at)
        is_last = cue is not None and cue.entry.id == "last"
        if not (rest.mention.role == "remainder" or is_last) or not _can_take_part(rest):
            continue
        before = [f for f in _before(paragraph, rest) if alike_or_bare(f, rest, story.lexicon) or is_last]
        whole, parts = _whole_and_parts(story, paragraph, before)
        if whole and 0 < len(parts) < MOST and _is_divided(story, whole, [*parts, rest]):
            if not _are_all_parts(story, [whole, *parts, rest]):
                yield Rest(whole, [*parts, rest], rest.mention.words)


def not_done(story: Story, paragraph: Paragraph) -> Iterator[Rest]:
    """Read "Of the 143 sites, 96 have safe water; 47 have none"."""
    counts = sum(_can_take_part(frame) for frame in paragraph.frames.values())
    for match in find(paragraph, story.lexicon["partings"], ["complement"], _fits) if counts > 2 else ():
        whole, parts = match.figures["WHOLE"], [match.figures["PART"], match.figures["OTHER"]]
        if _is_divided(story, whole, parts):
            yield Rest(whole, parts, match.shape)


def _whole_and_parts(story: Story, paragraph: Paragraph, before: list[Frame]) -> tuple[Frame | None, list[Frame]]:
    """Return the figure that was split, one with a noun, and the parts behind it; it may end the paragraph before."""
    whole = next((f for f in reversed(before) if f.mention.role == "whole"), before[0] if before else None)
    if whole and _can_be_whole(whole):
        return whole, before[before.index(whole) + 1 :]
    outside = [f for f in story.frames if f.mention.block == paragraph.block.order - 1 and _can_take_part(f)]
    is_start = before and all(f in before for f in paragraph.frames.values() if f.order <= before[-1].order)
    if len(before) < FEWEST or not is_start or not outside or not _can_be_whole(outside[0]):
        return None, []
    return outside[0], before


def _can_be_whole(frame: Frame) -> bool:
    """Tell whether a figure names what was split; the 94 of "94 were adults" does not."""
    mention = frame.mention
    return mention.role == "whole" or mention.thing is not None or mention.quantity.dimension != "count"


def _are_all_parts(story: Story, figures: Sequence[Frame]) -> bool:
    """Tell whether the figures add up to one that stands elsewhere, so that the first is a part as well."""
    value = sum((f.value for f in figures), Decimal(0))
    return any(f.mention.quantity.value == value for f in story.frames)


def _before(paragraph: Paragraph, rest: Frame) -> list[Frame]:
    """Return the amounts of the sentence and the few before it that stand before what is left, in text order."""
    first = rest.mention.sentence - BACK
    frames = [f for _, f in sorted(paragraph.frames.items())]
    before = [f for f in frames if f.order < rest.order and f.mention.sentence >= first and _can_take_part(f)]
    return [f for f in before if not _is_nested(f, before) and not _is_hour(f)]


def _is_hour(frame: Frame) -> bool:
    """Tell of "7,900 of you opened this before eight"."""
    mention = frame.mention
    before = mention.document.prose[: mention.span.start].rstrip().lower()
    return mention.thing is None and 0 < frame.value <= HOURS and before.endswith((" before", " by", " at", " after"))


def _is_nested(frame: Frame, before: Sequence[Frame]) -> bool:
    """Tell of the "three of them" of "27 were taken to hospital, three of them badly hurt": a part of a part."""
    sentence = [f for f in before if f.mention.sentence == frame.mention.sentence and f.order < frame.order]
    return frame.mention.partitive == "of-them" and len(sentence) > 1


def _can_take_part(frame: Frame) -> bool:
    mention = frame.mention
    is_amount = mention.quantity.dimension in {"count", "money", "length", "mass", "area"}
    return is_amount and mention.quantity.kind in KINDS and mention.role not in NO_PARTS


def _is_divided(story: Story, whole: Frame, parts: Sequence[Frame]) -> bool:
    """Tell whether the parts can be of the whole: smaller, and of its noun or without one."""
    top = whole.mention.quantity.value
    values = [part.mention.quantity.value for part in parts]
    if top is None or any(value is None or value >= top for value in values):
        return False
    book = story.lexicon["partings"]
    noun = whole.mention.thing
    things = [part.mention.thing for part in parts]
    others = [
        thing for thing in things if thing and not (noun and (thing.head == noun.head)) and not book.get(thing.head)
    ]
    return not others and all(alike_or_bare(part, whole, story.lexicon) for part in parts)


def _fits(name: str, frame: Frame) -> bool:
    return _can_take_part(frame) and frame.mention.quantity.value != Decimal(0)
