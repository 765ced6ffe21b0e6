"""Figures that nothing can have: 30 February, 25:70, "fell by 151%", "26 of the 24 hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.engine.arithmetic import shown
from checker.engine.check import Check
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.engine.phrasing import find
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason
from checker.model.span import Span

LEAP_YEAR = 2000
NEAR = 3
"""Words of "61 of the last 50 days" between the two."""
LIFE_WORDS = 4
_LAST_NUMBER = re.compile(r"(?<!\d)\d++(?:\.\d++)?\Z")


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each figure that has a limit, whether or not it keeps to it."""
    for frame in story.frames:
        yield from _moment(story, frame)
        yield from _negative(story, frame)
        yield from _beside(story, frame)
        yield from _life(story, frame)
        yield from _part(story, frame)
    yield from _falls(story)
    yield from _magnitudes(story)


def _claim(frame: Frame, value: Decimal, low: Decimal | int, high: Decimal | int, why: str) -> Claim:
    return _of_span(frame.mention.span, value, low, high, why, frame.block_role)


def _of_span(span: Span, value: Decimal, low: Decimal | int, high: Decimal | int, why: str, place: str) -> Claim:
    return Claim(
        check="impossible",
        premises=(Premise(span, "here"),),
        printed=point(value),
        computed=Interval(Decimal(low), Decimal(high)),
        place=place,
        result=f"at most {shown(Decimal(high))}",
        proof=(Reason("limit", why),),
        slots={"why": why},
    )


def _days(year: int, month: int) -> int:
    # The standard calendar tells it too, but to import that takes longer than all else here.
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _moment(story: Story, frame: Frame) -> Iterator[Claim]:
    """Hold days against the length of their month, and hours and minutes against the clock."""
    moment = frame.mention.quantity.moment
    if moment is None:
        return
    if moment.month and moment.day:
        last = _days(moment.year or LEAP_YEAR, moment.month)
        name = story.document.words(frame.mention.span)
        yield _claim(frame, Decimal(moment.day), 1, last, f"the month of {name} has {last} days")
    if moment.hour is None or moment.minute is None or not _is_told(story, frame):
        return
    if moment.minute > 59:
        yield _claim(frame, Decimal(moment.minute), 0, 59, "an hour has 60 minutes")
    elif any(char.isalpha() for char in frame.mention.words):
        # "He scored at 38:12": a bare time above 24 is one of a match.
        yield _claim(frame, Decimal(moment.hour * 60 + moment.minute), 0, 24 * 60, "a day has 24 hours")


def _is_told(story: Story, frame: Frame) -> bool:
    """Tell a clock time ("at 25:70", "12:75 p.m.") from the score of a match and a verse."""
    mention = frame.mention
    tokens = story.sentences[mention.sentence].tokens
    entry = story.lexicon["limits"].get(tokens[mention.at - 1].low) if mention.at else None
    return any(char.isalpha() for char in mention.words) or bool(entry and entry.id == "instants")


def _negative(story: Story, frame: Frame) -> Iterator[Claim]:
    mention, value = frame.mention, frame.mention.quantity.value
    is_people = mention.thing is not None and bool(mention.thing.family)
    if mention.quantity.dimension == "count" and value is not None and value < 0 and (mention.status or is_people):
        yield _claim(frame, value, 0, -value, "a count cannot be below nothing")


def _beside(story: Story, frame: Frame) -> Iterator[Claim]:
    """Hold a figure against the limit that words straight before or behind it set: "26 hours a day", "latitude 97"."""
    mention, value = frame.mention, frame.mention.quantity.value
    if value is None or mention.quoted or mention.quantity.kind not in {"exact", "lower"}:
        return
    book, tokens = story.lexicon["limits"], story.sentences[mention.sentence].tokens
    for match, is_behind in ((book.ending(tokens, mention.at), False), (book.at(tokens, mention.until), True)):
        fields = match.entry.fields if match else {}
        unit = fields.get("unit")
        if "most" in fields and fields.get("behind", False) == is_behind and unit in {None, mention.quantity.unit}:
            if match and match.entry.id != "life":
                yield _claim(frame, value, 0, Decimal(fields["most"]), fields["says"])


def _life(story: Story, frame: Frame) -> Iterator[Claim]:
    """Hold the age of a person against the longest life: "a woman aged 184", "the 184-year-old man"."""
    mention, value = frame.mention, frame.mention.quantity.value
    if value is None or mention.quantity.dimension not in {"age", "count"}:
        return
    book, persons = story.lexicon["limits"], story.lexicon["persons"]
    tokens = story.sentences[mention.sentence].tokens
    before = book.ending(tokens, mention.at)
    is_aged = before is not None and before.entry.id == "life"
    if not is_aged and mention.quantity.dimension != "age":
        return
    near = tokens[max(0, mention.at - 5) : mention.at] if is_aged else tokens[mention.until : mention.until + 2]
    subject = {token.low for token in tokens[: mention.at][-LIFE_WORDS:]} & {"he", "she"}
    if (subject or any(persons.get(token.low) for token in near)) and mention.quantity.unit in {None, "year"}:
        life = book.rows["life"]
        yield _claim(frame, value, 0, life["most"], life["says"])


def _part(story: Story, frame: Frame) -> Iterator[Claim]:
    """Hold a bare part against a whole in hours or days: "26 of the 24 hours in a day"."""
    mention, value = frame.mention, frame.mention.quantity.value
    if mention.quantity.dimension != "count" or mention.thing or mention.role != "part" or value is None:
        return
    whole = story.frames[frame.order + 1] if frame.order + 1 < len(story.frames) else None
    if whole is None or whole.mention.sentence != mention.sentence:
        return
    if whole.mention.role != "whole" and mention.partitive != "of-the":
        return
    most = whole.mention.quantity.value
    if (
        whole.mention.quantity.dimension == "duration"
        and most
        and most > 1
        and whole.mention.at - mention.until <= NEAR
    ):
        yield _claim(frame, value, 0, most, f"there are only {shown(most)}")


def _falls(story: Story) -> Iterator[Claim]:
    """Hold falls in per cent against 100: "thefts fell by 151%"; a profit can turn into a loss."""
    book, limits = story.lexicon["changes"], story.lexicon["limits"]
    most = limits.rows["share-of-a-fall"]
    for paragraph in paragraphs(story):
        seen = set()
        for match in find(paragraph, book, ["fall-size"], _is_percentage):
            frame = match.figures["BY"]
            value = frame.mention.quantity.value
            if value is None or frame.order in seen or _can_go_below(story, paragraph, frame):
                continue
            seen.add(frame.order)
            yield _claim(frame, value, 0, most["most"], most["says"])


def _is_percentage(name: str, frame: Frame) -> bool:
    return frame.mention.quantity.dimension == "percent" and frame.mention.quantity.kind in {"exact", "lower"}


def _can_go_below(story: Story, paragraph: Paragraph, frame: Frame) -> bool:
    limits = story.lexicon["limits"]
    words = [token.low for token in story.sentences[frame.mention.sentence].tokens]
    return any(entry is not None and entry.id == "below-nothing" for entry in map(limits.get, words))


def _magnitudes(story: Story) -> Iterator[Claim]:
    row = story.lexicon["limits"].rows["magnitude"]
    for dismissed in story.dismissed:
        number = _LAST_NUMBER.search(story.document.words(dismissed.span)) if dismissed.reason == "magnitude" else None
        if number:
            yield _of_span(dismissed.span, Decimal(number.group()), 0, row["most"], row["says"], "body")


CHECK = Check("impossible", claims, slots=("why",))
