"""A headline's or caption's figure that stands nowhere in the story, and the one figure that it is with a slip in it.

"Rovers end 43-year wait with Cup win" over "won the Cup for the first time in 33 years": two sentences that share
words or other figures, and two numbers of which one is the other with a digit wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from checker.engine.content import content
from checker.engine.once import once
from checker.engine.reach import within_sitting
from checker.engine.slips import is_slip
from checker.facts.frames import BODY, TITLES
from checker.facts.pool import NEVER
from checker.facts.story import Story
from checker.facts.values import significant
from checker.model.frame import Frame

DIMENSIONS = frozenset({"count", "duration", "money", "percent", "length", "mass", "area"})
TOP, LEAST, ENOUGH, LONG = 2, 10, 2, 4
"""Paragraphs at the top; the smallest number told apart by a digit; words or figures that two sentences must share,
of which one is enough for numbers of so many digits."""
FOREIGN = ("other-event", "earlier", "claim", "dispute", "correction", "exclusion")


def slipped(story: Story, printed: Frame) -> Frame | None:
    """Return the story's figure that *printed* is with a slip in it; None where there are two or nothing ties them."""
    quantity = printed.mention.quantity
    if quantity.dimension not in DIMENSIONS or quantity.kind != "exact" or printed.value < LEAST:
        return None
    if "total" in printed.mention.words.lower():
        return None  # "jailed for a total of 41 years" adds up terms, of which the story has one of 11
    ties = [(_ties(story, printed, frame), frame) for frame in _candidates(story, printed)]
    best = max((rank for rank, _ in ties), default=(0, False))
    found = [frame for rank, frame in ties if rank == best and rank[0] >= _wanted(printed, frame)]
    return found[0] if len({frame.value for frame in found}) == 1 else None


def _candidates(story: Story, printed: Frame) -> Iterator[Frame]:
    for frame in within_sitting(story, printed):
        is_top = 0 <= frame.paragraph <= TOP or printed.block_role not in TITLES or _is_long(printed)
        if is_top and frame.block_role in BODY and _is_one_unit(frame, printed) and _is_current(frame):
            is_next = abs(printed.value - frame.value) == 1 and not _count_one_noun(story, printed, frame)
            if is_slip(printed.value, frame.value) and not is_next:
                yield frame


def _is_one_unit(a: Frame, b: Frame) -> bool:
    one, two = a.mention.quantity, b.mention.quantity
    return (one.dimension, one.unit) == (two.dimension, two.unit)


def _is_current(frame: Frame) -> bool:
    mention = frame.mention
    is_number = mention.quantity.value is not None and mention.quantity.kind in {"exact", "approx", "lower", "upper"}
    is_own = frame.is_opening or frame.bar(*FOREIGN) is None
    return is_number and is_own and mention.role not in NEVER | {"increment", "remainder", "earlier"}


def _ties(story: Story, printed: Frame, frame: Frame) -> tuple[int, bool]:
    """Count the words and figures that two sentences share, and tell whether both figures count one noun."""
    shared = _words(story, printed.mention.sentence) & _words(story, frame.mention.sentence)
    figures = _others(story, printed) & _others(story, frame)
    return len(shared) + len(figures), _count_one_noun(story, printed, frame)


def _wanted(printed: Frame, frame: Frame) -> int:
    """Return how many ties are enough; two more are wanted where the figures count different nouns."""
    return (1 if _is_long(printed) else ENOUGH) + 2 * _name_two_things(printed, frame)


def _count_one_noun(story: Story, a: Frame, b: Frame) -> bool:
    """Tell of "28 points" and "38 points", but not of people, who are counted everywhere."""
    one, two = a.mention.thing, b.mention.thing
    is_plain = one is not None and not story.lexicon["things"].rows.get(one.family, {}).get("neutral")
    return bool(is_plain and one and two and one.head == two.head)


def _is_long(frame: Frame) -> bool:
    """Tell whether a number has digits enough that another one is hardly ever like it by chance."""
    return len(significant(frame.value)) >= LONG


def _name_two_things(a: Frame, b: Frame) -> bool:
    one, two = a.mention.thing, b.mention.thing
    return bool(one and two and one.head != two.head and (not one.family or one.family != two.family))


def _words(story: Story, sentence: int) -> frozenset[str]:
    stems = once(story, "stems of sentences", lambda story: {})
    if sentence not in stems:
        stems[sentence] = content(story.sentences[sentence].tokens, story.lexicon)
    return stems[sentence]


def _others(story: Story, frame: Frame) -> frozenset[tuple[str, Decimal]]:
    """Return the other figures of the sentence, as dimension and value."""
    sentences = once(story, "figures of sentences", _by_sentence)
    return frozenset(pair for pair in sentences[frame.mention.sentence] if pair[1] != frame.value)


def _by_sentence(story: Story) -> Mapping[int, Sequence[tuple[str, Decimal]]]:
    found: dict[int, list[tuple[str, Decimal]]] = {}
    for frame in story.frames:
        found.setdefault(frame.mention.sentence, []).append((frame.mention.quantity.dimension, frame.value))
    return found
