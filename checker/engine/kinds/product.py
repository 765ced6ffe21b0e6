"""Sums that are no multiple of their price: "Rs 3 lakh each for the families, a total of Rs 37 lakh"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from checker.engine.arithmetic import meant, shown
from checker.engine.check import Check
from checker.engine.measures import alike
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.engine.periods import TwoRates, two_rates
from checker.engine.phrasing import Match, find
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason

TENS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))
NEAR, NEARBY = Decimal("0.01"), Decimal("0.06")
"""How far a sum may lie from the product, and from one of "some £20,000"."""
AMOUNTS = frozenset({"money", "length", "mass", "area", "volume"})


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each sum of equal amounts: it is the count times the amount, or some multiple of it."""
    book, seen = story.lexicon["products"], set[int]()

    def fits(name: str, frame: Frame) -> bool:
        quantity = frame.mention.quantity
        if quantity.value is None or quantity.kind not in {"exact", "approx"}:
            return False
        if name == "COUNT":
            return quantity.dimension == "count"
        modifier = frame.mention.modifier
        entry = book.get(story.document.words(modifier).lower()) if modifier else None
        is_sum = entry is not None and entry.id == "sum-words"
        return quantity.dimension in AMOUNTS and (name != "TOTAL" or is_sum)

    for paragraph in paragraphs(story):
        for match in find(paragraph, book, ["counted", "uncounted"], fits):
            price, total = match.figures["PRICE"], match.figures.get("TOTAL") or match.figures["SUM"]
            if total.order not in seen and price is not total and alike(price, total, story.lexicon):
                seen |= {total.order, price.order}
                yield from _claim(match, price, total)
        for match in find(paragraph, book, ["priced"], fits):
            price, count = match.figures["PRICE"], match.figures["COUNT"]
            wrong = _off_by_tens(story, paragraph, price, count)
            if wrong and seen.isdisjoint({wrong.order, price.order}):
                seen |= {wrong.order, price.order}
                yield from _claim(match, price, wrong)

    yield from (_rate_claim(found) for found in two_rates(story))


def _rate_claim(found: TwoRates) -> Claim:
    short, long = found.short.mention, found.long.mention
    each = meant(short.quantity, long.quantity) or short.quantity.hard
    value = (short.quantity.value or Decimal(0)) * found.times[1]
    return Claim(
        check="product",
        premises=(Premise(long.span, "here"), Premise(short.span, "factor")),
        printed=meant(long.quantity, short.quantity) or long.quantity.hard,
        computed=each.times(Interval(*found.times)),
        strength="strong",
        place=found.long.block_role,
        result=f"{shown(value)} for {shown(found.times[1])}",
        proof=(Reason("two periods", found.words),),
        slots={"price": short.words, "times": shown(found.times[1])},
    )


def _off_by_tens(story: Story, paragraph: Paragraph, price: Frame, count: Frame) -> Frame | None:
    """Return the sum of the paragraph that is a power of ten off; None where one is right or none is near."""
    each, number = price.mention.quantity.value, count.mention.quantity.value
    likes = [f for f in paragraph.frames.values() if f is not price and alike(f, price, story.lexicon)]
    if not each or not number or number < 2:
        return None
    near = NEAR if price.mention.quantity.kind == "exact" else NEARBY
    ratios = [(f.value / (each * number), f) for f in likes]
    if any(abs(ratio - 1) <= NEARBY for ratio, _ in ratios):
        return None
    found = [f for ratio, f in ratios if any(abs(ratio / tens - 1) <= near for tens in TENS)]
    return found[0] if len(found) == 1 else None


def _claim(match: Match, price: Frame, total: Frame) -> Iterator[Claim]:
    count = match.figures.get("COUNT")
    printed = meant(total.mention.quantity)
    each, value = price.value, total.value
    number = count.mention.quantity.value if count else None
    times = number if number is not None else (value / each).to_integral_value(ROUND_HALF_UP) if each else Decimal(0)
    if printed is None or each <= 0 or times < 1:
        return
    computed = _product(count, price) if count else point(times * each)
    if computed is None:
        return
    others = [frame for frame in (price, count) if frame]
    yield Claim(
        check="product",
        premises=(Premise(total.mention.span, "here"), *(Premise(f.mention.span, "factor") for f in others)),
        printed=printed,
        computed=computed,
        strength="strong",
        place=total.block_role,
        result=f"{shown(times * each)} for {shown(times)}",
        proof=(Reason("phrasing", match.words),),
        slots={"price": price.mention.words, "times": shown(times)},
    )


def _product(count: Frame, price: Frame) -> Interval | None:
    numbers, amounts = meant(count.mention.quantity), meant(price.mention.quantity)
    return numbers.times(amounts) if numbers and amounts else None


CHECK = Check("product", claims, slots=("price", "times"))
