"""The word "one": a number in "one of the men" and "one man", a pronoun in "the one that" and "one another"."""

from __future__ import annotations

from checker.mentions.quantities.line import Line, Passed

_BUILDS = frozenset({"hundred", "scale", "ordinal", "power", "half", "quarter"})


def read(line: Line, at: int) -> Passed | None:
    """Return the "one" at token *at* as passed where it is a pronoun, None where it counts."""
    return None if _counts(line, at) else Passed(at, at + 1, "pronoun")


def _counts(line: Line, at: int) -> bool:
    near, lows = line.words.near, line.lows
    before, after = lows[at - 1], lows[at + 1]
    part = line.words.parts.get(after)
    if after == "-" or (part is not None and part[0] in _BUILDS) or _begins_range(line, at + 1):
        return True
    # "the law that one country has"
    is_clause = before == "that" and after.isalpha() and after not in near["one-not-behind"] and after != "is"
    if before in near["one-not-after"] and not is_clause:
        return after == "of" and before in near["one-only"]
    # "a new one": an article two words before
    if lows[at - 2] in near["one-article"] and before.isalpha() and before not in near["one-counted-after"]:
        return False
    if not after.isalpha():
        return before != "as"
    return after not in near["one-not-behind"]


def _begins_range(line: Line, at: int) -> bool:
    """Tell of "one to four months", "one or two"."""
    return line.lows[at] in {"to", "or"} and (line.is_digits(at + 1) or line.lows[at + 1] in line.words.parts)
