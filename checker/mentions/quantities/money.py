"""A number with a currency: "$2.3m", "20 euros", "Rs 5 crore", "3 dollars 50 cents"."""

from __future__ import annotations

from decimal import Decimal

from checker.lexicon.book import Entry, Match
from checker.mentions.quantities.found import Found, amount_of
from checker.mentions.quantities.intervals import Amount
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import MINUS, ONE, Numeral

_CENT = Decimal("0.01")
_WORD = frozenset({"word"})
_CLOSERS = frozenset({"", ".", "?", "!"})


def currency_before(line: Line, start: int) -> Match | None:
    """Return the sign or code that ends before token *start*: "US$", "Rs.", "EUR"."""
    if start == 0:
        return None
    match = line.words.currencies.ending(line.lows, start)
    if match is None or "word" not in match.entry.forms:
        return None
    last = line.tokens[start - 1]
    # "a $ 5 note" is no Australian money
    if line.lows[match.start] == "a" and not line.is_capital(match.start) and match.end > match.start + 1:
        bare = line.words.currencies.get(last[3])
        match = Match(bare, start - 1, start) if bare is not None else match
    # "the yen 5 points lower", "try 12 of them": a name or a plain word is no sign.
    is_plain = match.entry.forms == _WORD and last[2].isalpha() and last[2].islower() and len(last[3]) > 2
    if is_plain and not line.glued(start):
        return None
    return None if last[3] == "p" else match


def currency_behind(line: Line, at: int, value: Decimal) -> Match | None:
    """Return the sign, code or noun that begins at token *at*: "€", "EUR", "euros", "Canadian dollars"."""
    match = line.words.currencies.at(line.lows, at) or _of_a_nation(line, at)
    if match is None:
        return None
    first = line.tokens[at]
    if abs(value) < match.entry.fields.get("least", 0):
        return None
    short = match.end == at + 1 and match.entry.forms == _WORD and len(first[3]) <= 3
    if short and first[2].isalpha() and first[2].islower() and not line.glued(at):
        return None
    # "$" behind a number may open the next amount: "3 $5 notes"
    if line.glued(match.end) and line.is_digits(match.end) and not line.glued(at):
        return None
    return match


def _of_a_nation(line: Line, at: int) -> Match | None:
    """Read "Georgian lari" and "Namibian dollars": a name that no row has before the noun of a currency."""
    entry = line.words.currencies.get(line.lows[at + 1])
    if entry is None or not line.is_capital(at) or not line.lows[at].isalpha() or entry.forms == _WORD:
        return None
    if "usual" in entry.fields:
        # "dollar" alone is the American one
        fields = {name: value for name, value in entry.fields.items() if name not in {"usual", "locales"}}
        entry = Entry(f"{line.tokens[at][2]} {entry.id}", entry.forms, fields)
    return Match(entry, at, at + 2)


def unit_of(line: Line, entry: Entry) -> str:
    """Return the currency's name, a bare "$" by the locale of the draft."""
    named: str = entry.fields.get("locales", {}).get(line.setting.locale) or entry.fields.get("usual") or entry.id
    return named


def money_before(line: Line, number: Numeral, sign: Match) -> Found:
    """Return *number* behind the sign or code *sign*."""
    end = number.end
    again = line.words.currencies.at(line.lows, end)
    if again and again.entry.forms & {"singular", "plural"}:
        end = again.end
    amount = _in_currency(line, number, sign.entry, ONE)
    start = sign.start
    if start and line.lows[start - 1] in MINUS and line.glued(start) and not line.glued(start - 1):
        amount, start = amount._replace(low=-amount.low, high=-amount.high), start - 1
    found = Found(start, end, number.start, number.end, amount, "money: sign before")
    return _with_cents(line, found, sign.entry)


def _in_currency(line: Line, number: Numeral, entry: Entry, scale: Decimal) -> Amount:
    scale *= Decimal(entry.fields.get("scale", 1))
    amount = amount_of(number, "money", unit_of(line, entry))
    low, high, granule, place = amount[:4]
    return amount._replace(low=low * scale, high=high * scale, granule=granule * scale, place=place * scale)


def money_behind(line: Line, start: int, number: Numeral, at: int) -> Found | None:
    """Return *number* with the currency at token *at*, or None."""
    name = currency_behind(line, at, number.value)
    if name is None:
        return None
    end, scale = name.end, ONE
    big = line.words.parts.get(line.lows[end])
    # "75 USD million"
    if big is not None and big[0] == "scale" and "word" in name.entry.forms and not line.lows[end].endswith("s"):
        end, scale = end + 1, big[1]
    amount = _in_currency(line, number, name.entry, scale)
    found = Found(start, end, start, number.end, amount, "money: name behind")
    return _with_cents(line, found, name.entry)


def _with_cents(line: Line, found: Found, entry: Entry) -> Found:
    """Read "3 dollars 50 cents" and "$20 and 43 cents" as one amount."""
    at = found.end + 1 if line.lows[found.end] == "and" else found.end
    if not line.is_digits(at) and line.lows[at] not in line.words.parts:
        return found
    cents = numeral(line, at)
    if cents is None or not 0 < cents.value < 100:
        return found
    end = _end_of_cents(line, cents)
    if end is None or entry.fields.get("part"):
        return found
    value = found.amount.low + cents.value * _CENT
    amount = found.amount._replace(low=value, high=value, granule=_CENT, place=_CENT)
    return found._replace(end=end, number_end=cents.end, amount=amount)


def _end_of_cents(line: Line, cents: Numeral) -> int | None:
    """Return where "50 cents", "43c" or, closing its clause, a bare "50" ends; None for no cents."""
    end = cents.end
    name = line.words.currencies.at(line.lows, end)
    if name is not None:
        return name.end if "part" in name.entry.fields else None
    if line.lows[end] == "c" and line.glued(end):
        return end + 1
    return end if line.lows[end] in _CLOSERS and cents.end == cents.start + 1 else None
