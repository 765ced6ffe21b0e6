"""The longest number that begins at a token."""

from __future__ import annotations

from checker.mentions.quantities.in_digits import from_digits, point_first
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numeral import Numeral, rough
from checker.mentions.quantities.spelled import after_article, from_words, share_of_scale


def numeral(line: Line, at: int, joins: bool = True) -> Numeral | None:
    """Read the longest number that begins at token *at*, or None.

    ``joins`` false leaves "and" alone, as in "between one hundred and two hundred".
    """
    low = line.lows[at] if at < line.size else ""
    if low[:1].isdecimal():
        return from_digits(line, at)
    if low in {"a", "an"}:
        return after_article(line, at)
    if low == ".":
        return point_first(line, at)
    part = line.words.parts.get(low)
    if part is None or part[0] == "letter":
        return None
    if part[0] == "sign":
        return rough(at, at + 1, part[1], "fraction")
    if part[0] in {"half", "quarter"}:
        return share_of_scale(line, at, at)
    return from_words(line, at, joins)
