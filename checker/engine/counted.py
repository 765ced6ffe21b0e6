"""A bound that stood for a count, and the count itself: "well under 200 people ... had counted 212 in"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.ceilings import (
    BOUNDS,
    FAR,
    NEAR,
    NUMBERS,
    Broken,
    Limit,
    are_near,
    is_exception,
    is_like,
    is_near,
    limits,
    span,
)
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.model.frame import Frame


def counted(story: Story) -> Iterator[Broken]:
    """Yield each bound with the count near it that words call so, where no other figure near keeps to the bound."""
    for paragraph, limit in limits(story):
        for one in (*_counts(story, paragraph, limit), *_titled(story, limit)):
            at_home = next(p for p in paragraphs(story) if p.block.order == one.figure.mention.block)
            if is_near(one) and not is_exception(story, at_home, one.figure):
                yield one


def _counts(story: Story, paragraph: Paragraph, limit: Limit) -> Iterator[Broken]:
    """Yield the figure of "well under 200 people ... had counted 212 in", where none near keeps to the bound."""
    if limit.frame.mention.quantity.kind not in BOUNDS or limit.is_for_all:
        return
    reach = span(paragraph, limit)
    near = {at: f for at, f in paragraph.frames.items() if f is not limit.frame and is_like(limit.frame, f)}
    if any(limit.kept.contains(f.value) and are_near(limit.frame.value, f.value, FAR * FAR) for f in near.values()):
        return
    for at, figure in near.items():
        words = _count_cue(story, paragraph, limit, at) if at in reach else ""
        if words:
            yield Broken(limit, figure, words)
            return


def _titled(story: Story, limit: Limit) -> Iterator[Broken]:
    """Yield the "counted 4,240 people" under "Over 5,000 march", where no figure keeps to the headline."""
    title = limit.frame.mention
    if limit.frame.block_role not in TITLES or title.quantity.kind not in BOUNDS or title.quantity.dimension != "count":
        return
    like = [f for f in story.frames if f.block_role not in TITLES and _may_be_titled(limit.frame, f)]
    if any(limit.kept.contains(f.value) for f in like):
        return
    for body in (p for p in paragraphs(story) if p.block.role not in TITLES):
        for at, figure in body.frames.items():
            before = story.lexicon["ceilings"].ending(body.tokens, at)
            if figure in like and figure.paragraph <= 1 and before and before.entry.id == "counted":
                yield Broken(limit, figure, "counted")
                return


def _may_be_titled(title: Frame, figure: Frame) -> bool:
    a, b = title.mention, figure.mention
    is_number = b.quantity.dimension == "count" and b.quantity.kind in NUMBERS and b.quantity.value is not None
    heads = {mention.thing.head for mention in (a, b) if mention.thing}
    return is_number and len(heads | ({"people"} if a.thing is None else set())) <= 1 and b.status in {None, a.status}


def _count_cue(story: Story, paragraph: Paragraph, limit: Limit, at: int) -> str:
    """Return the word that makes a figure the count itself: "counted 212", "14, by the federation's count"."""
    book, tokens = story.lexicon["ceilings"], paragraph.tokens
    frame = paragraph.frames[at]
    before, end = book.ending(tokens, at), paragraph.ends[at][-1]
    is_money = frame.mention.quantity.dimension == "money"
    rows = {"counted", "total"} if is_money else {"counted"}
    if before and before.entry.id in rows:
        return before.entry.id
    if is_money and frame.mention.modifier:
        words = frame.mention.document.words(frame.mention.modifier).lower()
        entry = book.get(words)
        return words if entry and entry.id in {"total", "count-behind"} else ""
    is_told = ":" in paragraph.lows[max(0, at - 2) : at] and paragraph.low(end) == ","
    behind = [book.at(tokens, i) for i in range(end, min(len(tokens), end + 2 * NEAR))]
    return "count" if is_told and any(m and m.entry.id == "count-behind" for m in behind) else ""
