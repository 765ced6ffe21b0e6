"""Whether two figures are amounts of one thing that can be added, and what they stand for in one unit."""

from __future__ import annotations

from decimal import Decimal

from checker.engine.arithmetic import meant
from checker.lexicon.book import Lexicon
from checker.model.frame import Frame
from checker.model.interval import Interval
from checker.model.quantity import Quantity

MEASURED = frozenset({"length", "mass", "area", "volume", "money"})


def alike(a: Frame, b: Frame, lexicon: Lexicon) -> bool:
    """Tell whether two figures are of one dimension and unit, or one is in cents and the other in dollars or euros."""
    one, two = a.mention.quantity, b.mention.quantity
    if one.dimension != two.dimension:
        return False
    return one.unit == two.unit or (_part(one, lexicon) == 1) != (_part(two, lexicon) == 1)


def alike_or_bare(part: Frame, whole: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a part is an amount like its whole; "4,500 of the park's 18,000 hectares" leaves out the unit."""
    is_bare = part.mention.quantity.dimension == "count" and part.mention.thing is None and part.value <= whole.value
    return alike(part, whole, lexicon) or (is_bare and whole.mention.quantity.dimension in MEASURED)


def of_one_noun(a: Frame, b: Frame) -> bool:
    """Tell whether two figures may count the same: "60 goals, twice the record of anyone in 20 games" do not."""
    one, two = a.mention.thing, b.mention.thing
    if one is None or two is None or one.head == two.head or (one.family and one.family == two.family):
        return True
    return not (a.mention.words.endswith("s") and b.mention.words.endswith("s"))


def in_one_unit(a: Frame, b: Frame, lexicon: Lexicon) -> tuple[Interval | None, Interval | None]:
    """Return what two like figures stand for, cents as parts of the other's unit."""
    one, two = a.mention.quantity, b.mention.quantity
    first, second = meant(one, two), meant(two, one)
    if one.dimension != two.dimension or one.unit == two.unit or first is None or second is None:
        return first, second
    return first.scaled(_part(one, lexicon)), second.scaled(_part(two, lexicon))


def tells_when(frame: Frame) -> bool:
    """Tell of "In two years the wait has gone from 67 days to 109": a while in which something happens."""
    mention = frame.mention
    before = mention.document.prose[max(0, mention.span.start - 8) : mention.span.start].lower().split()
    return mention.quantity.dimension == "duration" and before[-1:] in (
        ["in"],
        ["over"],
        ["within"],
        ["after"],
        ["for"],
    )


def is_rate(frame: Frame) -> bool:
    """Tell of "12 a day"; the 389 of "from 389 a week ago" is none, and "an average of 12" can be compared."""
    mention = frame.mention
    behind = mention.document.prose_of(mention.span.start)[mention.span.end : mention.span.end + 24].split()
    is_ago = bool({"ago", "earlier", "before"} & {word.strip(".,;") for word in behind[:3]})
    words = next((reason.words for reason in mention.reasons if reason.name == "role"), "")
    return mention.role == "rate" and not is_ago and "averag" not in words


def _part(quantity: Quantity, lexicon: Lexicon) -> Decimal:
    """Return what part of the main unit a unit is: 0.01 for pence, 1 for all others."""
    if quantity.dimension != "money" or quantity.unit is None:
        return Decimal(1)
    return Decimal(lexicon["currencies"].rows.get(quantity.unit, {}).get("part", 1))
