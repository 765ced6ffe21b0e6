"""What a new take forgot: the headline, a second place, the word that says why a toll fell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.facts.names import fact_name, phrase, place_name
from checker.facts.things import is_neutral
from checker.facts.values import conflict, points_differ
from checker.history.pairs import Pair, spot
from checker.lexicon.book import Lexicon
from checker.model.document import Token
from checker.model.frame import Fact, Frame
from checker.model.report import DocumentReport
from checker.model.takes import Slip, Spot

_MOVED = ("raised", "lowered")
_TITLES = ("headline", "standfirst")


def slips(pairs: Sequence[Pair], facts: Sequence[Fact], new: DocumentReport, lexicon: Lexicon) -> Iterator[Slip]:
    """Yield what a new take should have done and did not. *facts* are those of the old take."""
    stale = list(_stale_titles(pairs, lexicon))
    yield from (_headline(title, moved) for title, moved in stale)
    yield from _falls(pairs, new, lexicon)
    told = {pair.new.order for title, moved in stale for pair in (title, moved) if pair.new}
    yield from _in_one_place(pairs, facts, told, lexicon)


def _stale_titles(pairs: Sequence[Pair], lexicon: Lexicon) -> Iterator[tuple[Pair, Pair]]:
    """Yield each figure of a headline that stood still, with the first of the body that was its own and moved."""
    still = [p for p in pairs if p.change == "unchanged" and p.new and p.new.block_role in _TITLES]
    moved = [p for p in pairs if p.change in _MOVED and p.new and p.new.block_role not in _TITLES]
    for title in still:
        for body in moved:
            if _was_one(title, body, lexicon) and _parted(title, body):
                yield title, body
                break


def _was_one(title: Pair, body: Pair, lexicon: Lexicon) -> bool:
    """Tell whether headline and body gave one figure of one thing in the old take."""
    if title.old is None or body.old is None:
        return False
    a, b = title.old.mention, body.old.mention
    if (a.quantity.dimension, a.quantity.unit, a.role, a.status) != (
        b.quantity.dimension,
        b.quantity.unit,
        b.role,
        b.status,
    ):
        return False
    same = a.quantity.value is not None and a.quantity.value == b.quantity.value
    if a.status:
        return same and is_neutral(a, lexicon) == is_neutral(b, lexicon)
    return same and bool(a.thing and b.thing) and _noun(title.old) == _noun(body.old)


def _noun(frame: Frame) -> str:
    return frame.mention.thing.family or frame.mention.thing.head if frame.mention.thing else ""


def _parted(title: Pair, body: Pair) -> bool:
    """Tell whether they cannot both be right now; "more than 40" stands while 43 becomes 46."""
    assert title.new is not None and body.new is not None
    one, two = title.new.mention.quantity, body.new.mention.quantity
    return conflict(one, two) or points_differ(one, two)


def _headline(title: Pair, moved: Pair) -> Slip:
    assert title.new is not None and moved.old is not None and moved.new is not None
    message = (
        f"{place_name(moved.new)} went from “{phrase(moved.old)}” to “{phrase(moved.new)}”, "
        f"the {place_name(title.new)} still says “{phrase(title.new)}”. Which is right?"
    )
    return Slip("headline-not-updated", "error", message, _spots(title.old, moved.old), _spots(title.new, moved.new))


def _falls(pairs: Sequence[Pair], new: DocumentReport, lexicon: Lexicon) -> Iterator[Slip]:
    """Yield each count that cannot fall and did, where the new take has no word of a correction; once a status."""
    rows = lexicon["statuses"].rows
    told: set[str] = set()
    for pair in pairs:
        if pair.change != "lowered" or pair.old is None or pair.new is None:
            continue
        status = pair.new.mention.status or ""
        counts = rows.get(status, {}).get("monotone") and pair.new.mention.role == "total"
        if counts and is_neutral(pair.new.mention, lexicon) and status not in told and not _is_corrected(new, lexicon):
            told.add(status)
            message = (
                f"{fact_name(pair.new, lexicon)} fell from “{phrase(pair.old)}” to “{phrase(pair.new)}”, "
                "and the take does not say why. Was it revised?"
            )
            yield Slip("toll-falls-unexplained", "warning", message, _spots(pair.old), _spots(pair.new))


def _is_corrected(new: DocumentReport, lexicon: Lexicon) -> bool:
    """Tell whether the take has a word of correction anywhere: "revised", "an earlier version of this article"."""
    words = new.document.prose.casefold().split()
    tokens = [Token(0, 0, word, word.strip(".,;:!?()\"'“”‘’")) for word in words]
    for at in range(len(tokens)):
        found = [lexicon[book].at(tokens, at) for book in ("series", "cues")]
        if any(match and match.entry.id == "correction" for match in found):
            return True
    return False


def _in_one_place(pairs: Sequence[Pair], facts: Sequence[Fact], told: set[int], lexicon: Lexicon) -> Iterator[Slip]:
    """Yield each fact of the old take that gave one number in several places, of which some moved and some did not."""
    by_old = {pair.old.order: pair for pair in pairs if pair.old}
    for fact in facts:
        members = [by_old[frame.order] for frame in fact.frames if frame.order in by_old]
        if len({p.old.mention.quantity.value for p in members if p.old}) != 1:
            continue
        moved = [p for p in members if p.change in _MOVED]
        stood = [p for p in members if p.change == "unchanged" and any(_parted(p, other) for other in moved)]
        if not moved or not stood or told & {p.new.order for p in (*moved, *stood) if p.new}:
            continue
        a, b = moved[0], stood[0]
        assert a.old is not None and a.new is not None and b.new is not None
        message = (
            f"{place_name(a.new)} went from “{phrase(a.old)}” to “{phrase(a.new)}”, "
            f"{place_name(b.new)} still has “{phrase(b.new)}”. Which is right?"
        )
        yield Slip("changed-in-one-place", "warning", message, _spots(a.old, b.old), _spots(a.new, b.new))


def _spots(*frames: Frame | None) -> tuple[Spot, ...]:
    return tuple(spot(frame) for frame in frames if frame)
