"""The word "one": a number in "one of the men" and "one man", a pronoun in "the one that" and "one another"."""

from __future__ import annotations

from checker.mentions.quantities.line import Line, Passed

_ENDS = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "”", '"', "—", "–"})


def is_number(line: Line, at: int) -> bool:
    """Tell whether the "one" at token *at* counts."""
    rows = line.words.idioms.rows
    before, after = line.lows[at - 1], line.lows[at + 1]
    if after in {"-", "million", "billion", "hundred", "thousand"} or line.words.parts.get(after, ("",))[0] in {
        "ordinal",
        "power",
        "half",
        "quarter",
    }:
        return True
    if before in rows["pronoun-one"]["before"] or (
        line.lows[at - 2] in rows["pronoun-one"]["article"]
        and before.isalpha()
        and before not in rows["pronoun-one"]["counts"]
    ):
        return after == "of" and before in {"only", "least"}
    if after == "of":
        return True
    if after in _ENDS:
        return before not in rows["pronoun-one"]["article"]
    return after.isalpha() and after not in rows["pronoun-one"]["behind"]


def read(line: Line, at: int) -> Passed | None:
    """Return "one" as passed where it is a pronoun."""
    return None if is_number(line, at) else Passed(at, at + 1, "pronoun")
