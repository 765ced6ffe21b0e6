"""Figures that "from" and "to" join, whatever stands between: "widened to $38m, or 19 cents, from $61m"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.arithmetic import absolute, change, place, printed_share, rounded
from checker.engine.changes import Change, comparable
from checker.engine.comparisons import compared
from checker.engine.measures import in_one_unit
from checker.engine.once import once
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.reach import within_reach
from checker.engine.slips import digits_of, is_slip
from checker.facts.story import Story
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.span import Span

REACH, NEAR = 16, 2
"""Words between the two figures, and between "from" or "to" and its figure, at most."""
WAYS = {"up": "up", "raise": "up", "down": "down", "cut": "down"}
NO_AMOUNTS = frozenset({"date", "time", "age", "ordinal", "ratio", "duration"})


def moves(story: Story) -> tuple[Change, ...]:
    """Return each pair, with the direction where a verb stands straight before it."""
    return once(story, "moves", lambda story: tuple(_moves(story)))


def _moves(story: Story) -> Iterator[Change]:
    for paragraph in paragraphs(story):
        ends = {at: word for at in paragraph.frames if (word := _preposition(paragraph, at))}
        for at, word in ends.items():
            if word != "from":
                continue
            near = [i for i, to in ends.items() if to == "to" and abs(i - at) <= REACH]
            near = [i for i in near if END not in paragraph.lows[min(i, at) : max(i, at)]]
            found = _move(story, paragraph, at, near[0]) if len(near) == 1 else None
            if found:
                yield found


def _preposition(paragraph: Paragraph, at: int) -> str:
    """Return the "from" or "to" that leads to an amount."""
    if paragraph.frames[at].mention.quantity.dimension in NO_AMOUNTS:
        return ""
    words = paragraph.lows[max(0, at - NEAR) : at]
    return next((word for word in reversed(words) if word in {"from", "to"}), "")


def _move(story: Story, paragraph: Paragraph, old_at: int, new_at: int) -> Change | None:
    old, new = paragraph.frames[old_at], paragraph.frames[new_at]
    if not comparable(old, new, story.lexicon):
        return None
    before, after = in_one_unit(old, new, story.lexicon)
    if before is None or after is None:
        return None
    first = min(old_at, new_at)
    while first and paragraph.lows[first] not in {"from", "to"}:
        first -= 1
    verb = story.lexicon["comparisons"].ending(paragraph.tokens, first)
    way = WAYS.get(verb.entry.id, "") if verb else ""
    cue = Span(paragraph.tokens[verb.start].start, paragraph.tokens[verb.end - 1].end) if verb and way else None
    words = " ".join(paragraph.lows[first : max(old_at, new_at)])
    return Change(old, new, None, way, cue, before, after, Reason("from and to", words))


def sized(story: Story) -> Iterator[Change]:
    """Yield the moves of which the sentence gives the percentage, if it fits or misses by a slip.

    "Northgate has offered 3.5 per cent, which would lift the basic rate from £14.20 an hour to £14.90."
    """
    seen = {frame.order for found in compared(story) if found.by for frame in (found.old, found.new)}
    for move in moves(story):
        if move.old.order in seen:
            continue
        sentence = move.old.mention.sentence
        inside = [f for f in within_reach(story, move.old) if f.mention.sentence == sentence]
        shares = [f for f in inside if f.mention.quantity.dimension == "percent" and f.mention.quantity.value]
        first = min(move.old.order, move.new.order)
        shares = [f for f in shares if move.old.mention.quantity.dimension != "percent" and f.order == first - 1]
        if len(shares) == 1 and (_fits(move, shares[0]) or blamed(move, shares[0])):
            yield move._replace(by=shares[0])


def _fits(move: Change, share: Frame) -> bool:
    printed, grown = printed_share(share.mention.quantity), change(move.before, move.after)
    return printed is None or grown is None or not absolute(grown).is_disjoint(printed)


def blamed(move: Change, share: Frame) -> Frame | None:
    """Return the new figure if a slip in its later digits sets it apart; of fewer than three digits, that is chance."""
    old, new = move.values
    percent = share.mention.quantity.value
    if not old or new is None or percent is None:
        return None
    sign = 1 if new > old else -1
    meant = rounded(old * (100 + sign * percent) / 100, place(move.new.mention.quantity))
    is_fine = len(digits_of(new).replace(".", "").strip("0")) > 2 and abs(new - meant) * 10 < meant
    return move.new if is_fine and is_slip(new, meant) else None
