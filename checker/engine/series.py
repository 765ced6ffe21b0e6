"""Ordinals and the numbers that bear them out: what the fourth of something says of those before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.engine.content import content, is_plain, noun_behind, stem
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.phrasing import Match, find
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.lexicon.book import Book
from checker.model.document import Token
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.values import NamedTuple

ONWARD = 2
BOUND_WORDS = 4


class Nth(NamedTuple):
    """An ordinal with the stems of its noun (none in "the fourth to be shot") and of its sentence's plain words.

    ``bounds`` are the words that bound the series: "of the decade", "since 2010".
    """

    frame: Frame
    noun: tuple[str, ...]
    words: frozenset[str]
    bounds: frozenset[str]
    paragraph: Paragraph
    at: int


class Before(NamedTuple):
    """``number`` came before the one that ``nth`` names, as the figure ``told`` says; None where they are listed."""

    nth: Nth
    number: int
    told: Frame | None
    reason: Reason


def ordinals(story: Story) -> list[Nth]:
    """Return the ordinals of the draft that may count a series, in text order."""
    if not any(frame.mention.quantity.dimension == "ordinal" for frame in story.frames):
        return []
    found = []
    for paragraph in paragraphs(story):
        for at, frame in sorted(paragraph.frames.items()):
            quantity = frame.mention.quantity
            if quantity.dimension == "ordinal" and quantity.value is not None and quantity.value >= 2:
                nth = _nth(story, paragraph, at, frame)
                if not (nth.noun and is_row(story.lexicon["ordinals"], nth.noun[-1], "no-count")):
                    found.append(nth)
    return found


def is_row(book: Book, word: str, row: str) -> bool:
    """Tell whether a word stands in that row of a lexicon."""
    entry = book.get(word)
    return entry is not None and entry.id == row


def _bounds(story: Story, paragraph: Paragraph, at: int) -> frozenset[str]:
    while at < len(paragraph.tokens) and is_plain(paragraph.tokens[at], story.lexicon):
        at += 1
    if not is_row(story.lexicon["ordinals"], paragraph.low(at), "bounding"):
        return frozenset()
    words = paragraph.lows[at + 1 : at + 1 + BOUND_WORDS]
    return frozenset(word for word in words if word.isalnum() and story.lexicon["grammar"].get(word) is None)


def _nth(story: Story, paragraph: Paragraph, at: int, frame: Frame) -> Nth:
    behind = paragraph.ends[at][-1]
    sentence = story.sentences[frame.mention.sentence]
    return Nth(
        frame,
        _noun(story, paragraph, behind),
        content(sentence.tokens, story.lexicon),
        _bounds(story, paragraph, behind),
        paragraph,
        at,
    )


def _noun(story: Story, paragraph: Paragraph, behind: int) -> tuple[str, ...]:
    """Return the plain words behind an ordinal; in "eighth straight win" a verb's base form is the noun."""
    noun = noun_behind(paragraph.tokens, behind, story.lexicon)
    low = paragraph.low(behind + len(noun))
    entry = story.lexicon["grammar"].get(low)
    is_verb = entry is not None and entry.id == "verb" and not low.endswith(("ed", "ing"))
    has_none = all(is_row(story.lexicon["ordinals"], word, "modifier") for word in noun)
    return (*noun, stem(low)) if is_verb and has_none else noun


def befores(story: Story, nths: Sequence[Nth]) -> Iterator[Before]:
    """Yield each ordinal with a number of those before it."""
    for nth in nths:
        yield from _listed(story, nth)
    yield from _scored(story, nths)
    for paragraph in paragraphs(story) if nths else ():
        for match in find(paragraph, story.lexicon["ordinals"], ["before-it"], fits):
            if paragraph.low(match.start - 1) == "of":
                continue  # "one of the three failed" counts nothing before
            for nth in nths:
                if _speaks_of(story, paragraph, match, nth):
                    count = match.figures["COUNT"]
                    yield Before(nth, int(count.mention.quantity.value or 0), count, Reason("phrasing", match.words))


def fits(name: str, frame: Frame) -> bool:
    """Tell whether a figure may be the number of those before, or an ordinal."""
    quantity = frame.mention.quantity
    if name == "NTH":
        return quantity.dimension == "ordinal"
    return quantity.dimension == "count" and quantity.kind == "exact" and (quantity.value or 0) >= 2


def _speaks_of(story: Story, paragraph: Paragraph, match: Match, nth: Nth) -> bool:
    """Tell whether the number of those before counts what the ordinal does.

    The noun is the same, or neither has one and a word of both sentences is; attempts may be called by any noun.
    """
    count = match.figures["COUNT"]
    noun = _noun_of(story, paragraph, match, count)
    if _is_attempt(story, nth):
        return "after" in match.shape and _is_top(count)
    if not _is_close(paragraph, nth):
        return False
    if noun:
        return noun[-1] in nth.noun or (not nth.noun and noun[-1] in nth.words)
    if _has_two(nth):
        return False
    apart = count.mention.sentence - nth.frame.mention.sentence
    if apart == 0 or (apart == 1 and match.shape.startswith("the ")):
        return True
    return bool(content(_sentence(story, count), story.lexicon) & nth.words)


def _has_two(nth: Nth) -> bool:
    """Tell of "his second of the week and the sixth of his season": which of them is counted on is open."""
    beside = [f for f in nth.paragraph.frames.values() if f.mention.sentence == nth.frame.mention.sentence]
    return sum(f.mention.quantity.dimension == "ordinal" for f in beside) > 1


def _noun_of(story: Story, paragraph: Paragraph, match: Match, count: Frame) -> tuple[str, ...]:
    if "earlier" in match.cues:
        noun = noun_behind(paragraph.tokens, match.end, story.lexicon)
        if noun:
            return noun
    thing = count.mention.thing
    return (stem(thing.head.lower()),) if thing else ()


def _is_attempt(story: Story, nth: Nth) -> bool:
    return bool(nth.noun) and is_row(story.lexicon["ordinals"], nth.noun[0], "attempt")


def _is_top(frame: Frame) -> bool:
    return frame.is_lede or frame.block_role in TITLES


def _is_close(paragraph: Paragraph, nth: Nth) -> bool:
    """Tell whether the number stands in the ordinal's paragraph or the one or two behind it."""
    apart = paragraph.block.order - nth.paragraph.block.order
    return 0 <= apart <= (ONWARD + 2 if nth.frame.block_role in TITLES else ONWARD)


def _sentence(story: Story, frame: Frame) -> Sequence[Token]:
    return story.sentences[frame.mention.sentence].tokens


def _scored(story: Story, nths: Sequence[Nth]) -> Iterator[Before]:
    """Tie "his 16th and 17th goals of the season" to "had 14 goals at the start of the day"."""
    pairs = [(a, b) for a, b in pairwise(nths) if a.paragraph is b.paragraph and b.noun and _are_next(a, b)]
    for paragraph in paragraphs(story) if pairs else ():
        for match in find(paragraph, story.lexicon["ordinals"], ["had-before"], fits):
            had = match.figures["COUNT"]
            thing = had.mention.thing
            for first, last in pairs:
                if thing and stem(thing.head) in last.noun:
                    yield Before(first, int(had.mention.quantity.value or 0), had, Reason("phrasing", match.words))


def _are_next(a: Nth, b: Nth) -> bool:
    """Tell of "sixteenth and seventeenth"."""
    behind = a.paragraph.ends[a.at][-1]
    return a.paragraph.low(behind) == "and" and behind + 1 == b.at


def _listed(story: Story, nth: Nth) -> Iterator[Before]:
    """Count the items of "after those in February and June" behind an ordinal, or in the sentence after its own."""
    tokens, book = nth.paragraph.tokens, story.lexicon["ordinals"]
    rows, sentences = {"after-those"}, 0
    for at in range(nth.at, len(tokens)):
        if tokens[at].low == END:
            rows, sentences = {"others-were"}, sentences + 1
            if sentences > 1:
                return
        match = book.at(tokens, at)
        start = match.end if match and match.entry.id in rows else _after_plural(story, tokens, at)
        if start:
            items = _items(story, tokens, start)
            if items and (match or items >= 2):
                yield Before(nth, items, None, Reason("list", tokens[at].low))
            return


def _after_plural(story: Story, tokens: Sequence[Token], at: int) -> int:
    """Return where the list of years or months begins in "after victories in 2015, 2018 and 2021"; 0 without one."""
    if tokens[at].low not in {"after", "following"} or at + 3 >= len(tokens):
        return 0
    noun, preposition, first = tokens[at + 1 : at + 4]
    is_plural = is_plain(noun, story.lexicon) and stem(noun.low) != noun.low
    is_date = first.low.isdecimal() or story.lexicon["calendar"].get(first.low) is not None
    return at + 3 if is_plural and preposition.low in {"in", "on"} and is_date else 0


def _items(story: Story, tokens: Sequence[Token], start: int) -> int:
    """Count names, months or years joined by commas and "and"; 0 where the list is not only of these."""
    items, is_open = 0, True
    for token in tokens[start:]:
        low = token.low
        if low in {".", ";", END, ")", ":"}:
            return items
        if low in {",", "and"}:
            is_open = True
        elif token.text[0].isupper() or token.text[0].isdigit():
            items += is_open
            is_open = False
        elif story.lexicon["grammar"].get(low) is None or low not in {"of", "in", "on", "at", "the"}:
            return 0
    return items
