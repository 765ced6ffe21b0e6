"""The same digits at another power of ten: "€1.84 million" where the headline has "€1.84 billion"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby

from checker.engine.check import Check
from checker.engine.content import MOVEMENT, content
from checker.engine.once import once
from checker.engine.reach import pairs
from checker.facts.frames import TITLES
from checker.facts.names import place_name
from checker.facts.story import Story
from checker.facts.values import significant
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason
from checker.model.values import NamedTuple

DIMENSIONS = frozenset({"money", "percent", "count"})
ROLES = frozenset({"rate", "comparison", "capacity"})
BODY = frozenset({"paragraph", "quote", "list_item", "standfirst", "headline", "caption"})
BARS = ("claim", "exclusion", "correction", "general")
WINDOW = 9
MANY = 3


class Place(NamedTuple):
    """A figure with the plain words around it.

    ``apart`` tells what sets it apart: "wanted" (somebody hopes for it, or fears it), "unit" (of a part of a firm).
    """

    frame: Frame
    words: frozenset[str]
    apart: frozenset[str]


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for two figures of one currency or noun whose digits are the same and whose size is not.

    They need a word in common; a single digit needs the same subject and a verb of rising or falling with both.
    """
    shares = _tenths(story)
    groups: dict[tuple[str, str | None, str, str], list[Place]] = defaultdict(list)
    for frame in story.frames:
        key = _key(frame)
        if key:
            groups[key].append(Place(frame, _around(story, frame), _set_apart(story, frame)))
    beside = _side_by_side(groups.values())
    for group in groups.values():
        for first, second in pairs(group):
            if first.frame.mention.quantity.value != second.frame.mention.quantity.value:
                is_told = (
                    _is_share(first, second, shares) or first.apart != second.apart or _pair(first, second) in beside
                )
                claim = None if is_told else _claim(story, first, second)
                if claim:
                    yield claim


def _tenths(story: Story) -> frozenset[Decimal]:
    """Return how many times the draft says one thing is another, and its percentages as such: 10% is a tenth."""
    values = set()
    for frame in story.frames:
        quantity = frame.mention.quantity
        if quantity.value and quantity.dimension in {"percent", "ratio"}:
            value = quantity.value / 100 if quantity.dimension == "percent" else quantity.value
            values |= {value, 1 / value}
    return frozenset(value.normalize() for value in values)


def _side_by_side(groups: Iterable[Sequence[Place]]) -> frozenset[frozenset[Decimal | None]]:
    """Return the pairs of values that one sentence shows side by side: "a profit of $45m on sales of $450m"."""
    beside = (set(map(_value, places)) for group in groups for _, places in groupby(group, _sentence))
    return frozenset(frozenset(pair) for values in beside if len(values) > 1 for pair in combinations(values, 2))


def _value(place: Place) -> Decimal | None:
    return place.frame.mention.quantity.value


def _sentence(place: Place) -> int:
    return place.frame.mention.sentence


def _pair(first: Place, second: Place) -> frozenset[Decimal | None]:
    return frozenset({first.frame.mention.quantity.value, second.frame.mention.quantity.value})


def _set_apart(story: Story, frame: Frame) -> frozenset[str]:
    tokens, book = story.sentences[frame.mention.sentence].tokens, story.lexicon["magnitudes"]
    start, end = frame.mention.chunk
    rows = {entry.id for token in tokens[start:end] if (entry := book.get(token.low))}
    return frozenset(rows | ({"wanted"} if frame.mention.modality != "actual" else set()))


def _is_share(first: Place, second: Place, shares: frozenset[Decimal]) -> bool:
    a, b = (place.frame.mention.quantity.value or Decimal(1) for place in (first, second))
    return (a / b).normalize() in shares and first.frame.mention.quantity.dimension != "percent"


def _key(frame: Frame) -> tuple[str, str | None, str, str] | None:
    """Return what two figures must have in common; None for one that does not count here."""
    mention, quantity = frame.mention, frame.mention.quantity
    if quantity.dimension not in DIMENSIONS or frame.block_role not in BODY or not quantity.value:
        return None
    if mention.role in ROLES or frame.bar(*BARS):
        return None
    head = mention.thing.head if mention.thing else ""
    if quantity.dimension == "count" and not head:
        return None
    return quantity.dimension, quantity.unit, significant(quantity.value), head


def _around(story: Story, frame: Frame) -> frozenset[str]:
    """Return the plain words of the figure's clause, at most nine tokens to each side, without its own."""
    mention, tokens = frame.mention, story.sentences[frame.mention.sentence].tokens
    own = range(mention.at, mention.until)
    near = range(max(0, mention.at - WINDOW), min(len(tokens), mention.until + WINDOW))
    start, end = mention.number.start, mention.number.end
    return content((tokens[at] for at in near if not start <= tokens[at].start < end and at not in own), story.lexicon)


def _claim(story: Story, first: Place, second: Place) -> Claim | None:
    shared = first.words & second.words
    if not _is_one_subject(first, second, shared):
        return None
    accused, other = _outlier(story, first, second)
    value, there = accused.frame.mention, other.frame.mention
    assert value.quantity.value is not None and there.quantity.value is not None
    in_title = {first.frame.block_role, second.frame.block_role} & TITLES
    return Claim(
        check="magnitude",
        premises=(Premise(value.span, "here"), Premise(there.span, "there")),
        printed=point(value.quantity.value),
        computed=point(there.quantity.value),
        strength="strong" if in_title or len(shared) >= 2 else "weak",
        place=accused.frame.block_role,
        result=there.words,
        proof=(Reason("words in common", ", ".join(sorted(shared))),),
        slots={"place": place_name(accused.frame), "other_place": place_name(other.frame)},
    )


def _is_one_subject(first: Place, second: Place, shared: frozenset[str]) -> bool:
    """Tell whether the two figures are likely to be one by the words that they share."""
    quantity = first.frame.mention.quantity
    digits = len(significant(quantity.value or Decimal(0)))
    if digits < 2:
        return MOVEMENT in shared and len(shared) >= 2
    if quantity.dimension == "count":
        return len(shared) >= (2 if digits < MANY else 1)
    # "Prices rose by 1.5%", "prices of fuel rose by 15%": percentages of one word are often of two things.
    in_title = {first.frame.block_role, second.frame.block_role} & TITLES
    least = 2 if quantity.dimension == "percent" and not in_title else 1
    return len(shared - {MOVEMENT}) >= least


def _outlier(story: Story, first: Place, second: Place) -> tuple[Place, Place]:
    """Return the figure to accuse and the other: the one whose value stands nowhere else; else the later."""
    values = once(story, "values", lambda story: Counter(frame.mention.quantity.value for frame in story.frames))
    counts = [values[place.frame.mention.quantity.value] for place in (first, second)]
    return (first, second) if counts[0] < counts[1] else (second, first)


CHECK = Check("magnitude", claims, strengths=("strong", "weak"), slots=("place", "other_place"))
