"""A definite figure looks back: "the 26 dead" must have been counted before."""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.links import LinkType
from checker.facts.pool import NEVER, Pool, before
from checker.facts.things import can_be_one, is_neutral
from checker.facts.values import excuses
from checker.model.frame import Frame, Link
from checker.model.mention import Reason


def find(pool: Pool) -> Iterator[Link]:
    """Yield each definite figure with its antecedent: an equal one before it, else the likeliest."""
    for frame in pool.body:
        mention = frame.mention
        if not mention.definite or mention.role in NEVER | {"part", "remainder", "increment", "earlier"}:
            continue
        if not mention.status and (mention.thing is None or _opens_new_set(pool, frame)):
            continue
        antecedent = _antecedent(pool, frame)
        if antecedent:
            proof = Reason("definite", f"“{mention.words}” looks back to “{antecedent.mention.words}”")
            yield Link("definite", "same", antecedent, frame, (proof,), _strength(antecedent, frame))


def _opens_new_set(pool: Pool, frame: Frame) -> bool:
    """Tell whether a relative clause narrows the figure: "the nine who drove home" were not counted before."""
    tokens = pool.sentences[frame.mention.sentence].tokens
    until = frame.mention.until
    return until < len(tokens) and tokens[until].low in {
        "who",
        "that",
        "which",
        "whose",
        "in",
        "of",
        "from",
        "with",
        "for",
        "at",
        "to",
        "on",
    }


def _antecedent(pool: Pool, frame: Frame) -> Frame | None:
    earlier = [f for f in _candidates(pool, frame) if f.mention.role not in NEVER]
    equal = next((f for f in reversed(earlier) if excuses(f.mention.quantity, frame.mention.quantity)), None)
    if equal:
        return equal
    totals = [f for f in earlier if f.mention.role in {"total", "whole"}]
    same_noun = [
        f
        for f in totals
        if f.mention.thing and frame.mention.thing and f.mention.thing.head == frame.mention.thing.head
    ]
    return next(iter(same_noun or totals), None)


def _candidates(pool: Pool, frame: Frame) -> list[Frame]:
    """List the figures that the definite may look back to: of its status, or of its noun or family, titles too."""
    mention, lexicon, order = frame.mention, pool.lexicon, frame.order
    titles = [t for t in pool.titles if mention.status and t.mention.status == mention.status and t.order < order]
    figures = list(before(pool.figures(frame), order))
    if not mention.status:
        return titles + [f for f in figures if can_be_one(f.mention, mention, lexicon)]
    if mention.thing and not is_neutral(mention, lexicon):
        named = before(pool.by_head.get(mention.thing.head, ()), order)
        figures += [f for f in named if f.mention.status is None]
        figures.sort(key=lambda f: f.order)
    return titles + figures


def _strength(first: Frame, second: Frame) -> str:
    if second.mention.quoted or first.mention.quoted or (second.source and second.source != first.source):
        return "quoted"
    if second.mention.status and first.mention.status == second.mention.status:
        return "strong"
    heads = (
        first.mention.thing.head if first.mention.thing else "",
        second.mention.thing.head if second.mention.thing else "",
    )
    return "strong" if heads[0] == heads[1] else "plain"


LINK = LinkType(
    "definite",
    find,
    (
        "correction",
        "other-event",
        "claim",
        "dispute",
        "exclusion",
        "general",
        "vague",
        "narrower",
        "may-be-part",
        "place",
        "equal-elsewhere",
        "equal-count",
        "plus-one",
        "sum-before",
        "explained",
        "near",
    ),
)
