"""Bound words before and behind a number: "more than", "about", "or so", "-plus"."""

from __future__ import annotations

from checker.lexicon.book import Entry, Match
from checker.mentions.quantities.found import Found
from checker.mentions.quantities.intervals import quantity
from checker.mentions.quantities.line import Line, Reading
from checker.mentions.quantities.units import unit_at
from checker.model.values import NamedTuple

_OPEN = frozenset({"lower", "upper"})


class Bound(NamedTuple):
    """The row that decides, and the tokens of the bound words, before or behind the number."""

    entry: Entry
    start: int
    end: int


def bounded(line: Line, found: Found) -> Reading:
    """Return the reading of *found* with the bound words around it."""
    bound = bound_around(line, found)
    start, end, modifier = found.start, found.end, None
    if bound is not None:
        modifier = (bound.start, bound.end)
        start = min(start, bound.start)
        if bound.start == end:
            found = _with_unit_behind(line, found, bound.end)
            end = max(found.end, bound.end)
    printed = line.text(found.number_start, found.number_end)
    value = quantity(found.amount, bound.entry if bound else None, line.words.tolerances, printed)
    return Reading(start, end, found.number_start, found.number_end, modifier, value, found.reason)


def _with_unit_behind(line: Line, found: Found, at: int) -> Found:
    """Give "20-odd years" and "1,000-plus miles" the unit behind the bound words."""
    unit = unit_at(line, at) if found.amount.dimension == "count" and len(line.lows[at]) > 1 else None
    if unit is None:
        return found
    dimension = unit.entry.fields["dimension"]
    amount = found.amount._replace(dimension=dimension, unit=unit.entry.id)
    return found._replace(end=unit.end, amount=amount, reason=f"{dimension}: unit behind the bound")


def bound_around(line: Line, found: Found) -> Bound | None:
    """Return the bound before or behind *found*; the one that leaves an end open wins."""
    before = bound_before(line, found.start, found)
    behind = _behind(line, found.end)
    if before is None or (behind is not None and behind.entry.fields["kind"] in _OPEN):
        return behind or before
    return before


def bound_before(line: Line, start: int, found: Found | None = None) -> Bound | None:
    """Return the bound words that end before token *start*, two of them as one ("more than about")."""
    near = _one_before(line, start, found)
    if near is None:
        return None
    far = _one_before(line, near.start, found)
    if far is None:
        return Bound(_row(line, near.entry), near.start, near.end)
    decides = near.entry if near.entry.fields["kind"] in _OPEN and far.entry.fields["kind"] not in _OPEN else far.entry
    return Bound(_row(line, decides), far.start, near.end)


def _row(line: Line, entry: Entry) -> Entry:
    if entry.id == "as-many-as" and line.setting.as_many_as_is_exact:
        return Entry("exactly", entry.forms, line.words.bounds.rows["exactly"])
    return entry


def _one_before(line: Line, start: int, found: Found | None) -> Match | None:
    if start == 0:
        return None
    match = line.words.bounds.ending(line.lows, start)
    if match is None:
        return None
    fields = match.entry.fields
    word = line.lows[match.start - 1] if match.start else ""
    if word in fields.get("not_after", ()):
        return None
    if found is not None and not _makes_sense(line, match, found):
        return None
    return match


def _makes_sense(line: Line, match: Match, found: Found) -> bool:
    """Keep apart what only looks like a bound: "a film about two brothers", "paid over three years"."""
    amount = found.amount
    least = match.entry.fields.get("least", 0)
    if least and (amount.dimension == "age" or (amount.dimension == "count" and amount.low < least)):
        return False
    if match.end != match.start + 1:
        return True
    word, before = line.lows[match.start], line.lows[match.start - 1] if match.start else ""
    if word in {"about", "around"} and amount.dimension == "count" and amount.low <= 3 and amount.form != "round":
        return before in line.words.near["about-after"]
    if word == "over" and amount.dimension == "duration":
        return _is_longer(line, match.start, found.end, before)
    if word in {"c", "some"} and word == "c":
        return line.tokens[match.start][2] == "c"
    return True


def _is_longer(line: Line, at: int, end: int, before: str) -> bool:
    """Tell "for over three years", "over a year ago" (longer) from "spent over three years" (during)."""
    known = line.words.bounds.rows["more-than"].get("longer_after", ())
    return before in known or line.lows[end] in line.words.near["longer-behind"]


def _behind(line: Line, end: int) -> Bound | None:
    behind = line.words.bounds_behind
    match = behind.at(line.lows, end)
    if match is not None and _may_stand_behind(line, match):
        return Bound(match.entry, match.start, match.end)
    # "three people or more": one noun between
    if line.lows[end].isalpha() and line.lows[end + 1] == "or":
        match = behind.at(line.lows, end + 1)
        if match is not None and _may_stand_behind(line, match):
            return Bound(match.entry, match.start, match.end)
    return None


def _may_stand_behind(line: Line, match: Match) -> bool:
    # "12 or less than 20", "over 10 and below 20": the words belong to the next number.
    after = line.lows[match.end]
    if after in {"than", "a", "an"} or after[:1].isdecimal() or after in line.words.parts:
        return False
    word = line.lows[match.start]
    if word == "plus":
        return not (line.is_digits(match.end) or line.lows[match.end] in {"a", "an", "the"})
    if word in {"+", "-"}:
        return line.glued(match.start)
    return word != "tops" or line.lows[match.end] in {"", "."}
