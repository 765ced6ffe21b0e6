"""Counts of one status at several times: hour by hour in a live report, day by day in a story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.engine.moments import moment_of
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.engine.phrasing import find
from checker.engine.spans import grain
from checker.facts.frames import BODY
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.values import NamedTuple

STAMPS = 3
FIRST_TOKENS = 3
DEAD = "dead"
BARS = ("other-event", "local", "modal")
TOTALS = frozenset({"total", "whole"})


class Step(NamedTuple):
    """``later`` was counted after ``earlier``; ``accused`` is the one that breaks the series where it is broken."""

    earlier: Frame
    later: Frame
    accused: Frame
    status: str
    reason: Reason


def steps(story: Story) -> Iterator[Step]:
    """Yield each count of a series with the one before it; none where the draft speaks of a correction."""
    if not _is_corrected(story):
        yield from _live(story)
        yield from _told(story)


def _is_corrected(story: Story) -> bool:
    book = story.lexicon["series"]
    cues = (cue for sentence in story.sentences for cue in book.beginning(sentence.tokens).values())
    return any(cue.entry.id == "correction" for cue in cues)


def value(frame: Frame) -> Decimal:
    """Return the printed number of a count, also of "at least 27"."""
    return frame.value


def _live(story: Story) -> Iterator[Step]:
    """Read the counts of three or more blocks that begin with a clock time, in the order of the times."""
    stamped = list(_stamped(story))
    minutes = [minute for minute, _ in stamped]
    falls, rises = all(a > b for a, b in pairwise(minutes)), all(a < b for a, b in pairwise(minutes))
    if len(stamped) < STAMPS or not (falls or rises):
        return
    by_status: dict[str, list[Frame]] = {}
    for _, block in sorted(stamped):
        for frame in story.frames:
            if frame.mention.block == block and _is_toll(frame) and not _is_update(story, frame):
                by_status.setdefault(frame.mention.status or "", []).append(frame)
    for status, frames in by_status.items():
        yield from _series(status, frames)


def _stamped(story: Story) -> Iterator[tuple[int, int]]:
    """Yield (minute of the day, block) for each body block that begins with a clock time."""
    seen: set[int] = set()
    for frame in story.frames:
        moment, block = moment_of(frame), frame.mention.block
        if block in seen or frame.block_role not in BODY:
            continue
        seen.add(block)
        if moment and moment.hour is not None and frame.mention.at <= FIRST_TOKENS and _opens(story, frame):
            yield moment.hour * 60 + (moment.minute or 0), block


def _opens(story: Story, frame: Frame) -> bool:
    """Tell whether only marks stand before the figure in its block."""
    start = story.document.blocks[frame.mention.block].span.start
    return not any(char.isalnum() for char in story.document.prose_of(start)[start : frame.mention.span.start])


def _is_toll(frame: Frame) -> bool:
    mention = frame.mention
    is_count = mention.quantity.dimension == "count" and mention.quantity.value is not None
    return (
        is_count and bool(mention.status) and mention.role in TOTALS and not frame.bar("other-event", "local", "modal")
    )


def _is_update(story: Story, frame: Frame) -> bool:
    """Tell of "(Update, 21:10: with the toll at 17 ...)" in an older entry."""
    return any(token.low in {"update", "updated"} for token in story.sentences[frame.mention.sentence].tokens)


def _series(status: str, frames: Sequence[Frame]) -> Iterator[Step]:
    kept = _rising(frames)
    for before, after in pairwise(frames):
        wrong = next((frame for frame in (before, after) if frame not in kept), after)
        yield Step(before, after, wrong, status, Reason("time stamps", status))


def _rising(frames: Sequence[Frame]) -> list[Frame]:
    """Return the longest run of counts that never falls: the others are the outliers."""
    tops: list[Decimal] = []
    ends: list[int] = []
    before: list[int] = []
    for at, frame in enumerate(frames):
        place = bisect_right(tops, value(frame))
        before.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [value(frame)]
        ends[place : place + 1] = [at]
    kept, at = [], ends[-1] if ends else -1
    while at >= 0:
        kept.append(frames[at])
        at = before[at]
    return kept


def _told(story: Story) -> Iterator[Step]:
    """Read "by Saturday of 251" against the toll of the lede, and "the toll was 39, and had risen to 38"."""
    lede = next((f for f in story.frames if f.is_lede and _is_toll(f) and f.mention.status == DEAD), None)
    for paragraph in paragraphs(story):
        if not _speaks_of_dead(story, paragraph):
            continue
        for match in find(paragraph, story.lexicon["series"], ["then-risen"], fits):
            old, new = match.figures["OLD"], match.figures["NEW"]
            yield Step(old, new, new, DEAD, Reason("phrasing", match.words))
        for match in find(paragraph, story.lexicon["series"], ["earlier"], fits) if lede else ():
            old = match.figures["OLD"]
            if lede and lede.mention.sentence != old.mention.sentence:
                yield Step(old, lede, old, DEAD, Reason("phrasing", match.words))


def _speaks_of_dead(story: Story, paragraph: Paragraph) -> bool:
    """Tell whether a toll stands in the paragraph: "spoke of 96 dead and by Saturday of 251"."""
    if any(frame.mention.status == DEAD for frame in paragraph.frames.values()):
        return True
    return any(match.entry.id == DEAD for match in paragraph.phrases(story.lexicon["tolls"]).values())


def fits(name: str, frame: Frame) -> bool:
    """Tell whether a figure may be a day, or a count of the dead that no word sets apart."""
    if name == "WHEN":
        return grain(frame) in {"day", "month"}
    mention, quantity = frame.mention, frame.mention.quantity
    if quantity.dimension != "count" or quantity.value is None or mention.status not in {None, DEAD}:
        return False
    is_total = mention.role in TOTALS or (name == "OLD" and mention.role == "earlier")
    return is_total and (mention.thing is None or mention.status == DEAD)
