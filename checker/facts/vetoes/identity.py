"""Vetoes from what two figures are: vague, far apart, a narrower thing, another place, another source."""

from __future__ import annotations

from checker.facts.pool import NEVER, Pool
from checker.facts.things import can_be_one, counts_found, is_narrower, is_neutral
from checker.facts.values import (
    are_near,
    conflict,
    is_magnitude_slip,
    is_rounded,
    is_slip,
    is_transposition,
    points_differ,
)
from checker.facts.vetoes import Veto
from checker.model.frame import Frame, Link
from checker.model.mention import Reason


def disagree(link: Link) -> bool:
    """Tell whether the two figures conflict at all; most vetoes only matter then."""
    a, b = link.first.mention.quantity, link.second.mention.quantity
    return conflict(a, b) or (link.type == "headline" and points_differ(a, b))


def near(link: Link, pool: Pool) -> Reason | None:
    """Silence values so far apart that no slip explains them: another event, a war's total, a subset."""
    a, b = link.first.mention.quantity, link.second.mention.quantity
    if is_rounded(a, b):
        return Reason("one is the other, rounded", f"{a.printed} / {b.printed}")
    if not disagree(link) or are_near(a, b):
        return None
    return Reason("not near", f"{a.printed} / {b.printed}")


def vague(link: Link, pool: Pool) -> Reason | None:
    """Silence "dozens", "several": they accuse only in a headline, by disjoint hard intervals."""
    for frame in (link.first, link.second):
        if frame.mention.quantity.kind == "vague" and (link.type != "headline" or not disagree(link)):
            return Reason("vague", frame.mention.words)
    return None


def narrower(link: Link, pool: Pool) -> Reason | None:
    """Silence a smaller figure of a narrower thing: "24 people died", "nine British tourists died"."""
    a, b = link.first.mention, link.second.mention
    if not disagree(link) or (a.thing is None and b.thing is None):
        return None
    for narrow, wide in ((link.second, link.first), (link.first, link.second)):
        if _is_part(narrow, wide, pool) and not _is_larger(narrow, wide):
            return Reason("narrower thing", narrow.mention.words)
    if not is_neutral(a, pool.lexicon) and not is_neutral(b, pool.lexicon) and not can_be_one(a, b, pool.lexicon):
        return Reason("another thing", f"{a.words} / {b.words}")
    return None


def _is_part(narrow: Frame, wide: Frame, pool: Pool) -> bool:
    a, b = narrow.mention, wide.mention
    if counts_found(a.thing, pool.lexicon) and not counts_found(b.thing, pool.lexicon):
        return True
    if is_neutral(b, pool.lexicon) and not is_neutral(a, pool.lexicon):
        return True
    return is_narrower(a.thing, b.thing, pool.lexicon)


def _is_larger(narrow: Frame, wide: Frame) -> bool:
    low, top = narrow.mention.quantity.hard.low, wide.mention.quantity.hard.high
    return low is not None and top is not None and low > top


def part_thing(link: Link, pool: Pool) -> Reason | None:
    """Silence a part that cannot be of this whole: people among vehicles, a different noun after a number."""
    a, b = link.first.mention.thing, link.second.mention.thing
    if a is None or b is None or not (a.family and b.family) or link.second.mention.partitive == "of-the":
        return None
    people = pool.lexicon.is_kind_of
    if people("things", a.family, "people") != people("things", b.family, "people"):
        return Reason("another kind of thing", f"{a.head} / {b.head}")
    return None


def other_whole(link: Link, pool: Pool) -> Reason | None:
    """Silence a part if another figure of its sentence could hold it: "in two hospitals, five of them"."""
    part, whole = link.second.mention, link.first.mention
    value, top = part.quantity.value, whole.quantity.hard.high
    if value is None or top is None or value <= top or whole.role == "whole":
        return None  # "eight of the seven dead" names its whole
    for frame in pool.by_sentence.get(part.sentence, ()):
        high = frame.mention.quantity.hard.high
        if frame.order not in {link.first.order, link.second.order} and (high is None or high >= value):
            if frame.mention.role not in NEVER:
                return Reason("another whole in the sentence", frame.mention.words)
    return None


def place(link: Link, pool: Pool) -> Reason | None:
    """Silence a figure of a place that headline and lede do not name: "in Ashkel 131 died"."""
    here = link.second.mention.place
    if here is None or not disagree(link):
        return None
    if _is_in_a_row(link.second, pool):
        return Reason("a row of places", pool.document.words(here))
    name = link.second.mention.document.words(here).lower()
    first = pool.document.blocks[link.first.mention.block].span
    is_named = any(name in words for words in pool.named) or name in pool.document.words(first).lower()
    return None if is_named else Reason("another place", pool.document.words(here))


def _is_in_a_row(frame: Frame, pool: Pool) -> bool:
    """Tell of "71 people died in Ocaral, 43 in Mirabel and 13 in Tres Rios": each has a place of its own."""
    words = frame.mention.document.words
    beside = [f.mention for f in pool.by_sentence.get(frame.mention.sentence, ()) if f is not frame and f.mention.place]
    bare = [m.place for m in beside if m.quantity.dimension == "count" and m.thing is None]
    return frame.mention.place is not None and any(
        place and words(place) != words(frame.mention.place) for place in bare
    )


def local_totals(link: Link, pool: Pool) -> Reason | None:
    """Silence statuses whose figures are often given for one place or one day, unless "the", a toll or a slip tells."""
    status = link.second.mention.status or ""
    if link.strength != "strong" and pool.lexicon["statuses"].rows.get(status, {}).get("local_totals"):
        return Reason("often counted by place or day", status)
    return None


def slip_only(link: Link, pool: Pool) -> Reason | None:
    """Silence two figures that share no more than a noun, unless one is a slip of the other's digits."""
    a, b = link.first.mention.quantity.value, link.second.mention.quantity.value
    if link.strength != "noun" or not disagree(link) or a is None or b is None:
        return None
    if is_transposition(a, b) or is_magnitude_slip(a, b) or _is_supported(link, pool):
        return None
    return Reason("only the noun is shared", f"{link.first.mention.words} / {link.second.mention.words}")


def may_be_part(link: Link, pool: Pool) -> Reason | None:
    """Silence a smaller figure that is no slip: "Two people died when a pickup slid", "the 41 pupils"."""
    a, b = link.first.mention.quantity.value, link.second.mention.quantity.value
    if link.second.mention.status if link.type == "definite" else link.strength == "strong":
        return None
    if not disagree(link) or a is None or b is None or b > a or is_slip(a, b):
        return None
    return Reason("may be a part", link.second.mention.words)


def _is_supported(link: Link, pool: Pool) -> bool:
    """Tell whether the story says the first figure again: headline and body both have 13 works, the caption 15."""
    first = link.first.mention
    head = first.thing.head if first.thing else ""
    titles = [f for f in pool.titles if f.mention.thing and f.mention.thing.head == head]
    same = [f for f in (*titles, *pool.by_head.get(head, ())) if f.order != link.first.order]
    return any(f.mention.quantity.value == first.quantity.value for f in same)


VETOES: dict[str, Veto] = {
    "near": near,
    "vague": vague,
    "narrower": narrower,
    "part-thing": part_thing,
    "other-whole": other_whole,
    "place": place,
    "slip-only": slip_only,
    "may-be-part": may_be_part,
    "local-totals": local_totals,
}
