"""Two figures exchanged: "killing 65, wounding 33" and later "33 dead and 65 wounded"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from checker.facts.links import LinkType
from checker.facts.pool import NEAREST, Pool, bars_of, is_total
from checker.model.frame import Frame, Link
from checker.model.mention import Reason

Pair = tuple[Frame, Frame]


def find(pool: Pool) -> Iterator[Link]:
    """Yield both legs of each exchange: first the leg that the later place's first figure belongs to.

    A pair is two totals of different status in one sentence, caption or fact box. The exchange needs both legs.
    """
    seen: dict[tuple[object, ...], list[Pair]] = defaultdict(list)
    for pair in _pairs(pool):
        one, two = sorted(pair, key=lambda f: str(f.mention.status))
        statuses, first, second = (one.mention.status, two.mention.status), _value(one), _value(two)
        for other_one, other_two in seen[statuses, second, first][:NEAREST] if first != second else ():
            proof = (Reason("exchanged", f"{one.mention.words} / {two.mention.words}"),)
            yield Link("swap", "same", other_one, one, proof)
            yield Link("swap", "same", other_two, two, proof)
        seen[statuses, first, second].append((one, two))


def _pairs(pool: Pool) -> Iterator[Pair]:
    groups: dict[tuple[str, int], list[Frame]] = defaultdict(list)
    for frame in [*pool.titles, *pool.captions, *pool.infobox, *pool.body]:
        if frame.mention.status and is_total(frame) and not bars_of(frame, "other-event", "claim"):
            box = frame.block_role == "infobox"
            groups["box" if box else "sentence", -1 if box else frame.mention.sentence].append(frame)
    yield from combinations([t for t in (pool.lede_total(s) for s in pool.by_status) if t], 2)
    for group in sorted(groups.values(), key=lambda g: g[0].order):
        for i, one in enumerate(group[:8]):
            for two in group[i + 1 : 8]:
                if one.mention.status != two.mention.status:
                    yield one, two


def _value(frame: Frame) -> Decimal | None:
    return frame.mention.quantity.value


def find_one_leg(pool: Pool) -> Iterator[Link]:
    """Yield the lede's total with a figure of its status whose number is that of another status in the lede.

    "19 killed" over "killing 54 and wounding 19": only one leg is said again, and its number is the sibling's.
    """
    for status in pool.by_status:
        lede = pool.lede_total(status)
        siblings = [f for f in _siblings(pool, lede) if lede and _value(f) != _value(lede)] if lede else []
        for frame in [*pool.titles, *pool.by_status[status]]:
            if lede is None or frame.mention.status != status or frame.order == lede.order or not is_total(frame):
                continue
            sibling = next((f for f in siblings if _value(f) == _value(frame) is not None), None)
            if sibling and not _is_whole_swap(pool, lede, sibling, frame):
                proof = Reason("the number of another status", sibling.mention.words)
                yield Link("swapped-leg", "same", lede, frame, (proof,), "quoted" if frame.mention.quoted else "strong")


def _is_whole_swap(pool: Pool, lede: Frame, sibling: Frame, frame: Frame) -> bool:
    """Tell whether the other leg is said again as well: then the exchange itself is reported."""
    beside = pool.by_sentence.get(frame.mention.sentence, ())
    return any(f.mention.status == sibling.mention.status and _value(f) == _value(lede) for f in beside)


def _siblings(pool: Pool, lede: Frame) -> list[Frame]:
    """Return the totals of other statuses in the lede's sentence."""
    sentence = pool.by_sentence.get(lede.mention.sentence, ())
    return [f for f in sentence if f.mention.status not in {None, lede.mention.status} and is_total(f)]


LINK = LinkType("swap", find, ("correction",))
ONE_LEG = LinkType(
    "swapped-leg",
    find_one_leg,
    (
        "correction",
        "other-event",
        "soft-event",
        "earlier",
        "claim",
        "dispute",
        "exclusion",
        "modal",
        "local",
        "narrower",
        "series",
        "equal-elsewhere",
    ),
)
