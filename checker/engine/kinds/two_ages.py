"""Two ages of one person: "Dean Rokeby, 46" under the picture, "Dean Rokeby, 44" in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.engine.check import Check
from checker.engine.persons import AgedPerson, same_persons
from checker.facts.frames import BODY
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import point
from checker.model.mention import Reason

FARTHEST = 15
"""Two ages further apart are of two times of a life, or of a father and a son."""


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each age that another present age of the same person differs from."""
    for persons in same_persons(story):
        right = _right(persons)
        for person in persons:
            if person is not right and abs(_age(person) - _age(right)) <= FARTHEST:
                yield _claim(person, right)


def _right(persons: Sequence[AgedPerson]) -> AgedPerson:
    """Return the person as the draft gives the age most often, the story's before a caption's."""
    often = Counter(_age(person) for person in persons)
    return max(persons, key=lambda p: (often[_age(p)], p.age.block_role in BODY, -p.age.order))


def _age(person: AgedPerson) -> Decimal:
    return person.age.value


def _claim(person: AgedPerson, other: AgedPerson) -> Claim:
    here, there = person.age.mention, other.age.mention
    name = " ".join(filter(None, (other.first, other.last))).title()
    return Claim(
        check="two-ages",
        premises=(Premise(here.span, "here"), Premise(there.span, "there")),
        printed=point(_age(person)),
        computed=point(_age(other)),
        place=person.age.block_role,
        result=there.words,
        proof=(Reason("name", name),),
        slots={"name": name},
    )


CHECK = Check("two-ages", claims, slots=("name",))
