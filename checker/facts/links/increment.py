"""An increment said twice: "five new deaths" in the headline, "six more people died" in the lede."""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.links import LinkType
from checker.facts.pool import Pool
from checker.facts.values import excuses
from checker.model.frame import Link
from checker.model.mention import Reason


def find(pool: Pool) -> Iterator[Link]:
    """Yield a headline's increment with the top paragraphs' increment of the same status, an equal one first."""
    for title in pool.titles:
        if title.mention.role != "increment" or not title.mention.status:
            continue
        top = [f for f in pool.figures(title) if f.paragraph <= 2 and f.mention.role == "increment"]
        equal = [f for f in top if excuses(f.mention.quantity, title.mention.quantity)]
        if top:
            yield Link("increment", "same", (equal or top)[0], title, (Reason("headline and lede", "increment"),))


LINK = LinkType("increment", find, ("correction", "modal", "vague", "near"))
