"""A figure that is put above or below a limit in its own sentence: "4,930 tonnes, above its quota of 5,700 tonnes"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.ceilings import FAR, NEAR, NUMBERS, Broken, Limit, are_near, clause
from checker.engine.measures import is_rate
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.interval import Interval

LINES = frozenset({"line", "cap", "cap-behind", "floor", "floor-behind"})
NO_AMOUNTS = frozenset({"date", "time", "ordinal", "ratio", "age"})


def targets(story: Story) -> Iterator[Broken]:
    """Yield each limit with the one figure of its sentence that is said to lie above or below it."""
    for paragraph in paragraphs(story):
        if len(paragraph.frames) > 1:
            for at, match in paragraph.phrases(story.lexicon["superlatives"]).items():
                if match.entry.id in {"above", "below"}:
                    yield from _held(story, paragraph, at, match.end, match.entry.id)


def _held(story: Story, paragraph: Paragraph, at: int, end: int, way: str) -> Iterator[Broken]:
    place = _limit(story, paragraph, end)
    if place is None:
        return
    limit = paragraph.frames[place]
    value = limit.mention.quantity.value
    figure = _value(paragraph, at, place) if value is not None else None
    if value is None or figure is None or not are_near(figure.value, value, FAR):
        return
    kept = Interval(value, None, low_closed=False) if way == "above" else Interval(None, value, high_closed=False)
    words = " ".join(token.text for token in paragraph.tokens[at:place])
    yield Broken(Limit(limit, place, kept, False, words), figure, "told beside it")


def _limit(story: Story, paragraph: Paragraph, start: int) -> int | None:
    """Return where the figure of "above its quota of 5,700 tonnes" or "above the bank's 3% ceiling" begins."""
    book = story.lexicon["ceilings"]
    for at in range(start, min(start + NEAR + 2, len(paragraph.lows))):
        if paragraph.lows[at] in {END, ",", ";", ":"}:
            return None
        frame = paragraph.frames.get(at)
        if frame:
            around = (*range(start, at), paragraph.ends[at][0], paragraph.ends[at][-1])
            found = {match.entry.id for i in around if (match := book.at(paragraph.tokens, i))}
            is_plain = frame.mention.quantity.kind == "exact" and frame.mention.quantity.dimension not in NO_AMOUNTS
            return at if found & LINES and is_plain else None
    return None


def _value(paragraph: Paragraph, at: int, place: int) -> Frame | None:
    """Return the one figure like the limit before ", above", or else behind the limit after ", at"."""
    begin, end = clause(paragraph, at), paragraph.lows.index(END, at)
    like = {i: f for i, f in paragraph.frames.items() if begin <= i < end and _is_like(paragraph.frames[place], f)}
    if len(like) != 1:
        return None
    where, figure = next(iter(like.items()))
    if where < at:
        return figure if "," in paragraph.lows[max(where, at - 2) : at] else None
    return figure if where > place and paragraph.lows[where - 2 : where] == (",", "at") else None


def _is_like(limit: Frame, figure: Frame) -> bool:
    a, b = limit.mention, figure.mention
    if (
        limit is figure
        or b.quantity.kind not in NUMBERS
        or b.quantity.value is None
        or is_rate(limit) != is_rate(figure)
    ):
        return False
    if (a.quantity.dimension, a.quantity.unit) != (b.quantity.dimension, b.quantity.unit):
        return False
    if a.thing is None or b.thing is None:
        return a.quantity.dimension != "count" or a.thing is None
    return (a.thing.head, a.thing.modifiers) == (b.thing.head, b.thing.modifiers)
