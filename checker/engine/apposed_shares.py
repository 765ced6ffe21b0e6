"""Shares set off by commas beside "PART of the WHOLE": "sold 7,350 of the 10,500 tickets for the regatta, 70% of them".

A chunk without a verb that holds a percentage or a fraction can only speak of what stands before or behind it. The two
figures of "of the" next to it are its part and whole, whatever words stand between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.engine.arithmetic import HUNDRED, printed_fraction, printed_share
from checker.engine.holdings import Holding
from checker.engine.loose_shares import is_given, is_plain
from checker.engine.measures import MEASURED, alike_or_bare
from checker.engine.once import once
from checker.facts.story import Story
from checker.model.document import Token
from checker.model.frame import Frame
from checker.model.interval import point

VERBS = frozenset({"be", "have", "do", "become", "modal", "future", "speech", "movement", "verb", "relative"})
KINDS = frozenset({"exact", "approx"})
AMOUNTS = frozenset({"count", "money", "length", "area", "mass", "volume", "energy", "power"})
NO_PARTS = frozenset({"earlier", "comparison", "rate", "target", "increment"})
SPAN = 8
"""Words from a part to its whole at most."""


def apposed_shares(story: Story, free: frozenset[int]) -> Iterator[Holding]:
    """Yield each share among the figures of these orders that is set off beside a part of a numbered whole."""
    for frame in story.frames:
        if frame.order in free and _is_share(frame):
            pair = _beside(story, frame) if _is_set_off(story, frame) else _of_a_whole(story, frame)
            if pair and (_gives(*pair, frame) or not is_given(story, frame)):
                yield Holding(*pair, frame, story.document.words(frame.chunk))


def _is_share(frame: Frame) -> bool:
    if frame.mention.quantity.dimension == "percent":
        return is_plain(frame)
    value = frame.mention.quantity.value
    is_fraction = frame.mention.quantity.dimension == "ratio" and frame.mention.quantity.unit != "times"
    return is_fraction and value is not None and 0 < value < 1 and frame.mention.quantity.kind in KINDS


def _is_set_off(story: Story, share: Frame) -> bool:
    """Tell whether the chunk of a share has no verb, no word of a change and no "in Ohio", and opens no sentence."""
    sentence = story.sentences[share.mention.sentence]
    start, end = share.mention.chunk
    grammar, book = story.lexicon["grammar"], story.lexicon["loose_shares"]
    own = range(share.mention.at, share.mention.until)
    for at in (at for at in range(start, end) if at not in own):
        entry, cue = grammar.get(sentence.tokens[at].low), book.at(sentence.tokens, at)
        is_elsewhere = entry is not None and entry.id == "preposition" and sentence.tokens[at].low != "of"
        if (entry and entry.id in VERBS) or is_elsewhere or (cue and cue.entry.id == "change"):
            return False
    return start > 0 and (_is_of_the_told(story, sentence.tokens, share.mention.until) or _names_a_whole(story, share))


def _names_a_whole(story: Story, share: Frame) -> bool:
    behind = [f for f in of_sentence(story, share) if f.order > share.order and _is_amount(f)]
    return bool(behind) and behind[0].mention.at - share.mention.until <= SPAN


def _is_of_the_told(story: Story, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether nothing, "of them" or "of the total" stands behind a share: "38% of those in the north" has more."""
    if at >= len(tokens) or tokens[at].low != "of":
        return True
    total = story.lexicon["shares"].at(tokens, at + 1)
    is_end = at + 2 >= len(tokens) or not tokens[at + 2].low.isalnum()
    return (total is not None and total.entry.id == "total") or (tokens[at + 1].low == "them" and is_end)


def _beside(story: Story, share: Frame) -> tuple[Frame, Frame] | None:
    """Return part and whole straight before or behind the share; None where another amount stands nearer."""
    amounts = [f for f in of_sentence(story, share) if _is_amount(f)]
    before = [f for f in amounts if f.order < share.order]
    behind = [f for f in amounts if f.order > share.order]
    pair = _pair(story, before[-2:]) or (_of_them(story, before[-1]) if before else _pair(story, behind[:2]))
    return pair or _of_a_whole(story, share, before[-1:])


def _of_them(story: Story, part: Frame) -> tuple[Frame, Frame] | None:
    """Return the part of "35 of them, 14 per cent, tested positive" with the one figure that "them" takes up."""
    sentence = part.mention.sentence
    if part.mention.role != "part" or part.mention.partitive not in {"of-them", "of-the"}:
        return None
    near = [f for s in (sentence - 1, sentence) for f in _by_sentence(story).get(s, ()) if f.order < part.order]
    wholes = [f for f in near if _is_whole(f) and f.value > part.value and f.mention.block == part.mention.block]
    is_one = len({f.value for f in wholes}) == 1 and part.mention.quantity.kind in KINDS
    return (part, wholes[0]) if is_one else None


def _is_whole(frame: Frame) -> bool:
    is_plural = _is_amount(frame) and frame.mention.quantity.dimension == "count" and frame.mention.thing is not None
    return is_plural and frame.mention.quantity.kind in KINDS and frame.mention.role in {"total", "whole", "capacity"}


def _of_a_whole(story: Story, share: Frame, before: Sequence[Frame] = ()) -> tuple[Frame, Frame] | None:
    """Read "12.6 million cubic metres, three-fifths of its 21 million capacity" and "a third of its £7.2m, £2.4m,".

    The whole stands behind "of"; the part before the share's comma, or alone between the next two.
    """
    tokens, until = story.sentences[share.mention.sentence].tokens, share.mention.until
    behind = [f for f in of_sentence(story, share) if f.order > share.order and _is_amount(f)]
    whole = behind[0] if behind and until < len(tokens) and tokens[until].low == "of" else None
    if whole is None or whole.mention.at - until > SPAN or whole.mention.quantity.kind not in KINDS:
        return None
    alone = [f for f in behind[1:2] if f.mention.chunk[0] == f.mention.at and f.mention.chunk[1] <= f.mention.until + 1]
    part = before[-1] if before else alone[0] if alone else None
    if part is None or part.mention.role in NO_PARTS or part.mention.quantity.kind not in KINDS:
        return None
    is_bare = whole.mention.quantity.dimension == "count" and part.mention.quantity.dimension in MEASURED
    is_one = alike_or_bare(part, whole, story.lexicon) or is_bare
    return (part, whole) if part.value < whole.value and is_one else None


def of_sentence(story: Story, frame: Frame) -> Sequence[Frame]:
    """Return the figures of a figure's sentence in text order."""
    return _by_sentence(story).get(frame.mention.sentence, ())


def _by_sentence(story: Story) -> dict[int, list[Frame]]:
    return once(story, "frames by sentence", _gathered)


def _gathered(story: Story) -> dict[int, list[Frame]]:
    found: dict[int, list[Frame]] = {}
    for frame in story.frames:
        found.setdefault(frame.mention.sentence, []).append(frame)
    return found


def _is_amount(frame: Frame) -> bool:
    return frame.mention.quantity.dimension in AMOUNTS and frame.mention.quantity.value is not None


def _pair(story: Story, two: Sequence[Frame]) -> tuple[Frame, Frame] | None:
    """Return part and whole where two figures are "X of the Y" or "Of the Y, X"; the part is smaller."""
    if len(two) < 2:
        return None
    wholes = [f for f in two if f.mention.role == "whole"]
    part = next((f for f in two if f not in wholes), None)
    if len(wholes) != 1 or part is None or part.mention.role in NO_PARTS or part.mention.quantity.kind not in KINDS:
        return None
    whole = wholes[0]
    is_near = 0 < whole.mention.at - part.mention.at <= SPAN or whole.mention.at < part.mention.at
    is_sound = whole.mention.quantity.kind in KINDS and 0 < part.value < whole.value
    return (part, whole) if is_near and is_sound and alike_or_bare(part, whole, story.lexicon) else None


def _gives(part: Frame, whole: Frame, share: Frame) -> bool:
    quantity = share.mention.quantity
    printed = printed_share(quantity) if quantity.dimension == "percent" else printed_fraction(quantity)
    return printed is None or not printed.is_disjoint(point(part.value * HUNDRED / whole.value))
