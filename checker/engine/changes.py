"""An old figure, a new one, and the change between them: who belongs with whom."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.arithmetic import place
from checker.engine.measures import alike, in_one_unit, is_rate, of_one_noun, tells_when
from checker.engine.once import once
from checker.engine.paragraphs import END, Paragraph, paragraphs, running
from checker.engine.phrasing import Match, find
from checker.facts.story import Story
from checker.lexicon.book import Book, Lexicon
from checker.model.claim import Premise
from checker.model.frame import Frame
from checker.model.interval import Interval, point
from checker.model.mention import Reason
from checker.model.span import Span
from checker.model.values import NamedTuple

NO_AMOUNTS = frozenset({"date", "time", "age", "ordinal", "ratio"})
RELATIVE = frozenset({"percent", "points", "ratio"})
ROWS = ("tight", "loose", "gap-named", "unsized")
MEASURED = frozenset(
    {"length", "mass", "area", "volume", "duration", "money", "percent", "speed", "temperature", "energy", "power"}
)
NO_CUE = Span(0, 1)
BARE = frozenset({"earlier", "total", "target", "capacity"})
"""Roles in which an old figure may leave out its unit: "46 mph, 11 mph over the limit of 35"."""


class Change(NamedTuple):
    """``new`` came out of ``old`` by ``by``. ``way`` is "up", "down" or "" ("a gap of"), ``cue`` its words.

    ``before`` and ``after`` are what the figures can stand for, in one unit.
    """

    old: Frame
    new: Frame
    by: Frame | None
    way: str
    cue: Span | None
    before: Interval
    after: Interval
    reason: Reason

    @property
    def values(self) -> tuple[Decimal | None, Decimal | None]:
        """The printed old and new value; None for a bound or range."""
        old, new = self.old.mention.quantity, self.new.mention.quantity
        return (old.low, new.high) if old is new else (old.value, new.value)


class TwoSizes(NamedTuple):
    """``new`` is said to differ ``by`` so much, and by so many ``percent``, from a figure that is not printed."""

    new: Frame
    by: Frame
    percent: Frame
    way: str
    reason: Reason


def two_sizes(story: Story) -> Iterator[TwoSizes]:
    """Yield each change that is given as a difference and as a percentage, with the new figure."""
    book = story.lexicon["changes"]
    for paragraph in paragraphs(story):
        for match in find(paragraph, book, ["two-sized"], _fits) if len(paragraph.frames) > 2 else ():
            new, by, percent = (match.figures[name] for name in ("NEW", "BY", "PERCENT"))
            way = _way(paragraph, match, book)[0]
            if way and percent.mention.quantity.dimension == "percent" and _is_size(by, new):
                yield TwoSizes(new, by, percent, way, Reason("phrasing", match.words))


def _is_size(by: Frame, new: Frame) -> bool:
    size, amount = by.mention.quantity, new.mention.quantity
    return size.dimension not in RELATIVE and size.unit == amount.unit and amount.value is not None


def premises(found: Change, words: Span, blamed: Frame | None = None) -> tuple[Premise, ...]:
    """Return the words of the change, or the figure that is to *blame*, with the others behind."""
    old, new = found.old.mention.span, found.new.mention.span
    named = {words: "change", old: "old figure", new: "new figure" if new != old else "old and new figure"}
    accused = blamed.mention.span if blamed else words
    return Premise(accused, "here"), *(Premise(span, name) for span, name in named.items() if span != accused)


def changes(story: Story) -> tuple[Change, ...]:
    """Return each change once: those that name their size, then those that only say up or down."""
    return once(story, "changes", lambda story: tuple(_changes(story)))


def _changes(story: Story) -> Iterator[Change]:
    book, seen = story.lexicon["changes"], set[int]()
    for paragraph in running(story):
        for match in find(paragraph, book, ROWS, _fits) if len(paragraph.frames) > 1 else ():
            found = _change(paragraph, match, story.lexicon) if not _is_of_other_base(paragraph, match, book) else None
            taken = {frame.order for frame in (found.old, found.by) if frame} if found else set()
            if found and seen.isdisjoint(taken):
                seen |= taken
                yield found


def _is_of_other_base(paragraph: Paragraph, match: Match, book: Book) -> bool:
    """Tell whether the words say that the change is one of volume, in real terms, like for like."""
    end = paragraph.lows.index(END, match.end) if END in paragraph.lows[match.end :] else match.end
    cues = (book.at(paragraph.tokens, at) for at in range(match.start, min(match.end + 4, end)))
    return any(cue and cue.entry.id == "other-base" for cue in cues)


def _change(paragraph: Paragraph, match: Match, lexicon: Lexicon) -> Change | None:
    way, cue = _way(paragraph, match, lexicon["changes"])
    if cue == NO_CUE:
        return None
    if "SPAN" in match.figures:
        return _of_span(match, way, cue)
    new = _new(paragraph, match, way, lexicon)
    if new is None or (match.row == "loose" and _is_in_next_clause(paragraph, match)):
        return None
    old, by = match.figures["OLD"], match.figures.get("BY")
    before, after = in_one_unit(old, new, lexicon)
    if before is None or after is None:
        return None
    return Change(old, new, by, way, cue, before, after, Reason("phrasing", match.words))


def _is_in_next_clause(paragraph: Paragraph, match: Match) -> bool:
    """Tell of "40 members, ten more than it had last year and 18 short of its best"."""
    places = {frame.order: at for at, frame in paragraph.frames.items()}
    old, by = places[match.figures["OLD"].order], places[match.figures["BY"].order]
    return "and" in paragraph.lows[by:old]


def _of_span(match: Match, way: str, cue: Span | None) -> Change | None:
    """Return the change of "by 0.25 percent, from 4.5% to 4.75%", where both ends were read as one range."""
    span = match.figures["SPAN"]
    low, high = span.mention.quantity.low, span.mention.quantity.high
    if low is None or high is None or way == "down":
        return None
    reach = place(span.mention.quantity) / 2
    before, after = point(low).widened(reach), point(high).widened(reach)
    return Change(span, span, match.figures["BY"], way, cue, before, after, Reason("phrasing", match.words))


def _way(paragraph: Paragraph, match: Match, book: Book) -> tuple[str, Span | None]:
    """Return "up" or "down" with its words; NO_CUE where they belong to another verb ("turned down a plan to")."""
    ways = {way: place for way, place in match.cues.items() if way in {"up", "down"}}
    if len(ways) != 1:
        return "", None
    way, (start, end) = next(iter(ways.items()))
    longest = book.ending(paragraph.tokens, end)
    if longest and longest.entry.id == "neither":
        return "", NO_CUE
    return way, Span(paragraph.tokens[start].start, paragraph.tokens[end - 1].end)


def _new(paragraph: Paragraph, match: Match, way: str, lexicon: Lexicon) -> Frame | None:
    """Return the new figure: the one that was met, or one before it in the sentence where that one cannot be.

    "It reached 18,600 children in 214 schools, 3,100 more than the 15,500 of 2023": the schools are no children.
    """
    near, old, by = match.figures["NEW"], match.figures["OLD"], match.figures.get("BY")
    sentence = near.mention.sentence
    before = [f for f in paragraph.frames.values() if f.order < near.order and f.mention.sentence == sentence]
    is_behind = near.order > old.order
    candidates = [near] if is_behind else [near, *(f for f in reversed(before) if _fits("NEW", f))]
    candidates = [f for f in candidates if f not in (old, by) and comparable(old, f, lexicon) and _measures(by, f)]
    candidates = [f for f in candidates if match.row != "loose" or of_one_noun(old, f)]
    fitting = [f for f in candidates if not _goes_wrong(way, *in_one_unit(old, f, lexicon))]
    return next(iter(fitting or (candidates[:1] if match.row != "loose" else ())), None)


def comparable(old: Frame, new: Frame, lexicon: Lexicon) -> bool:
    """Tell whether an old and a new figure are amounts of one thing; the old one may leave out the unit."""
    mention = old.mention
    is_bare = mention.quantity.dimension == "count" and mention.thing is None and mention.role in BARE
    return alike(old, new, lexicon) or (is_bare and new.mention.quantity.dimension in MEASURED)


def _fits(name: str, frame: Frame) -> bool:
    quantity = frame.mention.quantity
    if name == "SPAN":
        return quantity.kind == "range" and quantity.dimension not in NO_AMOUNTS
    if quantity.kind in {"vague", "malformed", "range"} or quantity.low is None or quantity.low < 0:
        return False
    if name != "BY" and tells_when(frame):
        return False
    return not is_rate(frame) if name == "BY" else quantity.dimension not in NO_AMOUNTS


def is_part_of_a_point(frame: Frame) -> bool:
    """Tell of "cut by half a point", where the half is none of the old figure."""
    mention = frame.mention
    behind = mention.document.prose_of(mention.span.start)[mention.span.end : mention.span.end + 24].split()
    return mention.quantity.dimension == "ratio" and "point" in [word.strip(".,;") for word in behind[:3]]


def _measures(by: Frame | None, new: Frame) -> bool:
    """Tell whether a figure can be the size of a change: a percentage, points, or an amount like the new one's."""
    if by is None:
        return True
    mention, dimension = by.mention, new.mention.quantity.dimension
    is_bare = mention.quantity.dimension == "count" and (mention.thing is None or mention.thing.head == "point")
    return mention.quantity.dimension in RELATIVE or mention.quantity.dimension == dimension or is_bare


def _goes_wrong(way: str, before: Interval | None, after: Interval | None) -> bool:
    if not way or before is None or after is None:
        return False
    return after.is_below(before) if way == "up" else before.is_below(after)
