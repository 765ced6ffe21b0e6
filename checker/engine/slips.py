"""Slips of the hand: two digits exchanged, one digit wrong."""

from __future__ import annotations

from decimal import Decimal


def digits_of(value: Decimal) -> str:
    """Return the digits of a figure without its zeros at the end behind the point."""
    return f"{abs(value.normalize()):f}"


def are_transposed(a: Decimal, b: Decimal) -> bool:
    """Tell whether two neighbouring digits of *a* stand in the other order in *b*: 279 and 297, 13.6 and 16.3."""
    one, two = digits_of(a), digits_of(b)
    if len(one) != len(two) or one.find(".") != two.find("."):
        return False
    one, two = one.replace(".", ""), two.replace(".", "")
    apart = [at for at in range(len(one)) if one[at] != two[at]]
    return (
        len(apart) == 2
        and apart[1] - apart[0] == 1
        and one[apart[0]] == two[apart[1]]
        and one[apart[1]] == two[apart[0]]
    )


def differ_in_one_digit(a: Decimal, b: Decimal) -> bool:
    """Tell whether one digit of *a* is another in *b*: 412 and 422."""
    one, two = digits_of(a), digits_of(b)
    return len(one) == len(two) and sum(x != y for x, y in zip(one, two, strict=True)) == 1


def exchanges(value: Decimal) -> list[Decimal]:
    """List what a figure is with two neighbouring digits exchanged: 352 gives 532 and 325."""
    digits = digits_of(value)
    swapped = [digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)]
    return [Decimal(text) for text in swapped if text != digits and "." not in text[:1] + text[-1:]]


def is_slip(printed: Decimal, right: Decimal) -> bool:
    """Tell whether a hand that meant *right* could have written *printed*: 4,500 for 5,400, 31 for 21, 13 for 12.

    Two digits exchanged, one digit of two or more wrong, one digit of three or more too many or left out (1,841 for
    841), or one too many or too few of a count below 30.
    """
    if printed == right or right <= 0:
        return False
    is_near = abs(printed - right) <= 1 and max(printed, right) < 30
    if is_near or are_transposed(printed, right) or (right >= 10 and differ_in_one_digit(printed, right)):
        return True
    return max(printed, right) >= 100 and has_one_digit_more(*sorted((printed, right)))


def has_one_digit_more(small: Decimal, large: Decimal) -> bool:
    """Tell whether *large* is *small* with one digit put in, none of its closing zeros: 841 and 1,841."""
    short, long = digits_of(small), digits_of(large)
    if len(long) != len(short) + 1 or long == f"{short}0":
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
