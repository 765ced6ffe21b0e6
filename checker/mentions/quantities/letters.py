"""Scale letters glued to digits: "$2.3m", "10k", "1.2m people", but "a 100m sprint"."""

from __future__ import annotations

from decimal import Decimal

from checker.mentions.quantities.line import Line

_JOINTS = frozenset({"to", "-", "–", "and", "or"})


def letter_at(line: Line, start: int, at: int) -> Decimal | None:
    """Return what the letter at token *at* multiplies the number from *start* by; None for metres and codes."""
    low = line.lows[at]
    part = line.words.parts.get(low)
    if part is None or part[0] != "letter" or not _stands_alone(line, at):
        return None
    text = line.tokens[at][2]
    if low == "k":
        return part[1]
    if _has_money(line, start, at + 1):
        return part[1]
    if low == "m":
        return part[1] if text == "M" or _counts(line, at + 1) else None
    return part[1] if low == "b" and "." in line.lows[at - 1] else None


def _stands_alone(line: Line, at: int) -> bool:
    """Tell whether the letter touches its digits and nothing behind it but a mark ("5k-20k")."""
    if line.gap(at) > 0:
        return line.tokens[at][2] in {"k", "M"} and not line.lows[at + 1][:1].isalnum()
    return line.glued(at) and not (line.glued(at + 1) and line.lows[at + 1][:1].isalnum())


def _has_money(line: Line, start: int, end: int) -> bool:
    before = line.words.currencies.ending(line.lows, start) if start else None
    if before is not None and "word" in before.entry.forms:
        return True
    return line.words.currencies.at(line.lows, end) is not None


def _counts(line: Line, at: int) -> bool:
    """Tell whether the word behind "1.2m" is counted, so that m is a million and no metre."""
    low = line.lows[at]
    if low in _JOINTS and line.is_digits(at + 1) and line.lows[at + 2] == "m":
        return _counts(line, at + 3)
    if line.glued(at) or not low.isalpha() or low in line.words.units.rows["metre"]["before"]:
        return False
    return (low.endswith("s") and len(low) > 3 and not low.endswith("ss")) or line.words.zeros.get(low) is not None
