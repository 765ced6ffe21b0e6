"""A numbered ranking with one figure out of its place: "2. Alder, 88%", "3. Orrin, 86%", "4. Brannock, 89%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason
from checker.model.values import NamedTuple

LEAST = 5
NO_AMOUNTS = frozenset({"date", "time", "ordinal", "ratio", "duration", "age"})


class Entry(NamedTuple):
    """One item of a numbered list and its figure."""

    rank: int
    frame: Frame


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for the figure of a ranking that stands between larger and smaller ones in all places but its own.

    A ranking is a numbered list from 1, announced by "top", "largest" or the like, whose figures fall or rise.
    """
    for entries in _lists(story):
        outlier = _outlier(entries)
        if outlier is not None:
            yield _claim(entries, outlier)


def _lists(story: Story) -> Iterator[Sequence[Entry]]:
    blocks = story.document.blocks
    figures: dict[int, list[Frame]] = {}
    for frame in story.frames:
        if frame.block_role == "list_item" and frame.mention.quantity.dimension not in NO_AMOUNTS:
            figures.setdefault(frame.mention.block, []).append(frame)
    run: list[Entry] = []
    for block in blocks:
        rank = block.label.strip(" .)")
        if block.role == "list_item" and rank.isdecimal() and int(rank) == len(run) + 1:
            here = figures.get(block.order, [])
            run = [*run, Entry(int(rank), here[-1])] if here else []
            continue
        if _is_ranking(story, run):
            yield run
        run = []
    if _is_ranking(story, run):
        yield run


def _is_ranking(story: Story, run: Sequence[Entry]) -> bool:
    if len(run) < LEAST:
        return False
    kinds = {(e.frame.mention.quantity.dimension, e.frame.mention.quantity.unit) for e in run}
    values = [entry.frame.mention.quantity.value for entry in run]
    return len(kinds) == 1 and None not in values and _is_announced(story, run[0].frame.mention.block)


def _is_announced(story: Story, first: int) -> bool:
    """Tell whether the block before the list calls it a ranking."""
    block = story.document.blocks[first - 1] if first else None
    if block is None:
        return False
    words = story.document.prose[block.span.start : block.span.end].lower().split()
    book = story.lexicon["rankings"]
    return any(book.get(word.strip(".,:;*_#")) for word in words)


def _value(entry: Entry) -> Decimal:
    return entry.frame.value


def _outlier(entries: Sequence[Entry]) -> int | None:
    """Return the one place without which the values fall (or rise) throughout, or None.

    Of two neighbours that are the wrong way round, the second.
    """
    values = [_value(entry) for entry in entries]
    if _is_sorted(values):
        return None
    places = [at for at in range(len(values)) if _is_sorted(values[:at] + values[at + 1 :])]
    if len(places) == 2 and places[1] == places[0] + 1:
        return places[1]
    return places[0] if len(places) == 1 else None


def _is_sorted(values: Sequence[Decimal]) -> bool:
    steps = list(pairwise(values))
    return all(a >= b for a, b in steps) or all(a <= b for a, b in steps)


def _claim(entries: Sequence[Entry], outlier: int) -> Claim:
    accused = entries[outlier]
    beside = [entries[at] for at in (outlier - 1, outlier + 1) if 0 <= at < len(entries)]
    return Claim(
        check="ranking",
        premises=(
            Premise(accused.frame.mention.span, "here"),
            *(Premise(entry.frame.mention.span, f"number {entry.rank}") for entry in beside),
        ),
        printed=point(_value(accused)),
        computed=_room(entries, outlier),
        place="list_item",
        result=" and ".join(f"{entry.frame.mention.words} at number {entry.rank}" for entry in beside),
        proof=(Reason("ranking", f"{len(entries)} numbered items"),),
        slots={"rank": str(accused.rank)},
    )


def _room(entries: Sequence[Entry], outlier: int) -> Interval:
    """Return what may stand at a place of the ranking: from the value behind it to the one before it."""
    rest = [*entries[:outlier], *entries[outlier + 1 :]]
    falls = _value(rest[0]) > _value(rest[-1])
    before = _value(entries[outlier - 1]) if outlier else None
    behind = _value(entries[outlier + 1]) if outlier + 1 < len(entries) else None
    return Interval(behind, before) if falls else Interval(before, behind)


CHECK = Check("ranking", claims, slots=("rank",))
