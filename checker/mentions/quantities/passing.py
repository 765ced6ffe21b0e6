"""What looks like a figure and is none: designators, codes, addresses, list markers, scores."""

from __future__ import annotations

from checker.mentions.quantities.line import Line, Passed
from checker.mentions.quantities.numeral import DASHES, Numeral

_LINKS = frozenset("@/\\_=?&#%")
_SUFFIXES = frozenset({"st", "nd", "rd", "th", "s"})


def shape(line: Line, number: Numeral) -> Passed | None:
    """Tell by their shape: "[3]", "1.", "A380", "B-52", "+1-222-2222", "www.b.org/12", "4G"."""
    at, lows = number.start, line.lows
    if line.glued(at):
        found = _glued_before(line, at)
        if found is not None:
            return found
    elif at == 0 and line.size > 1:
        found = _list_marker(line, at)
        if found is not None:
            return found
    end = at + 1
    if line.glued(end):
        return _glued_behind(line, number)
    return None if lows[at - 1] != "[" else _footnote(line, at)


def _glued_before(line: Line, at: int) -> Passed | None:
    before = line.lows[at - 1]
    if before == "[":
        return _footnote(line, at)
    if before in _LINKS or before in {".", ":"}:
        return _link(line, at)
    if before in {"+", "("} and line.is_digits(at):
        return _phone(line, at)
    if before.isalpha():
        return None if line.words.currencies.get(before) or before in {"x"} else _code(line, at, at - 1)
    if before in DASHES and line.glued(at - 1) and at > 1:
        return _hyphened(line, at)
    return None


def _glued_behind(line: Line, number: Numeral) -> Passed | None:
    at, end = number.start, number.start + 1
    after = line.lows[end]
    if after in _LINKS and after != "%":
        found = _link(line, at)
        if found is not None or after != "/":
            return found
        if number.end == end and line.is_digits(end + 1) and line.glued(end + 1) and line.lows[end + 2] != "/":
            return None if len(line.lows[at]) == 4 else Passed(at, end + 2, "numbers with a slash")
        return None
    if after in DASHES and line.is_digits(end + 1) and line.glued(end + 1):
        return _phone(line, at)
    if after.isalpha() and after not in _SUFFIXES and number.end == end and _is_code(line, end):
        return Passed(at, end + 1, "code")
    return None


def _is_code(line: Line, at: int) -> bool:
    """Tell whether letters glued behind digits are no unit, currency, half-day or scale: "11a", "4G", "860BOX"."""
    tokens, words = line.tokens, line.words
    if line.lows[at] in words.parts or line.lows[at] in words.months:
        return False
    return not (
        words.units.at(tokens, at)
        or words.currencies.at(tokens, at)
        or words.calendar.at(tokens, at)
        or words.ages.at(tokens, at)
    )


def _code(line: Line, at: int, start: int) -> Passed:
    """Take in all that is glued: "A380-800"."""
    end = at + 1
    while line.glued(end) and (line.lows[end].isalnum() or (line.lows[end] in DASHES and line.glued(end + 1))):
        end += 1
    return Passed(start, end, "code")


def _hyphened(line: Line, at: int) -> Passed | None:
    """Tell of "B-52", "Covid-19", "Ka-52": a name with a capital letter, a hyphen and digits."""
    name = line.lows[at - 2]
    if line.is_digits(at - 2):
        return None
    if line.is_capital(at - 2) and name.isalpha() and line.lows[at].isdecimal() and name not in line.words.months:
        if (
            name in line.words.parts
            or line.words.bounds.get(name)
            or name in {"pre", "post", "mid", "under", "over", "non", "early", "late"}
        ):
            return None
        return _code(line, at, at - 2)
    return None


def _footnote(line: Line, at: int) -> Passed | None:
    return Passed(at - 1, at + 2, "footnote") if line.lows[at + 1] == "]" and len(line.lows[at]) < 4 else None


def _list_marker(line: Line, at: int) -> Passed | None:
    low = line.lows[at]
    if not low.isdecimal() or len(low) > 2 or not line.glued(at + 1):
        return None
    if line.lows[at + 1] == ")" or (line.lows[at + 1] == "." and (line.size == 2 or line.gap(at + 2) > 0)):
        return Passed(at, at + 2, "list marker")
    return None


def _link(line: Line, at: int) -> Passed | None:
    """Tell whether the run of glued tokens around *at* is an address: "://", "www", "@", ".org/"."""
    start, end = at, at + 1
    while line.glued(start) and at - start < 60:
        start -= 1
    while line.glued(end) and end - at < 60:
        end += 1
    run = line.lows[start:end]
    has_scheme = ":" in run and "/" in run and any(run[i : i + 3] == [":", "/", "/"] for i in range(len(run)))
    if has_scheme or "www" in run or ("@" in run and len(run) > 2 and "." in run) or "#" in run[:1]:
        return Passed(start, end, "address" if "#" not in run[:1] else "designator: number")
    return None


def _phone(line: Line, at: int) -> Passed | None:
    """Tell of three or more groups of digits joined by hyphens, or two behind a plus sign: no date, no range."""
    start = at - 1 if line.lows[at - 1] == "+" and line.glued(at) else at
    groups, end = 1, at + 1
    while (
        line.lows[end] in {"-", "/", "–", " "} and line.is_digits(end + 1) and line.glued(end) and line.glued(end + 1)
    ):
        groups, end = groups + 1, end + 2
    if line.lows[end] in DASHES and line.glued(end):
        return None
    if groups >= 3 or (start < at and groups == 2):
        return Passed(start, end, "number in a code or of a telephone")
    if (
        groups == 2
        and len(line.lows[at]) == 3
        and len(line.lows[at + 2]) == 4
        and line.lows[at + 1] == "-"
        and line.lows[at][0] != "1"
    ):
        return Passed(at, end, "telephone")
    return None


def designator(line: Line, number: Numeral) -> Passed | None:
    """Tell of a number behind a noun that names by number: "Flight 862", "Article 5", "Category 4"."""
    start = number.start
    if start == 0 or number.form not in {"digits", "words"}:
        return None
    match = line.words.designators.ending(line.tokens, start)
    if match is None:
        return None
    family = match.entry.id
    if not _names(line, match.start, match.end, number, family):
        return None
    return Passed(match.start, number.end, "magnitude" if family == "magnitude" else f"designator: {family}")


def _names(line: Line, start: int, end: int, number: Numeral, family: str) -> bool:
    digits = line.is_digits(number.start)
    if family == "magnitude":
        return True
    if not digits and not line.is_capital(number.start):
        return False
    word = line.tokens[end - 1][2]
    if line.lows[end - 1] == "no" and not line.is_capital(end - 1):
        return False
    # "two Boeing 737s" names, "in the number 12 people" does not; a small noun names only if no counted noun follows
    after = line.lows[number.end]
    if word[0].islower() and after.isalpha() and after not in line.words.designators.rows[family].get("behind", ()):
        return not (after.endswith("s") and len(after) > 3) and "," not in line.lows[number.start]
    return number.value < 10000 and "," not in line.lows[number.start]


def magnitude_behind(line: Line, number: Numeral) -> Passed | None:
    """Tell of "6.7-magnitude", "6.7 on the Richter scale"."""
    at = number.end + 1 if line.lows[number.end] in DASHES else number.end
    if line.lows[at] == "magnitude" or (line.lows[at] == "on" and "richter" in line.lows[at : at + 3]):
        return Passed(number.start, at + 1 if line.lows[at] == "magnitude" else at, "magnitude")
    return None


def score(line: Line, number: Numeral) -> Passed | None:
    """Tell of "won 4-2", "a 5-4 ruling", "6-3, 6-4": two small numbers that are no range."""
    at, lows = number.start, line.lows
    if number.end != at + 1 or lows[at + 1] not in DASHES or not line.is_digits(at + 2) or not lows[at].isdecimal():
        return None
    if not (line.glued(at + 1) and line.glued(at + 2)) or not lows[at + 2].isdecimal():
        return None
    first, second, end = int(lows[at]), int(lows[at + 2]), at + 3
    if max(first, second) > 250:
        return None
    if line.glued(end) and lows[end] not in {",", ".", ")", ";", ":", "!", "?", "”", '"', "’", "'"}:
        return None
    around = lows[max(0, at - 9) : at] + lows[end : end + 3]
    scored = any(line.words.contests.get(word) for word in around)
    if first >= second or (scored and not line.words.units.at(line.tokens, end)):
        return Passed(at, end, "score or vote")
    return None


def house(line: Line, number: Numeral) -> Passed | None:
    """Tell of "10 Downing Street"."""
    if not line.is_digits(number.start) or number.value > 9999:
        return None
    for at in range(number.end, number.end + 4):
        if not line.is_capital(at):
            return None
        if at > number.end and line.lows[at] in line.words.designators.rows["house"]["behind"]:
            return Passed(number.start, at + 1, "house number")
    return None
