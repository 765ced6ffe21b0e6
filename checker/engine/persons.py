"""The present ages that a draft gives to its persons, by name: "Dean Rokeby, 44", "44-year-old Dean Rokeby"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from checker.engine.moments import day_of, moment_of
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.facts.story import Story
from checker.lexicon.book import Lexicon
from checker.model.frame import Frame
from checker.model.values import NamedTuple

FOREIGN = ("other-event", "soft-event", "earlier", "correction", "claim")
CLOSING = frozenset({",", ")", ".", ";", ":", "–", "—", "//", "", "(", "and"})
NAMES = 3


class AgedPerson(NamedTuple):
    """``first`` is "" where only a surname, or one name, stands before the age; both in lower case."""

    first: str
    last: str
    age: Frame


def same_persons(story: Story) -> Iterator[tuple[AgedPerson, ...]]:
    """Yield the ages of each person to whom the draft gives two or more, in text order.

    A surname alone is that of the one full name that ends in it. Ages in sentences about another year stay out.
    """
    found = [person for paragraph in paragraphs(story) for person in _in(story, paragraph)]
    if len(found) < 2:
        return
    fulls: dict[str, set[str]] = {}
    for person in found:
        if person.first:
            fulls.setdefault(person.last, set()).add(person.first)
    bearers = _bearers(story, {person.last for person in found if not person.first})
    groups: dict[tuple[str, str], list[AgedPerson]] = {}
    for person in found:
        key = (person.first, person.last) if person.first else _full(person.last, fulls, bearers[person.last])
        if key:
            groups.setdefault(key, []).append(person)
    for group in groups.values():
        if len({person.age.mention.quantity.value for person in group}) > 1:
            yield tuple(sorted(group, key=lambda person: person.age.order))


def _full(last: str, fulls: Mapping[str, set[str]], bearers: set[str]) -> tuple[str, str] | None:
    """Return the one full name that ends in this surname; None where the draft names two who bear it."""
    firsts = fulls.get(last, set())
    return (next(iter(firsts)), last) if len(firsts) == 1 and bearers <= firsts else None


def _bearers(story: Story, surnames: set[str]) -> Mapping[str, set[str]]:
    """Return the words with a capital that stand before each of the surnames."""
    found: dict[str, set[str]] = {last: set() for last in surnames}
    for sentence in story.sentences if surnames else ():
        for before, token in pairwise(sentence.tokens):
            last = token.low.removesuffix("'s").removesuffix("’s")
            if last in found and before.text[:1].isupper():
                found[last].add(before.low)
    return found


def _in(story: Story, paragraph: Paragraph) -> Iterator[AgedPerson]:
    for at, frame in paragraph.frames.items():
        if _is_present_age(story, paragraph, frame):
            name = _name_before(paragraph, at, story.lexicon) or _name_behind(paragraph, at, frame, story.lexicon)
            if name:
                yield AgedPerson(*name, frame)


def _is_present_age(story: Story, paragraph: Paragraph, frame: Frame) -> bool:
    quantity = frame.mention.quantity
    if (quantity.dimension, quantity.unit, quantity.kind) != ("age", "year", "exact") or quantity.value is None:
        return False
    return frame.bar(*FOREIGN) is None and not _is_of_another_year(story, paragraph, frame)


def _is_of_another_year(story: Story, paragraph: Paragraph, frame: Frame) -> bool:
    dated = day_of(story)
    for other in paragraph.frames.values():
        moment = moment_of(other)
        if moment and moment.year and other.mention.sentence == frame.mention.sentence:
            if dated is None or moment.year != dated.year:
                return True
    return False


def _name_before(paragraph: Paragraph, at: int, lexicon: Lexicon) -> tuple[str, str] | None:
    """Read "Dean Rokeby, 44," and "Dean Rokeby (44)"."""
    first = at - 1 if paragraph.low(at - 1) in {",", "("} else at - 2 if paragraph.low(at - 1) == "aged" else -1
    if first < 1 or paragraph.low(paragraph.ends[at][-1]) not in CLOSING:
        return None
    words = []
    for index in range(first - 1, max(-1, first - 1 - NAMES), -1):
        if not _is_name(paragraph, index, lexicon):
            break
        words.append(paragraph.low(index))
    return _key(words[::-1])


def _name_behind(paragraph: Paragraph, at: int, frame: Frame, lexicon: Lexicon) -> tuple[str, str] | None:
    """Read "44-year-old Dean Rokeby"."""
    if "old" not in frame.mention.words.lower():
        return None
    words = []
    for index in range(paragraph.ends[at][-1], paragraph.ends[at][-1] + NAMES):
        if not _is_name(paragraph, index, lexicon):
            break
        words.append(paragraph.low(index))
    return _key(words)


def _is_name(paragraph: Paragraph, index: int, lexicon: Lexicon) -> bool:
    if not 0 <= index < len(paragraph.tokens) or index in paragraph.inside:
        return False
    text = paragraph.tokens[index].text
    return text[:1].isupper() and text[1:].islower() and lexicon["calendar"].get(text.lower()) is None


def _key(words: Sequence[str]) -> tuple[str, str] | None:
    if not words:
        return None
    return (words[-2], words[-1]) if len(words) > 1 else ("", words[-1])
