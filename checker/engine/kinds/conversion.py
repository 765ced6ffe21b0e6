"""A measurement given twice, in units that do not fit: "140 m (640 ft)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.engine.arithmetic import shown
from checker.engine.check import Check
from checker.engine.conversions import SCALES, images, printed_reach, temperature, temperature_difference
from checker.engine.pairs import Pair, converted
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import Interval
from checker.model.mention import Mention
from checker.model.quantity import Quantity
from checker.model.span import Span

DIMENSIONS = frozenset({"length", "area", "volume", "mass", "speed", "temperature", "energy", "power", "pressure"})
NUMERIC = frozenset({"exact", "lower", "upper", "approx", "range"})
FAR = Decimal("0.1")
FOOT = 12


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each conversion whose units are known."""
    for pair in converted(story, DIMENSIONS):
        source, target = pair.first.mention.quantity, pair.second.mention.quantity
        if not _is_readable(source) or not _is_readable(target):
            continue
        possible = _possible(story, pair)
        if possible:
            yield _claim(pair, possible)


def _is_readable(quantity: Quantity) -> bool:
    return quantity.kind in NUMERIC and quantity.low is not None and quantity.high is not None


def _possible(story: Story, pair: Pair) -> Sequence[Interval]:
    """Return what the first figure may be in the second's unit; the most likely reading first."""
    source, target = pair.first.mention.quantity, pair.second.mention.quantity
    if source.dimension != "temperature":
        return images(source, target, story.lexicon)
    if source.unit not in SCALES or target.unit not in SCALES:
        return []
    if _is_difference(story, pair):
        return [temperature_difference(source, target)]
    return [temperature(source, target), temperature_difference(source, target)]


def _is_difference(story: Story, pair: Pair) -> bool:
    """Tell whether a temperature is one by which it got warmer: "a rise of 2C (3.6F)", "2C (3.6F) above normal"."""
    first, second = pair.first.mention, pair.second.mention
    tokens, book = story.sentences[first.sentence].tokens, story.lexicon["conversions"]
    before, behind = book.ending(tokens, first.at), book.at(tokens, second.until + 1)
    cues = {match.entry.id for match in (before, behind) if match}
    return bool(cues & {"difference-before", "difference-behind"}) or {"article", "difference-noun"} <= cues


def _claim(pair: Pair, possible: Sequence[Interval]) -> Claim:
    source, target = pair.first.mention, pair.second.mention
    printed = printed_reach(target.quantity, "approx" in {source.quantity.kind, target.quantity.kind})
    computed = next((image for image in possible if not image.is_disjoint(printed)), possible[0])
    return Claim(
        check="conversion",
        premises=(Premise(target.span, "here"), Premise(source.span, "as measured")),
        printed=printed,
        computed=computed,
        strength="far" if _is_far(printed, computed) else "near",
        place=pair.second.block_role,
        result=worded(computed, target),
        proof=(pair.reason,),
    )


def _is_far(printed: Interval, computed: Interval) -> bool:
    """Tell whether the printed conversion misses the right one by more than a tenth of it."""
    a, b = middle(printed), middle(computed)
    return abs(a - b) > abs(b) * FAR


def middle(interval: Interval) -> Decimal:
    """Return the value half way between two closed ends."""
    assert interval.low is not None and interval.high is not None
    return (interval.low + interval.high) / 2


def worded(computed: Interval, target: Mention) -> str:
    """Word the right conversion as finely as the printed one, in its unit: "about 12,500 hectares"."""
    value, quantity = middle(computed), target.quantity
    if quantity.unit == "inch" and value >= FOOT and quantity.value is not None and _is_in_feet(target):
        feet, inches = divmod(int(value.to_integral_value()), FOOT)
        return f"about {feet} ft {inches} in"
    step = min(quantity.granule or Decimal(1), Decimal(10) ** (value.adjusted() - 1))
    rounded = (value / step).to_integral_value() * step
    if target.number.end < target.span.end:
        return f"about {shown(rounded)}{target.document.words(Span(target.number.end, target.span.end))}"
    return f"about {shown(rounded)} ({quantity.unit})"


def _is_in_feet(target: Mention) -> bool:
    """Tell of "6 ft 5 in", which is kept in inches: its words hold two numbers."""
    words = target.words
    return sum(a.isdigit() and not b.isdigit() for a, b in pairwise(f"{words} ")) > 1


CHECK = Check("conversion", claims, strengths=("far", "near"))
