"""Two parts that exclude each other, and the whole that they make up: "convicted seven of them and cleared two".

The whole may stand before, between or behind them ("cleared four of the 14 defendants. Of the 11 found guilty"). Any
figure near that is their sum, alone or with a third part, excuses them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.engine.measures import is_rate
from checker.engine.paragraphs import END, Paragraph
from checker.engine.reach import within_reach
from checker.engine.slips import is_slip
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

NO_PARTS = frozenset({"rate", "target", "comparison", "earlier", "capacity", "increment"})
BACK, APART = 2, 16
"""Sentences between the whole and its parts, and words between the two parts, at most."""
REST = frozenset({"rest", "others", "remainder"})
BREAKS = frozenset({END, ",", ";", ":", "(", ")", "–", "—", "and", "but", "while"})


class Pair(NamedTuple):
    """``parts`` exclude each other and should make up the ``whole``; ``words`` are the two predicates."""

    whole: Frame
    parts: tuple[Frame, Frame]
    words: str


def opposed(story: Story, paragraph: Paragraph) -> Iterator[Pair]:
    """Yield each two opposed parts whose one whole misses their sum by a slip."""
    places = [at for at, frame in sorted(paragraph.frames.items()) if _is_count(frame)]
    sides = {at: side for at in places if (side := _side(story, paragraph, at))} if len(places) > 2 else {}
    for a, b in _near(paragraph, list(sides)):
        (split, one), (other_split, two) = sides[a], sides[b]
        parts = paragraph.frames[a], paragraph.frames[b]
        if split == other_split and one != two and not _has_third(paragraph, places, b):
            whole = _whole(story, paragraph, parts)
            if whole:
                yield Pair(whole, parts, f"{split}: {one} and {two}")


def _is_count(frame: Frame) -> bool:
    mention = frame.mention
    is_exact = mention.quantity.dimension == "count" and mention.quantity.kind == "exact" and mention.quantity.value
    return bool(is_exact) and mention.role not in NO_PARTS and not is_rate(frame)


def _side(story: Story, paragraph: Paragraph, at: int) -> tuple[str, str] | None:
    """Return split and side of the predicate in the figure's own clause, the nearest behind it or else before it."""
    book, end = story.lexicon["opposites"], paragraph.ends[at][-1]
    stop = next((i for i in range(end, len(paragraph.lows)) if _breaks(paragraph, i)), len(paragraph.lows))
    start = next((i for i in range(at - 1, -1, -1) if _breaks(paragraph, i)), -1) + 1
    for index in (*range(end, stop), *range(at - 1, start - 1, -1)):
        match = book.at(paragraph.tokens, index)
        if match:
            split, _, side = str(match.entry.fields["side"]).partition("/")
            return split, side
    return None


def _breaks(paragraph: Paragraph, at: int) -> bool:
    return paragraph.lows[at] in BREAKS or at in paragraph.inside


def _near(paragraph: Paragraph, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each two places that few words and at most one end of a sentence part."""
    for number, a in enumerate(places):
        end = paragraph.ends[a][0]
        behind = places[number + 1 : bisect_right(places, end + APART)]
        yield from ((a, b) for b in behind if paragraph.lows[end:b].count(END) <= 1)


def _has_third(paragraph: Paragraph, places: Sequence[int], b: int) -> bool:
    """Tell of the "one was unchanged" of "24 declined, eight advanced and one was unchanged", or of "the rest"."""
    end = paragraph.lows.index(END, b)
    if not REST.isdisjoint(paragraph.lows[b:end]):
        return True
    third = next((at for at in places if at > b), None)
    between = paragraph.lows[paragraph.ends[b][0] : third] if third is not None else ()
    return "and" in between and END not in between


def _whole(story: Story, paragraph: Paragraph, parts: Sequence[Frame]) -> Frame | None:
    total, largest = sum((one.value for one in parts), Decimal(0)), max(one.value for one in parts)
    near = [f for f in within_reach(story, parts[0]) if f not in parts and _is_count(f)]
    values = {f.value for f in near}
    if total in values or any(total + value in values for value in values):
        return None
    first, last = (frame.mention.sentence for frame in (parts[0], parts[-1]))
    around = [
        f for f in near if f.mention.block == paragraph.block.order and first - BACK <= f.mention.sentence <= last
    ]
    wholes = [f for f in around if f.value > largest and _may_be_whole(f, parts)]
    missing = [f for f in wholes if is_slip(f.value, total) or _is_part_off(f, parts, total)]
    return missing[0] if len(missing) == 1 and len(wholes) == 1 else None


def _may_be_whole(whole: Frame, parts: Sequence[Frame]) -> bool:
    """Tell whether the parts are bare, or of the noun of the whole; one whole at least must name what it counts."""
    noun = whole.mention.thing
    things = [part.mention.thing for part in parts if part.mention.thing]
    is_own = whole.bar("other-event") is None or any(part.mention.partitive for part in parts)
    return noun is not None and is_own and all(thing.head == noun.head for thing in things)


def _is_part_off(whole: Frame, parts: Sequence[Frame], total: Decimal) -> bool:
    return any(is_slip(part.value, part.value + whole.value - total) for part in parts)
