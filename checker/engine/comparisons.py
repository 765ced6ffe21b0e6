"""Differences whose third figure is told by arithmetic: "236 runs behind the 412", and "176" a few words before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from checker.engine.arithmetic import absolute, change, meant, printed_fraction, printed_share
from checker.engine.changes import NO_AMOUNTS, Change, changes, comparable, is_part_of_a_point
from checker.engine.measures import in_one_unit, is_rate, tells_when
from checker.engine.once import once
from checker.engine.paragraphs import END, Paragraph, running
from checker.engine.phrasing import Match, find
from checker.engine.slips import are_transposed
from checker.facts.story import Story
from checker.lexicon.book import Book
from checker.model.frame import Frame
from checker.model.interval import Interval
from checker.model.mention import Reason
from checker.model.span import Span
from checker.model.values import NamedTuple

FAR = Decimal(12)
"""A printed size that misses the difference by more than this factor is more often of something else."""
BEHIND, OPENING = 14, 6
"""Tokens between two compared figures and the size of their difference, and before it in a sentence of its own."""
MOST = 3
PRONOUNS = frozenset({"that", "this", "it"})
REFERENCES = frozenset({"than", "from", "on", "over", "in"})
WAYS = {"up": "up", "raise": "up", "more": "up", "down": "down", "cut": "down", "less": "down"}
BREAKS = frozenset({"and", "but", "while", "whereas", ";"})
PERCENT = Decimal("0.01")


class Size(NamedTuple):
    """The printed size of a difference, the token at which its words begin, the way that they tell and their place."""

    by: Frame
    start: int
    way: str
    cue: Span | None
    is_gap: bool


def compared(story: Story) -> tuple[Change, ...]:
    """Return the changes that a phrase gives whole, then those of which arithmetic finds the third figure."""
    return once(story, "compared", lambda story: (*changes(story), *_compared(story)))


def _compared(story: Story) -> Iterator[Change]:
    book, found = story.lexicon["comparisons"], [change for change in changes(story) if change.by]
    seen = {frame.order for change in found for frame in (change.by, change.old) if frame}
    for paragraph in running(story):
        for ways in _readings(story, paragraph, book) if has_three(paragraph) else ():
            free = [way for way in ways if way.by and seen.isdisjoint({way.by.order, way.old.order})]
            best = _best(free)
            if best and best.by:
                seen |= {best.by.order, best.old.order}
                yield best


def has_three(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph has amounts enough for two figures and what they differ by."""
    dimensions = [frame.mention.quantity.dimension for frame in paragraph.frames.values()]
    return sum(dimension == "ratio" or dimension not in NO_AMOUNTS for dimension in dimensions) > 2


def _readings(story: Story, paragraph: Paragraph, book: Book) -> Iterator[Sequence[Change]]:
    """Yield for each size of a difference the ways in which it can be meant."""
    for match in find(paragraph, book, ["sized-old"], may_be):
        yield _measured(story, paragraph, match)
    for match in find(paragraph, book, ["whole"], may_be):
        way, cue = way_of(paragraph, match)
        whole = Size(match.figures["BY"], match.start, way, cue, False)
        found = _change(story, match.figures["OLD"], match.figures["NEW"], whole, match.words)
        yield [found] if found else []
    for match in find(paragraph, book, ["alone"], may_be):
        yield _transposed(story, paragraph, match)
    sizes = [size for match in find(paragraph, book, ["size"], may_be) if (size := _size(paragraph, match, book))]
    pairs = list(find(paragraph, book, ["paired", "scored"], may_be)) if sizes else []
    for size in sizes:
        near = [match for match in pairs if _is_near(paragraph, match, size) and (size.is_gap or match.row == "paired")]
        made = (_change(story, match.figures["OLD"], match.figures["NEW"], size, match.words) for match in near)
        yield [way for way in made if way]


def _measured(story: Story, paragraph: Paragraph, match: Match) -> list[Change]:
    """Return the changes to the old figure that is named with the size; any of the sentence may be the new one."""
    by, old = match.figures["BY"], match.figures["OLD"]
    places = [at for at, frame in paragraph.frames.items() if frame in (by, old)]
    if not BREAKS.isdisjoint(paragraph.lows[min(places) : max(places)]):
        return []
    way, cue = way_of(paragraph, match)
    size = Size(by, match.start, way, cue, False)
    same = [f for f in paragraph.frames.values() if f.mention.sentence == by.mention.sentence and f not in (by, old)]
    same = [f for f in same if f.order < by.order or not (_is_bare_beside(f, old) or _is_past(paragraph, f, old))]
    made = [_change(story, old, new, size, match.words) for new in same if is_new(new)]
    if not any(made) and paragraph.low(_start(paragraph, match.start)) in PRONOUNS:
        before = [f for f in paragraph.frames.values() if f.mention.sentence == by.mention.sentence - 1]
        made = [_change(story, old, new, size, match.words) for new in before if is_new(new)]
        made = made if sum(way is not None for way in made) == 1 else []
    return [way for way in made if way]


def _is_past(paragraph: Paragraph, new: Frame, old: Frame) -> bool:
    """Tell of the 22,249 of "6.8 per cent below the record of 26,102 and 9.3 per cent above the low of 22,249"."""
    first, last = sorted(at for at, frame in paragraph.frames.items() if frame in (new, old))
    return paragraph.frames[last] is new and not BREAKS.isdisjoint(paragraph.lows[first:last])


def _is_bare_beside(new: Frame, old: Frame) -> bool:
    """Tell of the 148 of "117 more from 20 overs; the last nine wickets went for 148": of other things than overs."""
    return new.mention.quantity.dimension == "count" and new.mention.thing is None and old.mention.thing is not None


def _start(paragraph: Paragraph, at: int) -> int:
    """Return the first token of the sentence that a token stands in."""
    return max(start for start in paragraph.starts if start <= at)


def is_new(frame: Frame) -> bool:
    """Tell whether a figure can be one of the two that are compared."""
    return may_be("NEW", frame) and frame.mention.role not in {"comparison", "earlier", "increment"}


def _transposed(story: Story, paragraph: Paragraph, match: Match) -> list[Change]:
    """Return what a size without any reference was meant for, where two digits of it are exchanged.

    "They made 412 against Konkan, who were 176 for six, 263 runs behind."
    """
    by = match.figures["BY"]
    size = Size(by, match.start, "", None, False)
    same = [f for f in paragraph.frames.values() if f.mention.sentence == by.mention.sentence and f.order < by.order]
    made = [_change(story, a, b, size, match.words) for a, b in combinations([f for f in same if is_new(f)], 2)]
    ways = [way for way in made if way]
    holding = [way for way in ways if agrees(way)]
    return holding or [way for way in ways if _is_exchanged(way)]


def _is_exchanged(found: Change) -> bool:
    old, new = found.values
    size = found.by.mention.quantity.value if found.by else None
    return (
        old is not None
        and new is not None
        and size is not None
        and size >= 100
        and are_transposed(abs(new - old), size)
    )


def _size(paragraph: Paragraph, match: Match, book: Book) -> Size | None:
    """Return the size of a difference that names neither figure; None where words behind it name what it is from."""
    by, cue = match.figures["BY"], book.at(paragraph.tokens, match.end)
    if paragraph.low(match.end) in REFERENCES or (cue and cue.entry.id in {"against", "no-size"}):
        return None
    way, cue_span = way_of(paragraph, match)
    return Size(by, match.start, way, cue_span, "gap" in match.cues)


def way_of(paragraph: Paragraph, match: Match) -> tuple[str, Span | None]:
    """Return "up" or "down" with its words; nothing where the words tell no way or two."""
    ways = {WAYS[row]: place for row, place in match.cues.items() if row in WAYS}
    if len(ways) != 1:
        return "", None
    way, (start, end) = next(iter(ways.items()))
    return way, Span(paragraph.tokens[start].start, paragraph.tokens[end - 1].end)


def _is_near(paragraph: Paragraph, pair: Match, size: Size) -> bool:
    """Tell whether a size stands a little behind two figures: "from 310 to 420. That is an increase of 90"."""
    if size.by in pair.figures.values() or size.start < pair.start:
        return False
    between = paragraph.lows[pair.end : size.start]
    if END not in between:
        return len(between) <= BEHIND and BREAKS.isdisjoint(between)
    opening = between[between.index(END) + 1 :]
    return END not in opening and len(opening) <= OPENING and len(between) - len(opening) <= BEHIND


def _change(story: Story, old: Frame, new: Frame, size: Size, words: str) -> Change | None:
    by = size.by
    if (
        not comparable(old, new, story.lexicon)
        or not _may_measure(by, new)
        or not is_one_thing(story.lexicon["comparisons"], old, new, by)
    ):
        return None
    before, after = in_one_unit(old, new, story.lexicon)
    if before is None or after is None:
        return None
    return Change(old, new, by, size.way, size.cue, before, after, Reason("phrasing", words))


def is_one_thing(book: Book, *frames: Frame) -> bool:
    """Tell whether the two figures may count one thing, and the size as well: no "412 pupils" and "60 teachers"."""
    things = [f.mention.thing for f in frames if f.mention.thing and f.mention.thing.head != "point"]
    things = [thing for thing in things if not book.get(thing.head)]
    heads, families = {thing.head for thing in things}, {thing.family for thing in things}
    return len(heads) <= 1 or (len(families) == 1 and "" not in families)


def _may_measure(by: Frame, new: Frame) -> bool:
    size, amount = by.mention.quantity, new.mention.quantity
    if size.dimension in {"percent", "ratio"}:
        return True
    if size.dimension == "points":
        return amount.dimension == "percent"
    if amount.dimension == "percent":
        return by.mention.thing is not None and by.mention.thing.head == "point"
    is_bare = size.dimension == "count" and (by.mention.thing is None or amount.dimension == "count")
    return is_bare or (size.dimension == amount.dimension and size.unit == amount.unit)


def _best(ways: Sequence[Change]) -> Change | None:
    """Return the reading that holds; else one that only goes the wrong way; else the nearest, if one thing is off."""
    sized = [way for way in ways if agrees(way)]
    right = [way for way in sized if not _is_turned(way)]
    if right or sized:
        return (right or sized)[0]
    rest = [way for way in ways if not _is_turned(way) and not _is_far(way)]
    return min(rest, key=_miss) if 0 < len({way.new.order for way in ways}) <= MOST and rest else None


def agrees(found: Change) -> bool:
    """Tell whether the printed size of a change fits its figures, as a difference or as a part of the old one."""
    if found.by is None:
        return False
    quantity = found.by.mention.quantity
    difference, grown = _apart(found), change(found.before, found.after)
    if quantity.dimension in {"percent", "ratio"}:
        printed = printed_share(quantity) if quantity.dimension == "percent" else printed_fraction(quantity)
        is_relative = printed is None or grown is None or not absolute(grown).is_disjoint(printed)
        is_points = found.old.mention.quantity.dimension == "percent" == quantity.dimension
        return is_relative or (is_points and printed is not None and not difference.is_disjoint(printed))
    size = meant(quantity)
    return size is None or not difference.is_disjoint(in_points(found.by, size))


def _apart(found: Change) -> Interval:
    """Return the difference of the two figures; beside a finer one, "12 more" takes 120 and 132 exactly."""
    before, after = (
        _beside(found, frame, taken) for frame, taken in ((found.old, found.before), (found.new, found.after))
    )
    return absolute(after.minus(before))


def _beside(found: Change, frame: Frame, taken: Interval) -> Interval:
    quantity, size = frame.mention.quantity, (found.by or frame).mention.quantity
    is_finer = quantity.kind == size.kind == "exact" and size.unit == quantity.unit and size.granule < quantity.granule
    return (meant(quantity, size) or taken) if is_finer else taken


def in_points(by: Frame, size: Interval) -> Interval:
    """Return a size in the unit of its figures: a basis point is a hundredth of a percentage point."""
    return size.scaled(PERCENT) if by.mention.quantity.unit == "basis point" else size


def _is_turned(found: Change) -> bool:
    if found.way == "up":
        return found.after.is_below(found.before)
    return found.way == "down" and found.before.is_below(found.after)


def _is_far(found: Change) -> bool:
    return _miss(found) > FAR


def _miss(found: Change) -> Decimal:
    """Return by what factor the printed size misses the difference; without figures, more than any."""
    old, new = found.values
    size = found.by.mention.quantity.value if found.by else None
    if old is None or new is None or not size or old == new:
        return FAR * 2
    quantity = found.by.mention.quantity if found.by else None
    difference = abs(new - old)
    if quantity and quantity.dimension == "percent" and old and found.old.mention.quantity.dimension != "percent":
        difference = difference * 100 / abs(old)
    return max(size / difference, difference / size)


def may_be(name: str, frame: Frame) -> bool:
    """Tell whether a figure may take a name of a shape: a size, a percentage or an amount."""
    quantity = frame.mention.quantity
    if quantity.kind in {"vague", "malformed", "range"} or quantity.low is None or quantity.low < 0:
        return False
    if name in {"OLD", "NEW"} and tells_when(frame):
        return False
    if name == "PERCENT":
        return quantity.dimension == "percent" and quantity.kind in {"exact", "approx"}
    if name == "BY":
        is_amount = quantity.dimension == "ratio" or quantity.dimension not in NO_AMOUNTS
        is_size = is_amount and not is_rate(frame) and not is_part_of_a_point(frame)
        return is_size and quantity.kind in {"exact", "approx"}
    return quantity.dimension not in NO_AMOUNTS
