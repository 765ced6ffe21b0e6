"""Lists inside a sentence: "four conditions: a rise, a cap, and paid breaks", "six booths (Amgaon, Dal and Eklara)".

A comma may stand inside an item ("a rise, backdated to April"), so a list of commas has at most so many items. It is
held against its number only where every word is of a name, or where the noun is one that announces lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.facts.story import Story
from checker.model.document import FILLER
from checker.model.frame import Frame
from checker.model.mention import Mention
from checker.model.span import Span
from checker.model.values import NamedTuple

FEW, MOST, LONG, REACH = 3, 12, 14, 500
"""Items that prose lists in one sentence, at least and at most; words of an item; code points behind an announcement in
which "first, ... second, ..." count its items."""
_AND = re.compile(r",? (?:and|&) ")
_PART = re.compile(r", | (?:and|&|or|nor|plus|as well as|with) ")
_NAME = re.compile(
    r"['‘“\"]?(?:[^\W\d_a-z][\w’'.-]*|of|the|to|in|on|for|a|an|and|de|la|le|von|van|der|al|at|with|’s|&)['’”\"]?$"
)
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_NUMBERED = re.compile(r"(?:[.;:,–—] |\band )(first|second|third|fourth|fifth|sixth|seventh)(?:ly)?, ", re.IGNORECASE)
_TITLE = r'[“"][^”"]{1,60}[”"](?: \(\d{4}\))?'
_TITLES = re.compile(rf", (?:{_TITLE}, )*{_TITLE},? and {_TITLE},")
_BREAKS = (":", "(", ")", "–", "—", "?", "!", ". ")


class Listed(NamedTuple):
    """A list of ``least`` to ``most`` items; ``last`` is where the last one stands."""

    least: int
    most: int
    last: Span


def inline_list(story: Story, frame: Frame, noun: str) -> Listed | None:
    """Return the list in the sentence of a count; *noun* is the row of an announcing noun, "" of any other."""
    mention = frame.mention
    start = mention.span.end
    text = story.document.prose[start : story.sentences[mention.sentence].span.end].replace(FILLER, " ")
    return _in_brackets(text, start) or _titles(text, start) or _behind_colon(story, mention, text, noun)


def numbered(story: Story, frame: Frame) -> Listed | None:
    """Return the items told as "First, ...; second, ...; third, ..." behind an announcement, in its block."""
    block = story.document.blocks[frame.mention.block].span
    start = frame.mention.span.end
    matches = list(_NUMBERED.finditer(story.document.prose, start, min(block.end, start + REACH)))
    told = tuple(match.group(1).lower() for match in matches)
    if len(told) < 2 or told != _NTH[: len(told)]:
        return None
    return Listed(len(told), MOST, Span(*matches[-1].span(1)))


def _in_brackets(text: str, start: int) -> Listed | None:
    """Read "six booths (Amgaon, Dal and Eklara)"."""
    if not text.startswith(" (") or ")" not in text:
        return None
    inner = text[2 : text.index(")")]
    return _parted(inner, start + 2) if _are_names(inner) else None


def _titles(text: str, start: int) -> Listed | None:
    """Read 'Her three novels, "Salt" (1988) and "Nine Winters" (1994), sold 400,000 copies'."""
    match = _TITLES.match(text)
    if match is None:
        return None
    items = list(re.finditer(_TITLE, match.group()))
    return Listed(len(items), len(items), Span(start + items[-1].start(), start + items[-1].end()))


def _behind_colon(story: Story, mention: Mention, text: str, noun: str) -> Listed | None:
    """Read a list that runs to the end of the sentence, where the count is the only one before its colon."""
    colon = text.find(": ")
    place = mention.span.end + colon
    counts = [m for m in _counts(story, mention.sentence) if m.number.start < place]
    if colon < 0 or len(counts) != 1:
        return None
    inner = text[colon + 2 :].rstrip(" .*_)]\n")
    is_alike = _are_names(inner) or (noun and _are_phrases(story, mention, inner, place + 2))
    return _parted(inner, place + 2) if is_alike else None


def _counts(story: Story, sentence: int) -> Iterator[Mention]:
    frames = (f.mention for f in story.frames if f.mention.sentence == sentence)
    return (mention for mention in frames if mention.quantity.dimension == "count")


def _parted(inner: str, start: int) -> Listed | None:
    """Return how many items a row has at most: semicolons part them all, else each comma and each "and" may."""
    if any(mark in inner for mark in _BREAKS):
        return None
    if ";" in inner:
        pieces = inner.split(";")
        return Listed(len(pieces), len(pieces), _last(inner, start, inner.rindex(";") + 1))
    joints = list(_AND.finditer(inner))
    if not joints or inner.rfind(",") > joints[-1].start():
        return None
    most = 1 + len(_PART.findall(_AND.sub(", ", inner)))
    return Listed(2, most, _last(inner, start, joints[-1].end())) if FEW <= most <= MOST else None


def _last(inner: str, start: int, at: int) -> Span:
    at += len(inner[at:]) - len(inner[at:].lstrip())
    return Span(start + at, start + len(inner.rstrip()))


def _pieces(inner: str) -> list[str]:
    return [piece.strip().removeprefix("and ") for piece in _PART.split(_AND.sub(", ", inner))]


def _are_names(inner: str) -> bool:
    """Tell whether all words are of names; "the Farrs" may be any number."""
    pieces = _pieces(inner)
    is_one = all(piece and (piece[0].isupper() or piece[0] in "‘“\"'") for piece in pieces)
    return is_one and all(map(_NAME.match, inner.replace(",", " ").split()))


def _are_phrases(story: Story, mention: Mention, inner: str, start: int) -> bool:
    """Tell whether the items are short and none begins with a number: "two cases and a third" are three."""
    begins = {m.number.start for m in _counts(story, mention.sentence)}
    places = (start, *(start + match.end() for match in _PART.finditer(inner)))
    firsts = {piece.split()[0].lower() for piece in _pieces(inner) if piece}
    book = story.lexicon["announcements"]
    is_odd = any((entry := book.get(first)) and entry.id in {"selection", "clause"} for first in firsts)
    return begins.isdisjoint(places) and not is_odd and all(len(piece.split()) <= LONG for piece in _pieces(inner))
