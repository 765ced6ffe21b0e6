"""A part, its whole, and the percentage or fraction that ties them: who belongs with whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from checker.engine import wholes
from checker.engine.measures import alike
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.engine.phrasing import Match, find
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason

SHARES = frozenset({"percent", "ratio"})
AMOUNTS = frozenset({"count", "money", "length", "area", "mass", "volume", "energy", "power"})


class Share(NamedTuple):
    """``share`` is the printed percentage or fraction of a whole that ``part`` makes up, and why they are tied.

    ``wholes`` are the figures that can be the whole, the likeliest first; in one phrase there is one.
    """

    part: Frame
    wholes: Sequence[Frame]
    share: Frame
    reason: Reason
    strength: str


def shares(story: Story) -> Iterator[Share]:
    """Yield each percentage or fraction once, with the part and the wholes that can belong to it."""
    seen: set[int] = set()
    for paragraph in paragraphs(story):
        if not any(is_share(frame) for frame in paragraph.frames.values()):
            continue
        for found in _in_paragraph(story, paragraph):
            if found.share.order not in seen and found.wholes:
                seen.add(found.share.order)
                yield found


def is_share(frame: Frame) -> bool:
    """Tell of a percentage or a fraction, not of "four times"."""
    quantity = frame.mention.quantity
    return quantity.dimension in SHARES and quantity.unit != "times"


def _in_paragraph(story: Story, paragraph: Paragraph) -> Iterator[Share]:
    book = story.lexicon["shares"]
    for match in find(paragraph, book, ["both-named"], _fits):
        whole = match.figures["WHOLE"]
        if alike(match.figures["PART"], whole, story.lexicon):
            yield _share(match, [whole], "strong")
    for match in find(paragraph, book, ["beside"], _fits):
        if wholes.opens_with_these(story, match.figures["PART"]):
            yield _share(match, wholes.of_sentence_before(story, match.figures["PART"]), "strong")
    for row, look in ELSEWHERE.items():
        for match in find(paragraph, book, [row], _fits):
            yield _share(match, look(story, paragraph, match), "weak")


def _share(match: Match, candidates: Sequence[Frame], strength: str) -> Share:
    part, share = match.figures["PART"], match.figures["SHARE"]
    return Share(part, [f for f in candidates if f is not part], share, Reason("phrasing", match.shape), strength)


def _before(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.of_sentence_before(story, match.figures["PART"])


def _just_before(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.of_sentence_before(story, match.figures["PART"], is_near=True)


def _total(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.grand_totals(story, match.figures["PART"])


def _noun(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.of_noun(story, paragraph, match.cues["NOUN"][0], match.figures["PART"])


def _same_noun(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.of_same_noun(story, match.figures["PART"])


ELSEWHERE: dict[str, Callable[[Story, Paragraph, Match], Sequence[Frame]]] = {
    "of-these-before": _before,
    "of-the-total": _total,
    "of-a-noun": _noun,
    "unnamed": _same_noun,
    "set-off": _just_before,
}


def _fits(name: str, frame: Frame) -> bool:
    quantity = frame.mention.quantity
    if name == "SHARE":
        return is_share(frame)
    if quantity.dimension not in AMOUNTS or quantity.kind in {"vague", "upper", "malformed"}:
        return False
    return frame.mention.role != "rate"
