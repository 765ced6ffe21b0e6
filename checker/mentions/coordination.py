"""Figures that share a verb: "Nine Britons, two Jordanians and an Egyptian have been killed"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.mentions.noun_phrase import NounPhrase
from checker.mentions.scene import Scene
from checker.mentions.status import Status
from checker.model.values import NamedTuple

FARTHEST = 60
JOINTS = frozenset({",", "and", "&", "plus", "or"})
OTHERS = frozenset({"others", "other", "more"})
ALONG = (["along", "with"], ["together", "with"], ["as", "well", "as"])
DEGREES = frozenset({"critically", "seriously", "severely", "slightly", "badly", "gravely", "lightly", "fatally"})
FORWARD = frozenset({"left verb", "left verb and noun", "toll noun"})
BACKWARD = frozenset({"predicate", "status word behind"})


class Draftee(NamedTuple):
    """A count while its sentence is read: where it starts, its noun phrase, its status so far."""

    start: int
    phrase: NounPhrase
    status: Status | None


def share_status(scene: Scene, counts: Sequence[Draftee]) -> list[Draftee]:
    """Pass a verb's status along a coordination to the members that have none of their own.

    Forward from a verb at the left ("killed nine Britons and two Jordanians"); backward from a predicate at the
    right, unless a verb of its own stands left of the first member ("it lost 84 men, and 310 were wounded").
    """
    shared = _without_borrowed(scene, counts)
    for i in range(1, len(shared)):
        before, here = shared[i - 1], shared[i]
        if here.status is None and before.status and _goes_on(scene, before, here):
            shared[i] = here._replace(status=_shared(before.status))
    for i in range(len(shared) - 2, -1, -1):
        here, after = shared[i], shared[i + 1]
        if here.status is None and after.status and _comes_before(scene, here, after):
            shared[i] = here._replace(status=_shared(after.status))
    return shared


def _shared(status: Status) -> Status:
    return status._replace(how="shared " + status.how.removeprefix("shared "))


def _goes_on(scene: Scene, before: Draftee, here: Draftee) -> bool:
    """Tell whether the status of the count before holds for *here* too."""
    if before.status and before.status.how.removeprefix("shared ") in FORWARD:
        if are_joined(scene, before, here) and here.phrase.head >= 0:
            return True
        return _is_along_with(scene, before, here)
    return _is_elliptic(scene, before, here) or _is_along_with(scene, before, here)


def _comes_before(scene: Scene, here: Draftee, after: Draftee) -> bool:
    """Tell whether *here* is the subject of the predicate behind *after* too; "including three children" is not."""
    if after.status is None or after.status.how.removeprefix("shared ") not in BACKWARD:
        return False
    if not are_joined(scene, here, after) or scene.low(here.start - 1) == "including":
        return False
    return here.phrase.head >= 0 and not _has_verb_before(scene, here.start)


def _without_borrowed(scene: Scene, counts: Sequence[Draftee]) -> list[Draftee]:
    """Take the predicate from a figure that only hangs on its subject: "31 people in three towns were hurt".

    So too from the 3 of "12 died, including three children, and 30 were treated".
    """
    kept: list[Draftee] = []
    for count in counts:
        owner = kept[-1].status if kept else None
        hangs = scene.tag(count.start - 1) == "preposition"
        same = owner and count.status and owner.start == count.status.start and owner.how == "predicate"
        is_part = scene.low(count.start - 1) == "including" and count.status and count.status.how == "predicate"
        kept.append(count._replace(status=None) if (hangs and same) or is_part else count)
    return kept


def stands_alone(scene: Scene, counts: Sequence[Draftee]) -> set[int]:
    """Return the starts of counts whose "others" or "more" follows another status: "killing 24 and injuring 31 others".

    They are totals of their own status; after the same status "others" would be an increment.
    """
    alone: set[int] = set()
    seen: set[str] = set()
    for count in counts:
        status = count.status.id if count.status else None
        if status and seen - {status} and status not in seen and set(count.phrase.quantifiers) & OTHERS:
            alone.add(count.start)
        if status:
            seen.add(status)
    return alone


def _is_elliptic(scene: Scene, a: Draftee, b: Draftee) -> bool:
    """Tell whether noun and verb are left out: "21 injured people in Orla, 36 in Tell and seven in Merle"."""
    link = scene.low(b.phrase.end)
    if b.phrase.head >= 0 or scene.tag(b.phrase.end) != "preposition" or scene.low(b.start - 1) not in {",", "and"}:
        return False
    between = range(a.phrase.end, b.start)
    plain = all(scene.tag(i) not in {"verb", "be", "have", "movement", "speech", "relative"} for i in between)
    return plain and link in {scene.low(i) for i in between}


def _is_along_with(scene: Scene, a: Draftee, b: Draftee) -> bool:
    """Tell of "two soldiers were killed along with seven rebels", and of "injured 14, five critically"."""
    if a.status is None:
        return False
    begin = max(a.status.end, a.phrase.end)
    words = [scene.low(i) for i in range(begin, b.start)]
    if b.phrase.head < 0:
        return words == [","] and scene.low(b.phrase.end) in DEGREES
    return words in ALONG


def are_joined(scene: Scene, a: Draftee, b: Draftee) -> bool:
    """Tell whether only commas and "and" (and a determiner) stand between two counts."""
    between = range(max(a.phrase.end, a.start + 1), b.start)
    return (
        len(between) <= 3
        and all(scene.low(i) in JOINTS or scene.tag(i) in {"determiner", "quantifier"} for i in between)
        and any(scene.low(i) in JOINTS for i in between)
    )


def _has_verb_before(scene: Scene, start: int) -> bool:
    """Tell whether a finite verb stands in the chunk before the count."""
    left, _ = scene.chunk(start)
    for index in range(max(left, start - FARTHEST), start):
        if scene.tag(index) in {"verb", "movement", "be", "have", "speech"}:
            return True
        match = scene.status_at(index)
        if match and match.entry.forms & {"object:past", "object:ing", "object:third", "subject:past"}:
            return True
    return False
