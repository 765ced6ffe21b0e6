"""The whole that a part and its percentage belong to, where it is not in the same phrase."""

from __future__ import annotations

from collections.abc import Sequence

from checker.engine.measures import alike, of_one_noun
from checker.engine.paragraphs import Paragraph
from checker.facts.story import Story
from checker.model.frame import Frame

NO_WHOLES = frozenset({"part", "increment", "earlier", "rate", "capacity", "target", "comparison", "remainder"})
MOST_WORDS = 4


def opens_with_these(story: Story, part: Frame) -> bool:
    """Tell whether the part's sentence begins with "Of these", "Of this" or the like."""
    match = story.lexicon["shares"].at(story.sentences[part.mention.sentence].tokens, 0)
    return match is not None and match.entry.id == "of-these"


def of_sentence_before(story: Story, part: Frame, is_near: bool = False) -> Sequence[Frame]:
    """Return the one figure like the part in the sentence before that can hold it; none where there are two.

    With *is_near* that sentence must stand in the same paragraph.
    """
    before, block = part.mention.sentence - 1, part.mention.block
    found = [f for f in story.frames if f.mention.sentence == before and _can_hold(story, f, part)]
    found = [f for f in found if not is_near or f.mention.block == block]
    return found if len(found) == 1 else ()


def grand_totals(story: Story, part: Frame) -> Sequence[Frame]:
    """Return the like figures of headline and lede, the largest first: it is what "the total" of a budget story is."""
    found = [f for f in story.frames if (f.paragraph < 0 or f.is_lede) and _can_hold(story, f, part)]
    found = [f for f in found if of_one_noun(f, part)]  # "31 precincts are in, a quarter of the total": of no votes
    top = max((f.mention.quantity.value or 0 for f in found), default=0)
    return sorted(found, key=lambda f: f.mention.quantity.value != top)


def revenues(story: Story, part: Frame) -> Sequence[Frame]:
    """Return the figures that "revenue" or "sales" stands a few words before: what a margin is a share of."""
    return [f for f in story.frames if _can_hold(story, f, part) and _is_revenue(story, f)]


def _is_revenue(story: Story, frame: Frame) -> bool:
    tokens, at = story.sentences[frame.mention.sentence].tokens, frame.mention.at
    entries = (story.lexicon["shares"].get(token.low) for token in tokens[max(0, at - MOST_WORDS - 1) : at])
    return any(entry and entry.id == "revenue" for entry in entries)


def of_noun(story: Story, paragraph: Paragraph, at: int, part: Frame) -> Sequence[Frame]:
    """Return the figures whose counted thing is the noun phrase at token *at*: "of suspected cases"."""
    words = _noun_phrase(story, paragraph, at)
    if not words:
        return ()
    return _one_value([f for f in story.frames if _can_hold(story, f, part) and _counts(story, f, words)])


def of_same_noun(story: Story, part: Frame) -> Sequence[Frame]:
    """Return the figures of headline and lede of the part's own noun: the 1,640 patients of "248 patients, or 15%"."""
    thing = part.mention.thing
    if thing is None:
        return ()
    leading = [f for f in story.frames if f.paragraph < 0 or f.is_lede]
    found = [f for f in leading if f.mention.thing and f.mention.thing.head == thing.head]
    return _one_value([f for f in found if _can_hold(story, f, part)])


def _one_value(found: list[Frame]) -> Sequence[Frame]:
    """Return the candidates, the first of headline and lede in front; none where these do not settle which is meant."""
    leading = [f for f in found if f.paragraph < 0 or f.is_lede]
    values = {f.mention.quantity.value for f in leading or found}
    return [*leading, *(f for f in found if f not in leading)] if len(values) == 1 else ()


def _can_hold(story: Story, whole: Frame, part: Frame) -> bool:
    if whole is part or whole.mention.role in NO_WHOLES or not alike(part, whole, story.lexicon):
        return False
    if whole.bar("claim", "correction") or _is_foreign(whole):
        return False
    a, b = part.mention.quantity.low, whole.mention.quantity.value
    return a is not None and b is not None and b > a


def _is_foreign(whole: Frame) -> bool:
    """Tell whether a figure is of another event; of headline and lede only a year says so, and no "in a year"."""
    bar = whole.bar("other-event", "earlier")
    leads = whole.paragraph < 0 or whole.is_lede
    return bar is not None and not (leads and not any(char.isdecimal() for char in bar.words))


def _noun_phrase(story: Story, paragraph: Paragraph, at: int) -> list[str]:
    """Return the words of the noun phrase at token *at* without its determiner: ["suspected", "cases"]."""
    grammar = story.lexicon["grammar"]
    words: list[str] = []
    for index in range(at, at + MOST_WORDS + 1):
        low = paragraph.low(index)
        entry = grammar.get(low)
        if entry and entry.id in {"determiner", "quantifier"} and not words:
            continue
        if not low.isalpha() or index in paragraph.inside or (entry and entry.id != "verb"):
            break
        words.append(low)
    return words


def _counts(story: Story, frame: Frame, words: list[str]) -> bool:
    """Tell whether a figure counts what the words name: its noun is the last of them, the others stand before it.

    "Those registered" are the 38,400 of "38,400 people had been registered".
    """
    mention = frame.mention
    if len(words) == 1 and words[0].endswith("ed"):
        tokens = story.sentences[mention.sentence].tokens
        return words[0] in [token.low for token in tokens[mention.until : mention.until + 3]]
    noun = story.document.text[mention.number.end : mention.span.end].lower().split()
    if not noun:
        return False
    book = story.lexicon["shares"]
    jobs = [entry is not None and entry.id == "workforce" for entry in (book.get(words[-1]), book.get(noun[-1]))]
    if all(jobs):
        return len(words) == 1
    return noun[-1] == words[-1] and set(words[:-1]) <= set(noun[:-1])
