"""Which figure of one take is which of the next: by what is counted, its status, role and place, never by position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.facts.names import place_name
from checker.facts.things import is_neutral
from checker.facts.values import conflict
from checker.lexicon.book import Lexicon
from checker.model.document import FILLER
from checker.model.frame import Frame
from checker.model.quantity import Quantity
from checker.model.takes import Spot
from checker.model.values import NamedTuple

_NO_FIGURES = frozenset({"date", "time", "ordinal"})
_NEAR = 3
"""Words on each side that name a figure of which nothing else is known ("room for 40")."""
_ALIKE = 0.3
"""Share of words that two sentences have in common from which different values in them are taken for one fact."""

_SENTENCE_END = re.compile(r"[.!?]\s")

Key = tuple[str, ...]


class Pair(NamedTuple):
    """A figure of the old take and what it is in the new one; one of them is None for what is gone or new."""

    old: Frame | None
    new: Frame | None

    @property
    def change(self) -> str:
        """How the figure changed: one of ``model.takes.CHANGES``."""
        if self.old is None or self.new is None:
            return "new" if self.old is None else "gone"
        return direction(self.old.mention.quantity, self.new.mention.quantity)

    @property
    def frame(self) -> Frame:
        """The figure as it is now, or as it was where it is gone."""
        frame = self.new or self.old
        if frame is None:
            raise ValueError("a pair of nothing")
        return frame


def paired(old: Iterable[Frame], new: Iterable[Frame], lexicon: Lexicon) -> list[Pair]:
    """Pair the figures of two takes; those of one key by equal value first, then by place in the draft and words."""
    before, after = _by_key(old, lexicon), _by_key(new, lexicon)
    pairs: list[Pair] = []
    for key in sorted({*before, *after}):
        pairs += _matched(before.get(key, []), after.get(key, []))
    return sorted(pairs, key=_in_order)


def direction(old: Quantity, new: Quantity) -> str:
    """Tell whether a figure was raised or lowered.

    One number in other words ("24", "at least 24") is unchanged, and so is one that a bound still covers ("24", "more
    than 20"); a bound that gives way to a number is news ("at least 24", "27").
    """
    if old.value is None or new.value is None or old.unit != new.unit:
        covered = not conflict(old, new)
        return "unchanged" if covered else ("raised" if old.hard.is_below(new.hard) else "lowered")
    if old.value == new.value or (new.kind not in (old.kind, "exact") and not conflict(old, new)):
        return "unchanged"
    return "raised" if new.value > old.value else "lowered"


def _by_key(frames: Iterable[Frame], lexicon: Lexicon) -> dict[Key, list[Frame]]:
    groups: dict[Key, list[Frame]] = {}
    for frame in frames:
        if frame.mention.quantity.dimension not in _NO_FIGURES:
            groups.setdefault(key_of(frame, lexicon), []).append(frame)
    return groups


def key_of(frame: Frame, lexicon: Lexicon) -> Key:
    """Return what a figure is of; "24 dead" and "24 people killed" are of one thing, "24 children killed" is not."""
    mention = frame.mention
    role = "earlier" if mention.role == "earlier" or frame.bar("earlier") else mention.role
    kind = (mention.quantity.dimension, mention.quantity.unit or "", role)
    thing = mention.thing
    if mention.status and is_neutral(mention, lexicon):
        return (*kind, mention.status, "")
    if thing:
        return (*kind, mention.status or "", thing.family or thing.head, *thing.modifiers)
    return (*kind, mention.status or "", "", *_around(frame))


def _around(frame: Frame) -> list[str]:
    """Return the nearest words of the figure's own sentence."""
    mention = frame.mention
    document = mention.document
    block = document.blocks[mention.block].span
    before = _SENTENCE_END.split(document.prose_of(block.start)[block.start : mention.span.start])[-1]
    after = _SENTENCE_END.split(document.prose_of(block.start)[mention.span.end : block.end], maxsplit=1)[0]
    return [*_words(before)[-_NEAR:], *_words(after)[:_NEAR]]


def _matched(old: Sequence[Frame], new: Sequence[Frame]) -> list[Pair]:
    """Pair off what fits best; what is left on either side is gone or new."""
    fits = [(_fit(a, b), -a.order, -b.order, a, b) for a in old for b in new]
    left, right = {a.order: a for a in old}, {b.order: b for b in new}
    pairs = []
    for fit, _, _, a, b in sorted(fits, key=lambda one: one[:3], reverse=True):
        if a.order in left and b.order in right and _is_one(fit, left, right, a, b):
            del left[a.order], right[b.order]
            pairs.append(Pair(a, b))
    return [*pairs, *(Pair(a, None) for a in left.values()), *(Pair(None, b) for b in right.values())]


def _fit(a: Frame, b: Frame) -> tuple[bool, bool, bool, float]:
    """Return how well two figures of one key fit: place, value, part of the draft, words of the sentence."""
    equal = direction(a.mention.quantity, b.mention.quantity) == "unchanged"
    return _share_place(a, b), _is_title(a) == _is_title(b), equal, _likeness(a, b)


def _is_one(
    fit: tuple[bool, bool, bool, float], left: dict[int, Frame], right: dict[int, Frame], a: Frame, b: Frame
) -> bool:
    """Tell whether two figures are one: unsure is no pair, and nobody is harmed."""
    same_place, same_part, equal, likeness = fit
    if not same_place:
        return False
    if equal:
        return True
    if not same_part:
        return False
    alone = all(sum(_is_title(one) == _is_title(a) for one in side.values()) == 1 for side in (left, right))
    return alone or likeness >= _ALIKE


def _share_place(a: Frame, b: Frame) -> bool:
    one, two = (frame.mention.place for frame in (a, b))
    if one is None or two is None:
        return True
    return a.mention.document.words(one).casefold() == b.mention.document.words(two).casefold()


def _is_title(frame: Frame) -> bool:
    return frame.block_role in ("headline", "standfirst")


def _likeness(a: Frame, b: Frame) -> float:
    one, two = _sentence(a), _sentence(b)
    return len(one & two) / max(1, len(one | two))


def _sentence(frame: Frame) -> set[str]:
    document = frame.mention.document
    around = document.blocks[frame.mention.block].span
    text = document.prose_of(around.start)[around.start : around.end]
    return {word for word in _words(text) if not any(char.isdigit() for char in word)}


def _words(text: str) -> list[str]:
    return [word.strip(".,;:!?()\"'“”‘’") for word in text.replace(FILLER, "").casefold().split()]


def _in_order(pair: Pair) -> tuple[int, int]:
    """Sort by the new take; what is gone stands behind, in the order of the old one."""
    return (pair.new.order, 0) if pair.new else (1 << 30, pair.old.order if pair.old else 0)


def spot(frame: Frame) -> Spot:
    """Return where a figure stands."""
    mention = frame.mention
    line, column = mention.document.line_col(mention.span.start)
    words = " ".join(mention.words.split())
    return Spot(words, mention.span.start, mention.span.end, line, column, place_name(frame))
