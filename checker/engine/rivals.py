"""A figure that is put above or below another one: "the largest of all; next comes that of M3, with 465"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.engine.grouped import Grouped, grouped
from checker.engine.moments import moment_of
from checker.engine.once import once
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.phrasing import Match
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.values import NamedTuple

REACH = 12
BESIDE = 8
NEAR = 5
PARAGRAPHS = 2
NO_AMOUNTS = frozenset({"date", "time", "age", "ordinal", "ratio", "duration"})


class Rival(NamedTuple):
    """``value`` is said to be above ``other`` (``is_above``), or below it; ``claim`` are the words that say so."""

    value: Frame
    other: Frame
    is_above: bool
    claim: str
    reason: Reason


class Superlative(NamedTuple):
    """A superlative in tokens ``[start, end)``; ``is_most`` of "largest", ``is_first`` unless "second-largest"."""

    start: int
    end: int
    is_most: bool
    is_first: bool


def rivals(story: Story) -> Iterator[Rival]:
    """Yield each figure that words put above or below another."""
    for paragraph, rows in once(story, "superlatives", worded):
        words = list(superlatives(story, paragraph))
        if words:
            yield from _next_ones(story, paragraph, words)
            yield from _second_ones(paragraph, words)
        yield from _compared(paragraph, rows.get("compared", ()))
        yield from _compared(paragraph, rows.get("more-than", ()))
        yield from _beside(rows)
        yield from _record(story, rows.get("record-before", ()))


def worded(story: Story) -> tuple[Grouped, ...]:
    """Return the paragraphs in which a word of the lexicon stands."""
    book = story.lexicon["superlatives"]
    cued = [p for p in paragraphs(story) if p.phrases(book)]
    return grouped(cued, book, fits)


def fits(name: str, frame: Frame) -> bool:
    """Tell whether a figure may be a year, or an amount that stands for its value."""
    quantity = frame.mention.quantity
    if name == "YEAR":
        return moment_of(frame) is not None
    if name == "NTH":
        return quantity.dimension == "ordinal" and quantity.value is not None
    return quantity.dimension not in NO_AMOUNTS and quantity.value is not None


def superlatives(story: Story, paragraph: Paragraph) -> Iterator[Superlative]:
    """Yield the superlatives of a paragraph, without "one of the largest"."""
    book, tokens = story.lexicon["superlatives"], paragraph.tokens
    for at, match in paragraph.phrases(book).items():
        if match.entry.id in {"most", "least"}:
            before = book.ending(tokens, at)
            row = before.entry.id if before else ""
            if row != "one-of":
                yield Superlative(at, match.end, match.entry.id == "most", row != "rank")


def _next_ones(story: Story, paragraph: Paragraph, words: Sequence[Superlative]) -> Iterator[Rival]:
    """Tie a figure called the largest to the next one: "followed by", "ahead of Canada at 0.8%"."""
    book, tokens = story.lexicon["superlatives"], paragraph.tokens
    for word in words:
        ends = 0
        for at in range(word.end, len(tokens)):
            ends += tokens[at].low == END
            match = book.at(tokens, at)
            if ends > 1 or not word.is_first:
                break
            if match and match.entry.id == "next":
                claim = words_of(paragraph, word.start, word.end)
                reason = Reason("next", words_of(paragraph, at, match.end))
                for other in _behind(paragraph, match.end):
                    value = (
                        value_before(paragraph, word.start, other)
                        or _value_between(paragraph, word.end, at, other)
                        or _value_of_top(story, paragraph, word, other)
                    )
                    if value:
                        yield Rival(value, other, word.is_most, claim, reason)
                break


def _behind(paragraph: Paragraph, start: int) -> Iterator[Frame]:
    """Yield the amounts that follow in the sentence, each in reach of the one before it."""
    last = start
    for at in range(start, len(paragraph.tokens)):
        if paragraph.low(at) in {END, ";"} or at - last > REACH:
            return
        frame = paragraph.frames.get(at)
        if frame and fits("OTHER", frame):
            yield frame
            last = at


def _second_ones(paragraph: Paragraph, words: Sequence[Superlative]) -> Iterator[Rival]:
    """Tie "the largest donation, $40,000, came from a bank" to "the second largest, $55,000"."""
    for word in (word for word in words if word.is_first):
        seconds = [w for w in words if not w.is_first and paragraph.low(w.start) == paragraph.low(word.start)]
        for second in seconds[:1]:
            value, other = _value_behind(paragraph, word), _value_behind(paragraph, second)
            if value and other and comparable(value, other):
                claim = words_of(paragraph, word.start, word.end)
                yield Rival(
                    value, other, word.is_most, claim, Reason("second", words_of(paragraph, second.start, second.end))
                )


def _value_behind(paragraph: Paragraph, word: Superlative) -> Frame | None:
    for at in range(word.end, min(word.end + NEAR, len(paragraph.tokens))):
        if paragraph.low(at) in {END, ";"}:
            return None
        frame = paragraph.frames.get(at)
        if frame:
            return frame if fits("VALUE", frame) else None
    return None


def value_before(paragraph: Paragraph, end: int, other: Frame) -> Frame | None:
    """Return the figure before the superlative, in its sentence, that can be held against *other*."""
    for at in range(end - 1, max(-1, end - 1 - BESIDE), -1):
        if paragraph.low(at) == END:
            return None
        if at in paragraph.frames:
            frame = paragraph.frames[at]
            if fits("VALUE", frame) and comparable(frame, other):
                return frame
            if not _is_converted(paragraph, at):
                return None
    return None


def _is_converted(paragraph: Paragraph, at: int) -> bool:
    """Tell of the feet of "at 34 metres (112 feet) the tower is"."""
    return paragraph.low(at - 1) == "(" and paragraph.low(paragraph.ends[at][-1]) == ")"


def _value_between(paragraph: Paragraph, start: int, end: int, other: Frame) -> Frame | None:
    """Return the figure of "the deepest of the 12 shafts, at 812 metres, is followed by"."""
    for at in range(start, min(end, start + REACH)):
        frame = paragraph.frames.get(at)
        if frame and paragraph.low(at - 1) in {"at", "with", ","} and fits("VALUE", frame) and comparable(frame, other):
            return frame
    return None


def _value_of_top(story: Story, paragraph: Paragraph, word: Superlative, other: Frame) -> Frame | None:
    """Return the figure of the lede that is called by the same superlative as here, where no other stands beside it.

    "The economy grew by 0.7%, its fastest pace in a year ... the fastest growth in the G7, ahead of Canada at 0.8%".
    """
    low = paragraph.low(word.start)
    for frame in _top_values(story):
        lows = [token.low for token in story.sentences[frame.mention.sentence].tokens]
        if frame.block_role not in TITLES and low in lows and comparable(frame, other):
            return frame
    return None


def _compared(paragraph: Paragraph, matches: Sequence[Match]) -> Iterator[Rival]:
    for match in matches:
        value, other = match.figures["VALUE"], match.figures["OTHER"]
        if comparable(value, other):
            row = next(row for row in ("above", "below", "beats") if row in match.cues)
            yield Rival(value, other, row != "below", _cue(paragraph, match, row), Reason("phrasing", match.words))


def _beside(rows: Mapping[str, Sequence[Match]]) -> Iterator[Rival]:
    """Read "its best ever; it had won 16 in 2018" and "Alder had the most cases, 412; Stowe had 438"."""
    for row, claim in (("record-beside", "a record"), ("most-of", "the most")):
        for match in rows.get(row, ()):
            value, other = match.figures["VALUE"], match.figures["OTHER"]
            if comparable(value, other) and value.mention.sentence == other.mention.sentence:
                yield Rival(value, other, True, claim, Reason("phrasing", match.words))


def _record(story: Story, matches: Sequence[Match]) -> Iterator[Rival]:
    """Tie "a record 1.9 million visitors" of the top to "the previous record of 2.1 million" of the body."""
    for match in matches:
        other = match.figures["OTHER"]
        for value in _top_values(story):
            if value is not other and comparable(value, other) and _is_called_record(story, value):
                yield Rival(value, other, True, "a record", Reason("phrasing", match.words))
                break


def _is_called_record(story: Story, frame: Frame) -> bool:
    tokens, book = story.sentences[frame.mention.sentence].tokens, story.lexicon["superlatives"]
    matches = (book.at(tokens, at) for at in range(len(tokens)))
    return any(match and match.entry.id == "record-claim" for match in matches)


def _top_values(story: Story) -> Sequence[Frame]:
    """Return the amounts of the lede, then those of the headline."""
    values = [frame for frame in story.frames if fits("VALUE", frame)]
    lede = [frame for frame in values if frame.is_lede]
    return [*lede, *(frame for frame in values if frame.block_role in TITLES)]


def comparable(value: Frame, other: Frame) -> bool:
    """Tell whether both are amounts of one dimension and unit; a bare number takes what the other counts."""
    a, b = value.mention, other.mention
    if b.status not in {None, a.status}:
        return False
    if b.quantity.dimension == "count" and b.thing is None:
        return a.quantity.dimension not in {"percent", "money"}
    if a.quantity.dimension != b.quantity.dimension or a.quantity.unit != b.quantity.unit:
        return False
    return a.thing is None or b.thing is None or a.thing.head == b.thing.head


def _cue(paragraph: Paragraph, match: Match, row: str) -> str:
    return words_of(paragraph, *match.cues[row])


def words_of(paragraph: Paragraph, start: int, end: int) -> str:
    """Return the words of tokens ``[start, end)`` as printed."""
    return " ".join([token.text for token in paragraph.tokens[start:end]])
