"""Numbers that no convention reads: "200,0000", "12,4,0000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import point

_DECIMAL = re.compile(r"(?<![\d,])\d{1,3},\d{1,2}(?![\d,])")
_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3},\d{3}(?![\d,])")


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each number that cannot be read; it never holds."""
    for frame in story.frames:
        mention = frame.mention
        printed = mention.quantity.printed
        if mention.quantity.kind == "malformed" and not _is_list(printed) and not _is_decimal(story, printed):
            yield Claim(
                check="malformed",
                premises=(Premise(mention.number, "here"),),
                printed=point(0),
                computed=point(1),
                place=frame.block_role,
                slots={"readings": readings(mention.quantity.printed)},
            )


def _is_list(printed: str) -> bool:
    """Tell of "1921,1934" and "21,19,21": a blank is missing, the numbers are sound."""
    lengths = {len(group) for group in printed.split(",")}
    return len(lengths) == 1 and lengths != {1}


def _is_decimal(story: Story, printed: str) -> bool:
    """Tell of "3,5": a decimal comma, unless the draft parts thousands with commas."""
    return bool(_DECIMAL.search(printed)) and not _THOUSANDS.search(story.document.prose)


def readings(printed: str) -> str:
    """Word what a malformed number may have been: its digits one zero fewer, as they are, and one zero more."""
    digits = "".join(char for char in printed if char.isdecimal())
    whole = int(digits or "0")
    likely = [whole // 10] if digits.endswith("0") else []
    shown = [f"{value:,}" for value in (*likely, whole, whole * 10)]
    return ", ".join(shown[:-1]) + f" or {shown[-1]}"


CHECK = Check("malformed", claims, slots=("readings",))
