"""Which runs of ``*``, ``_`` and ``~~`` are marks of emphasis, and which are printed."""

from __future__ import annotations

import unicodedata

from checker.model.values import NamedTuple


class Run:
    """One run of marks. ``start`` and ``count`` are of the marks not yet paired, ``length`` of all."""

    __slots__ = ("can_close", "can_open", "char", "count", "length", "number", "start")

    def __init__(self, source: str, start: int, length: int, number: int) -> None:
        self.char = source[start]
        self.start = start
        self.count = self.length = length
        self.number = number
        before = source[start - 1] if start else " "
        after = source[start + length] if start + length < len(source) else " "
        left, right = _flanks(before, after)
        if self.char == "_":
            self.can_open = left and (not right or _is_mark(before))
            self.can_close = right and (not left or _is_mark(after))
        else:
            self.can_open, self.can_close = left, right


class Pair(NamedTuple):
    """An opening and a closing mark of ``width`` characters each; ``end`` is after the closing one."""

    char: str
    start: int
    end: int
    width: int


def pair_up(runs: list[Run]) -> list[Pair]:
    """Pair runs as CommonMark does, each closer with the nearest opener that fits. Linear: no opener is tried twice."""
    pairs: list[Pair] = []
    openers: list[Run] = []
    tried: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        while run.can_close and run.count:
            key = (run.char, run.can_open, run.length % 3 if run.char != "~" else run.length + 3)
            at = _opener(openers, run, tried.get(key, -1))
            if at is None:
                tried[key] = openers[-1].number if openers else -1
                break
            pairs.append(_join(openers[at], run))
            del openers[at + 1 :]
            if not openers[at].count:
                openers.pop()
        if run.can_open and run.count:
            openers.append(run)
    return pairs


def _opener(openers: list[Run], closer: Run, tried: int) -> int | None:
    for at in range(len(openers) - 1, -1, -1):
        opener = openers[at]
        if opener.number <= tried:
            return None
        if opener.char == closer.char and _fits(opener, closer):
            return at
    return None


def _fits(opener: Run, closer: Run) -> bool:
    if opener.char == "~":
        return opener.length == closer.length == 2
    # "*foo**bar*": a run that could both open and close pairs with no run that would make a multiple of three.
    if not (opener.can_close or closer.can_open):
        return True
    return (opener.length + closer.length) % 3 != 0 or (opener.length % 3 == 0 and closer.length % 3 == 0)


def _join(opener: Run, closer: Run) -> Pair:
    """Take the inner marks of the opener and the outer ones of the closer: those next to the words."""
    width = 2 if opener.count >= 2 and closer.count >= 2 else 1
    opener.count -= width
    closer.count -= width
    start, end = opener.start + opener.count, closer.start + width
    closer.start = end
    return Pair(opener.char, start, end, width)


def _flanks(before: str, after: str) -> tuple[bool, bool]:
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    return left, right


def _is_mark(char: str) -> bool:
    return not char.isalnum() and not char.isspace() and unicodedata.category(char)[0] in "PS"
