"""Two conversions of one pair of currencies at different rates: "€10m ($11m)", later "€30m ($45m)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from checker.engine.arithmetic import shown
from checker.engine.check import Check
from checker.engine.pairs import Pair, converted
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import Interval
from checker.model.values import NamedTuple

SLACK = Decimal("0.03")
SHARE = Decimal("0.05")
MONEY = frozenset({"money"})


class Rate(NamedTuple):
    """One conversion and what its rate can be, given how both figures were rounded."""

    pair: Pair
    rate: Interval


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each conversion but the first of its pair of currencies.

    Three or more of one pair are held against one that most of the others agree with, two against the first.
    """
    for rates in _by_currencies(story).values():
        usual = max(rates, key=lambda rate: sum(_agree(rate, other) for other in rates))
        for rate in rates:
            if rate is not usual:
                yield _claim(usual, rate)


def _by_currencies(story: Story) -> dict[tuple[str | None, str | None], list[Rate]]:
    groups: dict[tuple[str | None, str | None], list[Rate]] = defaultdict(list)
    dated = {f.mention.sentence for f in story.frames if f.mention.quantity.moment and f.mention.quantity.moment.year}
    for pair in converted(story, MONEY):
        # The rate of another year is another rate: "in 2009 it cost £5m ($8m)".
        rate = None if pair.first.mention.sentence in dated else _rate(pair)
        if rate:
            groups[pair.first.mention.quantity.unit, pair.second.mention.quantity.unit].append(Rate(pair, rate))
    return groups


def _rate(pair: Pair) -> Interval | None:
    ends: list[Interval] = []
    for frame in (pair.first, pair.second):
        quantity = frame.mention.quantity
        if quantity.low is None or quantity.high is None or quantity.low <= 0:
            return None
        slack = min(quantity.granule / 2, quantity.low * SHARE)
        ends.append(Interval(quantity.low, quantity.high).widened(slack))
    return ends[1].over(ends[0])


def _agree(a: Rate, b: Rate) -> bool:
    return not _widened(a.rate).is_disjoint(b.rate)


def _widened(rate: Interval) -> Interval:
    return rate.widened(rate.high * SLACK) if rate.high is not None else rate


def _claim(usual: Rate, rate: Rate) -> Claim:
    first, second = rate.pair.first, rate.pair.second
    return Claim(
        check="exchange",
        premises=(
            Premise(second.mention.span, "here"),
            Premise(usual.pair.second.mention.span, "the other conversion"),
            Premise(first.mention.span, "what was converted"),
            Premise(usual.pair.first.mention.span, "what was converted there"),
        ),
        printed=rate.rate,
        computed=_widened(usual.rate),
        place=rate.pair.second.block_role,
        result=f"{_worded(usual)} there, {_worded(rate)} here",
        proof=(usual.pair.reason, rate.pair.reason),
        slots={"source": first.mention.words, "other_source": usual.pair.first.mention.words},
    )


def _worded(rate: Rate) -> str:
    """Word the rate as one of the dearer currency: "1.1 to one"."""
    a, b = (frame.mention.quantity.low or Decimal(1) for frame in (rate.pair.first, rate.pair.second))
    return f"{shown(max(a, b) / min(a, b))} to one"


CHECK = Check("exchange", claims, slots=("source", "other_source"))
