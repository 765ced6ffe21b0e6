"""Lengths of time that do not fit their two ends: "at 09:14 ... at 09:52, 48 minutes later"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain

from checker.engine.arithmetic import shown
from checker.engine.check import Check
from checker.engine.distant_spans import distant
from checker.engine.elapsed import DAY, Instant, elapsed, lay, meant_length
from checker.engine.loose_spans import loose_spans
from checker.engine.moments import day_of, moment_of
from checker.engine.spans import EXCUSE, FIRM, LOOSE, SLIP, Lasting, near_by
from checker.facts.story import Story
from checker.facts.values import is_transposition
from checker.model.claim import Claim, Premise
from checker.model.interval import Interval
from checker.model.quantity import Moment

NEAREST = Decimal("0.5")
HOUR = 60


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each length of time whose start and end are known.

    Where several pairs of moments may bound it, one that bears it out is enough.
    """
    groups: dict[int, list[Lasting]] = {}
    for found in chain(near_by(story), distant(story)):
        groups.setdefault(found.length.order, []).append(found)
    tied = {order for order, group in groups.items() if any(f.tie != EXCUSE and _claim(story, f) for f in group)}
    for found in loose_spans(story):
        if found.length.order not in tied:
            groups.setdefault(found.length.order, []).append(found)
    for group in groups.values():
        claim = _best(story, group)
        if claim:
            yield claim


def _best(story: Story, group: Sequence[Lasting]) -> Claim | None:
    """Return the claim that holds, else the first that is firm, or near enough to be a slip."""
    pairs = [(found, claim) for found in group if (claim := _claim(story, found))]
    holding = next((claim for _, claim in pairs if claim.holds), None)
    return holding or next((claim for found, claim in pairs if found.tie == FIRM or _is_slip(found, claim)), None)


def _is_slip(found: Lasting, claim: Claim) -> bool:
    if found.tie == SLIP:
        return _is_digit_off(found.length.mention.quantity.value, claim.result or "")
    return found.tie == LOOSE and _is_near(claim)


def _is_digit_off(value: Decimal | None, result: str) -> bool:
    """Tell whether the printed number and the computed one differ in one digit, or in the order of two."""
    right = result.split(" ", maxsplit=1)[0]
    if value is None or not right.isdecimal():
        return False
    printed = f"{value:f}"
    if len(printed) != len(right) or len(right) < 2:
        return False
    return sum(a != b for a, b in zip(printed, right, strict=True)) == 1 or is_transposition(value, Decimal(right))


def _claim(story: Story, found: Lasting) -> Claim | None:
    length = meant_length(found.length.mention.quantity, story.lexicon["durations"])
    ends = _ends(story, found)
    if length is None or ends is None:
        return None
    measure, size, printed = length
    between = elapsed(*ends, measure)
    if between is None:
        return None
    start, end = found.start.mention, found.end.mention if found.end else None
    return Claim(
        check="duration",
        premises=(
            Premise(found.length.mention.span, "here"),
            Premise(start.span, "start"),
            *([Premise(end.span, "end")] if end else []),
        ),
        printed=printed.scaled(size),
        computed=between,
        relation="at_most" if found.within else "equal",
        strength=_strength(found),
        place=found.length.block_role,
        result=worded(*ends, measure),
        proof=(found.reason,),
        slots={"start": start.words, "end": end.words if end else "the day of this draft"},
    )


def _ends(story: Story, found: Lasting) -> tuple[Instant, Instant] | None:
    dated = day_of(story)
    start = moment_of(found.start)
    end = moment_of(found.end) if found.end else _today(dated)
    return lay(start, end, dated) if start and end else None


def _today(dated: date | None) -> Moment | None:
    return Moment(dated.year, dated.month, dated.day) if dated else None


def _strength(found: Lasting) -> str:
    """Both ends in the length's own paragraph, and tied to it by its sentence, leave no doubt."""
    block = found.length.mention.block
    is_explicit = found.end is not None and found.start.mention.block == found.end.mention.block == block
    return "strong" if found.tie == FIRM and is_explicit else "weak"


def _is_near(claim: Claim) -> bool:
    """Tell whether the printed length could be the computed one with a slip in it."""
    printed, computed = _middle(claim.printed), _middle(claim.computed)
    if printed is None or computed is None:
        return False
    low, high = sorted((printed, computed))
    return low >= high * NEAREST or is_transposition(printed.to_integral_value(), computed.to_integral_value())


def _middle(interval: Interval) -> Decimal | None:
    if interval.low is None or interval.high is None:
        return interval.low if interval.high is None else interval.high
    return (interval.low + interval.high) / 2


def worded(start: Instant, end: Instant, measure: str) -> str:
    """Word the time between two moments as a desk would: "11 days, or 12 with both ends", "32 years"."""
    if measure == "minutes":
        hours, minutes = divmod(end.first - start.first, HOUR)
        parts = [_count(hours, "hour")] if hours else []
        return " ".join([*parts, _count(minutes, "minute")] if minutes or not hours else parts)
    if measure == "days" and {start.grain, end.grain} <= {"day", "minute"}:
        days = end.day - start.day
        return f"{_count(days, 'day')}, or {days + 1} with both ends"
    first, last = date.fromordinal(start.day), date.fromordinal(end.day)
    months = (last.year - first.year) * 12 + last.month - first.month
    if measure == "years":
        return _count(last.year - first.year if "year" in {start.grain, end.grain} else _whole(months, 12), "year")
    if measure == "months":
        return _count(months, "month")
    return f"about {_count((end.first - start.first) // DAY, 'day')}"


def _whole(value: int, size: int) -> str | int:
    return value // size if value % size == 0 else shown((Decimal(value) / size).quantize(Decimal("0.1")))


def _count(value: int | str, unit: str) -> str:
    return f"{value} {unit}" if str(value) == "1" else f"{value} {unit}s"


CHECK = Check("duration", claims, strengths=("strong", "weak"), slots=("start", "end"))
