"""What is left and what lies between, told by a word beside one figure; which figures it follows from, by arithmetic.

"The borough has 17 libraries. Five will close, leaving 13." No shape of a sentence is needed: the amounts around the
result are tried in pairs. A pair that gives it excuses it; it is accused only if none does and one pair misses it by
a slip of the hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from checker.engine.arithmetic import absolute, meant
from checker.engine.changes import Change, comparable
from checker.engine.comparisons import is_one_thing
from checker.engine.measures import in_one_unit, is_rate
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.reach import within_reach
from checker.engine.slips import are_transposed, is_slip
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason

BACK, REACH = 2, 4
"""Sentences in which the two figures stand before their result; words between it and the word that calls it so."""
NO_AMOUNTS = frozenset({"date", "time", "age", "ordinal", "ratio", "percent", "points"})
KINDS = frozenset({"exact", "approx"})
STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "and", "but", "than", "to", "from", END})
FEW = 3
"""More amounts than this beside a result below SMALL give it by chance."""
SMALL, ROUND = 100, 10000
LARGE = 100
"""From here on two digits the other way round in one of the two figures are no chance."""


def balances(story: Story) -> Iterator[Sequence[Change]]:
    """Yield for each result the pairs that can give it: those that do, or else the one that misses it by a slip."""
    for paragraph in paragraphs(story):
        if len(paragraph.frames) < 3:
            continue
        for at, frame in paragraph.frames.items():
            words = _cue(story, paragraph, at) if _is_amount(frame) else ""
            if words:
                pairs = _pairs(story, paragraph, frame, words)
                if pairs:
                    yield pairs


def _cue(story: Story, paragraph: Paragraph, at: int) -> str:
    """Return the word that makes a figure a result; "" without any."""
    book = story.lexicon["balances"]
    if paragraph.low(paragraph.ends[at][0]) == "to":
        return ""  # "passed by 61 to 30"
    for end in range(at, max(at - REACH, 0) - 1, -1):
        cue = book.ending(paragraph.tokens, end)
        if cue and (cue.entry.id == "left-before" or (cue.entry.id == "apart-before" and end == at)):
            return " ".join(paragraph.lows[cue.start : at])
        if end > 0 and (paragraph.lows[end - 1] in STOPS or end - 1 in paragraph.inside):
            return _behind(story, paragraph, at)
    return _behind(story, paragraph, at)


def _behind(story: Story, paragraph: Paragraph, at: int) -> str:
    cue = story.lexicon["balances"].at(paragraph.tokens, paragraph.ends[at][0])
    if (
        cue is None
        or cue.entry.id not in {"left-behind", "change-behind"}
        or paragraph.low(cue.end) in {"than", "from"}
    ):
        return ""
    return " ".join(paragraph.lows[cue.start : cue.end])


def _is_amount(frame: Frame) -> bool:
    mention = frame.mention
    if mention.quantity.dimension in NO_AMOUNTS or mention.quantity.kind not in KINDS or is_rate(frame):
        return False
    return mention.quantity.value is not None and mention.quantity.value > 0


def _pairs(story: Story, paragraph: Paragraph, result: Frame, words: str) -> list[Change]:
    near = [f for f in paragraph.frames.values() if f is not result and _can_give(story, f, result)]
    first, last = result.mention.sentence - BACK, result.mention.sentence
    before = [f for f in near if first <= f.mention.sentence <= last]
    if not _reaches_on(story, words):
        before = [f for f in before if f.order < result.order]
    around = [
        f for f in within_reach(story, result) if abs(f.mention.block - result.mention.block) <= 1 and f is not result
    ]
    wide = [f for f in around if _can_give(story, f, result)]
    if any(f.mention.quantity.value == result.mention.quantity.value for f in wide):
        return []
    made = [(pair, found) for pair in combinations(wide, 2) if (found := _change(story, *pair, result, words))]
    if any(_is_rounded(found) for _, found in made):
        return []
    giving = [found for _, found in made if _gives(found)]
    if giving:
        return giving if any(set(pair) <= set(before) for pair, found in made if found in giving) else []
    if _is_rest_of_many(wide, result):
        return []
    value = result.mention.quantity.value
    if value is None or (value < SMALL and len(before) > FEW):
        return []
    missing = [found for pair, found in made if set(pair) <= set(before) and _is_missed(found)]
    return missing if len(missing) == 1 and not _is_parted(paragraph, missing[0], result) else []


def _is_parted(paragraph: Paragraph, found: Change, result: Frame) -> bool:
    """Tell whether "the other 21" may leave out more than the pair: "43 shoes, 18 for children. Eleven pairs ..."."""
    if result.mention.role != "remainder":
        return False
    last = max(found.old.order, found.new.order)
    others = (f for f in paragraph.frames.values() if last < f.order < result.order)
    return any(f.mention.quantity.dimension == "count" for f in others)


def _reaches_on(story: Story, words: str) -> bool:
    """Tell whether the figures may stand behind their difference as well: "shortened by 18 ... to 86"."""
    entry = story.lexicon["balances"].get(words)
    return entry is not None and entry.id in {"apart-before", "change-behind"}


def _can_give(story: Story, frame: Frame, result: Frame) -> bool:
    return _is_amount(frame) and comparable(result, frame, story.lexicon) and not _is_size(frame)


def _is_size(frame: Frame) -> bool:
    """Tell of the 12,700 of "has risen by 12,700": what lies between two figures is neither of them."""
    mention = frame.mention
    return mention.document.prose[: mention.span.start].rstrip().lower().endswith((" by", " by some", " by about"))


def _change(story: Story, a: Frame, b: Frame, result: Frame, words: str) -> Change | None:
    if not comparable(a, b, story.lexicon) or not is_one_thing(story.lexicon["comparisons"], a, b, result):
        return None
    one, two = in_one_unit(a, b, story.lexicon)
    if one is None or two is None:
        return None
    return Change(a, b, result, "", None, one, two, Reason("balance", words))


def _gives(found: Change) -> bool:
    size = meant(found.by.mention.quantity) if found.by else None
    return size is not None and not absolute(found.after.minus(found.before)).is_disjoint(size)


def _is_rounded(found: Change) -> bool:
    """Tell of "18,300 readers. 7,900 opened this. The other ten thousand": a round word for 10,400."""
    old, new = found.values
    size = found.by.value if found.by else Decimal(0)
    if old is None or new is None or not size or size % ROUND:
        return False
    return 0 < abs(abs(new - old) - size) * 20 <= size


def _is_missed(found: Change) -> bool:
    """Tell whether the result would follow but for a slip in it."""
    old, new = found.values
    printed = found.by.mention.quantity.value if found.by else None
    if old is None or new is None or printed is None:
        return False
    small, large = sorted((old, new))
    is_end_off = small >= LARGE and (_is_exchanged(small, large - printed) or _is_exchanged(large, small + printed))
    return is_slip(printed, large - small) or is_end_off


def _is_exchanged(printed: Decimal, right: Decimal) -> bool:
    return right > 0 and are_transposed(printed, right)


def _is_rest_of_many(frames: Sequence[Frame], result: Frame) -> bool:
    """Tell whether the result is what three or four of the figures leave or make up: 84 less 30, 12 and 9."""
    values = [f.value for f in frames][:12]
    printed = result.value
    for size in (2, 3):
        for parts in combinations(values, size):
            if sum(parts, printed) in values or sum(parts, Decimal(0)) == printed:
                return True
    return False
