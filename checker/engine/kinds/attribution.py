"""Contested figures without a source: "6,000 people were evicted", and nobody says so."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.check import Check
from checker.facts.frames import BODY
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.document import Sentence
from checker.model.frame import Frame
from checker.model.interval import point

LEAST = 10


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for the first contested figure of each sentence: a source must stand in its paragraph."""
    seen: set[int] = set()
    for frame in story.frames:
        mention = frame.mention
        if _is_contested(story, frame) and mention.sentence not in seen:
            seen.add(mention.sentence)
            sourced = mention.quoted or bool(mention.source) or _has_source(story, mention.block)
            yield Claim(
                check="attribution",
                premises=(Premise(mention.span, "here"),),
                printed=point(int(sourced)),
                computed=point(1),
                status=mention.status or "",
                place=frame.block_role,
            )


def _is_contested(story: Story, frame: Frame) -> bool:
    mention = frame.mention
    if frame.block_role not in BODY or mention.quantity.dimension != "count" or not mention.status:
        return False
    # A small number was seen by somebody, an old one is on record; it is the large ones of the day that are disputed.
    if frame.bar("other-event", "other-day") or (mention.quantity.hard.high or LEAST) < LEAST:
        return False
    entry = story.lexicon["attributions"].get(mention.status)
    return entry is not None and entry.id == "contested" and mention.role in {"total", "increment"}


def _has_source(story: Story, block: int) -> bool:
    return any(_says(story, sentence) for sentence in story.sentences if sentence.block == block)


def _says(story: Story, sentence: Sentence) -> bool:
    """Tell whether a word of saying stands in the sentence, or a quotation, also where it holds no figure."""
    prose = story.document.prose_of(sentence.span.start)[sentence.span.start : sentence.span.end].lower()
    if any(mark in prose for mark in '"“”'):
        return True
    book, words = story.lexicon["attributions"], prose.replace(",", " ").replace(".", " ").split()
    runs = (" ".join(words[at : at + length]) for at in range(len(words)) for length in (1, 2, 3))
    return any(entry.id == "says" for run in runs if (entry := book.get(run)))


CHECK = Check("attribution", claims, selects=("status",))
