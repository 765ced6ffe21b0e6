"""Shapes of sentences that tie figures together, as lexicons write them: ``PART of .. WHOLE .. , or SHARE``.

Read on a paragraph's tokens, one step each:

- ``NAME`` in capitals is a figure with its counted thing; the caller tells which figures may take which name;
- ``word``, ``one/two`` is a word of the draft, in lower case;
- ``<row>`` is any phrase of that row of the same lexicon;
- ``~`` is up to 3 tokens without an amount or a mark that parts phrases, ``..`` up to 9; ``...`` up to 14 and
  ``....`` up to 24, in which commas may stand, but no "and";
- ``//`` is the end of a sentence; ``^`` its beginning; ``NOUN`` notes where a noun phrase begins, as a cue;
- a ``?`` behind a word or row makes the step optional, a ``!`` before words wants none of them here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from checker.engine.paragraphs import END, Paragraph
from checker.lexicon.book import Book
from checker.lexicon.book import Match as Phrase
from checker.model.frame import Frame
from checker.model.values import NamedTuple

Figures = dict[str, Frame]
Fits = Callable[[str, Frame], bool]

SHOWN = 16
SHORT, COMMON = 4, 10
GAPS = {"~": 3, "..": 9, "...": 14, "....": 24}
PARTS = frozenset({",", ";", ":", "(", ")", "–", "—", "//", "“", "”", '"'})
FIRM = (PARTS - {",", "“", "”", '"'}) | {"and", "but", "while", "whereas", "although"}


class Step(NamedTuple):
    """One step of a shape. ``kind`` is "figure", "words", "no words", "row", "start", "noun", or a gap."""

    kind: str
    names: tuple[str, ...]
    optional: bool = False


class Match(NamedTuple):
    """Figures and cue words by name, and the tokens ``[start, end)`` of the paragraph that the shape covers.

    ``cues`` gives for each row met the tokens of its words; ``words`` are those of the draft, for the reader.
    """

    figures: Mapping[str, Frame]
    cues: Mapping[str, tuple[int, int]]
    start: int
    end: int
    row: str
    shape: str
    words: str = ""


def find(paragraph: Paragraph, book: Book, rows: Sequence[str], fits: Fits) -> Iterator[Match]:
    """Yield every place where a shape of one of *rows* (their field ``forms``) fits, the first row first.

    A shape begins in the paragraph itself; it may end in the sentence behind it where there is one.
    """
    figures, absent = len(paragraph.frames), paragraph.words.isdisjoint
    reader = None
    for entry in _candidates(_index(book, tuple(rows)), paragraph.words):
        if len(entry.figures) > figures or any(map(absent, entry.needs)):
            continue
        reader = reader or _reader(paragraph, book, fits)
        if not reader.can_fit(entry.figures):
            continue
        steps = read_shape(entry.shape)
        for start in reader.starts(steps[0]) if reader.has(steps) else ():
            met = reader.walk(steps, 0, start, _NOTHING)
            if met:
                words = _printed(paragraph, start, met.end)
                yield Match(met.figures, met.cues, start, met.end, entry.row, entry.shape, words)


def _printed(paragraph: Paragraph, start: int, end: int) -> str:
    """Return the words of the draft in tokens ``[start, end)``, cut where they run long."""
    words = [token.text for token in paragraph.tokens[start:end] if token.text != END]
    return " ".join(words if len(words) <= SHOWN else [*words[: SHOWN // 2], "…", *words[-SHOWN // 2 :]])


class _Entry(NamedTuple):
    """A shape with what a paragraph must have for it: one word of each set, and ``figures`` that take these names."""

    row: str
    shape: str
    needs: tuple[frozenset[str], ...]
    figures: tuple[str, ...]


class _Index(NamedTuple):
    """Shapes in the order of their rows, and the numbers of those that hang on each set of words.

    A shape hangs on the words of the one step that fewest paragraphs have; ``free`` are those that need no word.
    """

    entries: tuple[_Entry, ...]
    groups: tuple[tuple[frozenset[str], Sequence[int]], ...]
    free: Sequence[int]


class _Met(NamedTuple):
    figures: Mapping[str, Frame]
    cues: Mapping[str, tuple[int, int]]
    end: int = 0


_NOTHING = _Met({}, {})


class _Reader:
    """A paragraph made ready: where figures of each name stand, and where the phrases of the lexicon."""

    __slots__ = ("_ends", "_fitting", "_open", "_stops", "_words", "book", "fits", "lows", "paragraph", "places")

    def __init__(self, paragraph: Paragraph, book: Book, fits: Fits) -> None:
        self.paragraph, self.lows, self.fits, self.book = paragraph, paragraph.lows, fits, book
        self.places: dict[str, set[int]] = {}
        self._fitting: dict[Sequence[str], bool] = {}
        self._stops: dict[frozenset[str], Sequence[int]] = {}
        self._ends: dict[Sequence[str], Sequence[tuple[int, int]]] = {}
        self._open: dict[str, Sequence[tuple[int, int]]] = {}
        self._words: dict[Sequence[str] | frozenset[str], int] = {}

    @property
    def cues(self) -> Mapping[int, Phrase]:
        """The phrases of the lexicon by the token that they begin with."""
        return self.paragraph.phrases(self.book)

    def where(self, name: str) -> set[int]:
        """Return the tokens at which figures begin that may take this name."""
        found = self.places.get(name)
        if found is None:
            frames = self.paragraph.frames
            found = self.places[name] = {at for at, frame in frames.items() if self.fits(name, frame)}
        return found

    def can_fit(self, names: Sequence[str]) -> bool:
        """Tell whether there are figures enough for a shape."""
        found = self._fitting.get(names)
        if found is None:
            places = [self.where(name) for name in names]
            found = self._fitting[names] = all(places) and len(set().union(*places)) >= len(names)
        return found

    def has(self, steps: Sequence[Step]) -> bool:
        """Tell whether the steps fit from some token on.

        All tokens are tried at once, as the bits of a number: hardly a shape fits, and none other is walked.
        """
        own = len(self.lows) if self.paragraph.own is None else self.paragraph.own
        places = (1 << own) - 1
        for step in steps:
            places = self._after(step, places)
            if not places:
                return False
        return True

    def _after(self, step: Step, places: int) -> int:
        """Return the tokens at which a step may end that begins at one of some places, all as bits."""
        if step.kind in GAPS:
            for more, open_for in self._open_for(step):
                places |= (places & open_for) << more
            return places
        if step.kind == "words":
            after = (places & self._having(step.names)) << 1
        elif step.kind == "no words":
            after = places & ~self._having(step.names)
        elif step.kind == "start":
            after = places & _bits(self.paragraph.starts)
        elif step.kind == "noun":
            after = places
        else:
            after = 0
            for begin, ends in self._moves(step):
                after |= ends if places & begin else 0
        return after | places if step.optional else after

    def _having(self, words: Sequence[str] | frozenset[str]) -> int:
        """Return the tokens that are one of some words."""
        found = self._words.get(words)
        if found is None:
            found = self._words[words] = _bits(self._spots(words))
        return found

    def _spots(self, words: Iterable[str]) -> Iterator[int]:
        for word in self.paragraph.words.intersection(words):
            at = -1
            for _ in range(self.lows.count(word)):
                at = self.lows.index(word, at + 1)
                yield at

    def _moves(self, step: Step) -> Sequence[tuple[int, int]]:
        """Return where figures of a name or phrases of some rows begin, each with where it ends."""
        found = self._ends.get(step.names)
        if found is None:
            if step.kind == "figure":
                ways = [(at, self.paragraph.ends[at]) for at in self.where(step.names[0])]
            else:
                ways = [(at, (cue.end,)) for at, cue in self.cues.items() if cue.entry.id in step.names]
            found = self._ends[step.names] = [(1 << at, _bits(ends)) for at, ends in ways]
        return found

    def _open_for(self, gap: Step) -> Sequence[tuple[int, int]]:
        """Return steps that make up a gap's length, each with the tokens from which so many may be passed."""
        found = self._open.get(gap.kind)
        if found is None:
            marks = _marks(gap)
            dated = [at for at in self._spots({"and"} & marks) if _is_between_dates(self.paragraph, at)]
            closed = (self._having(marks) & ~_bits(dated)) | _bits(self.paragraph.inside)
            free = ~closed & ((1 << len(self.lows)) - 1)
            found = self._open[gap.kind] = [(more, _runs(free, more)) for more in _doubled(GAPS[gap.kind])]
        return found

    def starts(self, first: Step) -> Iterable[int]:
        """Return where a shape may begin, in text order."""
        own = len(self.lows) if self.paragraph.own is None else self.paragraph.own
        if first.kind == "start":
            return [at for at in self.paragraph.starts if at < own]
        if first.kind == "figure":
            return sorted(at for at in self.where(first.names[0]) if at < own)
        if first.optional or first.kind not in {"words", "row"}:
            return range(own)
        if first.kind == "row":
            return [at for at, met in self.cues.items() if at < own and met.entry.id in first.names]
        names = first.names
        return [at for at, low in enumerate(self.lows[:own]) if low in names]

    def begins(self, step: Step, at: int) -> bool:
        """Tell whether a step may begin at a token; a step that may be left out or takes no token always may."""
        if step.optional or step.kind not in {"figure", "words", "row"}:
            return True
        if step.kind == "figure":
            return at in self.where(step.names[0])
        if step.kind == "words":
            return self.paragraph.low(at) in step.names
        return at in self.cues and self.cues[at].entry.id in step.names

    def walk(self, steps: Sequence[Step], number: int, at: int, met: _Met) -> _Met | None:
        """Return what is met when the steps from *number* on fit from token *at* on; else None."""
        if number == len(steps):
            return met._replace(end=at)
        step = steps[number]
        if step.kind in GAPS:
            for end in self.ends(step, steps[number + 1], at):
                found = self.walk(steps, number + 1, end, met)
                if found:
                    return found
            return None
        for end, more in self.ways(step, at, met):
            found = self.walk(steps, number + 1, end, more)
            if found:
                return found
        return None

    def ends(self, gap: Step, after: Step, at: int) -> list[int]:
        """Return where a gap that begins at *at* may end, so that the step *after* it may begin there."""
        stops, lows = self.stops(gap), self.lows
        last = min(at + GAPS[gap.kind], stops[at] if at < len(lows) else at)
        if after.optional or after.kind not in {"figure", "words", "row"}:
            return list(range(at, last + 1))
        if after.kind == "words":
            names = after.names
            return [at + more for more, low in enumerate(lows[at : last + 1]) if low in names]
        if after.kind == "figure":
            places = self.where(after.names[0])
            return [end for end in range(at, last + 1) if end in places]
        return [end for end in range(at, last + 1) if self.begins(after, end)]

    def stops(self, gap: Step) -> Sequence[int]:
        """Return for each token the first one at or behind it that no gap of this kind passes."""
        marks = _marks(gap)
        found = self._stops.get(marks)
        if found is None:
            found = self._stops[marks] = _stops(self.paragraph, marks)
        return found

    def ways(self, step: Step, at: int, met: _Met) -> Iterator[tuple[int, _Met]]:
        """Yield each token at which the step may end when it begins at *at*, nearest first."""
        paragraph = self.paragraph
        if step.kind == "figure":
            if at in self.where(step.names[0]):
                more = met._replace(figures={**met.figures, step.names[0]: paragraph.frames[at]})
                yield from ((end, more) for end in paragraph.ends[at])
        elif step.kind == "row":
            match = self.cues.get(at)
            if match and match.entry.id in step.names:
                yield match.end, met._replace(cues={**met.cues, match.entry.id: (at, match.end)})
        elif step.kind == "noun":
            yield at, met._replace(cues={**met.cues, "NOUN": (at, at)})
        elif step.kind == "start":
            if at in paragraph.starts:
                yield at, met
        elif (paragraph.low(at) in step.names) == (step.kind == "words"):
            yield at + (step.kind == "words"), met
        if step.optional:
            yield at, met


def _marks(gap: Step) -> frozenset[str]:
    """Return the words that a gap does not pass."""
    return FIRM if len(gap.kind) > 2 else PARTS


def _bits(places: Iterable[int]) -> int:
    bits = 0
    for at in places:
        bits |= 1 << at
    return bits


def _doubled(length: int) -> Iterator[int]:
    """Yield the fewest steps by which every length up to *length* is reached: 1, 2, 4 and 2 for 9."""
    reached = 0
    while reached < length:
        more = min(reached + 1, length - reached)
        reached += more
        yield more


def _runs(free: int, length: int) -> int:
    """Return the bits of *free* with which so many in a row begin."""
    known = 1
    while known < length:
        more = min(known, length - known)
        free &= free >> more
        known += more
    return free


@cache
def _openers(book: Book) -> Mapping[str, frozenset[str]]:
    """Return the first words of the phrases of each row."""
    openers: dict[str, set[str]] = {}
    for phrase, entry in book:
        openers.setdefault(entry.id, set()).add(phrase.partition(" ")[0])
    return {row: frozenset(words) for row, words in openers.items()}


def _reader(paragraph: Paragraph, book: Book, fits: Fits) -> _Reader:
    """Return the reader of a paragraph, made once for all shapes that share a lexicon and a choice of figures."""
    reader: _Reader | None = paragraph.readers.get((book, fits))
    if reader is None:
        reader = paragraph.readers[book, fits] = _Reader(paragraph, book, fits)
    return reader


def _candidates(index: _Index, words: frozenset[str]) -> list[_Entry]:
    """Return the shapes of which the paragraph has a word of the rarest step, in their order."""
    absent = words.isdisjoint
    found = [*index.free, *(number for needed, numbers in index.groups if not absent(needed) for number in numbers)]
    return [index.entries[number] for number in sorted(found)]


@cache
def _index(book: Book, rows: tuple[str, ...]) -> _Index:
    entries = tuple([_entry(book, row, shape) for row in rows for shape in book.rows[row]["forms"]])
    groups: dict[frozenset[str], list[int]] = {}
    for number, entry in enumerate(entries):
        groups.setdefault(entry.needs[0] if entry.needs else frozenset(), []).append(number)
    free = groups.pop(frozenset(), [])
    return _Index(entries, tuple(groups.items()), free)


@cache
def _commonness(words: frozenset[str]) -> int:
    # Short words are the commonest ones of the language; the end of a sentence is in every paragraph.
    return sum([1 if len(word) > SHORT else COMMON for word in words]) + (END in words) * COMMON**2


@cache
def _row_words(book: Book, names: str) -> frozenset[str]:
    """Return the words that a phrase of one of some rows can begin with."""
    openers = _openers(book)
    return frozenset().union(*[openers.get(name, ()) for name in names.split("/")])


def _entry(book: Book, row: str, shape: str) -> _Entry:
    # Without the steps: most shapes lack a word in most drafts and are never read further.
    needs, figures = set[frozenset[str]](), list[str]()
    for word in shape.split():
        if word.isupper() and word.isalpha():
            figures += [word] if word != "NOUN" else []
        elif word not in GAPS and word != "^" and word[0] != "!" and word[-1] != "?":
            needs.add(_row_words(book, word[1:-1]) if word[0] == "<" else _alternatives(word))
    return _Entry(row, shape, tuple(sorted(needs, key=_commonness)), tuple(figures))


def _alternatives(word: str) -> frozenset[str]:
    return frozenset((word,) if word == END else word.split("/"))


def _stops(paragraph: Paragraph, marks: frozenset[str]) -> Sequence[int]:
    stop = len(paragraph.lows)
    found = [stop] * stop
    for at in range(stop - 1, -1, -1):
        is_mark = paragraph.lows[at] in marks and not _is_between_dates(paragraph, at)
        stop = found[at] = at if is_mark or at in paragraph.inside else stop
    return found


def _is_between_dates(paragraph: Paragraph, at: int) -> bool:
    """Tell of the "and" of "between 2010 and 2020"."""
    return paragraph.lows[at] == "and" and at - 1 in paragraph.timed and at + 1 in paragraph.timed


@cache
def read_shape(shape: str) -> tuple[Step, ...]:
    """Return the steps of a shape."""
    return tuple(_step(word) for word in shape.split())


def _step(word: str) -> Step:
    if word in GAPS or word == "^":
        return Step("start" if word == "^" else word, ())
    if word == "NOUN":
        return Step("noun", (word,))
    if word.isupper() and word.isalpha():
        return Step("figure", (word,))
    if len(word) > 1 and word.startswith("!"):
        return Step("no words", tuple(word[1:].split("/")))
    optional = len(word) > 1 and word.endswith("?")
    word = word[:-1] if optional else word
    if word.startswith("<"):
        return Step("row", tuple(word[1:-1].split("/")), optional)
    return Step("words", (word,) if word == "//" else tuple(word.split("/")), optional)
