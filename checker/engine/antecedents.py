"""What a definite figure looks back to, where no status or noun tells it: "Five candidates ... All six have accepted".

A figure with "the", "all" or "every one of its" has been given before. Where no figure near it is that number, nor any
sum or difference, the one that it is with a slip of the hand is what it was meant to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from checker.engine.measures import is_rate
from checker.engine.reach import within_reach
from checker.engine.slips import are_transposed, is_slip
from checker.facts.frames import BODY
from checker.facts.pool import NEVER
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Mention

BACK, SUMMANDS, TRIED = 4, 3, 12
"""Sentences in which the first figure stands before the second, figures of a sum at most, and those tried for it."""
FEW, OFF = 20, 3
"""Counts up to FEW may be a little more than a digit off where "all six" names no noun: nine novels, "of the seven"."""
DIMENSIONS = frozenset({"count", "money", "length", "mass", "area", "volume"})
NOT_BACK = frozenset({"part", "remainder", "increment", "earlier"})
FIRM = ("other-event", "earlier", "claim", "dispute", "correction", "modal")
SAID = ("claim", "dispute", "correction", "modal")
SINGLES = frozenset(
    (joint, article) for joint in ("and", "plus", "with") for article in ("a", "an", "his", "her", "one")
)
EACH = (["one", "of", "its"], ["one", "of", "their"])


def looking_back(story: Story) -> Iterator[tuple[Frame, Frame]]:
    """Yield each definite figure with the one before it that it is a slip of."""
    for frame in story.frames:
        if frame.block_role not in BODY or not _may_look_back(frame):
            continue
        found = _antecedents(story, frame) if _looks_back(story, frame) else ()
        found = found or _exchanged(story, frame)
        if len({f.value for f in found}) == 1 and not _is_known(story, frame):
            yield found[-1], frame


def _exchanged(story: Story, frame: Frame) -> Sequence[Frame]:
    """Return what a definite figure is with two digits exchanged, whatever it counts: "23 sheep ... the 32 animals".

    Two such numbers hardly ever stand near each other by chance, so the nouns and what follows them may differ.
    """
    lows = _lows(story, frame.mention.sentence)
    if frame.mention.quantity.dimension not in {"count", "duration"}:
        return ()
    if not (_is_definite(story, frame.mention) or _is_past_participle(lows, frame.mention.at)):
        return ()
    near = [f for f in within_reach(story, frame) if f.order < frame.order and _is_one_unit(f, frame)]
    near = [f for f in near if f.mention.block >= frame.mention.block - 1 and _may_be_meant(f)]
    near = [f for f in near if frame.mention.sentence - f.mention.sentence <= BACK]
    return [f for f in near if are_transposed(f.value, frame.value)]


def _is_past_participle(lows: Sequence[str], at: int) -> bool:
    """Tell of "the delayed 46"."""
    return at > 1 and lows[at - 2] == "the" and lows[at - 1].endswith("ed")


def _may_look_back(frame: Frame) -> bool:
    mention = frame.mention
    is_number = mention.quantity.kind == "exact" and mention.quantity.value is not None
    if not is_number or mention.quantity.dimension not in DIMENSIONS | {"duration"}:
        return False
    if mention.quantity.dimension == "count" and frame.value % 1:
        return False
    return mention.role not in NEVER | NOT_BACK and frame.bar(*FIRM) is None and not is_rate(frame)


def _looks_back(story: Story, frame: Frame) -> bool:
    mention = frame.mention
    return (
        mention.quantity.dimension in DIMENSIONS and _is_definite(story, mention) and not _is_narrowed(story, mention)
    )


def _is_definite(story: Story, mention: Mention) -> bool:
    """Tell of "the 24", "all 24" and "every one of its 24", but not of "the first 24"."""
    lows = _lows(story, mention.sentence)
    before = lows[max(0, mention.at - 3) : mention.at]
    entry = story.lexicon["antecedents"].get(before[-1]) if before else None
    return before in EACH or (mention.definite and not (entry and entry.id == "ordered"))


def _is_narrowed(story: Story, mention: Mention) -> bool:
    """Tell whether words behind the figure make it a new one: "the six who drove home", "the two posed by them"."""
    lows = _lows(story, mention.sentence)
    behind = lows[mention.until] if mention.until < len(lows) else ""
    link, clause = story.lexicon["grammar"].get(behind), story.lexicon["parts"].get(behind)
    if clause and clause.id == "clause":
        return True
    if mention.quantity.dimension != "count":
        return False
    is_clause = behind.endswith("ed") and lows[max(0, mention.at - 1)] != "all"
    return is_clause or bool(link and link.id == "preposition" and (behind != "of" or mention.thing))


def _lows(story: Story, sentence: int) -> list[str]:
    return [token.low for token in story.sentences[sentence].tokens]


def _antecedents(story: Story, frame: Frame) -> Sequence[Frame]:
    mention = frame.mention
    return [
        f
        for f in within_reach(story, frame)
        if f.order < frame.order
        and mention.sentence - f.mention.sentence <= BACK
        and mention.block - f.mention.block <= 1
        and _is_one_unit(f, frame)
        and _may_be_meant(f)
        and _may_be_one_noun(story, f.mention, mention)
        and _is_slip(story, frame, f)
    ]


def _may_be_meant(frame: Frame) -> bool:
    mention = frame.mention
    is_number = mention.quantity.kind == "exact" and not mention.definite
    is_total = mention.role in {"total", "whole", "capacity"} and not is_rate(frame)
    return is_number and is_total and frame.bar(*SAID) is None


def _is_one_unit(a: Frame, b: Frame) -> bool:
    one, two = a.mention.quantity, b.mention.quantity
    return (one.dimension, one.unit) == (two.dimension, two.unit)


def _may_be_one_noun(story: Story, a: Mention, b: Mention) -> bool:
    """Tell whether both can count one thing: one noun, two for people, or none said of one of them."""
    if a.quantity.dimension != "count":
        return True
    one, two = a.thing, b.thing
    if story.lexicon["collectives"].get(b.quantity.printed.lower()):
        return one is not None and story.lexicon.is_kind_of("things", one.family, "people")
    if one is None or two is None:
        return one is not None or two is not None
    if one.head == two.head or _opens_sentence(story, b):
        return True
    return all(story.lexicon.is_kind_of("things", thing.family, "people") for thing in (one, two))


def _opens_sentence(story: Story, mention: Mention) -> bool:
    """Tell of "Of the 93 tagged birds, 41" and "Most of the 19 patients", but not of "Nine of the 11 districts"."""
    lows = _lows(story, mention.sentence)
    if lows[max(0, mention.at - 2) : mention.at] != ["of", "the"]:
        return False
    entry = story.lexicon["antecedents"].get(lows[mention.at - 3]) if mention.at > 2 else None
    return mention.at == 2 or (entry is not None and entry.id == "some-of")


def _is_slip(story: Story, frame: Frame, first: Frame) -> bool:
    """Tell whether the definite figure is the first with a slip; a bare "all six" may be one or two off."""
    a, b = frame.value, first.value
    lows = _lows(story, frame.mention.sentence)
    is_all = lows[max(0, frame.mention.at - 1)] == "all" or _opens_sentence(story, frame.mention)
    is_bare = frame.mention.quantity.dimension == "count" and frame.mention.thing is None and is_all
    return is_slip(a, b) or (is_bare and max(a, b) <= FEW and abs(a - b) <= OFF)


def _is_known(story: Story, frame: Frame) -> bool:
    """Tell whether the number stands elsewhere before or beside it, or is a sum or difference of figures before it."""
    value, mention = frame.value, frame.mention
    near = [f for f in within_reach(story, frame) if f is not frame and _is_one_unit(f, frame)]
    if any(f.mention.quantity.hard.contains(value) for f in near):
        return True
    since = mention.sentence - BACK - 2
    near = [f for f in near if f.order < frame.order and f.mention.sentence >= since and _may_add(story, f, frame)]
    before = [f.value for f in near][-TRIED:]
    groups = (group for size in (2, SUMMANDS) for group in combinations(before, size))
    if any(sum(group) == value for group in groups) or any(abs(a - b) == value for a, b in combinations(before, 2)):
        return True
    return frame.mention.quantity.dimension == "count" and value <= FEW and _has_single(story, frame)


def _may_add(story: Story, part: Frame, frame: Frame) -> bool:
    """Tell whether a figure can be one of a sum: of 19 miners and two sides of the shaft no 17 men are left."""
    one, two = part.mention.thing, frame.mention.thing
    if one is None or two is None or one.head == two.head or not (one.family and two.family):
        return True
    return story.lexicon.is_kind_of("things", one.family, "people") == story.lexicon.is_kind_of(
        "things", two.family, "people"
    )


def _has_single(story: Story, frame: Frame) -> bool:
    """Tell of "three men and a boy. All four": somebody stands there without a number."""
    first, last = frame.mention.sentence - BACK, frame.mention.sentence
    for number in range(max(0, first), last + 1):
        lows = _lows(story, number)
        if not SINGLES.isdisjoint(pairwise(lows)):
            return True
    return False
