"""Why two figures were not held against each other."""

from __future__ import annotations

from checker.facts.story import Story
from checker.facts.things import can_be_one, is_narrower
from checker.model.frame import Frame
from checker.model.mention import Reason


def why_not(story: Story, a: Frame, b: Frame) -> tuple[Reason, ...]:
    """Return the vetoes of the links between two figures, or that they are linked, else the first slot that differs."""
    pair = {a.order, b.order}
    links = [link for link in story.links if {link.first.order, link.second.order} == pair]
    joined = [Reason("linked", f"{link.type}: {_words(link.proof)}") for link in links if link.veto is None]
    if joined:
        return tuple(joined)
    vetoed = [
        Reason(f"veto: {link.veto.name}", f"{link.veto.words} (link type {link.type})") for link in links if link.veto
    ]
    return tuple(vetoed) or (_first_difference(story, a, b),)


def _words(proof: tuple[Reason, ...]) -> str:
    return "; ".join(f"{reason.name} ({reason.words})" for reason in proof)


def _first_difference(story: Story, a: Frame, b: Frame) -> Reason:
    one, two = a.mention, b.mention
    slots = (
        ("dimension", one.quantity.dimension, two.quantity.dimension),
        ("status", one.status or "none", two.status or "none"),
        ("role", one.role, two.role),
        ("modality", one.modality, two.modality),
    )
    for name, left, right in slots:
        if left != right:
            return Reason(f"different {name}", f"{left} / {right}")
    if not can_be_one(one, two, story.lexicon) or is_narrower(one.thing, two.thing, story.lexicon):
        return Reason("different thing", f"{one.words} / {two.words}")
    cue = next(iter((*a.bars, *b.bars)), None)
    if cue:
        return Reason(f"cue: {cue.name}", cue.words)
    return Reason("no link type", "nothing proves that they are one fact; unsure means not the same")
