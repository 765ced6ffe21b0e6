"""A part and its whole: "seven of the dead", "12 officers among the 11 dead", "killed 12, including 15 children"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.facts.links import LinkType
from checker.facts.pool import MANY, NEVER, Pool, is_total
from checker.facts.things import is_neutral
from checker.mentions.noun_phrase import is_person, looks_plural
from checker.model.frame import Frame, Link
from checker.model.mention import Reason

COMMAS = 2


def find(pool: Pool) -> Iterator[Link]:
    """Yield each part with the whole that its words name: the number after "of the", the status after it, or "them"."""
    for frame in pool.frames:
        mention = frame.mention
        if mention.role != "part" or mention.quantity.dimension != "count" or _is_of_a_share(pool, frame):
            continue
        found = _whole(pool, frame)
        if found and found[0].mention.quantity.value != 0 and not _is_of_another_noun(frame, found[0]):
            whole, words, grade = found
            yield Link("subset", "part", whole, frame, (Reason(mention.partitive, words),), grade)


def _is_of_another_noun(part: Frame, whole: Frame) -> bool:
    """Tell of "three reports, 1,100 pages of them": a measure of them, no part."""
    one, two = part.mention.thing, whole.mention.thing
    if part.mention.partitive not in {"of-them", "of-the"} or one is None or two is None or one.head == two.head:
        return False
    return not (one.family and two.family)


def _is_of_a_share(pool: Pool, part: Frame) -> bool:
    """Tell of the 80 of "70 monks, half of them over eighty": the half is the part, the number something else."""
    tokens = pool.sentences[part.mention.sentence].tokens
    lows = [token.low for token in tokens[: part.mention.at]]
    if part.mention.quantity.kind in {"lower", "upper"} and part.mention.thing is None and lows[-1:] == ["were"]:
        return True  # "Among those who died, all were over 70"
    before = lows[-4:-3] if lows[-3:-1] == ["of", "them"] else lows[-3:-2] if lows[-2:] == ["of", "them"] else []
    entry = pool.lexicon["antecedents"].get(before[0]) if before else None
    return entry is not None and entry.id == "some-of"


def _whole(pool: Pool, part: Frame) -> tuple[Frame, str, str] | None:
    mention = part.mention
    if mention.partitive == "including":
        return _before(pool, part)
    beside = _numbered_whole(pool, part)
    if beside:
        return beside, "part of the number that follows", _grade(beside, part)
    if mention.partitive == "of-the" and mention.whole:
        return _status_whole(pool, part, mention.whole)
    if mention.partitive == "of-them":
        return _pronoun_whole(pool, part)
    return None


def _numbered_whole(pool: Pool, part: Frame) -> Frame | None:
    """Return the Y of "X of the Y" or "Of the Y, X": a whole in the same sentence, straight behind or opening it."""
    for frame in pool.by_sentence.get(part.mention.sentence, ()):
        if frame.mention.role != "whole":
            continue
        behind = 0 < frame.mention.at - part.mention.at <= 8
        opens = frame.order < part.order and part.mention.partitive == "of-the" and frame.mention.at <= 4
        # "One of the two reactors was shut for 12 of the last 24 months": the two have their part already.
        if behind or (opens and not _has_part(pool, frame)):
            return frame
    return None


def _has_part(pool: Pool, whole: Frame) -> bool:
    """Tell whether a count stands before a whole in its sentence."""
    return any(f.order < whole.order for f in pool.by_sentence.get(whole.mention.sentence, ()))


def _before(pool: Pool, part: Frame) -> tuple[Frame, str, str] | None:
    """Return the figure before "including": in the same sentence, at most two commas back."""
    tokens = pool.sentences[part.mention.sentence].tokens
    before = [
        f
        for f in pool.by_sentence.get(part.mention.sentence, ())
        if f.order < part.order and f.mention.role not in NEVER
    ]
    if not before:
        return None
    siblings = [f for f in before if f.mention.partitive == "including"]
    totals = [f for f in before if f not in siblings and f.mention.role in {"total", "whole", "increment", "part"}]
    for whole in reversed(totals):
        commas = sum(t.low == "," for t in tokens[whole.mention.until : part.mention.at])
        if commas <= COMMAS + len(siblings) and _fits(totals, part):
            return whole, "including", _grade(whole, part)
    return None


def _fits(wholes: Sequence[Frame], part: Frame) -> bool:
    """Tell whether no other figure of the sentence is large enough to hold the part; if one is, nothing is known."""
    value = part.mention.quantity.value
    tops = [f.mention.quantity.hard.high for f in wholes]
    return (
        len(wholes) == 1
        or value is None
        or all(top is not None and top < value for top in tops)
        or all(top is None or top >= value for top in tops)
    )


def _status_whole(pool: Pool, part: Frame, status: str) -> tuple[Frame, str, str] | None:
    """Return the total of the named status before the part, in body or headline; one that can hold it if there is any.

    The nearest is not enough: "79 of the cases" are of the outbreak's, not of the six cases of one school.
    """
    every = pool.by_status.get(status, ())
    if len(every) > MANY:
        return None
    counts = [f for f in every if f.order != part.order and not f.bar("other-event")]
    figures = [f for f in counts if is_total(f)] or [f for f in counts if f.mention.role == "increment"]
    titles = [t for t in pool.titles if t.mention.status == status]
    holder = next((f for f in (*titles, *counts) if f.mention.role != "part" and _could_hold(f, part)), None)
    before = [f for f in figures if f.order < part.order and is_neutral(f.mention, pool.lexicon)]
    whole = holder or _largest(before or titles)
    if whole is None:
        return None
    local = pool.lexicon["statuses"].rows[status].get("local_totals")
    return whole, f"of the {status}", "plain" if local else _grade(whole, part)


def _pronoun_whole(pool: Pool, part: Frame) -> tuple[Frame, str, str] | None:
    """Return what "them" can be: a count of the same or the previous sentence, the largest where there are several."""
    sentence = part.mention.sentence
    near = [f for s in (sentence - 1, sentence) for f in pool.by_sentence.get(s, ())]
    block = part.mention.block
    before = [f for f in near if f.order < part.order and f.mention.block == block and f.mention.role not in NEVER]
    holds = [f for f in before if _could_hold(f, part)]
    before = holds or [f for f in before if f.mention.partitive == "" and not _is_named_between(pool, f, part)]
    whole = _largest([f for f in before if f.mention.quantity.value != 1 and not _is_place(pool, f)])
    return (whole, "of them", _grade(whole, part)) if whole else None


def _is_place(pool: Pool, frame: Frame) -> bool:
    """Tell whether the count only says where: "in two hospitals, five of them badly hurt"."""
    tokens = pool.sentences[frame.mention.sentence].tokens
    entry = pool.lexicon["grammar"].get(tokens[frame.mention.at - 1].low) if frame.mention.at else None
    return entry is not None and entry.id == "preposition"


def _could_hold(whole: Frame, part: Frame) -> bool:
    quantity, value = whole.mention.quantity, part.mention.quantity.value
    if value is None or quantity.value is None:
        return True
    return quantity.value >= value or (quantity.hard.high is not None and quantity.hard.high >= value)


def _is_named_between(pool: Pool, whole: Frame, part: Frame) -> bool:
    """Tell whether "them" may mean a nearer plural: "two surgeons ... asked visitors to give blood; 112 of them"."""
    tokens = pool.sentences[part.mention.sentence].tokens
    start = whole.mention.until if whole.mention.sentence == part.mention.sentence else 0
    between = list(tokens[start : part.mention.at])
    if whole.mention.sentence != part.mention.sentence:
        between += pool.sentences[whole.mention.sentence].tokens[whole.mention.until :]
    person = _counts_persons(pool, part)
    return any(_is_rival(pool, token.low, person) for token in between)


def _counts_persons(pool: Pool, part: Frame) -> bool:
    """Tell whether the word behind "of them" names persons: "38 of them firefighters" are no burns and no houses."""
    tokens = pool.sentences[part.mention.sentence].tokens
    return any(is_person(pool.lexicon, token.low) for token in tokens[part.mention.until : part.mention.until + 4])


def _is_rival(pool: Pool, low: str, person: bool) -> bool:
    if pool.lexicon["grammar"].get(low) is not None or not looks_plural(pool.lexicon, low):
        return False
    return not person or is_person(pool.lexicon, low)


def _largest(frames: Sequence[Frame]) -> Frame | None:
    """Return the frame whose top is highest; an open top beats all."""
    if not frames:
        return None
    return max(frames, key=lambda f: (f.mention.quantity.hard.high is None, f.mention.quantity.hard.high or 0))


def _grade(whole: Frame, part: Frame) -> str:
    if whole.mention.quoted != part.mention.quoted:
        return "quoted"
    return "strong" if whole.mention.quantity.kind in {"exact", "upper"} else "plain"


LINK = LinkType("subset", find, ("correction", "general", "vague", "part-event", "part-thing", "other-whole"))
