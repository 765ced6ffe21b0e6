"""A caption's or a fact box's figure and the body's figure of the same status."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from checker.facts.links import LinkType
from checker.facts.pool import MANY, NEVER, Pool, bars_of, is_total
from checker.facts.things import can_be_one
from checker.facts.values import excuses
from checker.model.frame import Frame, Link
from checker.model.mention import Reason


def find_captions(pool: Pool) -> Iterator[Link]:
    """Yield each caption figure with the body's: an equal one, else one of the same place, else the first total."""
    yield from _find(pool, "caption", pool.captions)


def find_infobox(pool: Pool) -> Iterator[Link]:
    """Yield each figure of a fact box with the body's of the status that its label names."""
    yield from _find(pool, "infobox", pool.infobox)


def _find(pool: Pool, name: str, frames: Sequence[Frame]) -> Iterator[Link]:
    bare = {f.mention.quantity.value for f in pool.body if f.mention.status is None and f.mention.thing is None}
    for frame in frames:
        mention = frame.mention
        if mention.role in NEVER | {"remainder", "earlier"}:
            continue
        body = _counterpart(_figures(pool, frame), frame)
        if body and not (name == "caption" and _is_said(body, frame, bare)):
            proof = Reason(f"{name} and body", mention.status or body.mention.words)
            yield Link(name, "same", body, frame, (proof,), _grade(body, frame))


def _is_said(body: Frame, frame: Frame, bare: Container[Decimal | None]) -> bool:
    """Tell whether the body has a caption's number elsewhere, without a status: "255: 217 in the capital"."""
    value = frame.mention.quantity.value
    return body.mention.quantity.value != value and value in bare


def _grade(body: Frame, frame: Frame) -> str:
    if body.mention.quoted:
        return "quoted"
    return "strong" if frame.mention.status and frame.mention.status == body.mention.status else "noun"


def _figures(pool: Pool, frame: Frame) -> list[Frame]:
    """Return the body's figures of the status, else of the noun; none where they are many."""
    if frame.mention.status and pool.figures(frame):
        figures = pool.figures(frame)
        return list(figures) if len(figures) <= MANY else []
    head = frame.mention.thing.head if frame.mention.thing else ""
    named = pool.by_head.get(head, ())
    return [f for f in named if can_be_one(frame.mention, f.mention, pool.lexicon)] if len(named) <= MANY else []


def _counterpart(figures: Sequence[Frame], frame: Frame) -> Frame | None:
    figures = [f for f in figures if not bars_of(f, "other-event")]
    equal = [f for f in figures if excuses(f.mention.quantity, frame.mention.quantity)]
    place = _place(frame)
    there = [f for f in figures if place and _place(f) == place and is_total(f)]
    totals = [f for f in figures if is_total(f) or f.mention.role == "part"]
    return next(iter(equal or there or totals), None)


def _place(frame: Frame) -> str:
    return frame.mention.document.words(frame.mention.place).lower() if frame.mention.place else ""


VETOES = ("correction", "other-event", "modal", "vague", "plus-one", "narrower", "slip-only", "near")
CAPTION = LinkType("caption", find_captions, VETOES)
INFOBOX = LinkType("infobox", find_infobox, VETOES)
