"""Lengths of time that no shape ties to their ends: "came out on 6 March and went back on 20 March. Three weeks ...".

The dates or clock times around a length are all that could bound it. Any pair of the neighbourhood that bears it out
excuses it; it is accused only where just two stand near and it is their distance but for a slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.engine.elapsed import elapsed, lay, meant_length
from checker.engine.moments import moment_of, moments_in, timed_paragraphs
from checker.engine.paragraphs import Paragraph
from checker.engine.reach import within_reach
from checker.engine.spans import EXCUSE, LOOSE, SLIP, Lasting, grain
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason

BACK, AHEAD, MANY = 2, 1, 16
"""Sentences before and behind a length in which its ends may stand; moments that are tried as excuses at most."""
FINE = frozenset({"clock", "day"})
GRAINS = {
    "minute": frozenset({"clock"}),
    "hour": frozenset({"clock"}),
    "day": frozenset({"day"}),
    "night": frozenset({"day"}),
    "week": frozenset({"day"}),
    "fortnight": frozenset({"day"}),
    "month": frozenset({"month", "day"}),
    "year": frozenset({"year", "month", "day"}),
    "decade": frozenset({"year"}),
}
"""How finely the ends of a length are printed, by its unit."""
FOREIGN = ("other-event", "modal", "claim", "exclusion", "earlier")


def loose_spans(story: Story) -> Iterator[Lasting]:
    """Yield each length with the only two moments near it, and with all that can excuse it."""
    for paragraph in timed_paragraphs(story):
        moments = moments_in(paragraph)
        for at, length in paragraph.frames.items():
            pair = _pair(moments, length) if len(moments) > 1 and _is_length(length) else None
            pair = None if pair and _is_spoken_for(story, paragraph, pair, length) else pair
            tie = _tie(story, paragraph, at, pair) if pair else ""
            if pair and tie:
                yield from _tried(story, length, pair, tie)


def _is_spoken_for(story: Story, paragraph: Paragraph, pair: tuple[Frame, Frame], length: Frame) -> bool:
    """Tell whether another length of the paragraph is what lies between the two, or one is on another zone's clock."""
    ends = lay(moment, until, None) if (moment := moment_of(pair[0])) and (until := moment_of(pair[1])) else None
    others = [f for f in paragraph.frames.values() if f is not length and f.mention.quantity.dimension == "duration"]
    for other in others if ends else ():
        meant = meant_length(other.mention.quantity, story.lexicon["durations"])
        between = elapsed(*ends, meant[0]) if meant and ends else None
        if meant and between and not between.is_disjoint(meant[2].scaled(meant[1])):
            return True
    behind = [paragraph.low(paragraph.ends[at][0]) for at, frame in paragraph.frames.items() if frame in pair]
    rows = (story.lexicon["loose_spans_behind"].get(word) for word in behind)
    return any(row and row.id == "zone" for row in rows)


def _is_length(frame: Frame) -> bool:
    mention = frame.mention
    is_plain = mention.quantity.dimension == "duration" and mention.quantity.kind in {"exact", "approx"}
    return is_plain and mention.role not in {"rate", "target", "capacity"} and frame.bar(*FOREIGN) is None


def _pair(moments: Sequence[Frame], length: Frame) -> tuple[Frame, Frame] | None:
    """Return the two moments near a length, where there are no more of their kind."""
    here = length.mention.sentence
    fine = GRAINS.get(length.mention.quantity.unit or "", frozenset())
    near = [f for f in moments if -BACK <= f.mention.sentence - here <= AHEAD and grain(f) in fine]
    if len(near) != 2 or any(f.bar("other-event") for f in near):
        return None
    return near[0], near[1]


def _tie(story: Story, paragraph: Paragraph, at: int, pair: tuple[Frame, Frame]) -> str:
    """Return how a length hangs on what was told: by a word like "the" or "their", or only by standing there."""
    before = story.lexicon["loose_spans"].ending(paragraph.tokens, at)
    behind = story.lexicon["loose_spans_behind"].at(paragraph.tokens, paragraph.ends[at][-1])
    cues = {match.entry.id for match in (before, behind) if match}
    if "elsewhere" in cues:
        return ""
    if cues & {"looks-back", "there"}:
        return LOOSE
    return SLIP if "took" in cues or all(grain(moment) in FINE for moment in pair) else ""


def _tried(story: Story, length: Frame, pair: tuple[Frame, Frame], tie: str) -> Iterator[Lasting]:
    words = ", ".join(moment.mention.words for moment in pair)
    yield Lasting(length, *pair, Reason("the only two moments near", words), tie)
    yield Lasting(length, pair[1], pair[0], Reason("the only two moments near", words), EXCUSE)
    near = [f for f in within_reach(story, length) if grain(f)]
    near = sorted(near, key=lambda f: abs(f.mention.sentence - length.mention.sentence))[:MANY]
    for start, end in combinations(sorted(near, key=lambda f: f.order), 2):
        yield Lasting(length, start, end, Reason("moments near", ""), EXCUSE)
        yield Lasting(length, end, start, Reason("moments near", ""), EXCUSE)
    for start in near:
        yield Lasting(length, start, None, Reason("the day of the draft", ""), EXCUSE)
