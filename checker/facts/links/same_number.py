"""One number of one status in two forms: "160 people dead" and "over 160 deaths"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.facts.links import LinkType
from checker.facts.pool import NEVER, Pool
from checker.facts.values import holds_its_number, significant
from checker.model.frame import Frame, Link
from checker.model.mention import Reason

ODD = 3


def find(pool: Pool) -> Iterator[Link]:
    """Yield the first figure of a number and a status with the first later one that prints it under another bound."""
    seen: dict[tuple[str, Decimal, bool], Frame] = {}
    for frame in sorted([*pool.titles, *pool.captions, *pool.infobox, *pool.body], key=lambda f: f.order):
        value, holds = frame.mention.quantity.value, holds_its_number(frame.mention.quantity)
        if value is None or holds is None or frame.mention.role in NEVER | {"part", "increment", "remainder"}:
            continue
        for key in _keys(frame, value):
            seen.setdefault((key, value, holds), frame)
            other = seen.get((key, value, not holds))
            if other:
                yield Link("same-number", "same", other, frame, (Reason("same number", key),), _grade(other, frame))
                break


def _keys(frame: Frame, value: Decimal) -> Iterator[str]:
    """Yield what a number must share to be the same: its status, its noun, or at the top three digits ("416")."""
    mention = frame.mention
    if mention.status:
        yield mention.status
    elif mention.thing:
        yield mention.thing.head
    if (frame.paragraph <= 0 or frame.is_lede) and len(significant(value)) >= ODD:
        yield "a number of three digits at the top"


def _grade(first: Frame, second: Frame) -> str:
    """Grade "top" where headline or lede hold one of the forms, else "body"."""
    top = any(f.is_lede or f.paragraph == -1 for f in (first, second))
    return "top" if top else "body"


LINK = LinkType(
    "same-number", find, ("correction", "other-event", "general", "claim", "dispute", "earlier", "modal", "narrower")
)
