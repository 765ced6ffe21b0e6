"""Percentages that do not fit the old and the new figure: "by 74%, from 478 to 703"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from checker.engine.arithmetic import (
    HUNDRED,
    absolute,
    change,
    meant,
    place,
    printed_fraction,
    printed_share,
    rounded,
    share,
    shown,
)
from checker.engine.changes import Change, TwoSizes, is_part_of_a_point, premises, two_sizes
from checker.engine.check import Check
from checker.engine.comparisons import compared
from checker.engine.measures import alike
from checker.engine.moves import blamed, sized
from checker.engine.twice import Twice, reachable, sized_twice
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval

TENS = (Decimal(10), Decimal(100), Decimal(1000))
SHARES = frozenset({"percent", "ratio", "points", "date", "time", "ordinal", "duration"})
MANY = 8
"""Figures of one sentence that are tried in pairs."""


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each percentage of change; of two percentages it may also be the difference (see points)."""
    for found in (*compared(story), *sized(story)):
        by, printed, computed = found.by, size(found), change(found.before, found.after)
        if by is None or printed is None or computed is None or is_difference(found):
            continue
        if absolute(computed).is_disjoint(printed) and _is_excused(story, found, by, printed):
            continue
        yield Claim(
            check="change",
            premises=premises(found, by.mention.span, off_by_tens(story, found) or blamed(found, by)),
            printed=printed,
            computed=absolute(computed),
            place=by.block_role,
            result=worded(found),
            proof=(found.reason,),
            slots={"old": found.old.mention.words, "new": found.new.mention.words, "size": by.mention.words},
        )
    for twice in two_sizes(story):
        claim = _sized_twice(twice)
        if claim:
            yield claim
    for based in sized_twice(story):
        claim = _of_base(based)
        if claim:
            yield claim


def _is_excused(story: Story, found: Change, by: Frame, printed: Interval) -> bool:
    """Tell whether other figures make the percentage; beside the old one, only those that changed from it."""
    new = found.new.mention
    if new.role == "part" and found.old.value % 1 and not found.new.value % 1:
        return True  # "Two of the big chains sell it at 12.40, a fifth less than the 15.60 of last September"
    if found.old.mention.sentence != by.mention.sentence:
        return is_given_beside(story, by, printed) or _is_share_beside(story, found, printed)
    beside = [f for f in story.frames if f.mention.sentence == by.mention.sentence and f not in (found.new, found.old)]
    others = [f for f in beside if alike(f, found.old, story.lexicon) and f.value > 0][:MANY]
    old = meant(found.old.mention.quantity)
    grown = [change(old, after) for f in others if old and (after := meant(f.mention.quantity))]
    return any(way is not None and not absolute(way).is_disjoint(printed) for way in grown)


def _is_share_beside(story: Story, found: Change, printed: Interval) -> bool:
    """Tell whether a third amount of the sentence before, a whole, makes the percentage with one of the two."""
    sentence = found.old.mention.sentence
    beside = [f for f in story.frames if f.mention.sentence == sentence and f not in (found.old, found.new)]
    ends = [f.value for f in (found.old, found.new)]
    wholes = [f.value for f in beside if alike(f, found.old, story.lexicon) and f.value >= max(ends) > 0][:MANY]
    return any(printed.contains(end * HUNDRED / whole) for end in ends for whole in wholes)


def is_given_beside(story: Story, by: Frame, printed: Interval) -> bool:
    """Tell whether two amounts of the percentage's own sentence make it: "grew by 7.8% to £842m (2025: £781m)"."""
    beside = [f for f in story.frames if f.mention.sentence == by.mention.sentence and f is not by]
    amounts = [f for f in beside if f.mention.quantity.dimension not in SHARES and f.mention.quantity.value]
    for a, b in combinations(amounts[:MANY], 2):
        if alike(a, b, story.lexicon):
            old, new = (meant(f.mention.quantity) for f in (a, b))
            grown = [change(old, new), change(new, old)] if old and new else []
            if any(way and not absolute(way).is_disjoint(printed) for way in grown):
                return True
    return False


def _of_base(found: Twice) -> Claim | None:
    """Hold "shrunk by 2,900, or 9.6 per cent" against the 44,200 that it shrank from."""
    printed, reached = printed_share(found.percent.mention.quantity), reachable(found)
    value = found.by.mention.quantity.value
    if printed is None or reached is None or value is None:
        return None
    spans = (found.percent.mention.span, found.by.mention.span, found.base.mention.span)
    granule = min(place(found.percent.mention.quantity), Decimal(1))
    return Claim(
        check="change",
        premises=tuple(map(Premise, spans, ("here", "difference", "figure"))),
        printed=printed,
        computed=reached,
        place=found.percent.block_role,
        result=f"{shown(rounded(value * HUNDRED / found.old, granule))}%",
        proof=(found.reason,),
        slots={
            "old": shown(found.old),
            "new": shown(found.old + value if found.way == "up" else found.old - value),
            "size": found.percent.mention.words,
        },
    )


def _sized_twice(found: TwoSizes) -> Claim | None:
    """Hold "nine more, an increase of 50%" against each other: the old figure is what the difference leaves."""
    new, by = meant(found.new.mention.quantity), meant(found.by.mention.quantity)
    printed = printed_share(found.percent.mention.quantity)
    old = (new.minus(by) if found.way == "up" else new.plus(by)) if new and by else None
    computed = share(by, old) if by and old else None
    if printed is None or computed is None or found.new.mention.quantity.value is None:
        return None
    by_value, new_value = found.by.value, found.new.mention.quantity.value
    before = new_value - by_value if found.way == "up" else new_value + by_value
    spans = (found.percent.mention.span, found.by.mention.span, found.new.mention.span)
    return Claim(
        check="change",
        premises=tuple(map(Premise, spans, ("here", "difference", "new figure"))),
        printed=printed,
        computed=computed,
        place=found.percent.block_role,
        result=f"{shown(rounded(by_value * HUNDRED / before, Decimal(1)))}%" if before else "another percentage",
        proof=(found.reason,),
        slots={
            "old": _left(found, before),
            "new": found.new.mention.words,
            "size": found.percent.mention.words,
        },
    )


def off_by_tens(story: Story, found: Change) -> Frame | None:
    """Return the figure that is a power of ten off: "up 15% to €1.84 million from €1.60 billion"; None if neither is.

    Of the two it is the one whose value the draft gives nowhere else.
    """
    printed = size(found)
    if printed is None or found.old is found.new:
        return None
    for factor in TENS:
        for after in (found.after.scaled(factor), found.after.scaled(1 / factor)):
            computed = change(found.before, after)
            if computed and not absolute(computed).is_disjoint(printed):
                return found.old if _is_repeated(story, found.new) else found.new
    return None


def _is_repeated(story: Story, frame: Frame) -> bool:
    value, unit = frame.mention.quantity.value, frame.mention.quantity.unit
    others = [f.mention.quantity for f in story.frames if f is not frame]
    return any(quantity.value == value and quantity.unit == unit for quantity in others)


def _left(found: TwoSizes, before: Decimal) -> str:
    """Word the old figure that is not printed: "15 (27 less 12)"."""
    new, by = (shown(frame.value) for frame in (found.new, found.by))
    return f"{shown(before)} ({new} {'less' if found.way == 'up' else 'and'} {by})"


def size(found: Change) -> Interval | None:
    """Return the printed size of a change in per cent: "up 15%", "up by half"; None where it is none."""
    if found.by is None:
        return None
    quantity = found.by.mention.quantity
    if quantity.dimension == "percent":
        return printed_share(quantity)
    is_fraction = quantity.dimension == "ratio" and quantity.unit != "times" and (quantity.low or 0) < 1
    return printed_fraction(quantity) if is_fraction else None


def is_difference(found: Change) -> bool:
    """Tell whether old and new are percentages and the change equals their difference: points, whatever it says."""
    if found.by is not None and is_part_of_a_point(found.by):
        return _is_fraction_of_a_point(found, found.by)
    if found.by is None or found.by.mention.quantity.dimension != found.old.mention.quantity.dimension:
        return False
    printed = printed_share(found.by.mention.quantity)
    return printed is not None and not absolute(found.after.minus(found.before)).is_disjoint(printed)


def _is_fraction_of_a_point(found: Change, by: Frame) -> bool:
    """Tell whether "half a point" is what two percentages differ by."""
    value = by.mention.quantity.value
    is_percent = found.old.mention.quantity.dimension == "percent"
    return is_percent and value is not None and absolute(found.after.minus(found.before)).contains(value)


def worded(found: Change) -> str:
    """Word the change with its sign: "+47%"; of bounds and ranges only that it is another."""
    (old, new), by = found.values, found.by
    if not old or new is None or by is None:
        return "another percentage"
    exact = (new - old) * HUNDRED / old
    return f"{'+' if exact > 0 else ''}{shown(rounded(exact, min(place(by.mention.quantity), Decimal(1))))}%"


CHECK = Check("change", claims, slots=("old", "new", "size"))
