"""Dates with a month, numeric dates and weekdays."""

from __future__ import annotations

from checker.mentions.quantities.intervals import dated
from checker.mentions.quantities.line import Line, Passed, Reading
from checker.mentions.quantities.numeral import DASHES
from checker.model.quantity import Moment

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_FEWEST, _MOST = 1000, 2100
_PIVOT = 40


def from_weekday(line: Line, at: int) -> Reading | Passed | None:
    """Read "Sunday, 11 May 2019", "Friday the 13th of March", a bare "Saturday"."""
    if not line.is_capital(at):
        return None
    match = line.words.calendar.at(line.lows, at)
    if match is None:
        return None
    if line.lows[at - 1] in line.words.near["named-day-after"] or line.lows[match.end] == "times":
        return Passed(at, match.end, "name of a day")
    end = match.end + 1 if line.lows[match.end] == "," else match.end
    end = end + 1 if line.lows[end] in {"the", "("} else end
    date = _day_month(line, end) or _month_day(line, end) or _numeric(line, end)
    weekday = line.words.weekdays[" ".join(line.lows[at : match.end])]
    if date is None:
        return _reading(line, at, match.end, Moment(weekday=weekday), "date: weekday")
    moment, end, reason = date
    return _reading(line, at, end, moment._replace(weekday=weekday), "date: weekday, " + reason)


def from_month(line: Line, at: int) -> Reading | None:
    """Read "January 2", "Jan. 2nd, 2022", "May 2016"; a month alone is no figure."""
    date = _month_day(line, at)
    return _reading(line, at, date[1], date[0], "date: " + date[2]) if date else None


def from_digits(line: Line, at: int) -> Reading | None:
    """Read "2 January 2022", "17th of May", and both days of "2-5 January" and of "January 2-5"."""
    date = _day_month(line, at)
    if date is not None:
        return _reading(line, at, date[1], date[0], "date: " + date[2])
    return _first_of_two(line, at) or _following_day(line, at)


def numeric(line: Line, at: int) -> Reading | None:
    """Read "2022-01-10", "10/01/2022"."""
    date = _numeric(line, at)
    return _reading(line, at, date[1], date[0], "date: " + date[2]) if date else None


def from_ordinal(line: Line, at: int, day: int, end: int) -> Reading | None:
    """Read "the second of May", "fourth of July"."""
    month = _month(line, end + 1) if line.lows[end] == "of" else _month(line, end)
    if month is None or not 1 <= day <= 31:
        return None
    year, end = _year(line, month[1])
    return _reading(line, at, end, Moment(year, month[0], day), "date: day in words, month")


def _reading(line: Line, start: int, end: int, moment: Moment, reason: str) -> Reading:
    return Reading(start, end, start, end, None, dated(line.text(start, end), moment, "date"), reason)


def _month(line: Line, at: int) -> tuple[int, int] | None:
    """Return the month named at token *at* and the token behind it; a small letter is the verb "may" or "march"."""
    low = line.lows[at] if at < line.size else ""
    if low not in line.words.months or not (line.is_capital(at) or low not in {"may", "march", "mar"}):
        return None
    end = at + 1
    if line.lows[end] == "." and len(low) < 5 and low != "may":
        end += 1
    return line.words.months[low], end


def _day(line: Line, at: int) -> tuple[int, int] | None:
    """Return a day of the month in digits at token *at*, "2" or "2nd", and the token behind it."""
    low = line.lows[at] if at >= 0 else ""
    if not low.isdecimal() or len(low) > 2 or not 1 <= int(low) <= 31:
        return None
    end = at + 1
    if line.glued(end):
        after = line.lows[end]
        if after in _SUFFIXES:
            end += 1
        elif after[0].isalnum():
            return None
    return int(low), end


def _year(line: Line, at: int) -> tuple[int | None, int]:
    """Return a year behind a date and the token behind it; (None, at) where there is none."""
    begin = at + 1 if line.lows[at] in {",", "of"} else at
    low = line.lows[begin]
    if len(low) == 4 and low.isdecimal() and _FEWEST <= int(low) <= _MOST and not _is_counted(line, begin + 1):
        return int(low), begin + 1
    return None, at


def _is_counted(line: Line, at: int) -> bool:
    return line.lows[at] in {"%", "people", "percent"} or (line.glued(at) and line.lows[at][:1].isalnum())


def _day_month(line: Line, at: int) -> tuple[Moment, int, str] | None:
    day = _day(line, at)
    if day is None:
        return None
    begin = day[1] + 1 if line.lows[day[1]] == "of" else day[1]
    if line.lows[begin] in DASHES and line.glued(begin):
        begin += 1
    month = _month(line, begin)
    if month is None:
        return None
    year, end = _year(line, month[1])
    return Moment(year, month[0], day[0]), end, "day, month" if year is None else "day, month, year"


def _month_day(line: Line, at: int) -> tuple[Moment, int, str] | None:
    month = _month(line, at)
    if month is None:
        return None
    begin = month[1] + 1 if line.lows[month[1]] == "the" else month[1]
    day = _day(line, begin)
    if day is None:
        year, end = _year(line, month[1])
        return (Moment(year, month[0]), end, "month, year") if year else None
    if _is_number_of_things(line, at, day[1]):
        return None
    year, end = _year(line, day[1])
    return Moment(year, month[0], day[0]), end, "month, day" if year is None else "month, day, year"


def _is_number_of_things(line: Line, month: int, end: int) -> bool:
    """Tell of "in May 12 people died" and "May 3.5": the number does not end the date."""
    after = line.lows[end]
    if after in {"%", "percent", "million", "billion"} or (after == ":" and line.glued(end)):
        return True
    return (
        line.lows[month - 1] in line.words.near["year-counted-after"]
        and after.isalpha()
        and after not in line.words.near["month-day-behind"]
    )


def _numeric(line: Line, at: int) -> tuple[Moment, int, str] | None:
    """Read "2022-01-10", "10/01/2022", "10.01.2022"."""
    low = line.lows[at]
    if low.count(".") == 2:
        parts, end = low.split("."), at + 1
    else:
        mark = line.lows[at + 1]
        if mark not in {"/", "-"} or line.lows[at + 3] != mark or not (line.glued(at + 1) and line.glued(at + 4)):
            return None
        parts, end = [low, line.lows[at + 2], line.lows[at + 4]], at + 5
    if not all(part.isdecimal() for part in parts) or (line.glued(end) and line.lows[end] in {"/", "-"}):
        return None
    moment = _in_order(line, parts)
    return (moment, end, "year, month, day" if len(parts[0]) == 4 else "numeric") if moment else None


def _in_order(line: Line, parts: list[str]) -> Moment | None:
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return Moment(a, b, c) if _FEWEST <= a <= _MOST and len(parts[1]) <= 2 and len(parts[2]) <= 2 else None
    if len(parts[2]) not in {2, 4} or len(parts[0]) > 2 or len(parts[1]) > 2 or not (a and b):
        return None
    year = c if len(parts[2]) == 4 else _century(c) + c
    if not _FEWEST <= year <= _MOST or max(a, b) > 31:
        return None
    if a > 12 or b > 12:
        return Moment(year, b, a) if a > 12 else Moment(year, a, b)
    if a == b:
        return Moment(year, a, a)
    # 03/04/2019 is 3 April or 4 March: without a locale that settles it, only the year is said.
    order = {"en-US": (a, b), "en-PH": (a, b)}.get(line.setting.locale, (b, a) if "-" in line.setting.locale else None)
    return Moment(year, *order) if order else Moment(year)


def _following_day(line: Line, at: int) -> Reading | None:
    """Read the 5 of "January 2-5" and "March 4 and 5": a later day of the month just read."""
    moment, day = line.last_day, _day(line, at)
    if moment is None or day is None or moment.day is None or day[0] <= moment.day or line.last_end != at - 1:
        return None
    joint, after = line.lows[at - 1], line.lows[day[1]]
    if joint not in DASHES and joint not in line.words.near["joint"] and joint != ",":
        return None
    counts = after.isalpha() and after not in line.words.near["month-day-behind"]
    if counts or (after == ":" and line.glued(day[1])):
        return None
    return _reading(line, at, day[1], moment._replace(day=day[0], weekday=None), "date: later day of a month")


def _century(year: int) -> int:
    """Return the century of a year in two digits: 63 is 1963, 21 is 2021."""
    return 1900 if year >= _PIVOT else 2000


def _first_of_two(line: Line, at: int) -> Reading | None:
    """Read the 2 of "2-5 January", "2 to 5 January", "2 and 5 January"; the 5 is a date of its own."""
    day = _day(line, at)
    if day is None or not (line.lows[day[1]] in DASHES or line.lows[day[1]] in line.words.near["joint"]):
        return None
    other = _day_month(line, day[1] + 1)
    if other is None or other[0].day is None or other[0].day <= day[0]:
        return None
    return _reading(line, at, day[1], other[0]._replace(day=day[0]), "date: first day of two")
