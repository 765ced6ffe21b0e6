"""A figure that stands nowhere else, beside one that is it with a slip of the hand: 1,540 over 1,450, 2.1% over 1.2%.

Only the digits tie the two together, so the proof is narrow: the number is not said again anywhere in the draft, the
other one is, or stands at the top, in the same unit or with the same noun.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from checker.facts.frames import BODY, TITLES
from checker.facts.links import LinkType
from checker.facts.pool import NEVER, Pool, bars_of
from checker.facts.said import Figures, Said, Unit, all_said, by_digits, likely, unit_of
from checker.facts.things import can_be_one
from checker.facts.values import is_rounded, is_slip, is_transposition, significant
from checker.model.frame import Frame, Link
from checker.model.mention import Reason

CALENDAR = frozenset({"date", "time", "ordinal", "ratio"})
TOP = 3
DIGITS = 3
SIZES = frozenset({Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9})
FOREIGN = ("other-event", "earlier", "claim", "dispute", "correction")


def find_headline(pool: Pool) -> Iterator[Link]:
    """Yield each headline figure that the story never repeats, with the one top figure of its unit that it may be."""
    yield from _never_repeated(pool, TITLES, "headline-slip")


def find_caption(pool: Pool) -> Iterator[Link]:
    """Yield the same for captions."""
    yield from _never_repeated(pool, frozenset({"caption"}), "caption-slip")


def find_infobox(pool: Pool) -> Iterator[Link]:
    """Yield the same for fact boxes."""
    yield from _never_repeated(pool, frozenset({"infobox"}), "infobox-slip")


def _never_repeated(pool: Pool, roles: Collection[str], name: str) -> Iterator[Link]:
    accused = [f for f in pool.frames if f.block_role in roles and _is_usable(f, f)]
    if not accused:
        return
    said, body = all_said(pool.frames), [f for f in pool.frames if f.block_role in BODY]
    top, every = by_digits(f for f in body if 0 <= f.paragraph < TOP), by_digits(body)
    for frame in accused:
        if _is_said_again(said, frame):
            continue
        near = [f for f in likely(top, frame.mention.quantity) if _may_be(f, frame)]
        near = [f for f in near if _shares_noun(pool, f, frame) or not _is_one_apart(f, frame)]
        near = [f for f in near if not _lends_its_size(pool, f, frame)]
        told = _likeliest(near, frame) or _exchanged(pool, every, frame, roles == TITLES)
        if told:
            yield Link(name, "same", told[0], frame, (_proof(told[0], frame),))


def _lends_its_size(pool: Pool, told: Frame, frame: Frame) -> bool:
    """Tell of "we pay for 84 million litres a day and lose 37 of them": millions too."""
    beside = [f for f in pool.frames if f.mention.sentence == frame.mention.sentence]
    factor = told.value / frame.value if frame.value else Decimal(0)
    return factor in SIZES and any(f.order < frame.order and f.value >= factor for f in beside)


def _likeliest(top: Sequence[Frame], frame: Frame) -> Sequence[Frame]:
    """Return the figures of the one number that the accused may be: digits exchanged before others, the lede's before.

    "Karvat records 241 mm" over 214 mm in the lede, where a record of 231 mm stands as well.
    """
    exchanged = [f for f in top if _is_exchanged(f, frame)]
    for group in ([f for f in exchanged if f.is_lede], exchanged, top):
        if group:
            return group if len({f.mention.quantity.value for f in group}) == 1 else []
    return []


def _exchanged(pool: Pool, every: Figures, frame: Frame, needs_noun: bool) -> Sequence[Frame]:
    """Return the body's figures of the one number that has the accused one's digits in another order, three at least.

    With *needs_noun* they count the same thing.
    """
    told = [f for f in likely(every, frame.mention.quantity) if _is_one_unit(f, frame) and _is_exchanged(f, frame)]
    told = [f for f in told if not needs_noun or _shares_noun(pool, f, frame)]
    return told if len({f.mention.quantity.value for f in told}) == 1 else []


def _is_one_apart(a: Frame, b: Frame) -> bool:
    """Tell of "287 for six" and "chasing 288": the number next to it is as often what is needed to beat it."""
    return abs(a.value - b.value) == 1


def _is_exchanged(figure: Frame, accused: Frame) -> bool:
    a, b = figure.mention.quantity.value, accused.mention.quantity.value
    return a is not None and b is not None and len(significant(b)) >= DIGITS and is_transposition(a, b)


def _is_one_unit(figure: Frame, accused: Frame) -> bool:
    a, b = figure.mention.quantity, accused.mention.quantity
    return (a.dimension, a.unit, a.kind) == (b.dimension, b.unit, b.kind)


def find_restated(pool: Pool) -> Iterator[Link]:
    """Yield each body figure said once, with the headline's or lede's figure of the same noun that it may be."""
    accused = [f for f in pool.body if not f.mention.status and f.mention.thing is not None and _is_usable(f)]
    if not accused:
        return
    said = all_said(pool.frames)
    first = by_digits(f for f in pool.frames if (f.block_role in TITLES or 0 <= f.paragraph < TOP) and _is_usable(f))
    for frame in accused:
        mention = frame.mention
        if _is_said_again(said, frame):
            continue
        near = (f for f in likely(first, mention.quantity) if f.order < frame.order and _may_be(f, frame))
        before = next((f for f in near if _shares_noun(pool, f, frame)), None)
        if before:
            grade = "quoted" if mention.quoted else "definite" if mention.definite else "plain"
            yield Link("noun-slip", "same", before, frame, (_proof(before, frame),), grade)


def _proof(first: Frame, second: Frame) -> Reason:
    return Reason("the digits of one number", f"{first.mention.words} / {second.mention.words}")


def _is_usable(frame: Frame, beside: Frame | None = None) -> bool:
    """Tell whether a figure can be of this draft's event; *beside* may bear the same cue: "last winter" in both."""
    mention = frame.mention
    if mention.quantity.dimension in CALENDAR or mention.role in NEVER | {"increment", "remainder", "earlier"}:
        return False
    if mention.quantity.value is None:
        return False
    shared = {reason.words.lower() for reason in beside.bars} if beside else set()
    return not bars_of(frame, *FOREIGN) or any(reason.words.lower() in shared for reason in frame.bars)


def _is_said_again(said: Mapping[Unit, Said], frame: Frame) -> bool:
    """Tell whether another figure of the same unit can be this one, rounded or not, whatever it counts."""
    mine = frame.mention.quantity
    if mine.value is None:
        return False
    # Among those that can be "about 160" is itself, but "almost 160" is below its own number.
    itself = mine.kind != "approx" or mine.hard.contains(mine.value)
    return said[unit_of(mine)].times(mine.value, mine.granule) > int(itself)


def _may_be(figure: Frame, accused: Frame) -> bool:
    a, b = figure.mention.quantity, accused.mention.quantity
    if (a.dimension, a.unit) != (b.dimension, b.unit) or a.value is None or b.value is None:
        return False
    # "To 118 from 157 the year before": the lede's own number, with its digits exchanged in the headline.
    if not _is_usable(figure, accused) and not (figure.is_lede and _is_exchanged(figure, accused)):
        return False
    return is_slip(a.value, b.value) and not is_rounded(a, b)


def _shares_noun(pool: Pool, a: Frame, b: Frame) -> bool:
    """Tell whether both name one noun or, for "all 137 souls", one family of people; one may leave it out."""
    one, two = a.mention.thing, b.mention.thing
    if one is None or two is None:
        return False
    if one.head == two.head:
        return can_be_one(a.mention, b.mention, pool.lexicon)
    people = all(pool.lexicon["things"].rows.get(t.family, {}).get("neutral") for t in (one, two))
    return people and b.mention.definite


HEADLINE = LinkType("headline-slip", find_headline, ("correction", "modal"))
CAPTION = LinkType("caption-slip", find_caption, ("correction", "modal"))
INFOBOX = LinkType("infobox-slip", find_infobox, ("correction", "modal"))
RESTATED = LinkType(
    "noun-slip", find_restated, ("correction", "soft-event", "exclusion", "modal", "local", "sum-before", "plus-one")
)
