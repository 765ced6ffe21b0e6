"""Two figures and how many times one is the other: "doubled from 1.5m to 3m"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.arithmetic import printed_times, printed_value
from checker.engine.loose_multiples import LooseMultiple, loose_multiples
from checker.engine.measures import alike, of_one_noun
from checker.engine.paragraphs import paragraphs
from checker.engine.phrasing import Match, find
from checker.engine.portions import Doubling, doublings
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason
from checker.model.values import NamedTuple

NO_AMOUNTS = frozenset({"date", "time", "age", "ordinal", "ratio"})


class Multiple(NamedTuple):
    """``new`` is ``times`` the ``old``; ``is_more`` tells of "four times more than", which may mean five times.

    ``before`` and ``after`` are what the two stand for in one unit; of "from 6% to 13%" both are one figure.
    """

    old: Frame
    new: Frame
    times: Frame
    is_more: bool
    before: Interval
    after: Interval
    quotient: Decimal
    reason: Reason


def multiples(story: Story) -> Iterator[Multiple]:
    """Yield each multiplier once with the two figures that belong to it."""
    book, seen = story.lexicon["multiples"], set()
    for paragraph in paragraphs(story):
        if not any(_is_times(frame) for frame in paragraph.frames.values()):
            continue
        for match in find(paragraph, book, ("same-way", "more"), _fits):
            found = _multiple(story, match)
            if found and found.times.order not in seen:
                seen.add(found.times.order)
                yield found
    for ways in doublings(story, _fits):
        made = [found for way in ways if way.times.order not in seen and (found := _doubled(way))]
        fitting = [found for found in made if _fit(found)]
        named = [found for found in made if found.old.mention.thing] if len(made) > 1 else made
        if fitting or len(named) == 1:
            seen.add(made[0].times.order)
            yield (fitting or named)[0]
    for loose in loose_multiples(story, frozenset(seen)):
        yield from _loose(loose)


def _loose(found: LooseMultiple) -> Iterator[Multiple]:
    before, after = (printed_value(frame.mention.quantity) for frame in (found.small, found.large))
    if before and after:
        quotient, reason = found.large.value / found.small.value, Reason("multiplier", found.words)
        yield Multiple(found.small, found.large, found.times, True, before, after, quotient, reason)


def _doubled(way: Doubling) -> Multiple | None:
    one, two = way.old.mention.quantity, way.new.mention.quantity
    before, after = printed_value(one), printed_value(two)
    if before is None or after is None or not one.low or two.high is None or one.unit != two.unit:
        return None
    return Multiple(
        way.old, way.new, way.times, False, before, after, two.high / one.low, Reason("phrasing", way.shape)
    )


def _fit(found: Multiple) -> bool:
    printed, computed = printed_times(found.times.mention.quantity), found.after.over(found.before)
    return printed is None or computed is None or not printed.is_disjoint(computed)


def _multiple(story: Story, match: Match) -> Multiple | None:
    span = match.figures.get("SPAN")
    old, new = match.figures.get("OLD", span), match.figures.get("NEW", span)
    if old is None or new is None or not alike(old, new, story.lexicon) or not of_one_noun(old, new):
        return None
    one, two = old.mention.quantity, new.mention.quantity
    before, after = _ends(span) if span else (printed_value(one), printed_value(two))
    if before is None or after is None or not one.low or two.high is None or one.unit != two.unit:
        return None
    times, reason = match.figures.get("TIMES") or match.figures["VERB"], Reason("phrasing", match.words)
    return Multiple(old, new, times, match.row == "more", before, after, two.high / one.low, reason)


def _ends(span: Frame) -> tuple[Interval | None, Interval | None]:
    """Return the two ends of "from 6% to 13%", read as a range where no verb of change stands before it."""
    low, high = span.mention.quantity.low, span.mention.quantity.high
    return (point(low), point(high)) if low is not None and high is not None else (None, None)


def _is_times(frame: Frame) -> bool:
    quantity = frame.mention.quantity
    return quantity.dimension == "ratio" and quantity.unit == "times"


def _fits(name: str, frame: Frame) -> bool:
    quantity = frame.mention.quantity
    if name in {"TIMES", "VERB"}:
        # "He won four times as the club went from 12 to 20": only a verb like "doubled" takes "from" and "to".
        is_verb = not frame.mention.words.lower().endswith(("times", "twice", "thrice"))
        return _is_times(frame) and is_verb == (name == "VERB")
    if quantity.dimension in NO_AMOUNTS or quantity.low is None or quantity.low <= 0:
        return False
    return (quantity.kind == "range") == (name == "SPAN")
