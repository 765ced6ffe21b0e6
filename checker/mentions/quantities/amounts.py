"""A number with its currency or unit."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from checker.lexicon.book import Entry, Match
from checker.mentions.quantities.intervals import Amount
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import DASHES, ONE, TENTH, Numeral

_MINUS = frozenset({"-", "−"})
_MINUS_WORDS = frozenset({"minus", "negative"})
_OPENERS = frozenset("(<>=~")
_CENT = Decimal("0.01")
_HALF = Decimal("0.5")
_WORD = frozenset({"word"})
_ZERO = Decimal(0)


class Found(NamedTuple):
    """An amount in ``tokens[start:end]``, its printed number in ``tokens[number_start:number_end]``."""

    start: int
    end: int
    number_start: int
    number_end: int
    amount: Amount
    reason: str

    @property
    def is_bare(self) -> bool:
        """Tell whether neither currency nor unit is printed."""
        return self.amount.unit is None


def amount_at(line: Line, number: Numeral) -> Found:
    """Return *number* with the currency before or behind it, or the unit behind it."""
    number, start = _signed(line, number)
    sign = currency_before(line, start)
    if sign is not None:
        return _money_before(line, number, sign)
    behind = _behind(line, number.end)
    found = None
    if behind < line.size:
        found = _money_behind(line, start, number, behind) or _measured(line, start, number, behind)
    return found or _plain(line, start, number)


def _plain(line: Line, start: int, number: Numeral) -> Found:
    if line.lows[number.end] == "below" and line.lows[number.end + 1] in {"zero", "freezing"}:
        amount = Amount(number.value, number.value, number.granule, number.place, number.form, "temperature", "degree")
        return _below_zero(line, Found(start, number.end, start, number.end, amount, "temperature: below zero"))
    amount = Amount(number.value, number.value, number.granule, number.place, number.form, *_dimension(number))
    how = "in digits" if line.is_digits(number.start) else "in words"
    return Found(start, number.end, start, number.end, amount, f"cardinal {how}")


def _dimension(number: Numeral) -> tuple[str, None]:
    return ("ratio", None) if number.form == "fraction" else ("count", None)


def _signed(line: Line, number: Numeral) -> tuple[Numeral, int]:
    """Take a minus sign, or "minus", before the number into it: "-12C", "minus five"."""
    start, lows = number.start, line.lows
    before = lows[start - 1] if start else ""
    if before in _MINUS and line.glued(start) and line.glued(start - 1) and line.words.currencies.get(lows[start - 2]):
        return number._replace(value=-number.value), start - 1
    is_minus = before in _MINUS_WORDS or (
        before in _MINUS
        and line.glued(start)
        and (not line.glued(start - 1) or line.lows[start - 2] in _OPENERS)
        and not line.is_digits(start - 2)
    )
    if start and is_minus:
        return number._replace(value=-number.value), start - 1
    return number, start


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
    match = line.words.currencies.at(line.lows, at)
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


def unit_of(line: Line, entry: Entry) -> str:
    """Return the currency's name, a bare "$" by the locale of the draft."""
    named: str = entry.fields.get("locales", {}).get(line.setting.locale) or entry.fields.get("usual") or entry.id
    return named


def _money_before(line: Line, number: Numeral, sign: Match) -> Found:
    end = number.end
    again = line.words.currencies.at(line.lows, end)
    if again and again.entry.forms & {"singular", "plural"}:
        end = again.end
    amount = _in_currency(line, number, sign.entry, ONE)
    start = sign.start
    if start and line.lows[start - 1] in _MINUS and line.glued(start) and not line.glued(start - 1):
        amount, start = amount._replace(low=-amount.low, high=-amount.high), start - 1
    found = Found(start, end, number.start, number.end, amount, "money: sign before")
    return _with_cents(line, found, sign.entry)


def _in_currency(line: Line, number: Numeral, entry: Entry, scale: Decimal) -> Amount:
    scale *= Decimal(entry.fields.get("scale", 1))
    value = number.value * scale
    unit = unit_of(line, entry)
    return Amount(value, value, number.granule * scale, number.place * scale, number.form, "money", unit)


def _money_behind(line: Line, start: int, number: Numeral, at: int) -> Found | None:
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
    return end if line.lows[end] in {"", ".", "?", "!"} and cents.end == cents.start + 1 else None


def _measured(line: Line, start: int, number: Numeral, at: int) -> Found | None:
    age = line.words.ages.at(line.lows, number.end)
    if age and age.entry.id.endswith("behind"):
        unit = {"behind": "year", "month-behind": "month", "week-behind": "week", "day-behind": "day"}[age.entry.id]
        amount = Amount(number.value, number.value, number.granule, number.place, number.form, "age", unit)
        return Found(start, age.end, start, number.end, amount, "age: years behind")
    match = unit_at(line, at)
    if match is None:
        return None
    if match.entry.id == "pound" and line.lows[at] in {"pound", "pounds"} and _is_sterling(line, number, at, match.end):
        amount = Amount(
            number.value, number.value, number.granule, number.place, number.form, "money", "pound sterling"
        )
        return Found(start, match.end, start, number.end, amount, "money: pounds")
    fields = match.entry.fields
    amount = Amount(
        number.value, number.value, number.granule, number.place, number.form, fields["dimension"], match.entry.id
    )
    found = Found(start, match.end, start, number.end, amount, f"{fields['dimension']}: unit behind")
    if fields["dimension"] == "temperature":
        return _below_zero(line, found)
    if line.lows[found.end] == "and" or line.lows[found.end] in DASHES:
        found = _and_half(line, found)
    return _joined(line, found, match.entry) if "joins" in fields else found


def unit_at(line: Line, at: int) -> Match | None:
    """Return the unit that begins at token *at*, if its spelling and spacing fit."""
    match = line.words.units.at(line.lows, at)
    if match is None:
        return _inches(line, at) if line.lows[at] == "in" else None
    fields = match.entry.fields
    low, text = line.lows[at], line.tokens[at][2]
    if match.end == at + 1:
        cased = fields.get("cased", ())
        if cased and text not in cased and any(symbol.lower() == low for symbol in cased) and not _is_warm(line, at):
            return None
        if low in fields.get("glued", ()) and not line.glued(at):
            return None
        if low in {"'", '"', "′", "″"} and (line.lows.index(low) < at - 1 or line.lows[at + 1] == "s"):
            return None
        if line.glued(match.end) and line.lows[match.end][0].isdecimal() and text.isalpha():
            return None
    return match


def _is_warm(line: Line, at: int) -> bool:
    """Tell whether heat is spoken of near a small "c" or "f": "a temperature of 25c"."""
    if line.lows[at] not in {"c", "f"}:
        return False
    return not line.words.near["heat-around"].isdisjoint(line.lows[max(0, at - 10) : at + 6])


def _inches(line: Line, at: int) -> Match | None:
    """Read the "in" of "2 1/2 in thick" and of "7 feet, 10 in." as inches."""
    after = line.lows[at + 1]
    is_unit = (
        line.glued(at) or after in line.words.near["inches-behind"] or not (after or at < 2) or after in {".", ")"}
    )
    inch = line.words.units.get("inch")
    return Match(inch, at, at + 1) if inch is not None and is_unit and line.is_digits(at - 1) else None


def _is_sterling(line: Line, number: Numeral, at: int, end: int) -> bool:
    """Tell money from weight: "20 million pounds", "a 20-pound baby", "30 pounds of rice"."""
    if line.lows[end] == "of" or line.lows[at - 1] in DASHES:
        return False
    if number.value >= 100_000:
        return True
    around = line.lows[max(0, number.start - 6) : number.start]
    if any(word.startswith("weigh") for word in around):
        return False
    return line.setting.sterling or not line.words.near["money-around"].isdisjoint(around)


def _below_zero(line: Line, found: Found) -> Found:
    lows, end = line.lows, found.end
    if lows[end] == "below" and lows[end + 1] in {"zero", "freezing"} and found.amount.unit != "degree Fahrenheit":
        low = -abs(found.amount.low)
        return found._replace(end=end + 2, amount=found.amount._replace(low=low, high=low))
    return found


def _and_half(line: Line, found: Found) -> Found:
    """Read on in "an hour and a half", "a year-and-a-half"."""
    lows, at = line.lows, found.end
    at = at + 1 if lows[at] in DASHES else at
    words = [word for word in lows[at : at + 5] if word not in DASHES]
    if words[:1] != ["and"] or "half" not in words[1:3] or (words[1] != "half" and words[1] not in {"a", "an", "one"}):
        return found
    end = lows.index("half", at) + 1
    value = found.amount.low + _HALF
    amount = found.amount._replace(low=value, high=value, granule=TENTH, place=TENTH)
    return found._replace(end=end, number_end=end, amount=amount)


def _joined(line: Line, found: Found, entry: Entry) -> Found:
    """Read on in "2 hours 15 minutes", "7 feet and 10 inches", "two years, three months"."""
    units = line.words.units
    at = found.end + 1 if line.lows[found.end] in {"and", ","} else found.end
    if not line.is_digits(at) and line.lows[at] not in line.words.parts:
        return found
    number = numeral(line, at)
    if number is None or number.form not in {"digits", "words"}:
        return found
    smaller = unit_at(line, number.end)
    if smaller is None or smaller.entry.id not in entry.fields["joins"]:
        return found
    ratio = Decimal(units.rows[entry.id]["factor"]) / Decimal(units.rows[smaller.entry.id]["factor"])
    value = found.amount.low * ratio + number.value
    amount = found.amount._replace(
        low=value, high=value, granule=number.granule, place=number.place, unit=smaller.entry.id
    )
    found = Found(found.start, smaller.end, found.number_start, number.end, amount, found.reason + ", two units")
    return _joined(line, found, smaller.entry) if "joins" in smaller.entry.fields else found
