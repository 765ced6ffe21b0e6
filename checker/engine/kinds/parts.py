"""Parts that do not make up their whole: "19 civilians and eight fighters, a total of 29"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from checker.engine.arithmetic import meant, shown, total
from checker.engine.check import Check
from checker.engine.explained import is_sum_with_others
from checker.engine.partitions import Partition, partitions
from checker.engine.slips import are_transposed, differ_in_one_digit
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.quantity import Quantity

ROUND = Decimal(1000)
SINGLES = frozenset({("the", "last"), ("the", "other"), ("another", "was"), ("one", "more")})
FEW, MUCH = Decimal("0.75"), Decimal("1.25")
"""Parts that make up less of the whole than this are more often some of it than all of it."""


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each whole with all its parts."""
    for found in partitions(story):
        tried = [claim for whole in (found.whole, *found.others) if (claim := _claim(found, whole))]
        holding = [claim for claim in tried if claim.holds]
        is_excused = bool(tried) and (is_sum_with_others(story, tried[0]) or _is_complete(story, found))
        if holding or (tried and _is_likely(found) and not is_excused):
            yield (holding or tried)[0]


def _is_complete(story: Story, found: Partition) -> bool:
    """Tell of "nine convicted and four acquitted. The fourteenth had died", "could not agree on the last"."""
    left = found.whole.value - sum((part.value for part in found.parts), Decimal(0))
    rest = found.parts[-1]
    if rest.mention.role == "remainder" and rest.value >= ROUND and not rest.value % ROUND:
        return abs(left) * 20 <= rest.value  # "the other ten thousand": a round word for 10,400
    last = story.sentences[found.parts[-1].mention.sentence].tokens
    behind = [token.low for token in last[found.parts[-1].mention.until :]]
    if left == 1 and any(pair in SINGLES for pair in pairwise(behind)):
        return True
    block = found.whole.mention.block
    nths = [f for f in story.frames if f.mention.block == block and f.mention.quantity.dimension == "ordinal"]
    return left == 1 and any(f.value == found.whole.value for f in nths)


def _claim(found: Partition, last: Frame) -> Claim | None:
    figures = [frame.mention.quantity for frame in (*found.parts, last)]
    finest = min(figures, key=lambda quantity: quantity.granule)
    *parts, printed = (_counted(quantity, finest) for quantity in figures)
    known = [interval for interval in parts if interval is not None]
    if printed is None or len(known) < len(parts):
        return None
    value = sum((part.value for part in found.parts), Decimal(0))
    return Claim(
        check="parts",
        premises=(Premise(last.mention.span, "here"), *(Premise(part.mention.span, "part") for part in found.parts)),
        printed=printed,
        computed=total((*known, Interval(Decimal(0), Decimal(found.spare)))),
        strength=found.strength,
        status=last.mention.status or "",
        place=last.block_role,
        result=shown(value),
        proof=(found.reason,),
        slots={
            "sum": shown(value),
            "parts": " + ".join(shown(part.value) for part in found.parts),
        },
    )


def _counted(quantity: Quantity, finest: Quantity) -> Interval | None:
    """Return what a figure can stand for among its parts: counts below 1,000 are counted and not rounded."""
    is_small = quantity.dimension == "count" and quantity.kind == "exact" and quantity.value is not None
    if is_small and quantity.value is not None and quantity.value < ROUND:
        return point(quantity.value)
    return meant(quantity, finest)


def _is_likely(found: Partition) -> bool:
    """Tell whether a sum that misses its whole is a slip: not far below it, or wrong by a digit, or said to be all."""
    if found.reason.name in {"sum", "rest"}:
        return True
    whole = found.whole.mention.quantity.value
    value = sum((part.value for part in found.parts), Decimal(0))
    if whole is None or value > whole * 2:
        return False
    if found.reason.name == "left" and value > whole * MUCH:
        return False
    if found.reason.name == "complement" and value < whole:
        return are_transposed(value, whole) or differ_in_one_digit(value, whole)
    return value >= whole * FEW or are_transposed(value, whole) or differ_in_one_digit(value, whole)


CHECK = Check("parts", claims, strengths=("strong", "weak"), slots=("sum", "parts"), selects=("status",))
