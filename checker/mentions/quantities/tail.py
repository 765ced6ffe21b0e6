"""The fraction behind a number: "two and a half thousand", "a million and a half", "six and three quarters"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.hundreds import below_hundred
from checker.mentions.quantities.line import Line
from checker.mentions.quantities.numeral import DASHES, ONE, TENTH, Numeral

_THOUSAND = Decimal(1000)


def with_fraction(line: Line, number: Numeral) -> Numeral:
    """Return *number* with the fraction that its "and" adds; *number* itself where the "and" adds something else."""
    share = fraction_at(line, number.end)
    if share is None:
        return number
    fraction, end = share
    behind = line.words.parts.get(line.lows[end])
    if behind is not None and behind[0] == "scale":
        scale = behind[1]
        value = number.value + fraction * scale if number.value > scale else (number.value + fraction) * scale
        return number._replace(end=end + 1, value=value, granule=scale / 10, place=scale / 10)
    last = line.words.parts.get(line.lows[number.end - 1])
    scale = last[1] if last is not None and last[0] == "scale" and last[1] >= _THOUSAND else ONE
    step = max(scale / 10, TENTH)
    return number._replace(end=end, value=number.value + fraction * scale, granule=step, place=step)


def joint_at(line: Line, at: int) -> int:
    """Return where the "and" of a fraction stands, behind its hyphen in "two-and-a-half"; -1 if nowhere."""
    lows = line.lows
    if lows[at] == "and":
        return at
    return at + 1 if lows[at] in DASHES and lows[at + 1] == "and" and lows[at + 2] in DASHES else -1


def fraction_at(line: Line, at: int) -> tuple[Decimal, int] | None:
    """Read "and a half", "-and-a-half", "and three quarters", "and a third" at token *at*; the value and its end."""
    lows, joint = line.lows, joint_at(line, at)
    if joint < 0:
        return None
    begin = _past_dash(line, joint + 1)
    counted = below_hundred(line, begin)
    is_bare = False
    if lows[begin] in {"a", "an"}:
        above, begin = 1, _past_dash(line, begin + 1)
    elif counted is not None:
        above, begin = counted[0], _past_dash(line, counted[1])
    else:
        above, is_bare = 1, True
    part = line.words.parts.get(lows[begin])
    if part is None:
        return None
    # "killed five and half the town fled"
    if is_bare and (part[0] not in {"half", "quarter"} or lows[begin + 1] in line.words.near["half-behind"]):
        return None
    share = _share(line, above, part, begin)
    return (share, begin + 1) if share is not None else None


def _past_dash(line: Line, at: int) -> int:
    return at + 1 if line.lows[at] in DASHES else at


def _share(line: Line, above: int, part: tuple[str, Decimal], at: int) -> Decimal | None:
    if part[0] == "half":
        return above * part[1]
    if part[0] == "quarter":
        return above / part[1] if above < 4 else None
    plural, after = line.lows[at].endswith("s"), line.lows[at + 1]
    if part[0] not in {"ordinal", "power"} or not (plural or above == 1) or not 3 <= part[1] > above:
        return None
    # "two hundred and a third man": a fraction only where no counted noun follows
    if not plural and after.isalpha() and after not in line.words.near["share-behind"]:
        return None
    return above / part[1]
