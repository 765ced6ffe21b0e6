"""Lists with another number of items than was announced: "Seven things to know", and five follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.engine.check import Check
from checker.engine.inline_lists import inline_list, numbered
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.document import Block
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason
from checker.model.span import Span

MOST = 50
SHORT = 14
TITLES = frozenset({"headline", "standfirst", "heading"})
PREDICATES = frozenset({"be", "have", "future"})
_NUMBER = re.compile(r"(\d{1,2})[.)]\s")
_FIRST_WORD = re.compile(r"\S+")


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each announced number whose list is found."""
    for frame in story.frames:
        noun = announced(story, frame)
        items = _items(story, frame, noun) if noun is not None else ()
        if noun is not None and len(items) > 1:
            yield _claim(story, frame, items[-1], len(items))
        elif frame.block_role not in TITLES:
            yield from _inline(story, frame)


def _inline(story: Story, frame: Frame) -> Iterator[Claim]:
    """Yield the claim of a list in the figure's own sentence, one short or one over, and of "first, second, third"."""
    noun = _noun(story, frame)
    value = frame.mention.quantity.value
    if noun is None or value is None or value > SHORT or _is_of_more(story, frame):
        return
    found = inline_list(story, frame, noun)
    if found and (value - found.most == 1 or found.least - value == 1):
        yield _claim(story, frame, found.last, found.most if value > found.most else found.least)
    told = numbered(story, frame) if noun and not found else None
    if told and value < told.least:
        yield _claim(story, frame, told.last, told.least)


def _is_of_more(story: Story, frame: Frame) -> bool:
    """Tell of the six in "two of the six booths (Dal and Orrin)"."""
    tokens = story.sentences[frame.mention.sentence].tokens
    return any(token.low == "of" for token in tokens[max(0, frame.mention.at - 3) : frame.mention.at])


def announced(story: Story, frame: Frame) -> str | None:
    """Return the row of the noun if the figure can announce a list, "" for a noun that only ":" makes announce one."""
    noun, mention = _noun(story, frame), frame.mention
    if noun != "":
        return noun
    tokens = story.sentences[mention.sentence].tokens
    is_near = any(token.low == ":" for token in tokens[mention.until : mention.until + 2])
    return "" if is_near or _is_subject(story, frame) else None


def _noun(story: Story, frame: Frame) -> str | None:
    """Return the row of the noun of a count that may stand for the items of a list, "" for any other noun."""
    mention = frame.mention
    value = mention.quantity.value
    if mention.quantity.dimension != "count" or mention.quantity.kind != "exact" or value is None:
        return None
    if not 2 <= value <= MOST or mention.thing is None or mention.role not in {"total", "whole"} or mention.partitive:
        return None
    words = story.document.words(mention.thing.span).lower().split()
    tokens, book = story.sentences[mention.sentence].tokens, story.lexicon["announcements"]
    around = [*words, *(token.low for token in tokens[max(0, mention.at - 3) : mention.at])]
    if any(entry and entry.id == "selection" for entry in map(book.get, around)):
        return None
    entry = book.get(words[-1])
    return entry.id if entry else ""


def _is_subject(story: Story, frame: Frame) -> bool:
    """Tell of "Four products have been recalled:" and "The six largest are:": nothing stands before the figure."""
    tokens, grammar = story.sentences[frame.mention.sentence].tokens, story.lexicon["grammar"]
    if frame.mention.at > 1 or len(tokens) > SHORT or tokens[-1].low != ":":
        return False
    entries = (grammar.get(token.low) for token in tokens[frame.mention.until :])
    return any(entry is not None and entry.id in PREDICATES for entry in entries)


def _items(story: Story, frame: Frame, noun: str) -> Sequence[Span]:
    """Return the items of the list that a figure announces; none where it is not clear which list that is."""
    block = story.document.blocks[frame.mention.block]
    if noun == "questions":
        return _questions(story, block)
    behind = _list_behind(story, block)
    if behind and ((_ends_in_colon(story, block) and _is_only_count(story, frame)) or (noun and block.role in TITLES)):
        return behind
    if noun and (block.role in TITLES or _is_short(story, frame)):
        return _numbered(story, block)
    return ()


def _list_behind(story: Story, block: Block) -> Sequence[Span]:
    """Return the items of the list that begins with the next block."""
    blocks = story.document.blocks[block.order + 1 :]
    if not blocks or blocks[0].role != "list_item":
        return ()
    items = []
    for item in blocks:
        if item.role != "list_item" or item.level < blocks[0].level:
            break
        if item.level == blocks[0].level:
            items.append(_first_word(story, item))
    return items


def _numbered(story: Story, after: Block) -> Sequence[Span]:
    """Return the blocks behind *after* that are numbered 1, 2, 3, ...; none if the draft has two such rows."""
    items: list[Span] = []
    for block in story.document.blocks[after.order + 1 :]:
        number = _number(story, block)
        if number == 1 and items:
            return ()
        if number == len(items) + 1:
            items.append(_first_word(story, block))
    return items


def _number(story: Story, block: Block) -> int:
    """Return the number that an item carries; 0 without one."""
    label = block.label.strip(".) ")
    if label.isdecimal():
        return int(label)
    match = _NUMBER.match(story.document.prose, block.span.start)
    return int(match.group(1)) if match else 0


def _questions(story: Story, after: Block) -> Sequence[Span]:
    """Return the questions behind *after*: blocks whose first sentence is one."""
    firsts: dict[int, Span] = {}
    for sentence in story.sentences:
        firsts.setdefault(sentence.block, sentence.span)
    blocks = story.document.blocks
    asked = [span for order, span in firsts.items() if order > after.order and blocks[order].role != "quote"]
    return [span for span in asked if story.document.prose[span.start : span.end].rstrip('* _\u2060"”').endswith("?")]


def _ends_in_colon(story: Story, block: Block) -> bool:
    return story.document.prose[block.span.start : block.span.end].rstrip("* _\u2060").endswith(":")


def _is_only_count(story: Story, frame: Frame) -> bool:
    """Tell whether no other count stands in the figure's sentence, the last of its block."""
    mention = frame.mention
    same = [f for f in story.frames if f.mention.sentence == mention.sentence]
    last = max(s.order for s in story.sentences if s.block == mention.block)
    return mention.sentence == last and sum(f.mention.quantity.dimension == "count" for f in same) == 1


def _is_short(story: Story, frame: Frame) -> bool:
    """Tell of "Three things today." and "Here are its five main provisions.": the figure is all that it says."""
    tokens = story.sentences[frame.mention.sentence].tokens
    return len(tokens) <= SHORT and frame.paragraph <= 1 and _is_only_count(story, frame)


def _first_word(story: Story, block: Block) -> Span:
    match = _FIRST_WORD.search(story.document.text, block.span.start, block.span.end)
    return Span(*match.span()) if match else block.span


def _claim(story: Story, frame: Frame, last: Span, items: int) -> Claim:
    mention = frame.mention
    value = mention.quantity.low
    assert value is not None
    return Claim(
        check="list-count",
        premises=(Premise(mention.number, "here"), Premise(last, "last item")),
        printed=point(value),
        computed=point(items),
        strength="strong" if frame.block_role in TITLES else "plain",
        place=frame.block_role,
        result=f"{items} items",
        proof=(Reason("list", f"{items} items behind the announcement"),),
        slots={"items": str(items), "noun": mention.words},
    )


CHECK = Check("list-count", claims, strengths=("strong", "plain"), slots=("items", "noun"))
