"""Scores and votes: "won 4-2", "a 5-4 ruling", "6-3, 6-4", "voted 66 to 27"."""

from __future__ import annotations

from checker.mentions.quantities.line import Line, Passed
from checker.mentions.quantities.numeral import DASHES, Numeral

_MOST = 250
_BEFORE = 9
_BEHIND = 3
_MARKS = frozenset(",.);:!?”\"’'")


def score(line: Line, number: Numeral) -> Passed | None:
    """Return two numbers as passed if they are the score of a game or the count of a vote."""
    at, lows = number.start, line.lows
    if number.end != at + 1 or not lows[at].isdecimal():
        return None
    if lows[at + 1] in DASHES:
        return _hyphened(line, at)
    return _voted(line, at) if lows[at + 1] == "to" else _line_of_scores(line, at)


def _hyphened(line: Line, at: int) -> Passed | None:
    lows = line.lows
    if not (line.glued(at + 1) and line.glued(at + 2)):
        return None
    second, end = at + 2, at + 3
    if lows[second] == "to" and lows[end] in DASHES:
        second, end = at + 4, at + 5
        if lows[second] == "1":
            return None
    if not lows[second].isdecimal() or max(int(lows[at]), int(lows[second])) > _MOST * (1 + second - at - 2):
        return None
    if line.glued(end) and lows[end] not in _MARKS:
        return None
    if line.words.units.at(line.lows, end) is not None:
        return None
    if int(lows[at]) >= int(lows[second]) or _is_contest(line, at, end) or _follows_score(line, at):
        return Passed(at, end, "score or vote")
    return None


def _follows_score(line: Line, at: int) -> bool:
    """Tell of the second score in "6-4, 3-6"."""
    lows = line.lows
    return (
        at > 3 and lows[at - 1] == "," and line.is_digits(at - 2) and lows[at - 3] in DASHES and line.is_digits(at - 4)
    )


def _voted(line: Line, at: int) -> Passed | None:
    lows = line.lows
    if not lows[at + 2].isdecimal() or int(lows[at]) <= int(lows[at + 2]):
        return None
    if any(line.words.contests.get(word) for word in lows[max(0, at - 4) : at]):
        return Passed(at, at + 3, "score or vote")
    return None


def _line_of_scores(line: Line, at: int) -> Passed | None:
    """Tell of "Leeds 3 Derby 1"."""
    if len(line.lows[at]) > 2 or not line.is_capital(at - 1) or not line.is_capital(at + 1):
        return None
    end = at + 2
    while line.is_capital(end) and end < at + 4:
        end += 1
    if not line.lows[end].isdecimal() or len(line.lows[end]) > 2 or line.lows[end + 1].isalnum():
        return None
    return Passed(at, end + 1, "score or vote")


def _is_contest(line: Line, start: int, end: int) -> bool:
    around = line.lows[max(0, start - _BEFORE) : start] + line.lows[end : end + _BEHIND]
    return any(line.words.contests.get(word) is not None for word in around)
