"""How long it is from one printed moment to another, and which lengths of time a printed one can stand for."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from checker.lexicon.book import Book
from checker.model.interval import Interval
from checker.model.quantity import Moment, Quantity
from checker.model.values import NamedTuple

DAY = 1440
YEAR = Decimal("365.2425")
MONTH = YEAR / 12
_HALF = Decimal("0.5")
_ROUND = 100
# Weekdays and clock times without a date are laid on this week, which begins on a Monday.
_SOME_MONDAY = date(2001, 1, 1)


class Instant(NamedTuple):
    """A moment on one line of time. ``first`` to ``until`` are minutes since the year 1, half open.

    ``grain`` is how fine it is printed: "year", "month", "day" or "minute".
    """

    first: int
    until: int
    grain: str

    @property
    def day(self) -> int:
        """The day's number on that line; that of the first day for a month or a year."""
        return self.first // DAY


def instant(moment: Moment) -> Instant | None:
    """Return where a moment with a printed year lies; None for a day that no calendar has."""
    year, month, day = moment.year, moment.month, moment.day
    if year is None or not 1 <= year < date.max.year:
        return None
    if month is None:
        return Instant(_minutes(date(year, 1, 1)), _minutes(date(year + 1, 1, 1)), "year")
    try:
        start = date(year, month, day or 1)
    except ValueError:
        return None
    if day is None:
        after = date(year + month // 12, month % 12 + 1, 1)
        return Instant(_minutes(start), _minutes(after), "month")
    if moment.hour is None:
        return Instant(_minutes(start), _minutes(start) + DAY, "day")
    minute = _minutes(start) + moment.hour * 60 + (moment.minute or 0)
    return Instant(minute, minute, "minute")


def lay(start: Moment, end: Moment, dated: date | None) -> tuple[Instant, Instant] | None:
    """Return both moments on one line, the end not before the start; None where they cannot be tied to each other.

    A year that only one of them prints holds for both; weekdays are the next of that name; a clock time that is
    earlier than the one before it stands for the next day. *dated* serves a weekday beside a full date.
    """
    start, end = _completed(start, end, dated)
    first, last = instant(start), instant(end)
    if first is None or last is None:
        return None
    return (first, last) if last.until >= first.first else None


def _completed(start: Moment, end: Moment, dated: date | None) -> tuple[Moment, Moment]:
    """Return both moments with the years (and days) that they leave open."""
    start, end = _on_one_day(start, end)
    if not _has_date(start) and not _has_date(end):
        return _on_one_week(start, end)
    start, end = _with_date(start, dated), _with_date(end, dated)
    if not _has_date(start) or not _has_date(end):
        return start, end
    if start.year is None and end.year is None:
        year = dated.year if dated else _SOME_MONDAY.year
        start, end = start._replace(year=year), end._replace(year=year)
        return (start, end._replace(year=year + 1)) if _is_after(start, end) else (start, end)
    if start.year is None and end.year is not None:
        start = start._replace(year=end.year)
        return (start._replace(year=end.year - 1) if _is_after(start, end) else start), end
    if end.year is None and start.year is not None:
        end = end._replace(year=start.year)
        return start, (end._replace(year=start.year + 1) if _is_after(start, end) else end)
    return start, end


def _on_one_day(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Return a clock time that names no day on the day of the other one: "at 06:32 on Friday ... at 07:50"."""
    if _is_clock(start) == _is_clock(end) or None in {start.hour, end.hour}:
        return start, end
    known, clock = (end, start) if _is_clock(start) else (start, end)
    clock = known._replace(hour=clock.hour, minute=clock.minute)
    if known is end:
        return clock, end
    return start, (_next_day(clock) if _clock(clock) < _clock(start) else clock)


def _next_day(moment: Moment) -> Moment:
    """Return the same hour a day on: "from 14:00 on Wednesday to 01:40". A day without its year stays."""
    if not _has_date(moment) and moment.weekday is not None:
        return moment._replace(weekday=(moment.weekday + 1) % 7)
    if moment.year and moment.month and moment.day:
        return _on(moment, date(moment.year, moment.month, moment.day) + timedelta(1))
    return moment


def _on_one_week(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    if (start.weekday is None) != (end.weekday is None):
        return start, end
    days = 0 if start.weekday is None or end.weekday is None else (end.weekday - start.weekday) % 7
    if days == 0 and _clock(end) < _clock(start):
        days = 7 if start.weekday is not None else 1
    return _on(start, _SOME_MONDAY), _on(end, _SOME_MONDAY + timedelta(days))


def _with_date(moment: Moment, dated: date | None) -> Moment:
    """Return a bare weekday as the last such day up to *dated*; everything else as it is."""
    if _has_date(moment) or moment.weekday is None or dated is None:
        return moment
    return _on(moment, dated - timedelta((dated.weekday() - moment.weekday) % 7))


def _on(moment: Moment, day: date) -> Moment:
    return moment._replace(year=day.year, month=day.month, day=day.day)


def _is_clock(moment: Moment) -> bool:
    return moment.hour is not None and moment.weekday is None and not _has_date(moment)


def _has_date(moment: Moment) -> bool:
    return moment.year is not None or moment.month is not None


def _is_after(start: Moment, end: Moment) -> bool:
    if start.month is None or end.month is None:
        return False
    days = (start.day, end.day) if start.day and end.day else (0, 0)
    return (start.month, days[0], *_clock(start)) > (end.month, days[1], *_clock(end))


def _clock(moment: Moment) -> tuple[int, int]:
    return moment.hour or 0, moment.minute or 0


def _minutes(day: date) -> int:
    return day.toordinal() * DAY


def elapsed(start: Instant, end: Instant, measure: str) -> Interval | None:
    """Return what can lie between two moments in "minutes", "days", "months" or "years"; None if nothing is known.

    Days are counted without and with both ends. Years and months known only as such leave one to both sides.
    """
    grains = {start.grain, end.grain}
    if measure == "minutes":
        return _between(start, end, Decimal(1)) if grains == {"minute"} else None
    if measure == "days":
        if grains <= {"day", "minute"}:
            return Interval(Decimal(end.day - start.day), Decimal(end.day - start.day + 1))
        return _between(start, end, Decimal(DAY))
    if measure == "months":
        return _months(start, end) if grains == {"month"} else _between(start, end, MONTH * DAY)
    if grains == {"month"}:
        months = _months(start, end)
        return months.over(Interval(Decimal(12), Decimal(12)))
    if grains == {"year"}:
        years = Decimal(_year(end) - _year(start))
        return Interval(max(years - 1, Decimal(0)), years + 1)
    return _between(start, end, YEAR * DAY)


def _between(start: Instant, end: Instant, size: Decimal) -> Interval:
    """Return the time between in units of *size* minutes, everything that the grains leave open."""
    low = max(Decimal(end.first - start.until), Decimal(0)) / size
    return Interval(low, max(Decimal(end.until - start.first) / size, low))


def _months(start: Instant, end: Instant) -> Interval:
    first, last = date.fromordinal(start.day), date.fromordinal(end.day)
    months = Decimal((last.year - first.year) * 12 + last.month - first.month)
    return Interval(max(months - 1, Decimal(0)), months + 1)


def _year(moment: Instant) -> int:
    return date.fromordinal(moment.day).year


def meant_length(quantity: Quantity, durations: Book) -> tuple[str, Decimal, Interval] | None:
    """Return the measure of a printed length of time, the unit's size in it, and what it can stand for, in its unit.

    None for vague words ("days later") and for units that ``lexicons/durations.yaml`` lacks.
    """
    row = durations.rows.get(quantity.unit or "")
    if row is None or quantity.low is None or quantity.high is None or quantity.kind == "malformed":
        return None
    printed = Interval(quantity.low, quantity.high) if quantity.kind in {"exact", "range"} else quantity.hard
    share = Decimal(1) if quantity.kind in {"exact", "range"} else _HALF
    under, over = Decimal(row["under"]) * share, Decimal(row["over"]) * share
    if quantity.low >= _ROUND:
        under, over = max(under, quantity.granule / 2), max(over, quantity.granule / 2)
    low = None if printed.low is None else printed.low - under
    high = None if printed.high is None else printed.high + over
    return str(row["measure"]), Decimal(row["size"]), Interval(low, high)
