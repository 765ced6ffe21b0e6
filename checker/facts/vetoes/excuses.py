"""Vetoes from other figures: an equal one, a sum, an increment that explains the difference, "and a teacher"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from checker.facts.frames import is_toll
from checker.facts.pool import MANY, Pool, bars_of
from checker.facts.things import is_neutral
from checker.facts.values import excuses, points_differ
from checker.facts.vetoes import Veto
from checker.facts.vetoes.identity import disagree
from checker.lexicon.book import Lexicon
from checker.mentions.noun_phrase import known_in
from checker.model.frame import Frame, Link
from checker.model.mention import Reason

SUMMANDS = 6
ROUNDED = Decimal("0.5")
JOINED_SINGLE = frozenset(
    {(joint, article) for joint in ("and", "plus", ",") for article in ("a", "an")}
    | {(joint, owner) for joint in ("and", "plus") for owner in ("his", "her", "their", "the", "its")}
)


def equal_in_lede(link: Link, pool: Pool) -> Reason | None:
    """Silence a headline whose number stands in the lede's paragraphs with the same status, in whatever role."""
    if not disagree(link):
        return None
    headline = link.second.mention.quantity
    for frame in pool.frames if link.second.mention.thing and link.second.mention.thing.head == "point" else ():
        gap = frame.mention.quantity
        if gap.dimension == "points" and abs(frame.value - link.second.value) <= ROUNDED:
            return Reason("an equal gap", frame.mention.words)  # "ahead by five points", of 4.9 percentage points
    for frame in pool.body if link.strength == "noun" else ():
        if frame.is_lede and frame.mention.quantity.dimension == "count" and frame.value == link.second.value:
            return Reason("an equal count in the lede", frame.mention.words)
    for frame in _top(link, pool):
        other = frame.mention.role == "earlier" or bars_of(frame, "earlier", "other-event", "other-day")
        same = excuses(frame.mention.quantity, headline) and not points_differ(frame.mention.quantity, headline)
        if not other and same:
            return Reason("an equal figure in the lede", frame.mention.words)
    return None


def sum_in_lede(link: Link, pool: Pool) -> Reason | None:
    """Silence "kills seven" over a sentence with five children and two drivers; not where that restates a toll."""
    if not disagree(link) or is_toll(link.first.mention):
        return None
    beside = pool.by_sentence.get(link.first.mention.sentence, ())
    return _sum(beside, link.second, pool.lexicon)


def equal_elsewhere(link: Link, pool: Pool) -> Reason | None:
    """Silence a figure that another one of its status equals before it, or in its own paragraph."""
    if not disagree(link):
        return None
    figures = pool.figures(link.second)
    if len(figures) > MANY:
        return Reason("too many figures of its kind to tell them apart", str(len(figures)))
    for frame in figures:
        if frame.order < link.second.order:
            if excuses(frame.mention.quantity, link.second.mention.quantity) and frame.mention.role != "increment":
                return Reason("an equal figure before", frame.mention.words)
    return None


def equal_count(link: Link, pool: Pool) -> Reason | None:
    """Silence "the 39 people hospitalized" after a bare "39 were admitted to a hospital", whose status was not read."""
    accused = link.second
    if not disagree(link) or accused.mention.status is None:
        return None
    for frame in pool.body[:MANY]:
        if frame.order < accused.order and frame.mention.quantity.value == accused.mention.quantity.value:
            if frame.mention.status is None and frame.mention.thing is None:
                return Reason("an equal count before", frame.mention.words)
    return None


def sum_before(link: Link, pool: Pool) -> Reason | None:
    """Silence "all 14" after "11 men and three women": a sum or difference of two figures in one sentence before."""
    if not disagree(link):
        return None
    accused = link.second
    for sentence in range(max(0, accused.mention.sentence - 6), accused.mention.sentence + 1):
        figures = [f for f in pool.by_sentence.get(sentence, ()) if f.order < accused.order]
        found = _sum(figures, accused, pool.lexicon) or _difference(figures, accused)
        if found:
            return found
    return None


def explained(link: Link, pool: Pool) -> Reason | None:
    """Silence a total that differs by an increment or remainder that the draft names near it."""
    a, b = link.first.mention.quantity.value, link.second.mention.quantity.value
    if not disagree(link) or a is None or b is None:
        return None
    sentence = link.second.mention.sentence
    for order in range(sentence - 3, sentence + 4):
        for frame in pool.by_sentence.get(order, ()):
            if frame.mention.quantity.value == abs(a - b) and frame.mention.role in {"increment", "remainder"}:
                return Reason("the difference is named", frame.mention.words)
    return None


def plus_one(link: Link, pool: Pool) -> Reason | None:
    """Silence a difference of one or two that "and a teacher", "and their driver" explain beside either figure."""
    a, b = link.first.mention.quantity.value, link.second.mention.quantity.value
    if not disagree(link) or a is None or b is None or abs(a - b) > 2 or _same_narrow_noun(link, pool):
        return None
    for frame in (link.first, link.second):
        single = next(singles(frame, pool), None)
        if single:
            return Reason("one more is named", single)
    return None


def _same_narrow_noun(link: Link, pool: Pool) -> bool:
    """Tell whether both count one narrow noun: "six children" is not "five children and their driver"."""
    one, two = link.first.mention, link.second.mention
    same = one.thing is not None and two.thing is not None and one.thing.head == two.thing.head
    return same and not is_neutral(one, pool.lexicon)


def series(link: Link, pool: Pool) -> Reason | None:
    """Silence figures of blocks that carry a clock time: a live blog, where the latest stamp is current."""
    if disagree(link) and link.second.mention.block in pool.stamped:
        return Reason("time-stamped blocks", "live blog")
    return None


def singles(frame: Frame, pool: Pool) -> Iterator[str]:
    """Yield every "and a teacher" behind the figure and "a teacher and" before it: a determiner, a singular person."""
    tokens = pool.sentences[frame.mention.sentence].tokens
    start, end = max(0, frame.mention.at - 5), min(len(tokens) - 2, frame.mention.until + 6)
    for at in range(start, end):
        if (tokens[at].low, tokens[at + 1].low) in JOINED_SINGLE:
            for noun in (at + 2, at + 3):
                entry = known_in(pool.lexicon, tokens[noun].low) if noun < len(tokens) else None
                if entry and "singular" in entry.forms and pool.lexicon.is_kind_of("things", entry.id, "people"):
                    yield " ".join(t.text for t in tokens[at : noun + 1])
                    break


def _top(link: Link, pool: Pool) -> list[Frame]:
    """List the figures of the accused's status or noun in the lede's paragraph and the next."""
    return [f for f in pool.figures(link.second) if 0 <= f.paragraph - link.first.paragraph <= 1]


def _sum(frames: Sequence[Frame], accused: Frame, lexicon: Lexicon) -> Reason | None:
    usable = [f for f in frames if f.order != accused.order and is_summand(f, accused, lexicon)][:SUMMANDS]
    for size in (2, 3):
        for group in combinations(usable, size):
            if _adds_up(group, accused):
                return Reason("a sum", " + ".join(f.mention.quantity.printed for f in group))
    return None


def _difference(frames: Sequence[Frame], accused: Frame) -> Reason | None:
    usable = [f for f in frames if f.mention.quantity.value is not None and f.order != accused.order][:SUMMANDS]
    for a, b in combinations(usable, 2):
        small, large = sorted((a, b), key=lambda f: f.mention.quantity.value or 0)
        left, right = small.mention.quantity.value, large.mention.quantity.value
        if large.mention.role == "part" or left is None or right is None:
            continue
        if right - left == accused.mention.quantity.value:
            return Reason("a difference", f"{a.mention.quantity.printed} - {b.mention.quantity.printed}")
    return None


def is_summand(figure: Frame, accused: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a figure can be part of a sum that gives the accused one: by status, and by noun or person."""
    mention, thing = figure.mention, figure.mention.thing
    if mention.quantity.value is None or mention.status not in {None, accused.mention.status}:
        return False
    wanted = accused.mention.thing
    if thing is None or (wanted and wanted.head == thing.head):
        return True
    return all(t is None or lexicon.is_kind_of("things", t.family, "people") for t in (thing, wanted))


def _adds_up(group: Sequence[Frame], accused: Frame) -> bool:
    """Tell whether the printed numbers add up to the accused one, or to what it was rounded from."""
    quantity = accused.mention.quantity
    total = sum(f.value for f in group)
    return quantity.value is not None and abs(total - quantity.value) <= (quantity.granule - 1) / 2


VETOES: dict[str, Veto] = {
    "equal-in-lede": equal_in_lede,
    "sum-in-lede": sum_in_lede,
    "equal-elsewhere": equal_elsewhere,
    "equal-count": equal_count,
    "sum-before": sum_before,
    "explained": explained,
    "plus-one": plus_one,
    "series": series,
}
