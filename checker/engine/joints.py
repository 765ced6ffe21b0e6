"""Parts that stand in a row: "19 civilians in the town and eight fighters"."""

from __future__ import annotations

from checker.engine.measures import MEASURED, alike
from checker.engine.paragraphs import END, TIMES, Paragraph
from checker.facts.story import Story
from checker.model.frame import Frame

ITEM, LAST = 10, 16
"""Words that may stand behind a part's noun before the next part, and behind the last part before the sum."""
OPENERS = {"(": ")", ":": END, "–": "–", "—": "—", "-": "-"}
CLOSING = frozenset({"and", "&", "plus", ";"})
JOINTS = frozenset({",", ";", "and", "&", "plus"})
NO_PARTS = frozenset({"rate", "capacity", "target", "comparison", "earlier"})


def run_before(story: Story, paragraph: Paragraph, end: int, whole: Frame) -> list[Frame]:
    """Return the parts that end at token *end*, back to where words no longer join them; in text order."""
    run: list[Frame] = []
    for at in reversed([place for place in paragraph.frames if place < end]):
        frame, behind = paragraph.frames[at], paragraph.ends[at][0]
        if frame.mention.quantity.dimension in TIMES:
            continue
        is_joined = not run or any(low in JOINTS for low in paragraph.lows[behind:end])
        if not is_joined or not reaches(story, paragraph, behind, end, ITEM if run else LAST):
            break
        if not can_be_part(story, frame, whole):
            break
        run.insert(0, frame)
        end = at
    return run


def reaches(story: Story, paragraph: Paragraph, start: int, end: int, most: int, *, is_whole: bool = False) -> bool:
    """Tell whether the words between a part and the next one only say more of it: no new clause, no "including".

    Behind the whole (*is_whole*) a clause may open: "10 games, of which they play six at home".
    """
    lows = paragraph.lows[start:end]
    if len(lows) > most or END in lows or "." in lows:
        return False
    if any(paragraph.lows[at] in OPENERS and not is_hyphen(paragraph, at) for at in range(start, end)):
        return False
    book = story.lexicon["parts"]
    cues = [book.at(paragraph.tokens, at) for at in range(start, end)]
    barred = {"subset", "clause"} if not is_whole else {"subset"}
    return not any(cue and cue.entry.id in barred for cue in cues)


def singles(paragraph: Paragraph, start: int, end: int) -> int:
    """Count what is named without a number in a row of parts: the dog of "six men, five women and a dog"."""
    lows = paragraph.lows
    return sum(lows[at] in {"a", "an", "another"} and lows[at - 1] in JOINTS for at in range(start + 1, end))


def is_hyphen(paragraph: Paragraph, at: int) -> bool:
    """Tell whether a dash stands inside a word ("under-21s")."""
    return paragraph.lows[at] in {"-", "–"} and paragraph.tokens[at - 1].end == paragraph.tokens[at].start


def can_be_part(story: Story, frame: Frame, whole: Frame) -> bool:
    """Tell whether a figure is an amount like the whole, and no rate, old figure or "including three"."""
    mention = frame.mention
    if mention.role in NO_PARTS or mention.quantity.kind not in {"exact", "approx"}:
        return False
    if mention.quantity.dimension in {"percent", "ratio"}:
        return False
    is_alike = alike(frame, whole, story.lexicon) or _leaves_out_unit(frame, whole)
    return mention.partitive != "including" and is_alike and frame.bar("other-event") is None


def _leaves_out_unit(frame: Frame, whole: Frame) -> bool:
    """Tell of "48 tonnes: 20 of flour, 12 of rice and 16 of oil"."""
    words = frame.mention.words.lower().split()
    is_short = frame.mention.thing is None or words[1:2] == ["of"]
    return frame.mention.quantity.dimension == "count" and is_short and whole.mention.quantity.dimension in MEASURED


def run_behind(story: Story, paragraph: Paragraph, start: int, closer: str, whole: Frame) -> list[Frame]:
    """Return the parts of a list from token *start* to *closer*; none if anything else stands in it."""
    run: list[Frame] = []
    at = last = start
    while at < len(paragraph.lows):
        place = next((i for i in range(at, min(at + 3, len(paragraph.lows))) if i in paragraph.frames), None)
        if place is None or not can_be_part(story, paragraph.frames[place], whole):
            return []
        if paragraph.frames[place].mention.partitive == "of-them":
            return []
        run.append(paragraph.frames[place])
        behind = paragraph.ends[place][0]
        end = next((i for i in range(behind, len(paragraph.lows)) if _ends_item(paragraph, i, closer)), -1)
        if end < 0 or not reaches(story, paragraph, behind, end, ITEM):
            return []
        at = end
        while paragraph.low(at) in JOINTS:
            at += 1
        if paragraph.low(at) in {closer, "."}:
            # "Seven ships - five from Norland, one from Sund - have sunk": without "and" the list is not closed.
            is_closed = closer == ")" or not CLOSING.isdisjoint(paragraph.lows[last:place])
            return run if is_closed else []
        last = behind
    return []


def _ends_item(paragraph: Paragraph, at: int, closer: str) -> bool:
    return paragraph.lows[at] in JOINTS | {closer, "."} or at in paragraph.inside
