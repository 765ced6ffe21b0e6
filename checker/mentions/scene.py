"""A sentence made ready for reading: tokens, word classes, figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.lexicon.book import Lexicon, Match
from checker.mentions.quantities.reading import Reading
from checker.model.document import Token
from checker.model.span import Span
from checker.model.values import NamedTuple

QUOTES = frozenset('“”«»"')
MARKS = frozenset(".,;:!?()[]{}\"'“”‘’«»…–—-/|")
MOST_WORDS = 20_000
BREAKS = frozenset(",;:()–—-")
OPENERS = frozenset({"(", "["})
PHRASE_END = frozenset('.,;:!?()[]"“”…–—|')


class Scene(NamedTuple):
    """One sentence. ``tags`` gives each token's row in ``lexicons/grammar.yaml``, "mark" for marks, else "".

    ``readings`` are its figures in text order; ``owner`` gives for each token the index of its reading, or -1.
    ``quoted`` tells for each token whether it stands between quotation marks. ``breaks`` are the tokens that part
    two chunks, in text order.
    """

    tokens: Sequence[Token]
    tags: Sequence[str]
    readings: Sequence[Reading]
    owner: Sequence[int]
    quoted: Sequence[bool]
    lexicon: Lexicon
    breaks: list[int]

    def low(self, index: int) -> str:
        """Return the token's word in lower case; "" outside the sentence."""
        return self.tokens[index][3] if 0 <= index < len(self.tokens) else ""

    def tag(self, index: int) -> str:
        """Return the token's class; "edge" outside the sentence."""
        return self.tags[index] if 0 <= index < len(self.tags) else "edge"

    def is_figure(self, index: int) -> bool:
        """Tell whether the token belongs to a figure."""
        return 0 <= index < len(self.owner) and self.owner[index] >= 0

    def is_joined(self, index: int) -> bool:
        """Tell whether nothing stands between this token and the one before it ("under-fives")."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def span(self, start: int, end: int) -> Span:
        """Return the span of tokens ``[start, end)``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def status_at(self, index: int) -> Match | None:
        """Return the status word or phrase that begins at a token."""
        return self.lexicon["statuses"].at(self.tokens, index)

    def chunk(self, index: int) -> tuple[int, int]:
        """Return the tokens between the commas (or stronger marks) around a token."""
        before, behind = bisect_left(self.breaks, index), bisect_right(self.breaks, index)
        start = self.breaks[before - 1] + 1 if before else 0
        return start, self.breaks[behind] if behind < len(self.breaks) else len(self.tokens)

    def is_break(self, index: int) -> bool:
        """Tell whether the token parts two chunks: a comma, semicolon, colon, bracket or spaced dash."""
        low = self.low(index)
        if low in {"–", "—", "-"}:
            return not self.is_figure(index) and not (self.is_joined(index) and self.is_joined(index + 1))
        return low in {",", ";", ":", "(", ")"} and not self.is_figure(index)

    def leftward(self, index: int, limit: int) -> Iterator[int]:
        """Yield up to *limit* token indices before *index*, nearest first."""
        yield from range(index - 1, max(-1, index - 1 - limit), -1)


def make_scene(tokens: Sequence[Token], readings: Sequence[Reading], in_quote: bool, lexicon: Lexicon) -> Scene:
    """Tag the tokens of one sentence; *in_quote* tells whether a quotation is open when it begins."""
    if not readings:
        return Scene(tokens, (), (), (), (), lexicon, [])
    known = _tags(lexicon)
    # "US troops" are nobody's pronoun
    tags = [known[token[3]] if token[2] != "US" else "" for token in tokens]
    owner = [-1] * len(tokens)
    for number, reading in enumerate(readings):
        owner[reading.start : reading.end] = [number] * (reading.end - reading.start)
    scene = Scene(tokens, tags, readings, owner, quoted(tokens, in_quote), lexicon, [])
    scene.breaks.extend(at for at, token in enumerate(tokens) if token[3] in BREAKS and scene.is_break(at))
    return scene


class _Tags(dict[str, str]):
    """The class of each word met so far, looked up once: a draft uses few words often."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._get = lexicon["grammar"].get

    def __missing__(self, low: str) -> str:
        entry = self._get(low)
        tag = entry.id if entry else "mark" if low in MARKS else ""
        if len(self) < MOST_WORDS:
            self[low] = tag
        return tag


@lru_cache(maxsize=4)
def _tags(lexicon: Lexicon) -> _Tags:
    return _Tags(lexicon)


def quoted(tokens: Sequence[Token], inside: bool) -> list[bool]:
    """Tell for each token whether it stands inside double quotation marks.

    Single quotes are left alone: they cannot be told from apostrophes with certainty.
    """
    if QUOTES.isdisjoint([token[3] for token in tokens]):
        return [inside] * len(tokens)
    flags = []
    for token in tokens:
        low = token[3]
        if low in {"“", "«"}:
            inside = True
        elif low in {"”", "»"}:
            inside = False
        elif low == '"':
            inside = not inside
        flags.append(inside)
    return flags
