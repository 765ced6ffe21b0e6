"""Averages told by arithmetic: "Thanks to 6,240 people we stand at £312,000. That is an average gift of £50"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.arithmetic import meant, place, rounded
from checker.engine.measures import alike
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.reach import within_reach
from checker.engine.slips import is_slip
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.values import NamedTuple

BACK, REACH = 2, 4
"""Sentences back to the total and the count, and words between "average" and its figure."""
KINDS = frozenset({"exact", "approx"})
PLAIN = 1000
"""Below it "25 pupils to a teacher" needs no teachers: the staff or posts may be called otherwise."""
CLOSE = Decimal("0.005")
"""How far the quotient may lie from a figure with the printed digits' fineness: who writes one divides evenly."""


class Average(NamedTuple):
    """``total`` over ``number`` is said to be ``average``."""

    average: Frame
    total: Frame
    number: Frame


def averages(story: Story) -> Iterator[Average]:
    """Yield each average with a total and a count that give it, else with the one pair that a slip sets apart."""
    for paragraph in paragraphs(story):
        for at, frame in paragraph.frames.items():
            if _is_average(story, paragraph, at) or _is_for_each(story, paragraph, at):
                yield from _average(story, frame, _receiver(story, paragraph, at))


def _is_average(story: Story, paragraph: Paragraph, at: int) -> bool:
    book = story.lexicon["balances"]
    start = max(0, at - REACH)
    cues = [cue for i, cue in paragraph.phrases(book).items() if start <= i < at]
    value = paragraph.frames[at].mention.quantity.value
    is_said = any(cue.entry.id == "average" and END not in paragraph.lows[cue.end : at] for cue in cues)
    return is_said and value is not None and value > 0 and paragraph.frames[at].mention.quantity.kind in KINDS


def _is_for_each(story: Story, paragraph: Paragraph, at: int) -> bool:
    """Tell of "25 pupils to every teacher", "16 candidates for each job", "two apiece"."""
    cue = story.lexicon["balances"].at(paragraph.tokens, paragraph.ends[at][0])
    quantity = paragraph.frames[at].mention.quantity
    is_count = quantity.dimension == "count" and quantity.kind in KINDS and (quantity.value or 0) > 1
    return is_count and cue is not None and cue.entry.id == "for-each" and _has_no_other_subject(paragraph, at)


def _has_no_other_subject(paragraph: Paragraph, at: int) -> bool:
    """Tell whether "25 to a teacher" opens its sentence or hangs on figures in it, unlike "The infants, with 20"."""
    first = max(start for start in paragraph.starts if start <= at)
    opens = "," not in paragraph.lows[first:at]
    return opens or sum(first <= place < at for place in paragraph.frames) > 1


def _receiver(story: Story, paragraph: Paragraph, at: int) -> str:
    """Return the household of "4,000 crowns to every household"; "" where none is named."""
    cue = story.lexicon["balances"].at(paragraph.tokens, paragraph.ends[at][0])
    return "" if cue is None or cue.entry.id != "for-each" else paragraph.low(cue.end)


def _average(story: Story, average: Frame, receiver: str) -> Iterator[Average]:
    last = average.mention.sentence
    around = within_reach(story, average)
    near = [f for f in around if last - BACK <= f.mention.sentence <= last and f is not average]
    near = [f for f in near if f.mention.quantity.value and f.mention.quantity.kind in KINDS]
    counts = [f for f in near if f.mention.quantity.dimension == "count" and f.value > 1]
    totals = [f for f in near if _is_total(story, f, average)]
    if receiver and average.value < PLAIN and average.mention.quantity.dimension == "count":
        receiver = ""
    counts = [f for f in counts if not receiver.isalpha() or (f.mention.thing and f.mention.thing.head == receiver)]
    pairs = [Average(average, t, n) for t in totals for n in counts if t is not n and t.value > n.value]
    wide = [f for f in around if f.mention.quantity.value and _is_total(story, f, average)]
    giving = [pair for pair in pairs if _gives(pair)]
    if giving:
        yield giving[0]
    elif not any(_gives(Average(average, t, n)) for t in wide for n in counts if t is not n):
        missing = [pair for pair in pairs if _is_missed(pair)]
        if len(missing) == 1:
            yield missing[0]


def _is_total(story: Story, frame: Frame, average: Frame) -> bool:
    return alike(frame, average, story.lexicon) and frame.value >= average.value * 2


def _gives(found: Average) -> bool:
    printed = meant(found.average.mention.quantity)
    total, number = meant(found.total.mention.quantity), meant(found.number.mention.quantity)
    quotient = total.over(number) if total and number else None
    return printed is None or quotient is None or not quotient.is_disjoint(printed)


def _is_missed(found: Average) -> bool:
    quotient = found.total.value / found.number.value
    even = rounded(quotient, place(found.average.mention.quantity))
    return abs(quotient - even) <= quotient * CLOSE and is_slip(found.average.value, even)
