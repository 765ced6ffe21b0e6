"""A whole and the figures that account for it, tied by what closes the row: "Of the 30 stocks, 24 fell, eight rose
and one stood still", "the other 1,182", "141 came up; 83 did not".

Which figures of the next sentences are the parts is tried out. A whole that some of them make up is sound; it is
accused only if none do, and a slip of the hand lies between.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, takewhile

from checker.engine.measures import alike_or_bare, is_rate
from checker.engine.paragraphs import END, Paragraph
from checker.engine.reach import within_reach
from checker.engine.slips import are_transposed, is_slip
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

AMOUNTS = frozenset({"count", "money", "length", "mass", "area", "volume"})
NO_PARTS = frozenset({"rate", "target", "comparison", "earlier", "capacity", "increment"})
SENTENCES, MOST, TRIED = 3, 6, 14
"""Sentences behind the whole that may account for it, parts at most, and figures tried for other sums."""
OPENING, MUCH = 4, Decimal("1.5")
"""Words of "Of the club's 30" before its figure, at most; and by what factor its parts may be too many for a slip."""


class Account(NamedTuple):
    """``parts`` account for the ``whole`` but for a slip; ``words`` are those that say that they are all."""

    whole: Frame
    parts: Sequence[Frame]
    words: str


def accounts(story: Story, paragraph: Paragraph) -> Iterator[Account]:
    """Yield each whole whose closed row of parts misses it by a slip, where no other figures make it up."""
    places = [at for at, frame in sorted(paragraph.frames.items()) if _is_amount(frame)]
    for number, at in enumerate(places):
        whole = paragraph.frames[at]
        found = [
            a
            for run in _runs(story, paragraph, whole, places[number + 1 :])
            if (a := _closed(story, paragraph, at, run))
        ]
        missing = [account for account in found if _is_missed(account)]
        if missing and not any(_sum(a.parts) == whole.value for a in found) and not _is_explained(story, missing[0]):
            yield missing[0]


def _is_amount(frame: Frame) -> bool:
    mention = frame.mention
    is_plain = mention.quantity.dimension in AMOUNTS and mention.quantity.kind in {"exact", "approx"}
    return is_plain and bool(mention.quantity.value) and mention.role not in NO_PARTS and not is_rate(frame)


def _runs(story: Story, paragraph: Paragraph, whole: Frame, places: Sequence[int]) -> Iterator[list[int]]:
    """Yield the parts behind a whole up to the end of its own sentence, of the next and of the one after."""
    first = whole.mention.sentence
    near = takewhile(lambda at: paragraph.frames[at].mention.sentence < first + SENTENCES, places)
    parts = [at for at in near if _may_be_part(story, paragraph, at, whole)]
    parts = [at for at in parts if not _is_nested(paragraph, at, parts)]
    for last in range(first, first + SENTENCES):
        run = [at for at in parts if paragraph.frames[at].mention.sentence <= last]
        is_new = run and paragraph.frames[run[-1]].mention.sentence == last
        if is_new and 1 < len(run) <= MOST and not _is_broken(paragraph, run):
            yield run


def _is_broken(paragraph: Paragraph, run: Sequence[int]) -> bool:
    """Tell whether a count of something else stands before the last part, and may be what is missing.

    "18 of them made for children. Eleven pairs could be matched; the other 21 are single."
    """
    between = [f for at, f in paragraph.frames.items() if run[0] < at < run[-1] and at not in run]
    return any(f.mention.quantity.dimension == "count" and f.mention.role in {"total", "remainder"} for f in between)


def _is_nested(paragraph: Paragraph, at: int, places: Sequence[int]) -> bool:
    """Tell of the "three of them" of "27 were taken to hospital, three of them badly hurt": a part of the part."""
    part = paragraph.frames[at].mention
    is_behind = (place < at and paragraph.frames[place].mention.sentence == part.sentence for place in places)
    return part.partitive == "of-them" and any(is_behind)


def _may_be_part(story: Story, paragraph: Paragraph, at: int, whole: Frame) -> bool:
    """Tell whether a figure can be of the whole, and is none of another part ("four of them badly")."""
    frame = paragraph.frames[at]
    if frame.value >= whole.value or not alike_or_bare(frame, whole, story.lexicon):
        return False
    if frame.mention.partitive in {"including", "among"} or frame.bar("other-event"):
        return False
    noun, thing = whole.mention.thing, frame.mention.thing
    if frame.mention.role == "remainder" and noun is None and thing:
        return False
    return thing is None or noun is None or thing.head == noun.head or bool(story.lexicon["partings"].get(thing.head))


def _closed(story: Story, paragraph: Paragraph, at: int, run: Sequence[int]) -> Account | None:
    frames = [paragraph.frames[place] for place in run]
    if not _count_one_thing(paragraph.frames[at], frames):
        return None
    words = _rest(story, paragraph, run) or _not(story, paragraph, run) or _of_the(paragraph, at, run)
    return Account(paragraph.frames[at], frames, words) if words else None


def _count_one_thing(whole: Frame, parts: Sequence[Frame]) -> bool:
    """Tell whether a bare whole has parts that are bare too, or all of one noun that the first names."""
    if whole.mention.thing or whole.mention.quantity.dimension != "count":
        return True
    if whole.mention.role != "whole" and whole.mention.sentence != parts[0].mention.sentence:
        return False  # "Khan was out for 34. At 129 for six they added the last 32"
    named = [part.mention.thing.head for part in parts if part.mention.thing]
    return not named or (len(set(named)) == 1 and parts[0].mention.thing is not None)


def _rest(story: Story, paragraph: Paragraph, run: Sequence[int]) -> str:
    """Return "the other" of the last part."""
    cue = story.lexicon["partings"].ending(paragraph.tokens, run[-1])
    if cue and cue.entry.id == "last":
        return " ".join(paragraph.lows[cue.start : run[-1]])
    return ""


def _not(story: Story, paragraph: Paragraph, run: Sequence[int]) -> str:
    """Return "did not" behind the last of two parts."""
    cue = story.lexicon["partings"].at(paragraph.tokens, paragraph.ends[run[-1]][0])
    return " ".join(paragraph.lows[cue.start : cue.end]) if cue and cue.entry.id == "not" and len(run) == 2 else ""


def _of_the(paragraph: Paragraph, at: int, run: Sequence[int]) -> str:
    """Return "of the" before the whole where three parts or more follow in its sentence, "and" before the last."""
    start = paragraph.starts[bisect_right(paragraph.starts, at) - 1]
    end = paragraph.lows.index(END, at)
    is_row = len(run) > 2 and run[-1] < end and "and" in paragraph.lows[paragraph.ends[run[-2]][0] : run[-1]]
    return "of the" if is_row and paragraph.low(start) == "of" and at - start <= OPENING else ""


def _is_missed(account: Account) -> bool:
    whole, total = account.whole.value, _sum(account.parts)
    parts = [part.value for part in account.parts]
    if account.words == "of the":
        # "Of the 40, 12 were from Sorrel, nine from Varnholm and 16 from Tarn": the others are from elsewhere.
        return whole < total < whole * MUCH or are_transposed(whole, total)
    return is_slip(whole, total) or any(is_slip(part, part + whole - total) for part in parts)


def _is_explained(story: Story, account: Account) -> bool:
    """Tell whether other figures make up the whole, or these parts, with more before them, another figure.

    "£148,000 on holidays, £117,000 on her house and £64,000 on a car. The remaining £83,000": of £412,000.
    """
    amounts = [
        f
        for f in within_reach(story, account.whole)
        if _is_amount(f) and alike_or_bare(f, account.whole, story.lexicon)
    ]
    last = account.parts[-1].order
    row = [f for f in amounts if f.mention.block == account.whole.mention.block and f.order <= last][-MOST - 1 :]
    for size in range(2, len(row) + 1):
        total = _sum(row[-size:])
        if any(f.value == total for f in amounts if f not in row[-size:]):
            return True
    near = [f for f in amounts if abs(f.mention.block - account.whole.mention.block) <= 1 and f is not account.whole]
    some = (group for size in (2, 3) for group in combinations(near[:TRIED], size))
    if any(_sum(group) == account.whole.value and not set(group) <= set(account.parts) for group in some):
        return True
    # "Of the Front's 74, the Ekta Party has 58 and its two allies 11 and five": the two are no seats.
    fewer = (g for size in range(2, len(account.parts)) for g in combinations(account.parts, size))
    return any(_sum(group) == account.whole.value for group in fewer)


def _sum(frames: Sequence[Frame]) -> Decimal:
    return sum((one.value for one in frames), Decimal(0))
