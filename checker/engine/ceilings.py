"""Bounds that are said of everything, and the figure told to be the extreme or the count that breaks them.

"Each of the nine bats weighed less than 12 grams; the heaviest tipped the scales at 12.4": a bound alone accuses
nothing, nor does a superlative; together they speak of one set.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.measures import is_rate
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.slips import exchanges
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.interval import Interval
from checker.model.values import NamedTuple

NO_AMOUNTS = frozenset({"date", "time", "ordinal", "ratio"})
NO_LIMITS = frozenset({"comparison", "earlier", "increment", "remainder"})
BOUNDS = frozenset({"lower", "upper"})
NUMBERS = frozenset({"exact", "approx"})
FIRM = ("claim", "dispute", "correction", "modal")
AHEAD, NEAR, SIDE, FEW = 2, 4, 3, 3
"""Sentences behind a bound in which a figure may break it; words between a cue and its figure; words before a bound
in which one narrows it; figures that make a list."""
FAR = Decimal("1.6")
"""A figure that misses a bound by more than this factor is more often of something else."""


class Limit(NamedTuple):
    """``frame`` at token ``at`` lets a figure lie in ``kept``; ``is_for_all`` where every one of a set must."""

    frame: Frame
    at: int
    kept: Interval
    is_for_all: bool
    words: str


class Broken(NamedTuple):
    """``figure`` lies outside ``limit``; ``words`` call it the extreme, or the count."""

    limit: Limit
    figure: Frame
    words: str


def limits(story: Story) -> Iterator[tuple[Paragraph, Limit]]:
    """Yield every bound that can be held against other figures, with its paragraph."""
    for paragraph in paragraphs(story):
        for at, frame in paragraph.frames.items():
            limit = _limit(story, paragraph, at, frame)
            if limit and not excepts(story, paragraph, range(at, paragraph.lows.index(END, at))):
                yield paragraph, limit  # not "everyone is under 30, except the keeper"


def broken(story: Story) -> Iterator[Broken]:
    """Yield each bound with an extreme near it, or one of a list, whether that breaks it or not."""
    for paragraph, limit in limits(story):
        extremes = _extremes(story, paragraph, limit) if limit.is_for_all else ()
        for one in (*extremes, *_kept(story, paragraph, limit), *_listed(paragraph, limit)):
            if is_near(one) and not is_exception(story, paragraph, one.figure):
                yield one


def _limit(story: Story, paragraph: Paragraph, at: int, frame: Frame) -> Limit | None:
    quantity = frame.mention.quantity
    if quantity.dimension in NO_AMOUNTS or frame.mention.role in NO_LIMITS or frame.bar(*FIRM):
        return None
    book, begin = story.lexicon["ceilings"], clause(paragraph, at)
    cues = {match.entry.id for i in range(begin, at) if (match := book.at(paragraph.tokens, i))}
    near = {match.entry.id for i in range(max(begin, at - SIDE), at) if (match := book.at(paragraph.tokens, i))}
    words = " ".join(paragraph.lows[max(begin, at - SIDE) : at])
    is_negated = "none" in cues or paragraph.low(at - 1) == "no"
    kept = _room(story, paragraph, at, frame, is_negated)
    if kept is None or (is_negated and "picks" in near - {"none"}):
        return None
    is_whole = is_negated or "rule" in cues or ("all" in cues and "picks" not in near)
    return Limit(frame, at, kept, is_whole, words)


def clause(paragraph: Paragraph, at: int) -> int:
    """Return where the clause of a token begins: behind the last mark that is no comma."""
    marks = (i for i in range(at - 1, -1, -1) if paragraph.lows[i] in {END, ";", ":"})
    return next(marks, -1) + 1


def _room(story: Story, paragraph: Paragraph, at: int, frame: Frame, is_negated: bool) -> Interval | None:
    """Return what a bound leaves room for: "never above 12" what lies at or below it; None for a mere number."""
    quantity = frame.mention.quantity
    low, high = quantity.low, quantity.high
    if quantity.kind == "range":
        return None if is_negated or low is None or high is None else Interval(low, high)
    if quantity.kind in BOUNDS:
        if not is_negated:
            return quantity.hard
        return Interval(None, low) if quantity.kind == "lower" else Interval(high, None)
    if quantity.kind != "exact" or low is None:
        return None
    way = _way(story, paragraph, at, is_negated)
    if way == "cap":
        return Interval(None, low)
    return Interval(low, None) if way == "floor" else None


def _way(story: Story, paragraph: Paragraph, at: int, is_negated: bool) -> str:
    """Return "cap" or "floor" for "a 30-tonne limit", "capped parties at 150" and "never faster than 12 knots"."""
    book, tokens = story.lexicon["ceilings"], paragraph.tokens
    before, behind = book.ending(tokens, at), book.at(tokens, paragraph.ends[at][-1])
    rows = {match.entry.id for match in (before, behind) if match}
    if rows & {"cap", "cap-behind"}:
        return "cap"
    if rows & {"floor", "floor-behind"}:
        return "floor"
    verbs = {match.entry.id for i in range(max(0, at - NEAR), at) if (match := book.at(tokens, i))}
    if "caps" in verbs and paragraph.low(at - 1) in {"at", "to"}:
        return "cap"
    than = story.lexicon["superlatives"].ending(tokens, at) if is_negated else None
    return {"above": "cap", "below": "floor"}.get(than.entry.id, "") if than else ""


def span(paragraph: Paragraph, limit: Limit) -> range:
    """Return the tokens behind a limit in its sentence and the two after it."""
    start = paragraph.ends[limit.at][-1]
    stops = [i for i in range(start, len(paragraph.lows)) if paragraph.lows[i] == END][: AHEAD + 1]
    return range(start, stops[-1] if stops else len(paragraph.lows))


def _extremes(story: Story, paragraph: Paragraph, limit: Limit) -> Iterator[Broken]:
    """Yield the figure of "the heaviest, a pregnant female with a 31 cm wingspan, tipped the scales at 12.4"."""
    reach = span(paragraph, limit)
    words = {at: way for at in reach if (way := _extreme(story, paragraph, at))}
    for at, way in words.items():
        if not _is_of_side(limit, way):
            continue
        for i in range(at + 1, reach.stop):
            if paragraph.lows[i] in {END, ";"} or i in words:
                break
            figure = paragraph.frames.get(i)
            if figure and not figure.mention.definite and is_like(limit.frame, figure, paragraph.low(at)):
                yield Broken(limit, figure, paragraph.tokens[at].text)
                break


def _extreme(story: Story, paragraph: Paragraph, at: int) -> str:
    """Return "most", "least" or "either" where a superlative begins that is neither "second" nor "one of the"."""
    own = story.lexicon["ceilings"].at(paragraph.tokens, at)
    if own and own.entry.id in {"high", "low", "worst"}:
        return {"high": "most", "low": "least"}.get(own.entry.id, "either")
    book = story.lexicon["superlatives"]
    match, before = book.at(paragraph.tokens, at), book.ending(paragraph.tokens, at)
    if match is None or match.entry.id not in {"most", "least"} or (before and before.entry.id in {"rank", "one-of"}):
        return ""
    return match.entry.id


def _is_of_side(limit: Limit, way: str) -> bool:
    return way == "either" or (limit.kept.high if way == "most" else limit.kept.low) is not None


def is_like(limit: Frame, figure: Frame, word: str = "") -> bool:
    """Tell whether a figure may be one that the limit speaks of: of its unit and noun, or a number without any."""
    a, b = limit.mention, figure.mention
    if b.quantity.kind not in NUMBERS or b.quantity.value is None or is_rate(figure) or figure.bar(*FIRM):
        return False
    is_bare = b.quantity.dimension == "count" and b.thing is None and b.status in {None, a.status} and not b.partitive
    if is_bare:
        return a.quantity.dimension not in {"money", "percent"}
    if b.quantity.dimension == "age" and word in {"oldest", "youngest"}:
        return a.quantity.dimension in {"count", "age"} and a.thing is None
    if (a.quantity.dimension, a.quantity.unit) != (b.quantity.dimension, b.quantity.unit):
        return False
    if a.quantity.dimension != "count":
        return True
    return a.thing is not None and b.thing is not None and a.thing.head == b.thing.head and b.status in {None, a.status}


def _listed(paragraph: Paragraph, limit: Limit) -> Iterator[Broken]:
    """Yield the one of three figures or more in a list that is out: "£58,500, £44,000 and the smallest £14,200"."""
    start = paragraph.ends[limit.at][-1]
    end = paragraph.lows.index(END, start)
    if ":" in paragraph.lows[start:end]:
        reach = range(paragraph.lows.index(":", start), end)
    else:
        stop = next((i for i in range(end + 1, len(paragraph.lows)) if paragraph.lows[i] == END), end)
        reach = range(end, stop)
    figures = [f for at, f in paragraph.frames.items() if at in reach and is_like(limit.frame, f)]
    out = [f for f in figures if not limit.kept.contains(f.value)]
    is_end = any(f.value in {limit.kept.low, limit.kept.high} for f in figures)
    if len(figures) >= FEW and len(out) == 1 and (limit.is_for_all or is_end):
        yield Broken(limit, out[0], f"one of {len(figures)}")


def _kept(story: Story, paragraph: Paragraph, limit: Limit) -> Iterator[Broken]:
    """Yield the figure of "was within it: 32.6 tonnes", the only one of its kind in that sentence."""
    if limit.frame.mention.quantity.kind != "exact" or limit.kept.high is None:
        return
    book = story.lexicon["ceilings"]
    for at in span(paragraph, limit):
        match = book.at(paragraph.tokens, at)
        if match and match.entry.id == "within":
            begin, end = _sentence(paragraph, at)
            frames = [f for i, f in paragraph.frames.items() if begin <= i < end]
            figures = [f for f in frames if _may_be_one(story, limit.frame, f)]
            if len(figures) == 1:
                yield Broken(limit, figures[0], " ".join(paragraph.lows[at : match.end]))
            return


def _may_be_one(story: Story, limit: Frame, figure: Frame) -> bool:
    """Tell whether both are of one unit; "150 guests" may be "163 people"."""
    one, two = limit.mention.thing, figure.mention.thing
    if one and two and figure.mention.quantity.kind == "exact" and figure.mention.quantity.dimension == "count":
        return one.head == two.head or all(
            story.lexicon.is_kind_of("things", thing.family, "people") for thing in (one, two)
        )
    return is_like(limit, figure)


def _sentence(paragraph: Paragraph, at: int) -> tuple[int, int]:
    begin = max((start for start in paragraph.starts if start <= at), default=0)
    return begin, paragraph.lows.index(END, at)


def is_near(found: Broken) -> bool:
    """Tell whether a figure that is out can be a slip: near the bound, or inside with two digits exchanged."""
    kept, value = found.limit.kept, found.figure.value
    if kept.contains(value):
        return True
    if any(kept.contains(other) for other in exchanges(value)):
        return True
    end = kept.high if kept.low is None or value >= kept.low else kept.low
    is_scale = found.limit.frame.mention.quantity.dimension == "temperature"
    return is_scale or (end is not None and are_near(end, value, FAR))


def are_near(a: Decimal, b: Decimal, factor: Decimal) -> bool:
    """Tell whether neither is more than *factor* times the other."""
    return max(abs(a), abs(b)) <= min(abs(a), abs(b)) * factor


def is_exception(story: Story, paragraph: Paragraph, figure: Frame) -> bool:
    """Tell whether a word of the figure's sentence makes it none of those: "the largest, with 56, was turned away"."""
    at = next(at for at, frame in paragraph.frames.items() if frame is figure)
    return excepts(story, paragraph, range(*_sentence(paragraph, at)))


def excepts(story: Story, paragraph: Paragraph, tokens: range) -> bool:
    """Tell whether a word of exception stands in these tokens."""
    matches = (story.lexicon["ceilings"].at(paragraph.tokens, i) for i in tokens)
    return any(match is not None and match.entry.id == "exception" for match in matches)
