"""A number of like things that makes another total by a zero: "230 bricks of one kilogram each" of 2.3 tonnes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.arithmetic import shown
from checker.engine.check import Check
from checker.engine.conversions import factors
from checker.engine.paragraphs import paragraphs
from checker.engine.phrasing import find
from checker.facts.story import Story
from checker.facts.values import significant
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason

DIMENSIONS = frozenset({"mass", "volume", "length", "area"})


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each number of like things whose total the draft gives, right or with the same digits."""
    for paragraph in paragraphs(story):
        if not any(frame.mention.quantity.dimension in DIMENSIONS for frame in paragraph.frames.values()):
            continue
        for match in find(paragraph, story.lexicon["packages"], ["like-things"], fits):
            count, each = match.figures["COUNT"], match.figures["EACH"]
            total = _total(story, count, each)
            if total:
                yield _claim(story, count, each, total, Reason("phrasing", match.words))


def fits(name: str, frame: Frame) -> bool:
    """Tell whether a figure may be the number of things, or the size of one."""
    quantity = frame.mention.quantity
    wanted = {"count"} if name == "COUNT" else DIMENSIONS
    return quantity.dimension in wanted and quantity.kind == "exact" and quantity.value is not None


def _total(story: Story, count: Frame, each: Frame) -> Frame | None:
    """Return the figure that is the product, else the first one with its digits; None without either."""
    product = _base(story, each) * count.value
    same = [f for f in story.frames if _may_be_total(each, f) and significant(_base(story, f)) == significant(product)]
    return next((f for f in same if _base(story, f) == product), same[0] if same and product else None)


def _may_be_total(each: Frame, frame: Frame) -> bool:
    a, b = each.mention.quantity, frame.mention.quantity
    return a.dimension == b.dimension and frame is not each and b.kind == "exact" and bool(b.value)


def _base(story: Story, frame: Frame) -> Decimal:
    """Return the figure in the first unit of its dimension."""
    quantity = frame.mention.quantity
    sizes = factors(quantity.unit or "", story.lexicon)
    return (quantity.value or Decimal(0)) * (sizes[0] if sizes else 1)


def _claim(story: Story, count: Frame, each: Frame, total: Frame, reason: Reason) -> Claim:
    number, size, whole = (frame.mention for frame in (count, each, total))
    value, amount = number.quantity.value or Decimal(0), size.quantity.value or Decimal(0)
    return Claim(
        check="like-things",
        premises=(Premise(number.span, "here"), Premise(whole.span, "there"), Premise(size.span, "each")),
        printed=point(_base(story, each) * value),
        computed=point(_base(story, total)),
        place=count.block_role,
        result=f"{shown(value * amount)} {size.quantity.unit}s",
        proof=(reason,),
        slots={"each": size.words},
    )


CHECK = Check("like-things", claims, slots=("each",))
