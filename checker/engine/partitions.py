"""A whole and all its parts, where the words say that these are all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.engine.accounts import accounts
from checker.engine.joints import LAST, NO_PARTS, OPENERS, can_be_part, is_hyphen, run_before, run_behind, singles
from checker.engine.opposites import opposed
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.records import records
from checker.engine.remainders import left_over, not_done
from checker.engine.sides import sided
from checker.engine.spread import spreads
from checker.engine.states import states
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.values import NamedTuple

SPARE, PREDICATE = 4, 12
NO_WHOLES = NO_PARTS - {"capacity"}
"""A parliament of 132 seats can be split up, one seat cannot be a part of it."""


class Partition(NamedTuple):
    """``parts`` make up the ``whole``. ``others`` are figures that can be the whole as well and then excuse it.

    ``reason`` is named "sum", "list", "sides" or "rest", by what tells that the parts are all; ``spare`` counts
    those that stand among them without a number ("and a child").
    """

    whole: Frame
    parts: Sequence[Frame]
    others: Sequence[Frame]
    reason: Reason
    strength: str
    spare: int = 0


def partitions(story: Story) -> Iterator[Partition]:
    """Yield each whole that is given with all its parts."""
    for paragraph in paragraphs(story):
        if len(paragraph.frames) > 2:
            for found in _in_paragraph(story, paragraph):
                yield found._replace(spare=_spare(paragraph, found))


def _in_paragraph(story: Story, paragraph: Paragraph) -> Iterator[Partition]:
    yield from _summed(story, paragraph)
    yield from _listed(story, paragraph)
    for whole, parts, side in sided(story, paragraph):
        yield Partition(whole, parts, (), Reason("sides", side), "strong")
    yield from _divided(story, paragraph)
    yield from _split(story, paragraph)
    for rest in left_over(story, paragraph):
        yield Partition(rest.whole, rest.parts, (), Reason("left", rest.words), "strong")
    for state in states(story, paragraph):
        yield Partition(state.whole, state.parts, state.others, Reason("left", "of these"), "strong")
    for record in records(story, paragraph):
        yield Partition(record.games, record.ends, record.others, Reason("sum", "record"), "strong")
    for found in spreads(story, paragraph):
        yield Partition(found.whole, found.parts, (), Reason("spread", "two digits exchanged"), "weak")
    for rest in not_done(story, paragraph):
        yield Partition(rest.whole, rest.parts, (), Reason("complement", rest.words), "strong")
    for pair in opposed(story, paragraph):
        yield Partition(pair.whole, pair.parts, (), Reason("account", pair.words), "strong")
    for account in accounts(story, paragraph):
        yield Partition(account.whole, account.parts, (), Reason("account", account.words), "strong")


def _spare(paragraph: Paragraph, found: Partition) -> int:
    """Count what is named without a number between the first part and a little behind the last."""
    places = [at for at, frame in paragraph.frames.items() if frame in found.parts]
    end = min(paragraph.ends[max(places)][0] + SPARE, len(paragraph.lows))
    return singles(paragraph, min(places), end)


def _summed(story: Story, paragraph: Paragraph) -> Iterator[Partition]:
    """Read "19 civilians and eight fighters, a total of 27" and "168 passengers and 19 crew, 187 in all"."""
    for at, whole in paragraph.frames.items():
        begin = _sum_start(story, paragraph, at, whole)
        if begin is not None and paragraph.low(begin - 1) in {",", "–", "—", "-", "("}:
            run = _without_whole(run_before(story, paragraph, begin - 1, whole), whole)
            if len(run) > 1 and not _counts_its_parts(whole, run):
                yield Partition(whole, run, (), Reason("sum", whole.mention.words), "strong")


def _counts_its_parts(whole: Frame, run: Sequence[Frame]) -> bool:
    """Tell of "172 km/h and 149, which made three stations above 150": a number of places, not of what they have."""
    thing = whole.mention.thing
    nouns = {part.mention.thing.head for part in run if part.mention.thing}
    return thing is not None and thing.head not in nouns and whole.value < min(part.value for part in run)


def _sum_start(story: Story, paragraph: Paragraph, at: int, whole: Frame) -> int | None:
    """Return the token at which the words begin that call a figure a sum ("a total of", "in all"); None without any."""
    book, modifier = story.lexicon["parts"], whole.mention.modifier
    entry = book.get(story.document.words(modifier).lower()) if modifier else None
    is_behind = modifier is not None and modifier.start > whole.mention.number.start
    before, behind = book.ending(paragraph.tokens, at), book.at(paragraph.tokens, paragraph.ends[at][0])
    if before and before.entry.id == "summed-before":
        return before.start
    if entry and entry.id == ("summed-behind" if is_behind else "summed-before"):
        return at
    return at if behind and behind.entry.id.startswith("summed") else None


def _without_whole(run: list[Frame], whole: Frame) -> list[Frame]:
    """Drop the whole said before its parts: "23 caps, 14 for the seniors and nine for the juniors, 23 in all"."""
    values = [frame.value for frame in run]
    is_whole = len(run) > 2 and values[0] in {whole.mention.quantity.value, sum(values[1:], Decimal(0))}
    return run[1:] if is_whole else run


def _sum_words(story: Story, paragraph: Paragraph, at: int, whole: Frame) -> str:
    """Return the words by which a figure is said to be a sum; "" without any."""
    book, modifier = story.lexicon["parts"], whole.mention.modifier
    words = story.document.words(modifier).lower() if modifier else ""
    behind = book.at(paragraph.tokens, paragraph.ends[at][0])
    entries = [book.get(words), behind.entry if behind else None]
    if any(entry and entry.id.startswith("summed") for entry in entries):
        return words or "in all"
    return ""


def _listed(story: Story, paragraph: Paragraph) -> Iterator[Partition]:
    """Read "14 medals (six gold, five silver, three bronze)" and "57 people: 18 men, 15 women and 24 children"."""
    for at, whole in paragraph.frames.items():
        opener = _opener(story, paragraph, at)
        closer = OPENERS.get(paragraph.low(opener))
        if closer is None or whole.mention.role in NO_WHOLES or whole.mention.quantity.kind not in {"exact", "approx"}:
            continue
        run = run_behind(story, paragraph, opener + 1, closer, whole)
        if len(run) > 1:
            strength = "strong" if closer == ")" else "weak"
            yield Partition(whole, run, (), Reason("list", paragraph.low(opener)), strength)


def _opener(story: Story, paragraph: Paragraph, at: int) -> int:
    """Return the mark that opens a list: straight behind the whole, or the colon of "48 people were detained: ..."."""
    behind = paragraph.ends[at][0]
    if paragraph.low(behind) in OPENERS:
        return behind if not is_hyphen(paragraph, behind) else len(paragraph.lows)
    near = range(behind, min(behind + PREDICATE, len(paragraph.lows)))
    stop = next((i for i in near if i in paragraph.inside or paragraph.lows[i] in {":", END, ",", "(", "."}), behind)
    if paragraph.low(stop) != ":" or any(place in paragraph.frames for place in range(stop - LAST + 1, at)):
        return behind
    return stop


def _divided(story: Story, paragraph: Paragraph) -> Iterator[Partition]:
    """Read "spending of £10m is split between roads (£4m), schools (£5m) and parks (£1m)"."""
    book = story.lexicon["parts"]
    for at, cue in paragraph.phrases(book).items():
        if cue.entry.id != "made-up":
            continue
        before = [place for place in paragraph.frames if at - LAST < place < at]
        end = paragraph.lows.index(END, at)
        parts = [frame for place, frame in sorted(paragraph.frames.items()) if cue.end <= place < end]
        whole = paragraph.frames[max(before)] if before else None
        if whole and len(parts) > 1 and all(can_be_part(story, part, whole) for part in parts):
            if END not in paragraph.lows[max(before) : at]:
                yield Partition(whole, parts, (), Reason("list", " ".join(paragraph.lows[at : cue.end])), "weak")


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
    if not wholes and len(same) > 1 and same[1].mention.partitive == "of-them":
        wholes, parts = same[:1], [f for f in same[1:] if f.mention.thing is None or _is_of_one_kind(f, same[:1])]
    elif not wholes:
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
