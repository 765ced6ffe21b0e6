"""A figure that is put above or below an older or another one: "the deadliest since 1996, when eight died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.engine.once import once
from checker.engine.paragraphs import Paragraph
from checker.engine.phrasing import Match
from checker.engine.rivals import PARAGRAPHS, Rival, comparable, fits, value_before, worded, words_of
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason

OPENING = 6
DEAD = "dead"


def older_rivals(story: Story) -> Iterator[Rival]:
    """Yield each figure that words put above or below one of an earlier year, a record, or one it is second to."""
    for paragraph, rows in once(story, "superlatives", worded):
        yield from _since(story, paragraph, rows.get("since", ()))
        yield from _second_to(story, paragraph, rows.get("second-to", ()))
        yield from _ahead(paragraph, rows.get("ahead-with", ()))


def _since(story: Story, paragraph: Paragraph, matches: Sequence[Match]) -> Iterator[Rival]:
    for match in matches:
        row = "most" if "most" in match.cues else "least"
        start, other = match.cues[row][0], match.figures["OTHER"]
        value = (
            _age_before(paragraph, start)
            or value_before(paragraph, start, other)
            or _toll(story, paragraph, start, other)
            or _value_of_it(paragraph, start, other)
        )
        if value and not _is_ranked(story, paragraph, start):
            claim = f"{words_of(paragraph, *match.cues[row])} since {match.figures['YEAR'].mention.words}"
            yield Rival(value, other, row == "least", claim, Reason("phrasing", match.words))


def _age_before(paragraph: Paragraph, end: int) -> Frame | None:
    """Return the age in "Ana Quist, 36, is the youngest since 1974, when Carlo Benn won at 43"."""
    if paragraph.low(end) not in {"youngest", "oldest"}:
        return None
    begin = _sentence_start(paragraph, end)
    found = [f for at, f in paragraph.frames.items() if begin <= at < end and f.mention.quantity.dimension == "age"]
    return found[0] if len(found) == 1 else None


def _toll(story: Story, paragraph: Paragraph, start: int, other: Frame) -> Frame | None:
    """Return the draft's own toll for "the deadliest avalanche since 1996, when three skiers were killed"."""
    if other.mention.status != DEAD or other.mention.place or _sentence_start(paragraph, start) < start - OPENING:
        return None
    for frame in story.frames:
        if frame.mention.status == DEAD and 0 <= frame.paragraph <= PARAGRAPHS and frame.mention.role == "total":
            return None if frame.bar("other-event", "earlier", "modal") and not frame.is_opening else frame
    return None


def _value_of_it(paragraph: Paragraph, start: int, other: Frame) -> Frame | None:
    """Return the figure of the sentence before "It was the lowest number since 2014, when there were 129".

    Only where that sentence has one figure of the kind beside the old one: "to 118 from 157".
    """
    begin = _sentence_start(paragraph, start)
    if (
        other.mention.place
        or paragraph.low(begin) not in {"it", "this", "that"}
        or start - begin > OPENING
        or begin < 2
    ):
        return None
    before = _sentence_start(paragraph, begin - 2)
    found = [
        frame
        for at, frame in sorted(paragraph.frames.items())
        if before <= at < begin - 1 and fits("VALUE", frame) and paragraph.low(at - 1) != "from"
    ]
    same = [frame for frame in found if comparable(frame, other)]
    return same[0] if len(same) == 1 else None


def _sentence_start(paragraph: Paragraph, at: int) -> int:
    return max((start for start in paragraph.starts if start <= at), default=0)


def _second_to(story: Story, paragraph: Paragraph, matches: Sequence[Match]) -> Iterator[Rival]:
    """Read "31 inches fell ... It was the second-heaviest snowfall since 1893, behind 24 inches in 1958"."""
    for match in matches:
        row = "most" if "most" in match.cues else "least"
        start, other = match.cues["rank"][0], match.figures["OTHER"]
        value = value_before(paragraph, start, other) or _first_of_unit(story, other)
        if value:
            claim = f"{words_of(paragraph, match.cues['rank'][0], match.cues[row][1])}, behind {other.mention.words}"
            yield Rival(value, other, row == "least", claim, Reason("phrasing", match.words))


def _first_of_unit(story: Story, other: Frame) -> Frame | None:
    """Return the lede's amount where it has but one of that unit; counts are too many to tell."""
    quantity = other.mention.quantity
    if quantity.unit is None:
        return None
    before = [frame for frame in story.frames[: other.order] if frame.is_lede and fits("VALUE", frame)]
    same = [frame for frame in before if frame.mention.quantity.unit == quantity.unit]
    return same[0] if len(same) == 1 else None


def _ahead(paragraph: Paragraph, matches: Sequence[Match]) -> Iterator[Rival]:
    """Read "the most by any bowler and one ahead of Ansari, who has six", "one more than the club record of 15"."""
    for match in matches:
        value, other = match.figures.get("VALUE") or match.figures.get("NTH"), match.figures["OTHER"]
        if value is None:
            start = match.cues["most" if "most" in match.cues else "leading"][0]
            value = _nth_before(paragraph, start) or value_before(paragraph, start, other)
        if value and _are_one_kind(value, other):
            yield Rival(value, other, True, _ahead_words(match), Reason("phrasing", match.words))


def _nth_before(paragraph: Paragraph, end: int) -> Frame | None:
    """Return the ordinal that the sentence counts by: "It was his fifth haul of five or more, the most by any"."""
    begin = _sentence_start(paragraph, end)
    found = [frame for at, frame in paragraph.frames.items() if begin <= at < end and fits("NTH", frame)]
    return found[0] if len(found) == 1 else None


def _ahead_words(match: Match) -> str:
    by = match.figures.get("BY")
    return f"{by.mention.words.removesuffix(' ahead')} ahead" if by else "ahead"


def _are_one_kind(value: Frame, other: Frame) -> bool:
    """Tell whether the two can be ranked: amounts of one unit, or the ordinal of a series and its length."""
    a, b = value.mention.quantity, other.mention.quantity
    if a.dimension == "ordinal":
        return b.dimension == "count" and other.mention.status is None and b.granule <= 1
    return fits("VALUE", value) and comparable(value, other)


def _is_ranked(story: Story, paragraph: Paragraph, start: int) -> bool:
    before = story.lexicon["superlatives"].ending(paragraph.tokens, start)
    return before is not None and before.entry.id in {"rank", "one-of"}
