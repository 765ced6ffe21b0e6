"""How two figures stand to each other: equal, in conflict, in two forms, near, a slip of the digits."""

from __future__ import annotations

from decimal import Decimal

from checker.model.quantity import Quantity

NEAREST = Decimal("0.5")
SMALLEST_ROUNDED = Decimal(100)
EXCUSED_UP_TO = Decimal("1.25")
PLAIN = frozenset({"exact", "lower", "upper"})


def conflict(a: Quantity, b: Quantity) -> bool:
    """Tell whether no true value could satisfy both, by the hard intervals. Symmetric."""
    return a.hard.whole().is_disjoint(b.hard.whole())


def holds_its_number(quantity: Quantity) -> bool | None:
    """Tell whether a figure can be its own printed number: "160" and "at least 160" can, "over 160" cannot.

    None without a number, and for "about 160", which goes with both. Two figures of one number have drifted apart
    where one can and the other cannot: "at least 43" and "more than 43", "300" and "nearly 300".
    """
    if quantity.value is None:
        return None
    holds = quantity.hard.contains(quantity.value)
    return None if holds and quantity.kind not in PLAIN else holds


def points_differ(a: Quantity, b: Quantity) -> bool:
    """Tell whether headline and lede print different numbers though their intervals overlap (the point rule).

    "At least 71" and "at least 61", or two "more than"s with different numbers, or bare 17 and "at least 16":
    a headline writer copies the number of the lede. Not for "about", vague words and rounded headline numbers.
    """
    if a.value is None or b.value is None or a.value == b.value:
        return False
    kinds = {a.kind, b.kind}
    if kinds <= {"lower"}:
        return not _rounds_to(a, b)
    if kinds == {"exact", "lower"}:
        low, exact = (a, b) if a.kind == "lower" else (b, a)
        return (
            low.hard.low_closed
            and exact.value is not None
            and low.value is not None
            and exact.value > low.value
            and not _is_round(low)
        )
    return False


def _is_round(quantity: Quantity) -> bool:
    """Tell whether the printed number is round: "at least 80" may stand for 86."""
    return quantity.granule >= 10


def _rounds_to(a: Quantity, b: Quantity) -> bool:
    """Tell whether the coarser of two floors is the finer one rounded down: "more than 80" and "at least 86"."""
    coarse, fine = (a, b) if a.granule >= b.granule else (b, a)
    if coarse.value is None or fine.value is None or coarse.granule <= fine.granule:
        return False
    return coarse.value <= fine.value < coarse.value + coarse.granule


def excuses(figure: Quantity, accused: Quantity) -> bool:
    """Tell whether *figure* can stand for *accused*: they may be one value, and an open bound is not far below.

    A lower bound n excuses an exact figure only up to 1.25 n and its granule: "at least 44" does not excuse 91.
    """
    if figure.kind == "vague" or accused.kind == "vague":
        return not conflict(figure, accused)
    if conflict(figure, accused):
        return False
    for low, other in ((figure, accused), (accused, figure)):
        if low.kind == "lower" and low.value is not None and other.value is not None:
            if other.value > low.value * EXCUSED_UP_TO + low.granule:
                return False
    return True


def is_rounded(a: Quantity, b: Quantity) -> bool:
    """Tell whether one number is the other, rounded to its own last digit: 318,000 stands for 318,400.

    Counts below 100 are meant as they stand, and a bound is no rounding: "up to 30" does not stand for 33.
    """
    if a.value is None or b.value is None or a.granule == b.granule or {a.kind, b.kind} != {"exact"}:
        return False
    if min(a.value, b.value) < SMALLEST_ROUNDED:
        return False
    return abs(a.value - b.value) <= max(a.granule, b.granule) / 2


def are_near(a: Quantity, b: Quantity) -> bool:
    """Tell whether two values are close enough to be one fact with a slip in it.

    The smaller is at least half the larger, or the digits are the same at another power of ten, or in another
    order (two significant digits at least). Planted and published slips are nearly all of these.
    """
    low, high = _magnitudes(a, b)
    if low is None or high is None:
        return False
    if low == high:
        return True
    return low / high >= NEAREST or is_magnitude_slip(low, high) or is_transposition(low, high)


def _magnitudes(a: Quantity, b: Quantity) -> tuple[Decimal | None, Decimal | None]:
    values = [
        q.value if q.value is not None else (q.hard.low if q.hard.low is not None else q.hard.high) for q in (a, b)
    ]
    if values[0] is None or values[1] is None:
        return None, None
    return min(values[0], values[1]), max(values[0], values[1])


def is_slip(a: Decimal, b: Decimal) -> bool:
    """Tell whether one of two values is the other with a slip of the hand: digits exchanged, one changed, a zero lost.

    One changed digit counts from three digits on and at one place: 23 and 28 are simply two numbers, 122 and 112 are
    not; 48 runs and 48.5 overs are two.
    """
    is_one_off = _decimals(a) == _decimals(b) and _is_one_digit_off(*_whole(a, b))
    return is_magnitude_slip(a, b) or is_transposition(*_whole(a, b)) or is_one_off


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _whole(a: Decimal, b: Decimal) -> tuple[Decimal, Decimal]:
    """Return both without their decimal points, if they have equally many decimals: 2.1 and 1.2 are 21 and 12."""
    places = min(a.as_tuple().exponent, b.as_tuple().exponent, key=int)
    return a.scaleb(-int(places)), b.scaleb(-int(places))


def _is_one_digit_off(a: Decimal, b: Decimal) -> bool:
    left, right = f"{a:f}".split(".")[0], f"{b:f}".split(".")[0]
    if len(left) != len(right) or (len(left.rstrip("0")) < 3 and len(right.rstrip("0")) < 3):
        return False
    return sum(x != y for x, y in zip(left, right, strict=True)) == 1


def significant(value: Decimal) -> str:
    """Return the significant digits: 3,800 and 0.38 -> "38"."""
    return "".join(str(d) for d in value.as_tuple().digits).strip("0")


def is_magnitude_slip(a: Decimal, b: Decimal) -> bool:
    """Tell whether two different values have the same two or more significant digits: 3,800 and 38,000."""
    return a != b and len(significant(a)) >= 2 and significant(a) == significant(b)


def is_transposition(a: Decimal, b: Decimal) -> bool:
    """Tell whether two whole values have the same digits in another order: 3,780 and 3,870, 34 and 43."""
    if a == b or a != a.to_integral_value() or b != b.to_integral_value():
        return False
    left, right = f"{a:f}".split(".")[0], f"{b:f}".split(".")[0]
    return len(left) == len(right) and len(left.strip("0")) >= 2 and sorted(left) == sorted(right)
