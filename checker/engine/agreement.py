"""Claims from links: shared by the kinds of check that hold two figures of one fact against each other."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from checker.engine.once import once
from checker.facts.names import fact_name, phrase, place_name
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame, Link
from checker.model.interval import Interval

SLOTS = ("first", "second", "first_place", "second_place", "fact")


def claim_of(
    story: Story,
    link: Link,
    check: str,
    printed: Interval,
    computed: Interval,
    relation: str = "equal",
    result: str | None = None,
) -> Claim:
    """Return the claim of a link, its premises with the outlier first. ``printed`` belongs to ``link.second``."""
    accused, other = (
        (link.second, link.first) if relation != "equal" or not _is_outlier(story, link) else (link.first, link.second)
    )
    if accused is link.first:
        printed, computed = computed, printed
    name = fact_name(link.first, story.lexicon)
    return Claim(
        check=check,
        premises=(Premise(accused.mention.span, place_name(accused)), Premise(other.mention.span, place_name(other))),
        printed=printed,
        computed=computed,
        relation=relation,
        link=link.type,
        strength=link.strength,
        status=link.second.mention.status or "",
        thing=link.second.mention.thing.family if link.second.mention.thing else "",
        place=_place(link),
        fact=name,
        result=result,
        proof=link.proof,
        slots=slots(link, name),
    )


def slots(link: Link, name: str) -> dict[str, str]:
    """Return the words for a message: both figures in text order, where they stand, what they count."""
    return {
        "first": phrase(link.first),
        "second": phrase(link.second),
        "first_place": place_name(link.first),
        "second_place": place_name(link.second),
        "fact": name,
    }


def unvetoed(story: Story, *types: str) -> list[Link]:
    """Return the links of these types that no veto silenced, in the order in which they were found."""
    return [link for link in story.links if link.veto is None and link.type in types]


def _is_outlier(story: Story, link: Link) -> bool:
    """Tell whether the first figure is the odd one: fewer other figures of its status print its number."""
    counts = once(story, "numbers by status", _numbers)
    status = link.first.mention.status
    if status is None or link.second.mention.status != status:
        return False
    return counts[status, _number(link.first)] < counts[status, _number(link.second)]


def _numbers(story: Story) -> Counter[tuple[str, Decimal | None]]:
    """Count how often each number is printed of each status."""
    return Counter((f.mention.status, _number(f)) for f in story.frames if f.mention.status)


def _number(frame: Frame) -> Decimal | None:
    return frame.mention.quantity.value


def _place(link: Link) -> str:
    roles = {link.first.block_role, link.second.block_role}
    for role in ("headline", "standfirst", "caption", "infobox", "table_cell"):
        if role in roles:
            return role
    return "body"
