"""A number with a unit: "8 km", "33C", "two hours and 15 minutes", "20 pounds", "12 years old"."""

from __future__ import annotations

from decimal import Decimal

from checker.lexicon.book import Entry
from checker.mentions.quantities.found import Found, amount_of
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numbers import numeral
from checker.mentions.quantities.numeral import DASHES, ONE, TENTH, Numeral
from checker.mentions.quantities.units import unit_at

_HALF = Decimal("0.5")
_MANY_POUNDS = 100_000
_TALLEST = 9


def measured(line: Line, start: int, number: Numeral, at: int) -> Found | None:
    """Return *number* with the unit at token *at*, or as an age; None without either."""
    age = line.words.ages.at(line.lows, number.end)
    if age is not None and "unit" in age.entry.fields:
        amount = amount_of(number, "age", age.entry.fields["unit"])
        return Found(start, age.end, start, number.end, amount, "age: years behind")
    match = unit_at(line, at)
    if match is None:
        return None
    if match.entry.id == "pound" and line.lows[at].startswith("pound") and _is_sterling(line, number, at, match.end):
        amount = amount_of(number, "money", "pound sterling")
        return Found(start, match.end, start, number.end, amount, "money: pounds")
    fields = match.entry.fields
    dimension = "angle" if match.entry.id == "degree" and _is_angle(line, match.end) else fields["dimension"]
    amount = amount_of(number, dimension, match.entry.id)
    found = Found(start, match.end, start, number.end, amount, f"{dimension}: unit behind")
    if dimension == "temperature":
        return below_zero(line, found)
    if line.lows[found.end] == "and" or line.lows[found.end] in DASHES:
        found = _and_half(line, found)
    found = _joined(line, found, match.entry) if "joins" in fields else found
    return _aged(found) if dimension == "duration" and line.lows[found.end] == "old" else found


def _aged(found: Found) -> Found:
    """Take in the "old" of "12 years and 3 months old"."""
    return found._replace(
        end=found.end + 1, amount=found.amount._replace(dimension="age"), reason="age: " + found.reason
    )


def _is_angle(line: Line, at: int) -> bool:
    """Tell of "a 90 degree turn", "67.5° to the north", "a 360° view"."""
    words = line.words.near["temperature-not-behind"]
    return line.lows[at] in words or (
        line.lows[at] in {"to", "of"} and not words.isdisjoint(line.lows[at + 1 : at + 3])
    )


def _is_sterling(line: Line, number: Numeral, at: int, end: int) -> bool:
    """Tell money from weight: "20 million pounds", "a 20-pound baby", "30 pounds of rice"."""
    if line.lows[end] == "of" or line.lows[at - 1] in DASHES:
        return False
    if number.value >= _MANY_POUNDS:
        return True
    around = line.lows[max(0, number.start - 6) : number.start]
    if any(word.startswith("weigh") for word in around):
        return False
    return line.setting.sterling or not line.words.near["money-around"].isdisjoint(around)


def below_zero(line: Line, found: Found) -> Found:
    """Take "below zero" behind degrees into *found*."""
    if not is_below_zero(line, found.end) or found.amount.unit == "degree Fahrenheit":
        return found
    low = -abs(found.amount.low)
    return found._replace(end=found.end + 2, amount=found.amount._replace(low=low, high=low))


def is_below_zero(line: Line, at: int) -> bool:
    """Tell of "below zero" and "below freezing" at token *at*."""
    return line.lows[at] == "below" and line.lows[at + 1] in {"zero", "freezing"}


def _and_half(line: Line, found: Found) -> Found:
    """Read on in "an hour and a half", "a year-and-a-half", but not in "two days and half the night"."""
    lows, at = line.lows, found.end
    at = at + 1 if lows[at] in DASHES else at
    words = [word for word in lows[at : at + 6] if word not in DASHES]
    words = [word for word in words if word not in {"a", "an", "one"}]
    if words[:2] != ["and", "half"] or (len(words) > 2 and words[2] in line.words.near["half-behind"]):
        return found
    end = lows.index("half", at) + 1
    value = found.amount.low + _HALF
    amount = found.amount._replace(low=value, high=value, granule=TENTH, place=TENTH)
    return found._replace(end=end, number_end=end, amount=amount)


def _tall(line: Line, found: Found) -> Found:
    """Read on in "the 6-foot-5 guard", "six foot two", "6ft2": inches without their name behind at most nine feet."""
    lows, feet = line.lows, found.amount.low
    is_hyphened = lows[found.end] in DASHES and line.glued(found.end) and line.glued(found.end + 1)
    at = found.end + 1 if is_hyphened else found.end
    if feet > _TALLEST or feet != feet.to_integral_value() or lows[found.end - 1] == "feet":
        return found
    number = numeral(line, at) if line.is_digits(at) or lows[at] in line.words.parts else None
    if number is None or number.form not in {"digits", "words"} or not 0 <= number.value < 12:
        return found
    is_closed = is_hyphened or not lows[number.end].isalpha() or lows[number.end] in line.words.near["height-behind"]
    if not is_closed or not (line.is_digits(at) or lows[number.end] != ","):
        return found
    inches = feet * 12 + number.value
    amount = found.amount._replace(low=inches, high=inches, granule=ONE, place=ONE, unit="inch")
    end = number.end
    if lows[end] in DASHES and line.glued(end + 1) and lows[end + 1] in {"inch", "in"}:
        end += 2
    return found._replace(end=end, number_end=number.end, amount=amount, reason=found.reason + ", two units")


def _joined(line: Line, found: Found, entry: Entry) -> Found:
    """Read on in "2 hours 15 minutes", "7 feet and 10 inches", "two years, three months"."""
    units = line.words.units
    if entry.id == "foot" and line.lows[found.end] in DASHES:
        return _tall(line, found)
    at = found.end + 1 if line.lows[found.end] in {"and", ","} else found.end
    if not line.is_digits(at) and line.lows[at] not in line.words.parts:
        return found
    number = numeral(line, at)
    if number is None or number.form not in {"digits", "words"}:
        return found
    smaller = unit_at(line, number.end)
    if smaller is None or smaller.entry.id not in entry.fields["joins"]:
        return _tall(line, found) if entry.id == "foot" and smaller is None and at == found.end else found
    ratio = Decimal(units.rows[entry.id]["factor"]) / Decimal(units.rows[smaller.entry.id]["factor"])
    value = found.amount.low * ratio + number.value
    amount = found.amount._replace(
        low=value, high=value, granule=number.granule, place=number.place, unit=smaller.entry.id
    )
    found = Found(found.start, smaller.end, found.number_start, number.end, amount, found.reason + ", two units")
    return _joined(line, found, smaller.entry) if "joins" in smaller.entry.fields else found
