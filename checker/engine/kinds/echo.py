"""A headline's percentage, sum of money or measure that the story never gives, over one of the same thing at its top.

"Keystone 400 falls 1.4%" over "The Keystone 400 dropped 71.4 points, or 1.7%".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, takewhile

from checker.engine.check import Check
from checker.engine.content import MOVEMENT, content
from checker.engine.conversions import factors
from checker.engine.once import once
from checker.engine.reach import within_sitting
from checker.engine.slipped import slipped
from checker.facts.frames import BODY, TITLES
from checker.facts.pool import NEVER
from checker.facts.story import Story
from checker.facts.values import are_near, excuses
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason

SILENT = frozenset({"count", "date", "time", "age", "ordinal", "duration", "points", "score"})
PRINTED = TITLES | {"caption"}
FOREIGN = ("other-event", "earlier", "claim", "dispute", "correction", "modal", "exclusion")
PARAGRAPHS = 2
MANY = 10
HUNDRED = Decimal(100)
SLACK = Decimal("0.03")
"""A converted figure that comes so near is the same, rounded."""


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each headline figure that no figure of the story can be, and the one that it echoes."""
    for title in story.frames:
        if title.block_role in PRINTED and _is_usable(title):
            told = _told(story, title) or slipped(story, title)
            if told and not _is_said(story, title):
                yield _claim(title, told)


def _is_usable(frame: Frame) -> bool:
    mention = frame.mention
    is_plain = mention.quantity.kind == "exact" and bool(mention.quantity.value)
    return is_plain and mention.role not in NEVER | {"increment", "remainder", "earlier"}


def _told(story: Story, title: Frame) -> Frame | None:
    """Return the one figure of the unit in the first sentence of the top that shares the headline's words."""
    if title.block_role not in TITLES or title.mention.quantity.dimension in SILENT:
        return None
    words = _clause_words(story, title)
    names = words - {MOVEMENT}
    for sentence, frames in _top(story, title):
        shared = content(story.sentences[sentence].tokens, story.lexicon)
        if names & shared and (MOVEMENT not in words or MOVEMENT in shared):
            is_own = frames[0].is_opening or frames[0].bar(*FOREIGN) is None
            is_one = len(frames) == 1 and _is_usable(frames[0]) and is_own
            return frames[0] if is_one and are_near(frames[0].mention.quantity, title.mention.quantity) else None
    return None


def _clause_words(story: Story, title: Frame) -> frozenset[str]:
    start, end = title.mention.chunk
    return content(story.sentences[title.mention.sentence].tokens[start:end], story.lexicon)


def _top(story: Story, title: Frame) -> Iterator[tuple[int, Sequence[Frame]]]:
    """Yield the sentences of the top that have figures of the headline's unit, with them, in text order."""
    beside: dict[int, list[Frame]] = {}
    for frame in takewhile(lambda frame: frame.paragraph <= PARAGRAPHS, story.frames):
        if frame.paragraph >= 0 and frame.block_role in BODY and _is_one_unit(frame, title):
            beside.setdefault(frame.mention.sentence, []).append(frame)
    yield from sorted(beside.items())


def _is_one_unit(a: Frame, b: Frame) -> bool:
    one, two = a.mention.quantity, b.mention.quantity
    return (one.dimension, one.unit) == (two.dimension, two.unit)


def _is_said(story: Story, title: Frame) -> bool:
    """Tell whether some figure of the story, a sum or a change of two, can be the headline's."""
    if _number(title) in once(story, "numbers of the story", _numbers):
        return True
    others = [frame for frame in within_sitting(story, title) if _is_of_story(frame)]
    if any(_can_be(story, title, frame) for frame in others):
        return True
    if any(
        _is_one_unit(a, title) and _fits(title, sign * a.value + b.value) for a, b in _pairs(others) for sign in (1, -1)
    ):
        return True
    return title.mention.quantity.dimension in {"percent", "ratio"} and _is_share(story, others, title)


def _numbers(story: Story) -> frozenset[tuple[object, ...]]:
    return frozenset(_number(frame) for frame in story.frames if _is_of_story(frame))


def _number(frame: Frame) -> tuple[object, ...]:
    quantity = frame.mention.quantity
    return quantity.dimension, quantity.unit, quantity.value


def _is_of_story(frame: Frame) -> bool:
    return frame.block_role not in PRINTED and bool(frame.mention.quantity.value)


def _pairs(frames: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Yield the figures of one unit that stand in one sentence, two by two."""
    by_sentence: dict[int, list[Frame]] = {}
    for frame in frames:
        by_sentence.setdefault(frame.mention.sentence, []).append(frame)
    for beside in by_sentence.values():
        yield from (pair for pair in combinations(beside[:MANY], 2) if _is_one_unit(*pair))


def _is_share(story: Story, others: Sequence[Frame], title: Frame) -> bool:
    """Tell whether two figures of one sentence make the percentage: 340 of 1,200, or 340 after 300."""
    ways = _ways(story, title)
    for a, b in _pairs(others):
        if not _are_like(a, b):
            continue
        small, large = sorted((abs(a.value), abs(b.value)))
        shares = {"up": large / small - 1, "down": 1 - small / large, "share": small / large}
        if any(_fits(title, shares[way] * _scale(title)) for way in ways):
            return True
    return False


def _are_like(a: Frame, b: Frame) -> bool:
    """Tell whether two figures can be of one thing: exact, whole if they are counts, no two nouns."""
    if {a.mention.quantity.kind, b.mention.quantity.kind} != {"exact"}:
        return False
    nouns = {frame.mention.thing.head for frame in (a, b) if frame.mention.thing}
    return len(nouns) < 2 and all(frame.value % 1 == 0 for frame in (a, b) if frame.mention.quantity.unit is None)


def _ways(story: Story, title: Frame) -> Sequence[str]:
    """Tell whether the headline speaks of a rise, a fall, or of a share."""
    start, end = title.mention.chunk
    tokens, book = story.sentences[title.mention.sentence].tokens, story.lexicon["changes"]
    entries = [book.get(token.low) for token in tokens[start:end]]
    moved = [way for way in ("up", "down") if any(entry and entry.id == way for entry in entries)]
    return moved or ("up", "down", "share")


def _scale(title: Frame) -> Decimal:
    return HUNDRED if title.mention.quantity.dimension == "percent" else Decimal(1)


def _can_be(story: Story, title: Frame, frame: Frame) -> bool:
    a, b = title.mention.quantity, frame.mention.quantity
    if {a.dimension, b.dimension} == {"percent", "ratio"}:
        percent, ratio = (a, b) if a.dimension == "percent" else (b, a)
        return abs((percent.value or Decimal(0)) - (ratio.value or Decimal(0)) * HUNDRED) <= HUNDRED * SLACK
    if a.dimension != b.dimension:
        return False
    if a.unit == b.unit:
        return excuses(b, a) or _fits(title, frame.value) or _fits(frame, title.value)
    sizes = factors(a.unit or "", story.lexicon), factors(b.unit or "", story.lexicon)
    if not sizes[0] or not sizes[1]:
        return True
    mine, its = title.value * sizes[0][0], frame.value * sizes[1][0]
    return abs(mine - its) <= SLACK * max(abs(mine), abs(its))


def _fits(title: Frame, value: Decimal) -> bool:
    """Tell whether a value, rounded as the figure is, gives it."""
    quantity = title.mention.quantity
    slack = quantity.granule / 2 if quantity.dimension != "ratio" else SLACK
    return abs(abs(value) - abs(title.value)) <= slack


def _claim(title: Frame, told: Frame) -> Claim:
    here, there = title.mention, told.mention
    half = here.quantity.granule / 2
    return Claim(
        check="echo",
        premises=(Premise(here.span, "here"), Premise(there.span, "there")),
        printed=Interval(title.value - half, title.value + half),
        computed=point(told.value),
        place=title.block_role,
        result=there.words,
        proof=(Reason("headline and story", f"{here.words} / {there.words}"),),
    )


CHECK = Check("echo", claims)
