"""Clock times: "09:14", "9:25 a.m.", "16.45 GMT", "noon"."""

from __future__ import annotations

from checker.lexicon.book import Match
from checker.mentions.quantities.intervals import dated
from checker.mentions.quantities.line import Line, Passed, Reading
from checker.mentions.quantities.numeral import DASHES, Numeral
from checker.model.quantity import Moment

MINUTES = frozenset({"minute", "minutes"})
FIVES = frozenset({5, 10, 15, 20, 25, 30})
"""Minutes that are told from the hour without the word: "ten past six", but "three minutes past six"."""


def from_word(line: Line, at: int) -> Reading | None:
    """Read "noon" and "midnight"."""
    hour = {"noon": 12, "midday": 12, "midnight": 0}[line.lows[at]]
    return _reading(line, at, at + 1, hour, 0, "time: word")


def from_digits(line: Line, at: int) -> Reading | Passed | None:
    """Read a clock time that begins at the digits at token *at*."""
    return _one(line, at) or _first_of_two(line, at)


def _one(line: Line, at: int) -> Reading | Passed | None:
    low = line.lows[at]
    if line.lows[at + 1] == ":" and line.glued(at + 1) and line.glued(at + 2):
        return _with_colon(line, at)
    if low.count(".") == 1:
        hour, _, minute = low.partition(".")
        if len(minute) == 2 and len(hour) <= 2 and minute.isdecimal():
            marked = _marked(line, at, at + 1, int(hour), int(minute))
            return marked or _british(line, at, int(hour), int(minute)) or _timetable(line, at, hour, int(minute))
        return None
    if not low.isdecimal():
        return None
    if len(low) == 4 and low < "2400":
        zone = _role(line, at + 1, "zone")
        if zone is None or (low[0] != "0" and line.lows[zone.start] in line.words.near["zone-ambiguous"]):
            return None
        return _reading(line, at, zone.end, int(low[:2]), int(low[2:]), "time: with zone")
    if low == "12" and _role(line, at + 1, "clock-word") is not None:
        return _reading(line, at, at + 2, 12 if line.lows[at + 1] != "midnight" else 0, 0, "time: word")
    if len(low) <= 2 and int(low) <= 24:
        return _marked(line, at, at + 1, int(low), 0)
    return None


def _british(line: Line, at: int, hour: int, minute: int) -> Reading | None:
    """Read "at 9.45 on Friday": a point for a colon, told by the words on both sides."""
    near = line.words.near
    if line.lows[at - 1] not in near["half-day-after"] or hour > 24 or minute > 59:
        return None
    after = line.lows[at + 1]
    if after not in near["clock-behind"] and after not in line.words.weekdays:
        return None
    return _reading(line, at, at + 1, hour, minute, "time: with a point")


def _timetable(line: Line, at: int, hour: str, minute: int) -> Reading | None:
    """Read "due in at 08.35": no other number is printed with a zero before its whole part."""
    is_bare = line.tokens[at - 1][2].isalpha() if at else True
    if len(hour) < 2 or hour[0] != "0" or minute > 59 or not is_bare or line.lows[at + 1] in {"%", "."}:
        return None
    return _reading(line, at, at + 1, int(hour), minute, "time: with a point")


def past(line: Line, at: int) -> Reading | None:
    """Read "half past nine", "quarter past nine" and "quarter to nine" at their first word."""
    return _off_the_hour(line, at, at + 1, {"half": 30, "quarter": 15}.get(line.lows[at], 0))


def _off_the_hour(line: Line, start: int, end: int, minutes: int) -> Reading | None:
    """Read minutes that end at token *end*, "past" or "to" and an hour in words; "ten to six" only behind "at"."""
    hour = line.words.parts.get(line.lows[end + 1])
    if hour is None or hour[0] not in {"unit", "teen"} or not 0 < hour[1] <= 12:
        return None
    if minutes not in FIVES and (line.lows[end - 1] not in MINUTES or not 0 < minutes < 30):
        return None
    if line.lows[end] == "past":
        return _clock(line, start, end + 2, int(hour[1]), minutes)
    is_time = minutes < 30 and line.lows[start - 1] in {*line.words.near["half-day-after"], "a"}
    if line.lows[end] == "to" and is_time and _is_bare(line, end + 2):
        return _clock(line, start, end + 2, int(hour[1]) - 1 or 12, 60 - minutes)
    return None


def _is_bare(line: Line, end: int) -> bool:
    """Tell whether no noun stands behind: "at ten to six on Friday", not "at ten to six places"."""
    low = line.lows[end]
    if line.lows[end - 3] == "quarter":
        return not low.endswith("s")
    return not low.isalpha() or low in line.words.near["clock-behind"] or _role(line, end, "half-day") is not None


def _clock(line: Line, start: int, end: int, hour: int, minute: int) -> Reading:
    marked = _role(line, end, "half-day")
    if marked is not None:
        hour, end = hour % 12 + int(marked.entry.fields["value"]), marked.end
    return _reading(line, start, end, hour, minute, "time: past the hour")


def from_words(line: Line, number: Numeral) -> Reading | None:
    """Read "nine o'clock", "nine in the morning", "twenty past nine", "five minutes to six"."""
    behind = number.end + (line.lows[number.end] in MINUTES)
    time = _off_the_hour(line, number.start, behind, int(number.value)) if line.lows[behind] in {"past", "to"} else None
    if time is not None:
        return time
    if number.end != number.start + 1 or not 0 < number.value <= 12:
        return None
    return _marked(line, number.start, number.end, int(number.value), 0)


def _reading(line: Line, start: int, end: int, hour: int, minute: int, reason: str) -> Reading:
    value = dated(line.text(start, end), Moment(hour=hour, minute=minute), "time")
    return Reading(start, end, start, end, None, value, reason)


def _role(line: Line, at: int, role: str) -> Match | None:
    match = line.words.calendar.at(line.lows, at)
    return match if match is not None and match.entry.fields["role"] == role else None


def _with_colon(line: Line, at: int) -> Reading | Passed | None:
    hour, minute = line.lows[at], line.lows[at + 2]
    if not (hour.isdecimal() and len(hour) <= 2):
        return None
    if line.lows[at + 3] == ":" and line.glued(at + 3) and line.is_digits(at + 4):
        return Passed(at, at + 5, "time: elapsed")
    if "." in minute:
        return Passed(at, at + 3, "time: elapsed")
    if not (minute.isdecimal() and len(minute) == 2):
        return None
    marked = _marked(line, at, at + 3, int(hour), int(minute))
    return marked or _reading(line, at, at + 3, int(hour), int(minute), "time: hours and minutes")


def _marked(line: Line, start: int, end: int, hour: int, minute: int) -> Reading | None:
    """Return the time whose half-day or "o'clock" stands at token *end*, or its zone behind hours and minutes."""
    mark = line.words.calendar.at(line.lows, end)
    role = mark.entry.fields["role"] if mark is not None else ""
    if mark is not None and role == "half-day" and hour <= 12 and _is_half_day(line, start, mark):
        hour = hour % 12 + int(mark.entry.fields["value"])
        end = mark.end
    elif role == "oclock":
        end += 1
        half = _role(line, end, "half-day")
        if half is not None:
            hour, end = hour % 12 + int(half.entry.fields["value"]), half.end
    elif end == start + 1 and (role != "zone" or "." not in line.lows[start]):
        return None
    return _reading(line, start, _behind_zone(line, end), hour, minute, "time: clock")


def _behind_zone(line: Line, end: int) -> int:
    zone = _role(line, end, "zone")
    if zone is None:
        return end
    is_sure = zone.end > end + 1 or line.lows[end] not in line.words.near["zone-ambiguous"]
    return zone.end if is_sure or line.tokens[end][2].isupper() else end


def _is_half_day(line: Line, start: int, half: Match) -> bool:
    """Tell "at 9 in the morning" from "12 in the morning and 9 later"."""
    return line.lows[half.start] != "in" or line.lows[start - 1] in line.words.near["half-day-after"]


def _first_of_two(line: Line, at: int) -> Reading | None:
    """Read the 9 of "9-11am", "9 to 11 p.m."."""
    low, end = line.lows[at], at + 1
    if not low.isdecimal() or len(low) > 2 or int(low) > 12 or not line.is_digits(end + 1):
        return None
    if line.lows[end] not in DASHES and line.lows[end] not in line.words.near["joint"]:
        return None
    other = _one(line, end + 1)
    if not isinstance(other, Reading) or other.quantity.moment is None or other.quantity.moment.hour is None:
        return None
    if line.is_digits(other.end - 1):
        return None
    hour = int(low)
    later = other.quantity.moment.hour
    hour = hour % 12 + (12 if later >= 12 and hour % 12 + 12 <= later else 0)
    return _reading(line, at, end, hour, 0, "time: first of two")
