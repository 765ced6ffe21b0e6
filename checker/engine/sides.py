"""Parts that are told by the side that they take: men and women, at home and away, won, drawn and lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.engine.joints import ITEM, JOINTS, LAST, can_be_part, reaches
from checker.engine.paragraphs import Paragraph
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

PREDICATE = 6
"""Words of "[nine] of the dead were men" up to the verb, at most."""


class Sided(NamedTuple):
    """A part, the row of lexicons/parts.yaml that its side is, and the splits that this row belongs to."""

    frame: Frame
    row: str
    splits: frozenset[str]


def sided(story: Story, paragraph: Paragraph) -> Iterator[tuple[Frame, list[Frame], str]]:
    """Yield whole, parts and the first side's name of each whole whose parts take all sides of one split.

    "10 games, of which they play six at home and four away"; "won 14, drawn five and lost eight of their 27 games".
    """
    places = sorted(paragraph.frames)
    for number, at in enumerate(places):
        whole = paragraph.frames[at]
        if side_of(story, paragraph, at):
            continue
        behind = places[number + 1 :]
        if len(behind) > 1 and reaches(story, paragraph, paragraph.ends[at][0], behind[0], LAST, is_whole=True):
            run = list(_in_a_row(story, paragraph, behind, whole))
            if _are_sides(run):
                yield whole, [part.frame for part in run], run[0].row
        before = paragraph.lows[max(0, at - 3) : at]
        size = 3 if "of" in before else 2 if before[-2:] in {(",", "has"), (",", "have"), (",", "had")} else 0
        run = list(_in_a_row(story, paragraph, places[max(0, number - size) : number], whole)) if size else []
        if run and len(run) == size and _are_sides(run):
            yield whole, [part.frame for part in run], run[0].row


def _are_sides(run: Sequence[Sided]) -> bool:
    rows = {part.row for part in run}
    return len(run) > 1 and len(rows) == len(run) and bool(frozenset.intersection(*(part.splits for part in run)))


def _in_a_row(story: Story, paragraph: Paragraph, places: Sequence[int], whole: Frame) -> Iterator[Sided]:
    """Yield the parts from the first place on, as long as they are joined and each takes a side."""
    end = places[0] if places else 0
    for at in places:
        side = side_of(story, paragraph, at)
        if side is None or not can_be_part(story, paragraph.frames[at], whole):
            return
        if at != places[0] and not any(low in JOINTS for low in paragraph.lows[end:at]):
            return
        if not reaches(story, paragraph, end, at, ITEM):
            return
        yield side
        end = paragraph.ends[at][0]


def side_of(story: Story, paragraph: Paragraph, at: int) -> Sided | None:
    """Return the side that a part takes: "eight [games] at home", "19 men", "lost eight"."""
    book = story.lexicon["parts"]
    noun, number = paragraph.ends[at][0], paragraph.ends[at][-1]
    if paragraph.low(number) == "of" and paragraph.low(number + 1) in {"them", "whom"}:
        number, noun = number + 2, number + 3
    link = story.lexicon["grammar"].get(paragraph.low(noun))
    noun += link is not None and link.id in {"preposition", "bridge", "be"}
    predicate = [i + 1 for i in range(number, number + PREDICATE) if paragraph.low(i) in {"were", "are"}]
    for index in (*range(number, noun + 1), at - 1, *(predicate[:1] if paragraph.low(number) == "of" else ())):
        match = book.at(paragraph.tokens, index) if index >= 0 else None
        if match and "sides" in match.entry.fields:
            return Sided(paragraph.frames[at], match.entry.id, frozenset(match.entry.fields["sides"]))
    return None
