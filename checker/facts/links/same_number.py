"""One number of one status in two forms: "160 people dead" and "over 160 deaths"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.links import LinkType
from checker.facts.pool import NEVER, Pool
from checker.facts.values import is_drift
from checker.model.frame import Frame, Link
from checker.model.mention import Reason


def find(pool: Pool) -> Iterator[Link]:
    """Yield the first figure of a number and a status with the first later one that prints it under another bound."""
    seen: dict[tuple[str, object], list[Frame]] = {}
    for frame in sorted([*pool.titles, *pool.captions, *pool.infobox, *pool.body], key=lambda f: f.order):
        mention = frame.mention
        key = mention.status or (mention.thing.head if mention.thing else "")
        value = mention.quantity.value
        if not key or value is None or mention.role in NEVER | {"part", "increment", "remainder"}:
            continue
        earlier = seen.setdefault((key, value), [])
        other = next((f for f in earlier if is_drift(f.mention.quantity, mention.quantity)), None)
        if other:
            yield Link(
                "same-number", "same", other, frame, (Reason("same number, same status", key),), _grade(other, frame)
            )
        earlier.append(frame)


def _grade(first: Frame, second: Frame) -> str:
    """Grade "top" where headline or lede hold one of the forms, else "body"."""
    top = any(f.is_lede or f.paragraph == -1 for f in (first, second))
    return "top" if top else "body"


LINK = LinkType("same-number", find, ("correction", "other-event", "general", "claim", "earlier", "modal", "narrower"))
