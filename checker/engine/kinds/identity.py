"""Counts of one event of which one is the sum of others: on board = dead + survivors + missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from checker.engine.arithmetic import shown
from checker.engine.check import Check
from checker.engine.paragraphs import paragraphs
from checker.engine.sides import side_of
from checker.engine.slips import are_transposed
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason

BARS = ("other-event", "earlier", "claim", "correction", "exclusion", "local")
NEAR = Decimal("0.8")
"""Parts that make up less than this of the whole are more likely not all of it."""


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each identity of lexicons/identities.yaml whose counts the draft gives, each with one value."""
    totals: dict[str, list[Frame]] = {}
    for frame in story.frames:
        if frame.mention.status and _is_plain(frame):
            totals.setdefault(frame.mention.status, []).append(frame)
    for name, row in story.lexicon["identities"].rows.items():
        whole = _one(totals.get(row["whole"], ()))
        if whole:
            for parts in _parts(story, row, totals):
                if _is_likely(whole[0], parts) and not _is_told_apart(story, whole[0], parts):
                    yield _claim(name, whole, parts)


def _is_plain(frame: Frame) -> bool:
    mention = frame.mention
    if mention.quantity.dimension != "count" or mention.quantity.kind != "exact" or mention.modality != "actual":
        return False
    return mention.role in {"total", "whole"} and frame.bar(*BARS) is None


def _one(frames: Sequence[Frame]) -> Sequence[Frame]:
    """Return the figures of a status if they have one value, else none: then nobody knows which is meant."""
    return frames if len({frame.mention.quantity.value for frame in frames}) == 1 else ()


def _parts(story: Story, row: Mapping[str, Any], totals: Mapping[str, Sequence[Frame]]) -> Iterator[Sequence[Frame]]:
    if "sides" in row:
        yield from _two_sides(story, row["sides"])
        return
    given = {status: _one(totals.get(status, ())) for status in row["parts"]}
    is_settled = all(found or not totals.get(status) for status, found in given.items())
    if is_settled and all(given[status] for status in row["needed"]):
        yield [found[0] for found in given.values() if found]


def _two_sides(story: Story, split: str) -> Iterator[Sequence[Frame]]:
    """Yield both sides of a split where they are joined: "134 passengers and six crew members"."""
    for paragraph in paragraphs(story):
        places = sorted(paragraph.frames)
        for a, b in pairwise(places):
            sides = [side_of(story, paragraph, at) for at in (a, b)]
            known = [side for side in sides if side and split in side.splits]
            frames = [paragraph.frames[a], paragraph.frames[b]]
            is_joined = paragraph.low(b - 1) == "and" and b - 1 <= paragraph.ends[a][0] + 1
            if len(known) == 2 and known[0].row != known[1].row and is_joined and all(map(_is_plain, frames)):
                yield frames


def _is_likely(whole: Frame, parts: Sequence[Frame]) -> bool:
    """Tell whether the parts come near their whole; else some of it may be told in words, or it is one part."""
    value, total = whole.value, _sum(parts)
    if any(part.mention.quantity.value == value for part in parts):
        return False
    return min(value, total) >= NEAR * max(value, total) or are_transposed(value, total)


def _is_told_apart(story: Story, whole: Frame, parts: Sequence[Frame]) -> bool:
    """Tell of who belongs to no part: "There had been 53 defendants. One of them died last winter"."""
    missing = whole.value - _sum(parts)
    told = (f.mention for f in story.frames if f not in parts and f.mention.partitive)
    return any(mention.quantity.value == missing for mention in told)


def _sum(parts: Sequence[Frame]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _claim(name: str, wholes: Sequence[Frame], parts: Sequence[Frame]) -> Claim:
    """Accuse the whole, or the last part where the whole is given more than once."""
    whole, total = wholes[0], _sum(parts)
    value = whole.value
    blamed = parts[-1] if len(wholes) > 1 else whole
    right = blamed.value + value - total if blamed is not whole else total
    others = [frame for frame in (whole, *parts) if frame is not blamed]
    return Claim(
        check="identity",
        premises=(Premise(blamed.mention.span, "here"), *(Premise(f.mention.span, "belongs to it") for f in others)),
        printed=point(blamed.mention.quantity.value or 0),
        computed=point(right),
        strength="weak",
        status=whole.mention.status or "",
        place=blamed.block_role,
        result=shown(right),
        proof=(Reason("identity", name),),
        slots={
            "whole": whole.mention.words,
            "parts": ", ".join(f"“{part.mention.words}”" for part in parts),
            "sum": shown(total),
        },
    )


CHECK = Check("identity", claims, strengths=("weak",), slots=("whole", "parts", "sum"), selects=("status",))
