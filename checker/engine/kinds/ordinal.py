"""Ordinals that do not fit each other or the number of those before: "sixth eruption" over "the fifth eruption"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.engine.check import Check
from checker.engine.series import Before, Nth, befores, is_row, ordinals
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.interval import point
from checker.model.mention import Reason

FARTHEST = 3
NEAREST_TITLE = 2
PARAGRAPHS = 2


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each ordinal of which those before are counted, and for a headline's ordinal and the lede's."""
    nths = ordinals(story)
    counted = list(befores(story, nths))
    for before in counted:
        if abs(_value(before.nth) - before.number - 1) <= FARTHEST:
            yield _by_count(before)
    yield from _headline(story, nths, counted)


def _value(nth: Nth) -> int:
    return int(nth.frame.mention.quantity.value or 0)


def _by_count(before: Before) -> Claim:
    nth = before.nth.frame.mention
    premises = [Premise(nth.span, "here")]
    if before.told:
        premises.append(Premise(before.told.mention.span, "those before"))
    return Claim(
        check="ordinal",
        premises=tuple(premises),
        printed=point(_value(before.nth)),
        computed=point(before.number + 1),
        strength="counted",
        place=before.nth.frame.block_role,
        result=f"number {before.number + 1}",
        proof=(before.reason,),
        slots={"other": f"{before.number} came before it, which makes it number {before.number + 1}"},
    )


def _headline(story: Story, nths: Sequence[Nth], counted: Sequence[Before]) -> Iterator[Claim]:
    """Hold a headline's ordinal against the first of its noun at the top of the story.

    Any ordinal there that equals it, of whatever noun, bears it out.
    """
    top = [nth for nth in nths if 0 <= nth.frame.paragraph < PARAGRAPHS]
    for title in (nth for nth in nths if nth.frame.block_role in TITLES and nth.noun):
        same = [nth for nth in top if _is_one_series(story, title, nth)]
        other = next((nth for nth in top if _value(nth) == _value(title)), same[0] if same else None)
        if other and abs(_value(title) - _value(other)) <= NEAREST_TITLE:
            wrong = {b.nth.frame.order for b in counted if b.number + 1 != _value(b.nth)}
            accused, there = (other, title) if other.frame.order in wrong else (title, other)
            yield _by_title(accused, there)


def _is_one_series(story: Story, title: Nth, nth: Nth) -> bool:
    """Tell whether both count one thing: a noun in common, or none in the story and the headline's in its sentence.

    Series that are bounded in two ways are two: "fifth eruption this year", "sixth eruption since 2010".
    """
    if title.bounds and nth.bounds and not title.bounds & nth.bounds:
        return False
    # "Fifth flood in six years", "flooding Stowe for the fourth time in six years".
    if title.bounds and title.bounds == nth.bounds and nth.noun[:1] == ("time",):
        return True
    book = story.lexicon["ordinals"]
    nouns = {word for word in title.noun if not is_row(book, word, "modifier")}
    return bool(nouns & set(nth.noun)) if nth.noun else bool(nouns & nth.words)


def _by_title(accused: Nth, there: Nth) -> Claim:
    return Claim(
        check="ordinal",
        premises=(Premise(accused.frame.mention.span, "here"), Premise(there.frame.mention.span, "there")),
        printed=point(_value(accused)),
        computed=point(_value(there)),
        strength="headline",
        place=accused.frame.block_role,
        result=there.frame.mention.words,
        proof=(Reason("headline and lede", " ".join(accused.noun or there.noun)),),
        slots={"other": f"“{there.frame.mention.words}” there"},
    )


CHECK = Check("ordinal", claims, strengths=("headline", "counted"), slots=("other",))
