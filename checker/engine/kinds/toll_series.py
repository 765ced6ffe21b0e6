"""Tolls that fall while time goes on, with no word of a correction."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.engine.check import Check
from checker.engine.tolls import DEAD, Step, steps, value
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import Interval

NEAREST = Decimal("0.5")


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each count and the one before it."""
    for step in steps(story):
        low, high = sorted((value(step.earlier), value(step.later)))
        if low >= high * NEAREST or step.reason.name == "time stamps":
            yield _claim(story, step)


def _claim(story: Story, step: Step) -> Claim:
    other = step.earlier if step.accused is step.later else step.later
    accused = step.accused.mention
    return Claim(
        check="toll-series",
        premises=(Premise(accused.span, "here"), Premise(other.mention.span, "there")),
        printed=Interval(value(step.accused), value(step.accused)),
        computed=Interval(value(other), value(other)),
        relation="at_least" if step.accused is step.later else "at_most",
        strength=_strength(story, step.status),
        status=step.status,
        place=step.accused.block_role,
        result=f"from {value(step.earlier)} to {value(step.later)}",
        proof=(step.reason,),
        slots={"earlier": step.earlier.mention.words, "later": step.later.mention.words},
    )


def _strength(story: Story, status: str) -> str:
    if status == DEAD:
        return "deaths"
    entry = story.lexicon["series"].get(status)
    return "growing" if entry and entry.id == "growing" else "other"


CHECK = Check(
    "toll-series", claims, strengths=("deaths", "growing", "other"), slots=("earlier", "later"), selects=("status",)
)
