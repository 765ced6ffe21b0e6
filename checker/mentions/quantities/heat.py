"""Temperatures whose degrees are not printed: "highs of 30", "the temperature fell to -12"."""

from __future__ import annotations

from checker.mentions.quantities.found import Found
from checker.mentions.quantities.line import Line

_REACH = 6
_WIDE = 40
_HOTTEST = 150


def is_hot(line: Line, at: int) -> bool:
    """Tell whether the words before token *at* speak of heat: "temperatures in the mid-80s"."""
    before = line.lows[max(0, at - _REACH) : at]
    if not line.words.near["heat-nouns"].isdisjoint(before):
        return True
    around = line.lows[max(0, at - _WIDE) : at + _WIDE]
    return not line.words.near["heat-peaks"].isdisjoint(before) and not line.words.near["heat-around"].isdisjoint(
        around
    )


def as_heat(line: Line, found: Found) -> Found:
    """Return a bare number as degrees where a word of heat leads to it and no noun follows, else *found* itself."""
    amount = found.amount
    if amount.dimension != "count" or abs(amount.low) > _HOTTEST or not line.is_digits(found.number_end - 1):
        return found
    before, after = line.lows[found.start - 1] if found.start else "", line.lows[found.end]
    leads = before in line.words.near["heat-leads"] or amount.low < 0 or line.lows[found.start] in {"between", "from"}
    if not leads or (after.isalpha() and after not in line.words.near["heat-behind"]) or not is_hot(line, found.start):
        return found
    return found._replace(
        amount=amount._replace(dimension="temperature", unit="degree"), reason="temperature: degrees not printed"
    )
