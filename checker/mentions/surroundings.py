"""What stands around a figure: who says so, whether it is asserted, when and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from checker.lexicon.book import Match
from checker.mentions.quantities.reading import Reading
from checker.mentions.scene import PHRASE_END, Scene
from checker.model.mention import Reason
from checker.model.span import Span
from checker.model.values import NamedTuple

FINITE = frozenset({"subject:past", "subject:third"})
DATES = 8
MONTH_OR_DAY = frozenset({"date", "time"})


def is_definite(scene: Scene, start: int) -> bool:
    """Tell of "the 24", "all 24", "those 24", "all of the 24", also before a bound word; "the last nine" are some."""
    at = start
    while scene.low(at - 1) in {"other", "remaining", "same"}:
        at -= 1
    if scene.low(at - 1) == "all" and scene.low(at - 2) == "in":
        return False  # "in all 122 posts will go" adds up and does not look back
    return scene.low(at - 1) in {"the", "all", "those", "these", "both"}


def read_modality(scene: Scene, around: Around, start: int, end: int, definite: bool) -> tuple[str, Reason | None]:
    """Return "actual", "feared", "forecast" or "hypothetical" for a figure asserted under a modal word of its chunk.

    A definite figure is presupposed, not asserted: "the 19 dead could be buried" still asserts 19 dead.
    """
    if definite or not around.modal:
        return "actual", None
    left, right = scene.chunk(start)
    for at in range(max(left, start - 6), min(right, end + 6)):
        match = around.modal.get(at)
        # "It rose to 4.2% in May": a month, though no day or year makes it a date.
        if match and not scene.is_figure(at) and not (at and scene.tokens[at].text == "May"):
            return match.entry.id, Reason("modal", " ".join(scene.low(i) for i in range(match.start, match.end)))
    return "actual", None


class Around(NamedTuple):
    """What every figure of a sentence shares: who says so, the dates and times near it, modal words by token."""

    source: Span | None
    dates: Sequence[Reading]
    modal: Mapping[int, Match]


def of_sentence(scene: Scene) -> Around:
    """Read once what is the same for all figures of a sentence."""
    if not scene.readings:
        return Around(None, (), {})
    dates = [r for r in scene.readings if r.quantity.dimension in MONTH_OR_DAY]
    return Around(read_source(scene), dates, scene.lexicon["modality"].beginning(scene.tokens))


def read_source(scene: Scene) -> Span | None:
    """Return the words that name who says so: "police said", "according to the ministry", "said Dr Osk"."""
    for at, token in enumerate(scene.tokens):
        if token[3] == "according" and scene.low(at + 1) == "to":
            return _named_after(scene, at + 2)
    for at, tag in enumerate(scene.tags):
        if tag == "speech" and _is_speech(scene, at):
            named = _named_before(scene, at) or _named_after(scene, at + 1)
            if named:
                return named
    return None


def _is_speech(scene: Scene, at: int) -> bool:
    """Tell whether the token is a finite verb of speech; a capital is a name ("Secretary of State")."""
    if scene.tag(at) != "speech" or scene.is_figure(at) or scene.tokens[at].text[0].isupper():
        return False
    entry = scene.lexicon["grammar"].get(scene.low(at))
    return entry is not None and bool(entry.forms & FINITE)


def _named_before(scene: Scene, verb: int) -> Span | None:
    """Return the subject straight before a speech verb, back to the clause's edge, at most 10 tokens."""
    end = verb
    while end > 0 and scene.tag(end - 1) in {"adverb", "have"}:
        end -= 1
    begin = end
    while begin > 0 and end - begin < 10 and not _is_edge(scene, begin - 1):
        begin -= 1
    if begin == end or scene.is_figure(end - 1) or scene.tag(end - 1) in {"determiner", "preposition", "be"}:
        return None
    return scene.span(begin, end)


def _named_after(scene: Scene, start: int) -> Span | None:
    end = start
    while end < len(scene.tokens) and end - start < 8 and not _is_edge(scene, end):
        if scene.tag(end) in {"preposition", "be", "have", "relative"} and scene.low(end) != "of":
            break
        end += 1
    if end == start or scene.tag(end - 1) in {"determiner", "preposition"}:
        return None
    words = scene.tokens[start:end]
    is_name = scene.tag(start) == "determiner" or any(t.text[:1].isupper() for t in words)
    known = any(scene.lexicon["persons"].get(t.low) or scene.lexicon["things"].get(t.low) for t in words)
    return scene.span(start, end) if is_name or known else None


def _is_edge(scene: Scene, index: int) -> bool:
    return scene.low(index) in PHRASE_END or scene.tag(index) in {"conjunction", "modal", "future", "speech"}


def read_time(scene: Scene, dates: Sequence[Reading], start: int) -> Span | None:
    """Return the date or time of the figure's own chunk, else the nearest one in its sentence."""
    if not dates:
        return None
    own = scene.readings[scene.owner[start]]
    left, right = scene.chunk(start)
    place = bisect_left(dates, start, key=_start)
    others = [r for r in dates[max(0, place - DATES) : place + DATES + 1] if r is not own]
    near = [r for r in others if left <= r.start < right] or others
    if not near:
        return None
    nearest = min(near, key=lambda r: (abs(r.start - start), r.start))
    return scene.span(nearest.start, nearest.end)


def _start(reading: Reading) -> int:
    return reading.start


def read_place(scene: Scene, end: int) -> Span | None:
    """Return the capitalised name after "in", "at", "near", "from" in the words behind the figure, within its chunk."""
    _, right = scene.chunk(end - 1)
    for at in range(end, min(right, end + 10)):
        if scene.low(at) in {"in", "at", "near", "from", "across", "outside"} and _is_name(scene, at + 1):
            last = at + 1
            while last + 1 < right and _is_name(scene, last + 1):
                last += 1
            return scene.span(at + 1, last + 1)
    return None


def _is_name(scene: Scene, index: int) -> bool:
    if not 0 <= index < len(scene.tokens) or scene.is_figure(index):
        return False
    return scene.tokens[index].text[:1].isupper() and scene.tag(index) in {"", "determiner"}
