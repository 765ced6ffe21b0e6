"""Marks inside a paragraph of Markdown, replaced without a change of length."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet

from checker.document.entities import ENTITY, printed_entity
from checker.document.markdown.emphasis import Pair, Run, pair_up
from checker.document.tags import COMMENT, TAG, tag_name, tag_parts_words
from checker.model.document import FILLER
from checker.model.values import NamedTuple

_SPECIAL = re.compile(r"[\\`*_~<&\[\]!]")
_NOTABLE = re.compile(r"[\\`*_<&\[]|~~")
_TICKS = re.compile(r"`+")
_MARKS = re.compile(r"\*+|_+|~+")
_TARGET = re.compile(
    r"\(\s*+(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)"
    r"(?:\s+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|\((?P<round>[^()]*)\)))?\s*\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,400})\]")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,200}@[^\s<>@]{1,200})>")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Image(NamedTuple):
    """An image's place, and the words that it brings: its alternative text and its title, with offsets."""

    start: int
    end: int
    words: tuple[tuple[int, str], ...]


class Inline(NamedTuple):
    """``prose`` as long as the source; images and notes are blank in it. ``pairs`` are the marks of emphasis.

    ``notes`` are the words of "^[notes]" inside the text, with offsets.
    """

    prose: str
    images: tuple[Image, ...] = ()
    pairs: tuple[Pair, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()


class _Bracket(NamedTuple):
    start: int
    is_image: bool
    runs: int
    is_note: bool = False


def label_of(words: str) -> str:
    """Return the form in which labels of references are compared."""
    return " ".join(words.split()).casefold()


def read_inline(source: str, labels: AbstractSet[str] = frozenset()) -> Inline:
    """Read the text of one block; *labels* are the references that the draft defines."""
    if not _NOTABLE.search(source):
        return Inline(source)
    return _Scanner(source, labels).read()


class _Scanner:
    """One walk over the source. ``out`` holds a character or a replacement for each code point."""

    def __init__(self, source: str, labels: AbstractSet[str]) -> None:
        self.source = source
        self.labels = labels
        self.out = list(source)
        self.runs: list[Run] = []
        self.brackets: list[_Bracket] = []
        self.images: list[Image] = []
        self.pairs: list[Pair] = []
        self.notes: list[tuple[int, str]] = []
        self.numbers = 0
        self.no_link_before = 0
        self.ticks: dict[int, list[int]] | None = None
        self.has_comment_end = True

    def read(self) -> Inline:
        at = 0
        while True:
            match = _SPECIAL.search(self.source, at)
            if match is None:
                break
            at = self._step(match.group(), match.start())
        self._emphasise(0)
        return Inline("".join(self.out), tuple(self.images), tuple(self.pairs), tuple(self.notes))

    def _step(self, char: str, at: int) -> int:
        """Read what begins at *at* and return where to go on."""
        if char == "\\":
            return self._escape(at)
        if char == "`":
            return self._code(at)
        if char in "*_~":
            return self._mark(at)
        if char == "<":
            return self._tag(at)
        if char == "&":
            return self._entity(at)
        if char == "]":
            return self._close(at)
        return self._open(char, at)

    def _fill(self, start: int, end: int, filler: str = FILLER) -> None:
        source = self.source
        self.out[start:end] = [filler if char not in "\r\n" else char for char in source[start:end]]

    def _escape(self, at: int) -> int:
        following = self.source[at + 1 : at + 2]
        if following in ("\n", "\r", ""):
            self._fill(at, at + 1, " " if following else "\\")
            return at + 1
        if following in _PUNCTUATION:
            self._fill(at, at + 1)
            return at + 2
        return at + 1

    def _code(self, at: int) -> int:
        """Hide the backticks of a code span and go on after it: nothing inside is a mark."""
        if self.ticks is None:
            self.ticks = {}
            for match in _TICKS.finditer(self.source):
                self.ticks.setdefault(len(match.group()), []).append(match.start())
        run = _TICKS.match(self.source, at)
        width = len(run.group()) if run else 1
        places = self.ticks.get(width, [])
        following = bisect_left(places, at + width)
        if following == len(places):
            return at + width
        closing = places[following]
        self._fill(at, at + width)
        self._fill(closing, closing + width)
        return closing + width

    def _mark(self, at: int) -> int:
        match = _MARKS.match(self.source, at)
        end = match.end() if match else at + 1
        self.runs.append(Run(self.source, at, end - at, self.numbers))
        self.numbers += 1
        return end

    def _tag(self, at: int) -> int:
        if self.source.startswith("<!--", at):
            return self._comment(at)
        match = _AUTOLINK.match(self.source, at)
        if match:
            self._fill(at, at + 1)
            self._fill(match.end() - 1, match.end())
            return match.end()
        match = TAG.match(self.source, at)
        if match is None:
            return at + 1
        self._fill(at, match.end(), " " if tag_parts_words(tag_name(match)) else FILLER)
        return match.end()

    def _comment(self, at: int) -> int:
        match = COMMENT.match(self.source, at) if self.has_comment_end else None
        if match is None:
            self.has_comment_end = False
            return at + 4
        self._fill(at, match.end(), " ")
        return match.end()

    def _entity(self, at: int) -> int:
        match = ENTITY.match(self.source, at)
        printed = printed_entity(match.group()) if match else None
        if match is None or printed is None:
            return at + 1
        self.out[at : match.end()] = printed
        return match.end()

    # -- links

    def _open(self, char: str, at: int) -> int:
        if char == "!":
            if self.source[at + 1 : at + 2] != "[":
                return at + 1
            self.brackets.append(_Bracket(at, True, len(self.runs)))
            return at + 2
        note = _NOTE.match(self.source, at)
        if note:
            self._fill(at, note.end(), " ")
            return note.end()
        is_note = self.source[at - 1 : at] == "^"
        self.brackets.append(_Bracket(at, False, len(self.runs), is_note))
        return at + 1

    def _close(self, at: int) -> int:
        if not self.brackets:
            return at + 1
        bracket = self.brackets.pop()
        # "^[1](#notes)" is a link that a house sets as a raised number.
        if bracket.is_note and self.source[at + 1 : at + 2] not in ("(", "["):
            self._note(bracket, at)
            return at + 1
        if bracket.start < self.no_link_before and not bracket.is_image:
            return at + 1
        target = _TARGET.match(self.source, at + 1)
        end = target.end() if target else self._reference_end(bracket, at)
        if end is None:
            return at + 1
        self._emphasise(bracket.runs)
        if bracket.is_image:
            self._image(bracket.start, at, end, target)
        else:
            self._fill(bracket.start, bracket.start + 1)
            self._fill(at, end)
            # A link holds no other link: brackets before this one open none.
            self.no_link_before = bracket.start
        return end

    def _note(self, bracket: _Bracket, at: int) -> None:
        """Take the words of "^[words]" out of the sentence; one inside another goes with it."""
        self._emphasise(bracket.runs)
        start = bracket.start + 1
        if not any(one.is_note for one in self.brackets):
            self.notes.append((start, "".join(self.out[start:at])))
        self._fill(bracket.start - 1, at + 1, " ")

    def _reference_end(self, bracket: _Bracket, at: int) -> int | None:
        if not self.labels:
            return None
        match = _REFERENCE.match(self.source, at + 1)
        first = bracket.start + (2 if bracket.is_image else 1)
        if match and match.group(1):
            return match.end() if label_of(match.group(1)) in self.labels else None
        if at - first > 400 or label_of(self.source[first:at]) not in self.labels:
            return None
        return match.end() if match else at + 1

    def _image(self, start: int, at: int, end: int, target: re.Match[str] | None) -> None:
        words = [(start + 2, "".join(self.out[start + 2 : at]))]
        if target and target.lastgroup:
            first, last = target.span(target.lastgroup)
            words.append((first, self.source[first:last]))
        self._fill(start, end, " ")
        self.images.append(Image(start, end, tuple(words)))

    def _emphasise(self, first: int) -> None:
        """Pair the runs from *first* on and hide the marks; struck words are hidden too."""
        for pair in pair_up(self.runs[first:]):
            if pair.char == "~":
                self._fill(pair.start, pair.end, " ")
                continue
            self._fill(pair.start, pair.start + pair.width)
            self._fill(pair.end - pair.width, pair.end)
            self.pairs.append(pair)
        del self.runs[first:]
