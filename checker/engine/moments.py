"""Dates and clock times in their paragraphs; "9:10 p.m. on Tuesday" is one moment."""

from __future__ import annotations

from datetime import date

from checker.engine.once import once
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.quantity import Moment

CALENDAR = frozenset({"date", "time"})
LENGTHS = frozenset({"duration", "ordinal"})
FOOT = 60
# "at 9:10 p.m. on Tuesday", "on Friday at 10:10 a.m.", "Friday, 10:10 a.m."
JOINTS = frozenset({"on", "at", ",", "of"})


def timed_paragraphs(story: Story) -> tuple[Paragraph, ...]:
    """Return the paragraphs that hold a date, clock time or length of time; each clock time has its date joined.

    None of them where the draft has no length of time and no ordinal. No gap of a phrasing crosses one of them.
    """
    return once(story, "timed paragraphs", _timed)


def _timed(story: Story) -> tuple[Paragraph, ...]:
    if not any(frame.mention.quantity.dimension in LENGTHS for frame in story.frames):
        return ()
    return tuple(_joined(paragraph) for paragraph in paragraphs(story) if _is_timed(paragraph))


def moments_in(paragraph: Paragraph) -> list[Frame]:
    """Return the dates and clock times of a paragraph in text order."""
    return [frame for _, frame in sorted(paragraph.frames.items()) if moment_of(frame)]


def day_of(story: Story) -> date | None:
    """Return the day of the draft: front matter, dateline or option, else the date that signs it off at the foot.

    "*Tarn Gorge, 1 April 2025*" as the last line: a place and a full date, and no sentence.
    """
    document = story.document
    if document.dated or not story.frames:
        return document.dated
    last = story.frames[-1].mention
    span, moment = document.blocks[last.block].span, last.quantity.moment
    is_foot = last.block == document.blocks[-1].order and span.end - span.start <= FOOT
    if not is_foot or moment is None or not (moment.year and moment.month and moment.day):
        return None
    try:
        return date(moment.year, moment.month, moment.day)
    except ValueError:
        return None


def _is_timed(paragraph: Paragraph) -> bool:
    return any(f.mention.quantity.dimension in CALENDAR | LENGTHS for f in paragraph.frames.values())


def moment_of(frame: Frame) -> Moment | None:
    """Return the moment that a figure prints, or None for any other figure."""
    return frame.mention.quantity.moment


def _joined(paragraph: Paragraph) -> Paragraph:
    frames, ends = dict(paragraph.frames), dict(paragraph.ends)
    for at in sorted(paragraph.frames):
        first = frames.get(at)
        if first is None:
            continue
        for end in paragraph.ends[at]:
            behind = end + 1 if paragraph.low(end) in JOINTS else end
            merged = _merged(first, frames.get(behind))
            if merged:
                frames[at], ends[at] = merged, paragraph.ends[behind]
                del frames[behind], ends[behind]
                break
    inside = {token for at in frames for token in range(at, ends[at][-1])}
    return paragraph._replace(frames=frames, ends=ends, inside=paragraph.inside | inside)


def _merged(first: Frame, second: Frame | None) -> Frame | None:
    """Return a clock time and a date as one figure; the words of both are its words."""
    a, b = moment_of(first), moment_of(second) if second else None
    if second is None or a is None or b is None or (a.hour is None) == (b.hour is None):
        return None
    clock, day = (a, b) if a.hour is not None else (b, a)
    if day.day is None and day.weekday is None:
        return None
    whole = day._replace(hour=clock.hour, minute=clock.minute)
    mention = first.mention
    quantity = mention.quantity._replace(moment=whole)
    return first._replace(mention=mention._replace(quantity=quantity, span=mention.span.to(second.mention.span)))
