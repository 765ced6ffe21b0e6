"""A number with its sign, its currency or unit."""

from __future__ import annotations

from checker.mentions.quantities.found import Found, amount_of
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.measures import below_zero, is_below_zero, measured
from checker.mentions.quantities.money import currency_before, money_before, money_behind
from checker.mentions.quantities.numeral import DASHES, MINUS, Numeral

_MINUS_WORDS = frozenset({"minus", "negative"})
_OPENERS = frozenset("(<>=~")


def amount_at(line: Line, number: Numeral) -> Found:
    """Return *number* with the currency before or behind it, or the unit behind it."""
    number, start = _signed(line, number)
    sign = currency_before(line, start)
    if sign is not None:
        return money_before(line, number, sign)
    behind = _behind(line, number.end)
    found = None
    if behind < line.size:
        found = money_behind(line, start, number, behind) or measured(line, start, number, behind)
    return found or _plain(line, start, number)


def _plain(line: Line, start: int, number: Numeral) -> Found:
    if is_below_zero(line, number.end):
        amount = amount_of(number, "temperature", "degree")
        return below_zero(line, Found(start, number.end, start, number.end, amount, "temperature: below zero"))
    amount = amount_of(number, "ratio" if number.form == "fraction" else "count", None)
    how = "in digits" if line.is_digits(number.start) else "in words"
    return Found(start, number.end, start, number.end, amount, f"cardinal {how}")


def _signed(line: Line, number: Numeral) -> tuple[Numeral, int]:
    """Take a minus sign, or "minus", before the number into it; also that of "$-5"."""
    start, lows = number.start, line.lows
    before = lows[start - 1] if start else ""
    # "plus or minus 3 points"
    is_word = before in _MINUS_WORDS and lows[start - 2] != "or"
    is_minus = is_word or (before in MINUS and line.glued(start) and _is_sign(line, start - 1))
    return (number._replace(value=-number.value), start - 1) if is_minus else (number, start)


def _is_sign(line: Line, at: int) -> bool:
    """Tell whether the hyphen at token *at* is a minus: nothing but a bracket, or a currency, touches it."""
    before = line.lows[at - 1] if at else ""
    if line.glued(at):
        return before in _OPENERS or line.words.currencies.get(before) is not None
    return not line.is_digits(at - 1)


def negated(line: Line, found: Found) -> Found:
    """Return *found* below zero if "minus" stands before it: "minus two thirds"."""
    if not found.start or line.lows[found.start - 1] not in _MINUS_WORDS:
        return found
    amount = found.amount._replace(low=-found.amount.high, high=-found.amount.low)
    return found._replace(start=found.start - 1, amount=amount)


def _behind(line: Line, end: int) -> int:
    """Return where a unit would begin: behind the hyphen of "27-kilometre", else straight behind the number."""
    if line.lows[end] not in DASHES:
        return end
    if line.glued(end) and line.glued(end + 1):
        return end + 1
    # "a 30 - year bond", as some wires space it; a plural stands behind a dash, not a hyphen
    unit = line.words.units.get(line.lows[end + 1])
    return end + 1 if unit is not None and unit.forms == {"singular"} and not line.glued(end) else end
