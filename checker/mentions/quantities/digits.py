"""Runs of digits with their separators."""

from __future__ import annotations

from decimal import Decimal

from checker.model.values import NamedTuple

_LONGEST = 40


class Digits(NamedTuple):
    """``value`` is None where no convention reads the run; ``flaw`` then says why. ``places`` counts decimals."""

    value: Decimal | None
    places: int = 0
    flaw: str = ""


def read_digits(text: str, decimal_comma: bool = False) -> Digits:
    """Read one token of digits, points and commas: "1,284", "12,84,000", "1.284,5", "2.50".

    ``flaw`` is "dotted" for a version or an address ("3.1.2"), else "malformed".
    """
    if len(text) > _LONGEST:
        return Digits(None, 0, "dotted")
    if "," not in text:
        if "." not in text:
            return Digits(Decimal(text))
        return _with_points(text, decimal_comma)
    if "." not in text:
        return _with_commas(text, decimal_comma)
    return _with_both(text)


def _with_points(text: str, decimal_comma: bool) -> Digits:
    head, _, tail = text.partition(".")
    if "." not in tail:
        if decimal_comma and len(tail) == 3 and len(head) <= 3:
            return Digits(Decimal(head + tail))
        return Digits(Decimal(text), len(tail))
    groups = text.split(".")
    if _are_thousands(groups):
        return Digits(Decimal("".join(groups)))
    return Digits(None, 0, "malformed" if "" in groups else "dotted")


def _with_commas(text: str, decimal_comma: bool) -> Digits:
    groups = text.split(",")
    if len(groups) == 2 and decimal_comma:
        return Digits(Decimal(".".join(groups)), len(groups[1])) if groups[1] else Digits(None, 0, "malformed")
    if _are_thousands(groups) or _are_lakhs(groups):
        return Digits(Decimal("".join(groups)))
    return Digits(None, 0, "malformed")


def _with_both(text: str) -> Digits:
    mark = max(text.rfind("."), text.rfind(","))
    other = "," if text[mark] == "." else "."
    head, tail = text[:mark], text[mark + 1 :]
    groups = head.split(other)
    fits = _are_thousands(groups) or (other == "," and _are_lakhs(groups))
    if not fits or not tail.isdecimal():
        return Digits(None, 0, "malformed")
    return Digits(Decimal("".join(groups) + "." + tail), len(tail))


def _are_thousands(groups: list[str]) -> bool:
    """Tell of "1,284,000"."""
    first = groups[0]
    return 0 < len(first) <= 3 and first != "0" and all(len(group) == 3 and group.isdecimal() for group in groups[1:])


def _are_lakhs(groups: list[str]) -> bool:
    """Tell of "12,84,000": Indian grouping, three digits at the end and pairs before."""
    return (
        len(groups) > 2
        and 0 < len(groups[0]) <= 2
        and len(groups[-1]) == 3
        and all(len(group) == 2 for group in groups[1:-1])
        and all(group.isdecimal() for group in groups)
    )


def granule_of(value: Decimal, places: int) -> Decimal:
    """Return the size of the last significant printed digit: 370 is 10, 2.50 is 0.01, 0 is 1."""
    if places:
        return Decimal((0, (1,), -places))
    whole = int(value)
    if whole % 10 or not whole:
        return _ONE
    zeros = 1
    step = 100
    while whole % step == 0:
        zeros += 1
        step *= 10
    return Decimal((0, (1,), zeros)) if zeros > 40 else Decimal(10**zeros)


_ONE = Decimal(1)
