"""A part, its whole, and the percentage or fraction that ties them: who belongs with whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.engine import wholes
from checker.engine.apposed_shares import apposed_shares
from checker.engine.arithmetic import HUNDRED
from checker.engine.holdings import holdings
from checker.engine.loose_shares import loose_shares
from checker.engine.measures import alike_or_bare, is_rate
from checker.engine.once import once
from checker.engine.paragraphs import Paragraph, paragraphs
from checker.engine.phrasing import Match, find
from checker.engine.portions import portions
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.values import NamedTuple

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


def shares(story: Story) -> tuple[Share, ...]:
    """Return each percentage or fraction once, with the part and the wholes that can belong to it."""
    return once(story, "shares", lambda story: tuple(_shares(story)))


def _shares(story: Story) -> Iterator[Share]:
    seen: set[int] = set()
    for paragraph in paragraphs(story):
        if not any(is_share(frame) for frame in paragraph.frames.values()):
            continue
        for match in find(paragraph, story.lexicon["shares"], ROWS, _fits):
            found = _share(story, paragraph, match)
            if found and found.share.order not in seen:
                seen.add(found.share.order)
                yield found
    for portion in portions(story, _fits):
        if portion.share.order not in seen:
            seen.add(portion.share.order)
            yield Share(portion.part, portion.wholes, portion.share, Reason("phrasing", portion.shape), "weak")
    free = frozenset(frame.order for frame in story.frames if is_share(frame) and frame.order not in seen)
    for held in holdings(story, free) if free else ():
        seen.add(held.share.order)
        yield Share(held.part, (held.whole,), held.share, Reason("set off", held.words), "weak")
    for held in apposed_shares(story, free - seen) if free - seen else ():
        seen.add(held.share.order)
        yield Share(held.part, (held.whole,), held.share, Reason("set off", held.words), "weak")
    for held in loose_shares(story, free - seen) if free - seen else ():
        yield Share(held.part, (held.whole,), held.share, Reason("called a share", held.words), "weak")


def is_share(frame: Frame) -> bool:
    """Tell of a percentage or a fraction, not of "four times"."""
    quantity = frame.mention.quantity
    return quantity.dimension in SHARES and quantity.unit != "times"


def _share(story: Story, paragraph: Paragraph, match: Match) -> Share | None:
    part, share = match.figures.get("PART") or match.figures["BARE"], match.figures["SHARE"]
    candidates = [f for f in WHOLES[match.row](story, paragraph, match) if f is not part]
    strength = "strong" if match.row in STRONG else "weak"
    if len(candidates) == 1 and _is_turned(part, candidates[0], share):
        part, candidates = candidates[0], [part]
    return Share(part, candidates, share, Reason("phrasing", match.words), strength) if candidates else None


def _is_turned(part: Frame, whole: Frame, share: Frame) -> bool:
    """Tell of "teeth from 48 of them and found it in 31, or 65 per cent", where the larger figure is the whole."""
    a, b, ratio = (frame.mention.quantity.value for frame in (part, whole, share))
    return a is not None and b is not None and ratio is not None and a > b and ratio <= HUNDRED


def _named(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    part, whole = match.figures.get("PART") or match.figures["BARE"], match.figures["WHOLE"]
    return [whole] if alike_or_bare(part, whole, story.lexicon) else []


def _beside(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    part = match.figures["PART"]
    return wholes.of_sentence_before(story, part) if wholes.opens_with_these(story, part) else []


def _before(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.of_sentence_before(story, match.figures["PART"])


def _just_before(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.of_sentence_before(story, match.figures["PART"], is_near=True)


def _total(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.grand_totals(story, match.figures["PART"])


def _noun(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.of_noun(story, paragraph, match.cues["NOUN"][0], match.figures["PART"])


def _revenue(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.revenues(story, match.figures["PART"])


def _same_noun(story: Story, paragraph: Paragraph, match: Match) -> Sequence[Frame]:
    return wholes.of_same_noun(story, match.figures["PART"])


WHOLES: dict[str, Callable[[Story, Paragraph, Match], Sequence[Frame]]] = {
    "both-named": _named,
    "beside": _beside,
    "of-these-before": _before,
    "of-the-total": _total,
    "of-a-noun": _noun,
    "of-revenue": _revenue,
    "unnamed": _same_noun,
    "set-off": _just_before,
}
"""How the whole is found, by the row of the phrasing in lexicons/shares.yaml; the surest first."""
ROWS = tuple(WHOLES)
STRONG = frozenset({"both-named", "beside"})


def _fits(name: str, frame: Frame) -> bool:
    quantity = frame.mention.quantity
    if name == "SHARE":
        return is_share(frame)
    if name == "BARE" and frame.mention.thing is not None:
        return False
    if quantity.dimension not in AMOUNTS or quantity.kind in {"vague", "upper", "malformed"}:
        return False
    return not is_rate(frame)
