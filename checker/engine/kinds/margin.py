"""The margin of a vote in the headline that is not that of the story: "survives by six" over 101 votes to 97."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.engine.check import Check
from checker.engine.grouped import Grouped, grouped
from checker.engine.paragraphs import paragraphs
from checker.engine.phrasing import Match
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason

PARAGRAPHS = 2


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for a headline's margin and the first votes of the story.

    Any other pair of votes with that margin bears it out, and so does a "majority of" that number in the story.
    """
    if not any(frame.block_role in TITLES and _is_count("BY", frame) for frame in story.frames):
        return
    places = grouped(paragraphs(story), story.lexicon["margins"], _is_count)
    titles = [(g, m) for g in places if g.paragraph.block.role in TITLES for m in g.get("by-margin")]
    told = [m for g in places if g.paragraph.block.role not in TITLES for m in g.get("tally")]
    top = [match for match in told if 0 <= match.figures["MORE"].paragraph <= PARAGRAPHS]
    for place, match in titles[:1]:
        by = match.figures["BY"]
        if top and _is_ballot(story, place, top[0]) and not _is_said(story, by):
            apart = {_apart(pair) for pair in told}
            first = next((pair for pair in told if _apart(pair) == by.value), top[0])
            if by.value in apart or by.value < top[0].figures["MORE"].value:
                yield _claim(by, first)


def _is_count(name: str, frame: Frame) -> bool:
    """Tell whether a figure may be a number of votes; a margin counts nothing or votes."""
    quantity, thing = frame.mention.quantity, frame.mention.thing
    is_exact = quantity.dimension == "count" and quantity.kind == "exact" and (quantity.value or 0) > 0
    return is_exact and (name != "BY" or thing is None or thing.head == "vote")


def _is_ballot(story: Story, title: Grouped, pair: Match) -> bool:
    """Tell whether headline and story speak of votes, not of goals."""
    book = story.lexicon["margins"]
    sentence = story.sentences[pair.figures["MORE"].mention.sentence].tokens
    both = (title.paragraph.lows, [token.low for token in sentence])
    return all(any((entry := book.get(low)) and entry.id == "ballot" for low in lows) for lows in both)


def _is_said(story: Story, by: Frame) -> bool:
    """Tell whether the story gives that margin itself: "a majority of six"."""
    book = story.lexicon["margins"]
    for frame in story.frames:
        if frame.paragraph >= 0 and frame.mention.quantity.value == by.value and _is_count("BY", frame):
            before = book.ending(story.sentences[frame.mention.sentence].tokens, frame.mention.at)
            if before and before.entry.id == "lead":
                return True
    return False


def _apart(pair: Match) -> Decimal:
    return abs(pair.figures["MORE"].value - pair.figures["LESS"].value)


def _claim(by: Frame, pair: Match) -> Claim:
    votes: Sequence[Frame] = (pair.figures["MORE"], pair.figures["LESS"])
    return Claim(
        check="margin",
        premises=(Premise(by.mention.span, "here"), *(Premise(vote.mention.span, "votes") for vote in votes)),
        printed=point(by.value),
        computed=point(_apart(pair)),
        place=by.block_role,
        result=f"{_apart(pair)}",
        proof=(Reason("phrasing", pair.words),),
        slots={"votes": pair.words},
    )


CHECK = Check("margin", claims, slots=("votes",))
