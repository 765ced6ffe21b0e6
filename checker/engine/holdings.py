"""A share said behind its part, and a whole that stands somewhere near: which one it is, arithmetic tells.

"26 lakh challans with a face value of Rs 182 crore. They collected Rs 54.6 crore, or 40 per cent." A whole that gives
the share excuses it, wherever in the draft it stands; it is accused only where one near whole misses it by a slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.engine.arithmetic import HUNDRED, place, printed_fraction, printed_share, rounded
from checker.engine.measures import alike
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.engine.reach import within_reach
from checker.engine.slips import is_slip
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.values import NamedTuple

BACK, REACH, OF = 2, 14, 8
"""Sentences between part and whole, words between part and share, and words between "of" and the whole."""
OPENERS = frozenset({",", "(", "–", "—", "-"})
BETWEEN = frozenset(
    {"or", "which", "is", "was", "that", "about", "some", "roughly", "nearly", "almost", "just", "over", "under"}
)
NO_PARTS = frozenset({"earlier", "comparison", "rate", "target", "capacity"})
KINDS = frozenset({"exact", "approx"})
AMOUNTS = frozenset({"count", "money", "length", "area", "mass", "volume", "energy", "power"})
CHANGES = frozenset({"up", "down", "more", "less", "cut", "raise"})


class Holding(NamedTuple):
    """``share`` is said of ``part``; ``whole`` is the figure that it is a share of, and gives it or misses it."""

    part: Frame
    whole: Frame
    share: Frame
    words: str


def holdings(story: Story, is_share: frozenset[int]) -> Iterator[Holding]:
    """Yield each share among the figures of these orders with the part and the whole that arithmetic ties to it."""
    for paragraph in paragraphs(story):
        for at, share in paragraph.frames.items():
            if share.order in is_share and share.mention.quantity.kind in KINDS:
                yield from _holding(story, paragraph, at, share)


def _holding(story: Story, paragraph: Paragraph, at: int, share: Frame) -> Iterator[Holding]:
    opening = _opening(story, paragraph, at)
    if opening < 0 or _tells_a_change(story, paragraph, share, at):
        return
    parts = _parts(paragraph, share, opening)
    behind = _behind(paragraph, at)
    if not parts or (not behind and paragraph.low(paragraph.ends[at][0]) == "of" and not _of_them(paragraph, at)):
        return
    words = " ".join(paragraph.lows[opening:at])
    known = [(part, whole) for part in parts for whole in within_reach(story, part) if _can_hold(story, whole, part)]
    giving = next((pair for pair in known if _gives(*pair, share)), None)
    if giving:
        yield Holding(*giving, share, words)
        return
    near = [(part, whole) for part, whole in known if whole in behind or _is_near(whole, part)]
    missing = [pair for pair in near if _is_missed(*pair, share)]
    if len(missing) == 1 and (len(near) <= 3 or missing[0][1] in behind):
        yield Holding(*missing[0], share, words)


def _opening(story: Story, paragraph: Paragraph, at: int) -> int:
    """Return the mark that sets a share off from its part ("..., or"); -1 without any."""
    book, start = story.lexicon["balances"], at - 1
    while start >= 0 and (entry := book.get(paragraph.lows[start])) and entry.id == "set-off":
        start -= 1
    return start if start >= 0 and paragraph.lows[start] in OPENERS else -1


def _tells_a_change(story: Story, paragraph: Paragraph, share: Frame, at: int) -> bool:
    """Tell of "shares fell $12.50, or 13.5 percent": what it is a share of stood before the fall."""
    book = story.lexicon["comparisons"]
    first = max(start for start in paragraph.starts if start <= at)
    cues = (book.at(paragraph.tokens, i) for i in (*range(first, at), paragraph.ends[at][0]))
    places = [cue.start for cue in cues if cue and cue.entry.id in CHANGES]
    # "19 seats, up from 14, which is 13.6 per cent of its 140": a change set off between commas is past.
    return any(not (paragraph.low(i - 1) == "," and "," in paragraph.lows[i:at]) for i in places)


def _parts(paragraph: Paragraph, share: Frame, end: int) -> Sequence[Frame]:
    near = [
        frame
        for place_, frame in paragraph.frames.items()
        if end - REACH <= place_ < end
        and frame.mention.sentence == share.mention.sentence
        and frame.mention.quantity.dimension in AMOUNTS
        and frame.mention.quantity.kind in KINDS
        and frame.mention.role not in NO_PARTS
    ]
    return near[-1:]


def _behind(paragraph: Paragraph, at: int) -> Sequence[Frame]:
    """Return the figure of "per cent of its strength of 140"."""
    start = paragraph.ends[at][0]
    if paragraph.low(start) != "of":
        return ()
    return [paragraph.frames[i] for i in range(start, start + OF) if i in paragraph.frames][:1]


def _of_them(paragraph: Paragraph, at: int) -> bool:
    return paragraph.low(paragraph.ends[at][0] + 1) in {"them", "these", "those", "it"}


def _can_hold(story: Story, whole: Frame, part: Frame) -> bool:
    a, b = part.mention.quantity.value, whole.mention.quantity.value
    return whole is not part and a is not None and b is not None and b > a > 0 and alike(part, whole, story.lexicon)


def _is_near(whole: Frame, part: Frame) -> bool:
    mention = whole.mention
    is_sure = mention.quantity.kind in KINDS and mention.role not in NO_PARTS
    return (
        is_sure
        and 0 <= part.mention.sentence - mention.sentence <= BACK
        and abs(part.mention.block - mention.block) < 2
    )


def _exact(part: Frame, whole: Frame) -> Decimal:
    return part.value * HUNDRED / (whole.mention.quantity.value or Decimal(1))


def _gives(part: Frame, whole: Frame, share: Frame) -> bool:
    quantity = share.mention.quantity
    printed = printed_share(quantity) if quantity.dimension == "percent" else printed_fraction(quantity)
    return printed is None or printed.contains(_exact(part, whole))


def _is_missed(part: Frame, whole: Frame, share: Frame) -> bool:
    quantity = share.mention.quantity
    exact = _exact(part, whole)
    if quantity.dimension == "percent":
        return quantity.value is not None and is_slip(quantity.value, rounded(exact, place(quantity)))
    printed = printed_fraction(quantity)
    return printed is not None and printed.is_disjoint(point(exact)) and Decimal(10) < exact < Decimal(90)
