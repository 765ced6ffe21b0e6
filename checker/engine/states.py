"""A whole parted by what became of it: "Of these, 25 have gone home, three have died and seven are still ill"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.paragraphs import END, Paragraph
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

FEWEST = 2
NO_PARTS = frozenset({"rate", "target", "comparison", "earlier", "increment", "capacity"})


class States(NamedTuple):
    """``parts`` are in different states now, so that nobody is counted twice; ``others`` can be the whole as well."""

    whole: Frame
    parts: tuple[Frame, ...]
    others: tuple[Frame, ...]


def states(story: Story, paragraph: Paragraph) -> Iterator[States]:
    """Yield each sentence that begins with "Of these" and tells of a part what is "still" so: the others are not."""
    book = story.lexicon["balances"]
    for start in paragraph.starts[1:]:
        these = book.at(paragraph.tokens, start)
        if these is None or these.entry.id != "these":
            continue
        end = paragraph.lows.index(END, start)
        cues = (book.at(paragraph.tokens, i) for i in range(start, end))
        if not any(cue and cue.entry.id == "exclusive" for cue in cues) or "and" not in paragraph.lows[start:end]:
            continue
        behind = [f for at, f in sorted(paragraph.frames.items()) if these.end <= at < end and _is_part(f)]
        # The first is a part of "these" as well; the two of "two of them in intensive care" were counted before.
        parts = tuple(f for f in behind if f is behind[0] or not f.mention.partitive)
        before = [f for at, f in sorted(paragraph.frames.items()) if at < start and _is_part(f)]
        before = [f for f in before if f.mention.sentence == parts[0].mention.sentence - 1] if parts else []
        wholes = [f for f in before if all(_value(f) > _value(part) for part in parts)]
        if len(parts) >= FEWEST and wholes:
            yield States(wholes[0], parts, tuple(wholes[1:]))


def _is_part(frame: Frame) -> bool:
    mention = frame.mention
    return mention.quantity.dimension == "count" and mention.quantity.kind == "exact" and mention.role not in NO_PARTS


def _value(frame: Frame) -> int:
    return int(frame.mention.quantity.value or 0)
