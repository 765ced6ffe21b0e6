"""An age at death in the headline that is another one in the lede: "dies at 78", "has died at the age of 87"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.check import Check
from checker.engine.lives import died_at
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.mention import Reason


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for the age at death of the headline and that of the lede's first sentence."""
    told = died_at(story)
    firsts = {sentence.block: sentence.order for sentence in reversed(story.sentences)}
    titles = [age for age, _ in told if age.block_role in TITLES]
    ledes = [age for age, died in told if age.is_lede and died == firsts[age.mention.block]]
    if titles and ledes:
        title, lede = titles[0].mention, ledes[0].mention
        yield Claim(
            check="age-headline",
            premises=(Premise(title.span, "here"), Premise(lede.span, "there")),
            printed=title.quantity.hard,
            computed=lede.quantity.hard,
            place=titles[0].block_role,
            result=lede.words,
            proof=(Reason("headline and lede", "age at death"),),
        )


CHECK = Check("age-headline", claims)
