"""A length of time in the headline that is another one in the lede: "after 61 hours", "51 hours after"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.engine.check import Check
from checker.engine.content import noun_behind
from checker.engine.elapsed import meant_length
from checker.engine.kinds import duration
from checker.engine.phrasing import Match
from checker.engine.spans import span_shapes
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.facts.values import are_near
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.span import Span

FORMS = ("waited", "lasted")
EITHER = "has-lasted"
PARAGRAPHS = 1


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for a length in the headline and the one of its unit and form in the lede.

    The lede is accused where its own dates or clock times speak against it. A length of the top that equals the
    headline's bears it out: "Banker jailed for eight years" over "defrauded clients for six years ... to eight years".
    """
    for form in FORMS:
        lengths = [length for shapes in span_shapes(story) for length in _lengths(shapes.get(form, EITHER))]
        for title in (length for length in lengths if length.block_role in TITLES):
            told = [length for length in lengths if length.is_lede and _unit(length) == _unit(title)]
            if len(told) == 1 and are_near(title.mention.quantity, told[0].mention.quantity):
                yield from _claims(story, title, told[0])
    yield from _attributive(story)


def _attributive(story: Story) -> Iterator[Claim]:
    """Hold "Nine-week strike ends" against "a seven-week strike" of the lede: one noun behind both."""
    found = [(frame, noun) for frame in story.frames if _is_top(frame) and (noun := _noun_behind(story, frame))]
    for title, noun in found:
        told = [frame for frame, other in found if frame.is_lede and other == noun and _unit(frame) == _unit(title)]
        if title.block_role in TITLES and len(told) == 1 and are_near(title.mention.quantity, told[0].mention.quantity):
            yield from _claims(story, title, told[0])


def _noun_behind(story: Story, frame: Frame) -> str:
    """Return the noun of "nine-week strike"; "" for any other figure."""
    mention = frame.mention
    if mention.quantity.dimension != "duration" or "-" not in mention.words:
        return ""
    return next(iter(noun_behind(story.sentences[mention.sentence].tokens, mention.until, story.lexicon)), "")


def _lengths(matches: Sequence[Match]) -> list[Frame]:
    found = {match.figures["LENGTH"].order: match.figures["LENGTH"] for match in matches}
    return [frame for frame in found.values() if _is_top(frame) and frame.mention.role != "rate"]


def _is_top(frame: Frame) -> bool:
    return frame.is_lede or frame.block_role in TITLES


def _unit(frame: Frame) -> str | None:
    return frame.mention.quantity.unit


def _claims(story: Story, title: Frame, told: Frame) -> Iterator[Claim]:
    equal = [frame for frame in story.frames if _bears_out(frame, title)]
    claim = _claim(story, title, equal[0] if equal else told)
    if claim:
        yield claim


def _bears_out(frame: Frame, title: Frame) -> bool:
    a, b = frame.mention.quantity, title.mention.quantity
    is_body = 0 <= frame.paragraph <= PARAGRAPHS
    return is_body and a.dimension == b.dimension and a.unit == b.unit and a.value == b.value


def _claim(story: Story, title: Frame, told: Frame) -> Claim | None:
    durations = story.lexicon["durations"]
    first, second = (meant_length(frame.mention.quantity, durations) for frame in (title, told))
    if first is None or second is None:
        return None
    wrong = {claim.premises[0].span for claim in duration.claims(story) if not claim.holds}
    accused, other = (told, title) if _is_wrong(told, wrong) else (title, told)
    printed, computed = (second, first) if accused is told else (first, second)
    return Claim(
        check="duration-headline",
        premises=(Premise(accused.mention.span, "here"), Premise(other.mention.span, "there")),
        printed=printed[2],
        computed=computed[2],
        place=accused.block_role,
        result=other.mention.words,
        proof=(Reason("headline and lede", title.mention.quantity.unit or ""),),
    )


def _is_wrong(frame: Frame, wrong: set[Span]) -> bool:
    return frame.mention.span in wrong


CHECK = Check("duration-headline", claims)
