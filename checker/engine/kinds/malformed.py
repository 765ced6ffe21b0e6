"""Numbers that no convention reads: "200,0000", "12,4,0000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point

_DECIMAL = re.compile(r"(?<![\d,])\d{1,3},\d{1,2}(?![\d,])")
_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3},\d{3}(?![\d,])")


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each number that cannot be read; it never holds."""
    for frame in story.frames:
        mention = frame.mention
        printed = mention.quantity.printed
        if mention.quantity.kind == "malformed" and not _is_list(story, frame) and not _is_decimal(story, printed):
            yield Claim(
                check="malformed",
                premises=(Premise(mention.number, "here"),),
                printed=point(0),
                computed=point(1),
                place=frame.block_role,
                slots={"readings": readings(mention.quantity.printed)},
            )


def _is_list(story: Story, frame: Frame) -> bool:
    """Tell of "1921,1934" and "[1,6,12]": a blank is missing, the numbers are sound; not of "3,5,0 million"."""
    groups = frame.mention.quantity.printed.split(",")
    if len({len(group) for group in groups}) == 1 and len(groups[0]) > 1 and not any(g[0] == "0" for g in groups):
        return True
    behind = [token.low for token in story.sentences[frame.mention.sentence].tokens[frame.mention.at :]]
    scaled = any(story.lexicon[name].get(low) for name in ("numerals", "currencies") for low in behind[1:2])
    are_short = all(0 < len(group) <= 2 and group.isdecimal() for group in groups)
    return are_short and len(groups) > 2 and not any(len(g) > 1 and g[0] == "0" for g in groups) and not scaled


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
