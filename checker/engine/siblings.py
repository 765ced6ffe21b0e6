"""Two counts of two nouns told together, and later the number of the one with the noun of the other.

"44 lorries and 17 coaches were stranded ... all 17 lorries": a definite count takes up one that was told. Its number is
told, but of the sibling.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from checker.engine.paragraphs import Paragraph, paragraphs
from checker.engine.reach import within_reach
from checker.facts.frames import BODY
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Mention
from checker.model.values import NamedTuple

JOINTS = frozenset({"and", ",", "plus", "against"})
FIRM = ("other-event", "earlier", "claim", "dispute", "correction", "modal")
APART, BLOCKS, TRIED, FEW = 5, 4, 8, 10
"""Words between the two that are told together, at most; blocks behind them in which one may be taken up; counts that
are tried for a sum; a number that a part may have by chance."""


class Sibling(NamedTuple):
    """``later`` has the noun of ``own`` and the number of ``other``, which is told beside it."""

    own: Frame
    other: Frame
    later: Frame


def siblings(story: Story) -> Iterator[Sibling]:
    """Yield each definite count with the number that stood beside its noun."""
    pairs = [pair for paragraph in paragraphs(story) for pair in _pairs(paragraph)]
    if pairs:
        for later in story.frames:
            if later.block_role in BODY and _is_taken_up(later) and not _is_narrowed(story, later):
                found = [s for one, two in pairs for s in _crossed(story, one, two, later)]
                if len(found) == 1:
                    yield found[0]


def _pairs(paragraph: Paragraph) -> Iterator[tuple[Frame, Frame]]:
    """Yield the two counts of "44 lorries and 17 coaches" and of "38 cartons of cigarettes and 115 bottles"."""
    places = sorted(paragraph.frames)
    for a, b in pairwise(places):
        one, two = paragraph.frames[a], paragraph.frames[b]
        between = paragraph.lows[paragraph.ends[a][0] : b]
        is_joined = bool(between) and between[-1] in JOINTS and len(between) <= APART
        if is_joined and _is_count(one) and _is_count(two) and one.value != two.value and _are_two(one, two):
            yield one, two


def _is_count(frame: Frame) -> bool:
    mention = frame.mention
    is_number = mention.quantity.dimension == "count" and mention.quantity.kind == "exact" and mention.quantity.value
    return bool(is_number) and mention.role == "total" and not mention.partitive and not frame.bar(*FIRM)


def _are_two(one: Frame, two: Frame) -> bool:
    a, b = one.mention.thing, two.mention.thing
    return a is not None and b is not None and a.head != b.head and not {a.head, b.head} & {*a.modifiers, *b.modifiers}


def _is_taken_up(frame: Frame) -> bool:
    mention = frame.mention
    is_number = mention.quantity.dimension == "count" and mention.quantity.kind == "exact" and frame.value > 1
    return is_number and mention.definite and mention.role in {"total", "whole"} and not frame.bar(*FIRM)


def _crossed(story: Story, one: Frame, two: Frame, later: Frame) -> Iterator[Sibling]:
    if not (two.order < later.order and later.mention.block - one.mention.block <= BLOCKS):
        return
    noun = _noun(story, later)
    for own, other in ((one, two), (two, one)):
        is_crossed = later.value == other.value and _names(own.mention, noun) and not _names(other.mention, noun)
        if is_crossed and not _is_known(story, other, noun, later):
            yield Sibling(own, other, later)


def _noun(story: Story, frame: Frame) -> str:
    """Return the noun of a definite count: also that of "The horses, all eighteen,"."""
    mention = frame.mention
    if mention.thing:
        return mention.thing.head
    tokens = story.sentences[mention.sentence].tokens[: mention.at]
    is_beside = [token.low for token in tokens[-2:]] == [",", "all"] and len(tokens) > 3 and tokens[-4].low == "the"
    return _singular(story, tokens[-3].low) if is_beside else ""


def _singular(story: Story, word: str) -> str:
    heads: Sequence[str] = [f.mention.thing.head for f in story.frames if f.mention.thing]
    return next((head for head in heads if word in {head, f"{head}s", f"{head}es"}), "")


def _names(mention: Mention, noun: str) -> bool:
    """Tell whether a count is of this noun: "33 bus services" are buses too."""
    return bool(noun) and mention.thing is not None and noun in {mention.thing.head, *mention.thing.modifiers}


def _is_known(story: Story, other: Frame, noun: str, later: Frame) -> bool:
    """Tell whether the number is told elsewhere too: of the noun, of none, or as what two counts make or leave."""
    near = [f for f in within_reach(story, later) if f is not other and f is not later and f.order < later.order]
    counts = [f for f in near if f.mention.quantity.dimension == "count"]
    same = [f for f in counts if f.mention.quantity.hard.contains(other.value)]
    if any(f.mention.thing is None or _names(f.mention, noun) for f in same):
        return True
    values = [f.value for f in counts if later.mention.block - f.mention.block <= 1][-TRIED:]
    return any(other.value in {a + b, abs(a - b)} for a, b in combinations(values, 2))


def _is_narrowed(story: Story, later: Frame) -> bool:
    """Tell of the "nine vans that were late": few enough to be a part that is as many by chance."""
    tokens = story.sentences[later.mention.sentence].tokens
    behind = tokens[later.mention.until].low if later.mention.until < len(tokens) else ""
    entry = story.lexicon["parts"].get(behind)
    return later.value <= FEW and entry is not None and entry.id == "clause"
