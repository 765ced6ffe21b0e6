"""A whole and all its parts, where the words say that these are all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.engine.measures import alike
from checker.engine.paragraphs import END, TIMES, Paragraph, paragraphs
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason

ITEM, LAST = 10, 16
"""Words that may stand behind a part's noun before the next part, and behind the last part before the sum."""
OPENERS = {"(": ")", ":": END, "–": "–", "—": "—", "-": "-"}
JOINTS = frozenset({",", ";", "and", "&", "plus"})
NO_PARTS = frozenset({"rate", "capacity", "target", "comparison", "earlier"})


class Partition(NamedTuple):
    """``parts`` make up the ``whole``. ``others`` are figures that can be the whole as well and then excuse it.

    ``reason`` is named "sum", "list", "sides" or "rest", by what tells that the parts are all.
    """

    whole: Frame
    parts: Sequence[Frame]
    others: Sequence[Frame]
    reason: Reason
    strength: str


def partitions(story: Story) -> Iterator[Partition]:
    """Yield each whole that is given with all its parts."""
    for paragraph in paragraphs(story):
        if len(paragraph.frames) > 2:
            yield from _summed(story, paragraph)
            yield from _listed(story, paragraph)
            yield from _sided(story, paragraph)
            yield from _split(story, paragraph)


def _summed(story: Story, paragraph: Paragraph) -> Iterator[Partition]:
    """Read "19 civilians and eight fighters, a total of 27" and "168 passengers and 19 crew, 187 in all"."""
    for at, whole in paragraph.frames.items():
        words = _sum_words(story, paragraph, at, whole)
        if words and paragraph.low(at - 1) in {",", "–", "—", "-", "("}:
            run = _run_before(story, paragraph, at - 1, whole)
            if len(run) > 1:
                yield Partition(whole, run, (), Reason("sum", words), "strong")


def _sum_words(story: Story, paragraph: Paragraph, at: int, whole: Frame) -> str:
    """Return the words by which a figure is said to be a sum; "" without any."""
    book, modifier = story.lexicon["parts"], whole.mention.modifier
    words = story.document.words(modifier).lower() if modifier else ""
    behind = book.at(paragraph.tokens, paragraph.ends[at][0])
    entries = [book.get(words), behind.entry if behind else None]
    if any(entry and entry.id.startswith("summed") for entry in entries):
        return words or "in all"
    return ""


def _run_before(story: Story, paragraph: Paragraph, end: int, whole: Frame) -> list[Frame]:
    """Return the parts that end at token *end*, back to where words no longer join them; in text order."""
    run: list[Frame] = []
    for at in reversed([place for place in paragraph.frames if place < end]):
        frame, behind = paragraph.frames[at], paragraph.ends[at][0]
        if frame.mention.quantity.dimension in TIMES:
            continue
        is_joined = not run or any(low in JOINTS for low in paragraph.lows[behind:end])
        if not is_joined or not _reaches(story, paragraph, behind, end, ITEM if run else LAST):
            break
        if not _can_be_part(story, frame, whole):
            break
        run.insert(0, frame)
        end = at
    return run


def _reaches(story: Story, paragraph: Paragraph, start: int, end: int, most: int) -> bool:
    """Tell whether the words between a part and the next one only say more of it: no new clause, no "including"."""
    lows = paragraph.lows[start:end]
    if len(lows) > most or END in lows or any(low in OPENERS for low in lows) or "." in lows:
        return False
    book = story.lexicon["parts"]
    cues = [book.at(paragraph.tokens, at) for at in range(start, end)]
    return not any(cue and cue.entry.id == "subset" for cue in cues)


def _can_be_part(story: Story, frame: Frame, whole: Frame) -> bool:
    mention = frame.mention
    if mention.role in NO_PARTS or mention.quantity.kind not in {"exact", "approx"}:
        return False
    return mention.partitive != "including" and alike(frame, whole, story.lexicon) and frame.bar("other-event") is None


def _listed(story: Story, paragraph: Paragraph) -> Iterator[Partition]:
    """Read "14 medals (six gold, five silver, three bronze)" and "57 people: 18 men, 15 women and 24 children"."""
    for at, whole in paragraph.frames.items():
        opener = paragraph.ends[at][0]
        closer = OPENERS.get(paragraph.low(opener))
        if closer is None or whole.mention.role in NO_PARTS:
            continue
        run = _run_behind(story, paragraph, opener + 1, closer, whole)
        if len(run) > 1:
            strength = "strong" if closer == ")" else "weak"
            yield Partition(whole, run, (), Reason("list", paragraph.low(opener)), strength)


def _run_behind(story: Story, paragraph: Paragraph, start: int, closer: str, whole: Frame) -> list[Frame]:
    """Return the parts of a list from token *start* to *closer*; none if anything else stands in it."""
    run: list[Frame] = []
    at = start
    while at < len(paragraph.lows):
        place = next((i for i in range(at, min(at + 3, len(paragraph.lows))) if i in paragraph.frames), None)
        if place is None or not _can_be_part(story, paragraph.frames[place], whole):
            return []
        run.append(paragraph.frames[place])
        behind = paragraph.ends[place][0]
        end = next((i for i in range(behind, len(paragraph.lows)) if _ends_item(paragraph, i, closer)), -1)
        if end < 0 or not _reaches(story, paragraph, behind, end, ITEM):
            return []
        at = end
        while paragraph.low(at) in JOINTS:
            at += 1
        if paragraph.low(at) in {closer, "."}:
            return run
    return []


def _ends_item(paragraph: Paragraph, at: int, closer: str) -> bool:
    return paragraph.lows[at] in JOINTS | {closer, "."} or at in paragraph.inside


def _sided(story: Story, paragraph: Paragraph) -> Iterator[Partition]:
    """Read "10 games, of which they play six at home and four away" and "31 people, 19 men and 12 women"."""
    places = list(paragraph.frames)
    for number, at in enumerate(places[:-2]):
        whole, first = paragraph.frames[at], places[number + 1]
        if side_of(story, paragraph, at) or not _reaches(story, paragraph, paragraph.ends[at][0], first, LAST):
            continue
        run = list(_sides(story, paragraph, places[number + 1 :], whole))
        rows = {row for _, row, _ in run}
        if len(run) > 1 and len(rows) == len(run) and set.intersection(*(names for _, _, names in run)):
            reason = Reason("sides", " and ".join(sorted(rows)))
            yield Partition(whole, [frame for frame, _, _ in run], (), reason, "strong")


def _sides(
    story: Story, paragraph: Paragraph, places: Sequence[int], whole: Frame
) -> Iterator[tuple[Frame, str, set[str]]]:
    """Yield the parts from the first place on, each with the word and the splits that it takes its side by."""
    end = places[0]
    for at in places:
        side = side_of(story, paragraph, at)
        if side is None or not _can_be_part(story, paragraph.frames[at], whole):
            return
        if at != places[0] and not any(low in JOINTS for low in paragraph.lows[end:at]):
            return
        if not _reaches(story, paragraph, end, at, ITEM):
            return
        yield paragraph.frames[at], *side
        end = paragraph.ends[at][0]


def side_of(story: Story, paragraph: Paragraph, at: int) -> tuple[str, set[str]] | None:
    """Return the row and the splits of the word that a part takes its side by: "eight [games] at home", "19 men"."""
    book = story.lexicon["parts"]
    noun, number = paragraph.ends[at][0], paragraph.ends[at][-1]
    for index in range(number, noun + 1):
        match = book.at(paragraph.tokens, index)
        if match and "sides" in match.entry.fields:
            return match.entry.id, set(match.entry.fields["sides"])
    return None


def _split(story: Story, paragraph: Paragraph) -> Iterator[Partition]:
    """Read "nine guards. They let four of them go and the other five": what is left is told by "the other"."""
    for rest in paragraph.frames.values():
        if rest.mention.role != "remainder" or rest.mention.quantity.kind != "exact":
            continue
        found = _split_by(paragraph, rest)
        if found:
            yield found


def _split_by(paragraph: Paragraph, rest: Frame) -> Partition | None:
    sentence = rest.mention.sentence
    before = [f for f in paragraph.frames.values() if f.order < rest.order and _is_count(f)]
    same = [f for f in before if f.mention.sentence == sentence]
    wholes = [f for f in same if f.mention.role == "whole"]
    parts = [f for f in same if f not in wholes and f.mention.role in {"part", "total"}]
    if not wholes:
        parts = [f for f in same if f.mention.partitive == "of-them"]
        wholes = [f for f in before if f.mention.sentence == sentence - 1 and f.mention.role in {"total", "whole"}]
    if len(wholes) != 1 or not parts or any(f.mention.quantity.kind != "exact" for f in parts):
        return None
    if not _is_of_one_kind(rest, [*wholes, *parts]):
        return None
    others = [f for f in before if f is not wholes[0] and f not in parts]
    return Partition(wholes[0], [*parts, rest], others, Reason("rest", rest.mention.words), "strong")


def _is_of_one_kind(rest: Frame, figures: Sequence[Frame]) -> bool:
    """Tell whether what is left is of what was split: the "other five districts" are none of the 63 deaths."""
    thing = rest.mention.thing
    if thing is None:
        return True
    others = [f.mention.thing for f in figures if f.mention.thing]
    return any(thing.head == other.head or (thing.family and thing.family == other.family) for other in others)


def _is_count(frame: Frame) -> bool:
    return frame.mention.quantity.dimension == "count" and frame.mention.quantity.kind != "vague"
