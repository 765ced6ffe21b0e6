"""Two sources with two figures for one thing: "police said 6,000 took part; the league spoke of 11,000"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.check import Check
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.phrasing import Match, find
from checker.facts.story import Story
from checker.facts.values import are_near
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame

NO_AMOUNTS = frozenset({"date", "time", "age", "ordinal", "ratio"})


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for two figures of one sentence that two sources give for one thing."""
    for paragraph in paragraphs(story):
        if len(paragraph.frames) < 2:
            continue
        for match in find(paragraph, story.lexicon["attributions"], ["two-voices"], fits):
            first, second = match.figures["FIRST"], match.figures["SECOND"]
            if _is_one_thing(first, second) and _is_attributed(story, paragraph, match):
                yield _claim(first, second)


def fits(name: str, frame: Frame) -> bool:
    """Tell whether a figure may be one that a source gives."""
    quantity = frame.mention.quantity
    return quantity.dimension not in NO_AMOUNTS and quantity.value is not None


def _is_one_thing(first: Frame, second: Frame) -> bool:
    """Tell whether the second figure names nothing else: bare, or the same unit and noun."""
    a, b = first.mention, second.mention
    if not are_near(a.quantity, b.quantity):
        return False
    if b.thing is None and b.quantity.dimension == "count" and b.status is None:
        return True
    same = a.quantity.dimension == b.quantity.dimension and a.quantity.unit == b.quantity.unit
    return same and (b.thing is None or (a.thing is not None and a.thing.head == b.thing.head))


def _is_attributed(story: Story, paragraph: Paragraph, match: Match) -> bool:
    """Tell whether the first figure has a source of its own: a word of saying stands in its half of the sentence."""
    book, tokens = story.lexicon["attributions"], paragraph.tokens
    start = match.start
    while start and tokens[start - 1].low != END:
        start -= 1
    for at in range(start, match.cues["says"][0]):
        word = book.at(tokens, at)
        if word and word.entry.id == "says":
            return True
    return False


def _claim(first: Frame, second: Frame) -> Claim:
    return Claim(
        check="sources",
        premises=(Premise(second.mention.span, "here"), Premise(first.mention.span, "the other source")),
        printed=second.mention.quantity.hard,
        computed=first.mention.quantity.hard,
        place=second.block_role,
        result=first.mention.words,
    )


CHECK = Check("sources", claims)
