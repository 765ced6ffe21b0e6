"""From a printed number and its bound words to the two intervals of taxonomy A1 to A7."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from checker.lexicon.book import Entry, Lexicon
from checker.mentions.quantities.phrases import Phrases
from checker.mentions.quantities.words import words_of
from checker.model.interval import Interval
from checker.model.quantity import Moment, Quantity
from checker.model.values import NamedTuple

_ZERO = Decimal(0)
_TENTH = Decimal("0.1")
_FIFTH = Decimal("0.2")
_SIXTH = Decimal("0.17")


class Amount(NamedTuple):
    """What is printed, without bound words. ``form`` is that of the numeral, "percent" where printing rounds."""

    low: Decimal
    high: Decimal
    granule: Decimal
    place: Decimal
    form: str = "digits"
    dimension: str = "count"
    unit: str | None = None


class _End(NamedTuple):
    """One end of a formula: ``numbers`` times n plus ``granules`` times g, or, without n, a plain value."""

    numbers: Decimal
    granules: Decimal
    plain: Decimal


@lru_cache(maxsize=64)
def formula(text: str) -> tuple[_End | None, bool, _End | None, bool]:
    """Read "(n, n+g]": low end, whether it is closed, high end, whether it is closed; None for inf.

    Raises:
        ValueError: if *text* is no such formula.
    """
    match = re.fullmatch(r"([\[(])([^,]+),([^,]+)([\])])", text)
    if match is None:
        raise ValueError(f"got '{text}', must be an interval such as '[n, n+g)'")
    return _end(match[2].strip()), match[1] == "[", _end(match[3].strip()), match[4] == "]"


def _end(text: str) -> _End | None:
    if text in {"inf", "-inf"}:
        return None
    match = re.fullmatch(r"(\d*+(?:\.\d*+)?)n(?:([+-])g)?", text)
    if match is None:
        return _End(_ZERO, _ZERO, Decimal(text))
    granules = {None: 0, "+": 1, "-": -1}[match[2]]
    return _End(Decimal(match[1] or 1), Decimal(granules), _ZERO)


def interval(text: str, low: Decimal, high: Decimal, granule: Decimal) -> Interval:
    """Return the interval of a formula for a number (a range has two ends); below 0 it turns round."""
    left, left_closed, right, right_closed = formula(text)
    if low < 0:
        return _negative(text, low, high, granule)
    floor = None if left is None else left.numbers * low + left.granules * granule + left.plain
    ceiling = None if right is None else right.numbers * high + right.granules * granule + right.plain
    if floor is not None and floor < 0:
        floor = _ZERO
    if floor is not None and ceiling is not None and floor >= ceiling:
        return Interval(ceiling, ceiling) if right_closed or floor > ceiling else Interval(floor, floor)
    return Interval(floor, ceiling, left_closed, right_closed)


def _negative(text: str, low: Decimal, high: Decimal, granule: Decimal) -> Interval:
    """ "more than -5" reaches up, "below -5" down; products such as 1.1n do not hold below 0."""
    left, left_closed, right, right_closed = formula(text)
    floor = low if left is not None and left.numbers else None
    ceiling = high if right is not None and right.numbers and not right.granules else None
    if floor is not None and floor == ceiling:
        return Interval(floor, ceiling)
    return Interval(floor, ceiling, left_closed, right_closed)


def quantity(amount: Amount, bound: Entry | None, tolerances: Phrases, printed: str) -> Quantity:
    """Return the quantity of *amount* under *bound*, a row of ``lexicons/bounds.yaml``."""
    kind = "exact" if amount.low == amount.high else "range"
    if amount.form == "malformed":
        return malformed(printed)
    if bound is None:
        hard, soft = _bare(amount, tolerances)
        if amount.form == "round" and kind == "exact":
            kind = "approx"
    else:
        fields = bound.fields
        kind = fields["kind"] if fields["kind"] != "exact" else kind
        if fields.get("spread"):
            hard, soft = _spreads(amount, amount.dimension, tolerances)
        else:
            hard = interval(fields["hard"], amount.low, amount.high, amount.granule)
            soft = interval(fields["soft"], amount.low, amount.high, amount.granule)
    return Quantity(
        kind, amount.low, amount.high, hard, soft, amount.granule, printed, amount.dimension, amount.unit, None
    )


def _bare(amount: Amount, tolerances: Phrases) -> tuple[Interval, Interval]:
    low, high, granule, place, form, dimension, _ = amount
    if low != high:
        whole = Interval(low, high)
        return whole, whole
    if dimension == "percent":
        rounded = Interval(low - place / 2, low + place / 2, True, False)
        return rounded, rounded
    if form == "digits" and granule == 1:
        exact = Interval(low, low)
        return exact, exact
    if form == "round":
        return _spreads(amount, dimension, tolerances)
    exact = Interval(low, low)
    slack = _slack(amount)
    if not slack:
        return exact, exact
    return Interval(low - slack, low + slack), exact


def _slack(amount: Amount) -> Decimal:
    """Return how far a bare number may have been rounded: "370 dead" may be 373, "a dozen" 14; else 0."""
    low, _, granule, _, form, dimension, _ = amount
    if form == "dozen":
        return max((low * _SIXTH).to_integral_value(), Decimal(1)) if low <= 12 else low / 8
    if dimension == "ratio":
        return Decimal("0.04") if form == "fraction" and low < 1 else _ZERO
    # With three or more significant digits a number is meant as printed (12,460).
    if low < 100 or granule < 10 or low >= granule * 100 or dimension in {"ordinal", "age", "points"}:
        return _ZERO
    return min(granule / 2, low * _TENTH)


def _spreads(amount: Amount, use: str, tolerances: Phrases) -> tuple[Interval, Interval]:
    hard, soft = shares(tolerances, use)
    return _spread(amount.low, amount.high, amount.granule, hard), _spread(
        amount.low, amount.high, amount.granule, soft
    )


def _spread(low: Decimal, high: Decimal, granule: Decimal, share: Decimal) -> Interval:
    half = granule / 2
    return Interval(low - max(half, abs(low) * share), high + max(half, abs(high) * share))


def shares(tolerances: Phrases, use: str) -> tuple[Decimal, Decimal]:
    """Return the hard and the soft share of "about" for a dimension or a status."""
    row = next((row for row in tolerances.rows.values() if use in row.get("uses", ())), None)
    row = row or tolerances.rows["usual"]
    return Decimal(row["hard"]), Decimal(row["soft"])


def with_tolerance(quantity: Quantity, use: str, lexicon: Lexicon) -> Quantity:
    """Return *quantity* with the slack that *use* (a status, a dimension) gives to "about"; others unchanged."""
    if quantity.kind != "approx" or quantity.low is None or quantity.high is None:
        return quantity
    hard = quantity.hard
    if hard.low is None or hard.high is None or quantity.low - hard.low != hard.high - quantity.high:
        return quantity
    wide, narrow = shares(words_of(lexicon).tolerances, use)
    low, high, granule = quantity.low, quantity.high, quantity.granule
    return Quantity(
        quantity.kind,
        low,
        high,
        _spread(low, high, granule, wide),
        _spread(low, high, granule, narrow),
        granule,
        quantity.printed,
        quantity.dimension,
        quantity.unit,
        quantity.moment,
    )


def vague(
    text_hard: str, text_soft: str, scale: Decimal, bound: Entry | None, printed: str, unit: str | None, dimension: str
) -> Quantity:
    """Return the quantity of a vague word; n in its formulas is *scale*. A bound opens one end."""
    hard, soft = _times(text_hard, scale), _times(text_soft, scale)
    kind = "vague"
    if bound is not None and bound.fields["kind"] == "lower":
        hard, kind = Interval(hard.low, None, hard.low_closed), "lower"
    elif bound is not None and bound.fields["kind"] == "upper":
        hard, kind = Interval(_ZERO, hard.high, True, hard.high_closed), "upper"
    return Quantity(kind, None, None, hard, soft, _ZERO, printed, dimension, unit)


def _times(text: str, scale: Decimal) -> Interval:
    """Return the interval of a formula in n, or a plain one, *scale* times as large: "tens" of "thousands"."""
    return (
        interval(text, scale, scale, _ZERO)
        if "n" in text.replace("inf", "")
        else interval(text, scale, scale, _ZERO).scaled(scale)
    )


def unbounded(printed: str, kind: str = "vague") -> Quantity:
    """Return the quantity of a word that gives no amount ("numerous"), or of digits that nobody can read."""
    nothing = Interval(None, None)
    return Quantity(kind, None, None, nothing, nothing, _ZERO, printed)


def malformed(printed: str) -> Quantity:
    """Return the quantity of digits that no convention reads: "200,0000"."""
    return unbounded(printed, "malformed")


def dated(printed: str, moment: Moment, dimension: str) -> Quantity:
    """Return a date or a clock time; a year alone keeps its number."""
    nothing = Interval(None, None)
    alone = moment.year is not None and moment[1:] == (None,) * 5
    if not alone or moment.year is None:
        return Quantity("exact", None, None, nothing, nothing, _ZERO, printed, dimension, None, moment)
    year = Decimal(moment.year)
    point = Interval(year, year)
    return Quantity("exact", year, year, point, point, Decimal(1), printed, dimension, None, moment)
