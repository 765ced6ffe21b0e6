"""Ages that do not fit the year of birth: "born 3 February 1936 ... in 1958, when she was 24"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from checker.engine.check import Check
from checker.engine.elapsed import DAY, Instant
from checker.engine.lives import Aged, TwoTimes, ages, instant_of, two_times
from checker.engine.moments import day_of
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import Interval, point

# A story runs some days after its figures were gathered, and a birthday may lie between.
GATHERED = 30
FARTHEST = 25


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each age whose person's birth and time are known."""
    for aged in ages(story):
        claim = _claim(story, aged)
        if claim and _is_near(claim):
            yield claim
    dated = day_of(story)
    for two in two_times(story) if dated else ():
        claim = _apart(two, dated) if dated else None
        if claim and _is_near(claim):
            yield claim


def _apart(two: TwoTimes, dated: date) -> Claim | None:
    """Hold the present age against the one of an earlier year: 18 in 1996 is 46 to 48 in 2025."""
    then, now, age = instant_of(two.then), two.now.mention.quantity.value, two.age.mention.quantity.value
    if then is None or now is None or age is None:
        return None
    years = dated.year - date.fromordinal(then.day).year
    reached = Interval(age + years - 1, age + years + 1)
    return Claim(
        check="age",
        premises=tuple(
            Premise(frame.mention.span, label)
            for frame, label in ((two.now, "here"), (two.age, "age then"), (two.then, "at that time"))
        ),
        printed=point(now),
        computed=reached,
        strength="years",
        place=two.now.block_role,
        result=f"about {age + years}",
        proof=(two.reason,),
        slots={"birth": f"Age {two.age.mention.words} in {two.then.mention.words}", "time": f"{dated.year}"},
    )


def missing(story: Story) -> str | None:
    """Tell why ages were not held against the year of birth."""
    if day_of(story) is None and any(aged.then is None for aged in ages(story)):
        return "present ages: the draft has no date"
    return None


def _claim(story: Story, aged: Aged) -> Claim | None:
    birth, then = instant_of(aged.birth), _then(story, aged)
    age = aged.age.mention
    if birth is None or then is None or then.until <= birth.first or age.quantity.value is None:
        return None
    reached = reachable(birth, then)
    premises = [Premise(age.span, "here"), Premise(aged.birth.mention.span, "birth")]
    if aged.then:
        premises.append(Premise(aged.then.mention.span, "at that time"))
    return Claim(
        check="age",
        premises=tuple(premises),
        printed=age.quantity.hard.widened(Decimal(0)),
        computed=reached,
        strength="exact" if birth.grain == then.grain == "day" and aged.then else "years",
        place=aged.age.block_role,
        result=worded(reached),
        proof=(aged.reason,),
        slots={
            "birth": f"Birth: {aged.birth.mention.words}",
            "time": aged.then.mention.words if aged.then else f"{day_of(story):%Y}",
        },
    )


def _then(story: Story, aged: Aged) -> Instant | None:
    if aged.then:
        return instant_of(aged.then)
    dated = day_of(story)
    if dated is None:
        return None
    return Instant((dated.toordinal() - GATHERED) * DAY, (dated.toordinal() + 1) * DAY, "day")


def reachable(birth: Instant, then: Instant) -> Interval:
    """Return the ages that somebody born at *birth* can have at *then*: born in 1936, 21 or 22 in 1958."""
    youngest = _years(_last(birth), date.fromordinal(then.day))
    oldest = _years(date.fromordinal(birth.day), _last(then))
    return Interval(Decimal(max(youngest, 0)), Decimal(max(oldest, 0)))


def _last(moment: Instant) -> date:
    """Return the last day of a moment."""
    return date.fromordinal(max(moment.until - 1, moment.first) // DAY)


def _years(birth: date, then: date) -> int:
    return then.year - birth.year - ((then.month, then.day) < (birth.month, birth.day))


def _is_near(claim: Claim) -> bool:
    """Tell whether the age can be that person's with a slip in it; one 25 years off is somebody else's."""
    printed, low, high = claim.printed.low, claim.computed.low, claim.computed.high
    if printed is None or low is None or high is None:
        return False
    return low - FARTHEST < printed < high + FARTHEST


def worded(reached: Interval) -> str:
    """Word the possible ages: "21 or 22"."""
    return f"{reached.low}" if reached.low == reached.high else f"{reached.low} or {reached.high}"


CHECK = Check("age", claims, strengths=("exact", "years"), slots=("birth", "time"))
