"""A share told in a sentence of its own: "35 prosecutions, seven of which collapsed. A failure rate of 30% ...".

No shape of a sentence ties it to its part and whole: the amounts before it are tried in pairs. A pair that gives it,
its complement or a change of that size excuses it; it is accused only if none does and one pair misses it by a slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from checker.engine.arithmetic import HUNDRED, place, printed_share, rounded
from checker.engine.holdings import Holding
from checker.engine.measures import alike, is_rate
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.reach import within_reach
from checker.engine.slips import is_slip
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.interval import point

AMOUNTS = frozenset({"count", "money", "length", "area", "mass", "volume", "energy", "power"})
KINDS = frozenset({"exact", "approx"})
NO_PARTS = frozenset({"earlier", "comparison", "rate", "target", "increment"})
BACK, FEW, NEAR = 2, 4, 8
"""Sentences before the share, amounts in them at most, and words around it in which one calls it a share."""


def loose_shares(story: Story, free: frozenset[int]) -> Iterator[Holding]:
    """Yield each percentage among the figures of these orders that one pair before it misses by a slip."""
    for paragraph in paragraphs(story):
        for at, frame in paragraph.frames.items():
            if frame.order in free and frame.mention.quantity.dimension == "percent" and is_plain(frame):
                words = _cue(story, paragraph, at)
                found = _missed(story, paragraph, frame, words) if words else None
                if found:
                    yield found


def is_plain(frame: Frame) -> bool:
    """Tell whether a percentage can be a share: above 2 and below 100, of no earlier time and no target."""
    mention = frame.mention
    is_number = mention.quantity.kind in KINDS and mention.quantity.value is not None
    return is_number and mention.role not in NO_PARTS and Decimal(2) < (mention.quantity.value or 0) < HUNDRED


def _cue(story: Story, paragraph: Paragraph, at: int) -> str:
    """Return the word that calls a figure a share; "" without any, or where one calls it a change."""
    book, end = story.lexicon["loose_shares"], paragraph.ends[at][-1]
    near = [i for i in range(max(0, at - NEAR), min(len(paragraph.lows), end + NEAR)) if not at <= i < end]
    inside = [i for i in near if END not in paragraph.lows[min(i, at) : max(i, end)]]
    found = [match for i in inside if (match := book.at(paragraph.tokens, i))]
    if any(match.entry.id == "change" for match in found):
        return ""
    return next((" ".join(paragraph.lows[m.start : m.end]) for m in found if m.entry.id == "share"), "")


def _missed(story: Story, paragraph: Paragraph, share: Frame, words: str) -> Holding | None:
    mention = share.mention
    amounts = [f for f in paragraph.frames.values() if _is_amount(f) and _is_before(f, share)]
    pairs = [(part, whole) for part, whole in _pairs(story, amounts)]
    if not pairs or len(amounts) > FEW or is_given(story, share):
        return None
    missed = [pair for pair in pairs if _misses(*pair, share) and _is_nearest(pair, amounts, share)]
    parts = {pair[0].mention.quantity.value for pair in missed}, {pair[1].mention.quantity.value for pair in missed}
    if len(parts[0]) != 1 or len(parts[1]) != 1 or mention.quantity.value is None:
        return None
    return Holding(*missed[-1], share, words)


def _is_nearest(pair: tuple[Frame, Frame], amounts: Sequence[Frame], share: Frame) -> bool:
    """Tell whether no other amount stands between the two and a share of their sentence: "12 of 40 with 960, 31%"."""
    beside = [f for f in amounts if f.mention.sentence == share.mention.sentence]
    return not beside or beside[-1] in pair


def _is_amount(frame: Frame) -> bool:
    mention = frame.mention
    is_number = mention.quantity.dimension in AMOUNTS and mention.quantity.kind in KINDS and mention.quantity.value
    return bool(is_number) and mention.role not in NO_PARTS and not is_rate(frame)


def _is_before(frame: Frame, share: Frame) -> bool:
    return frame.order < share.order and frame.mention.sentence >= share.mention.sentence - BACK


def _pairs(story: Story, amounts: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Yield part and whole of each two amounts of one kind; the part is bare or names the noun of the whole."""
    for a, b in combinations(amounts, 2):
        part, whole = sorted((a, b), key=lambda one: one.value)
        if alike(part, whole, story.lexicon) and part.value < whole.value and _are_of_one_noun(story, part, whole):
            yield part, whole


def _are_of_one_noun(story: Story, part: Frame, whole: Frame) -> bool:
    one, two = part.mention.thing, whole.mention.thing
    if part.mention.quantity.dimension != "count" or one is None or two is None:
        return one is not None or two is not None or part.mention.quantity.dimension != "count"
    return one.head == two.head or all(story.lexicon.is_kind_of("things", t.family, "people") for t in (one, two))


def is_given(story: Story, share: Frame) -> bool:
    """Tell whether two amounts anywhere near make the share, what it leaves, or a change of that size."""
    printed = printed_share(share.mention.quantity)
    if printed is None:
        return True
    near = [f for f in within_reach(story, share) if f.value and f.mention.quantity.dimension in AMOUNTS]
    near = sorted(near, key=lambda f: abs(f.mention.sentence - share.mention.sentence))[:16]
    for a, b in combinations(near, 2):
        if alike(a, b, story.lexicon):
            small, large = sorted((a.value, b.value))
            ratio = small * HUNDRED / large
            if any(printed.contains(value) for value in (ratio, HUNDRED - ratio, large * HUNDRED / small - HUNDRED)):
                return True
    return False


def _misses(part: Frame, whole: Frame, share: Frame) -> bool:
    quantity = share.mention.quantity
    exact = rounded(part.value * HUNDRED / whole.value, place(quantity))
    return quantity.value is not None and is_slip(quantity.value, exact) and not point(exact).contains(quantity.value)
