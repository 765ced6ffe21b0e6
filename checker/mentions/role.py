"""Which role a figure plays: a total, a part of one, an increment, what is left, an earlier count, a rate, ..."""

from __future__ import annotations

from checker.mentions.noun_phrase import NounPhrase
from checker.mentions.scene import Scene
from checker.mentions.status import named_before
from checker.model.values import NamedTuple

BACKWARD = frozenset({"ago", "earlier", "before", "previously"})
INCREMENT = frozenset({"more", "further", "additional", "extra", "another"})


class Role(NamedTuple):
    """A role and the words that gave it. ``partitive`` and ``whole`` as in Mention."""

    name: str
    words: str
    partitive: str = ""
    whole: str = ""


def read_role(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role:
    """Return the role of the figure in tokens ``[start, end)`` with its noun phrase; "total" without a cue."""
    for reader in READERS:
        role = reader(scene, start, end, phrase)
        if role:
            return role
    return Role("total", "")


def rate(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role | None:
    """Read "12 a day", "40 per week", "3 every hour", "an average of 12"; "389 a week ago" was an earlier count."""
    at = max(end, phrase.end)
    if scene.low(at) in {"per", "every", "each", "apiece"}:
        return Role("rate", scene.low(at))
    unit = scene.lexicon["units"].get(scene.low(at + 1))
    if scene.low(at) in {"a", "an"} and unit and unit.fields.get("dimension") == "duration":
        if scene.low(at + 2) in BACKWARD:
            return Role("earlier", f"{scene.low(at)} {scene.low(at + 1)} {scene.low(at + 2)}")
        return Role("rate", f"{scene.low(at)} {scene.low(at + 1)}")
    return None


def cued(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role | None:
    """Read a cue word straight before or behind: "capacity of 500", "aims to plant 300", "up from 68", "60-seat"."""
    book = scene.lexicon["roles"]
    at = start
    while scene.tag(at - 1) == "determiner" and start - at < 2:
        at -= 1
    match = book.ending(scene.tokens, at)
    if not match:
        behind = book.at(scene.tokens, phrase.end) or book.at(scene.tokens, end)
        match = behind if behind and behind.entry.fields.get("behind") else None
    elif match.entry.fields.get("behind"):
        match = None
    return Role(match.entry.id.split("-")[0], _words(scene, match.start, match.end)) if match else None


def left_behind(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role | None:
    """Read the 14 of "the toll rose from 14 to 31": an earlier count; a range has no verb of movement and no toll."""
    after = max(end, phrase.end)
    if scene.low(start - 1) != "from" or scene.low(after) != "to" or not scene.is_figure(after + 1):
        return None
    tolls = scene.lexicon["tolls"]
    for at in scene.leftward(start, 12):
        if scene.tag(at) == "movement" or tolls.ending(scene.tokens, at + 1):
            return Role("earlier", "from")
    return None


def comparison(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role | None:
    """Read "seven more than last year": a difference. "More than seven" is a bound and never comes here."""
    at = phrase.end if phrase.quantifiers else end
    for index in range(end, min(max(at, phrase.end) + 2, len(scene.tokens))):
        if scene.low(index) == "than":
            return Role("comparison", "than")
    return None


def whole(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role | None:
    """Read the 33 of "seven of the 33 dead", "nine of the town's 33 mills", "Of the 33 dead, ..."; "9 out of 33"."""
    at = start
    while (
        scene.tag(at - 1) == "determiner" or scene.low(at - 1) in {"all", "total"} or scene.low(at - 1).endswith("'s")
    ):
        at -= 1
    if scene.low(at - 1) != "of":
        return None
    before = at - 3 if scene.low(at - 2) == "out" else at - 2
    opens = before < 0 or scene.low(before) in {",", ";", "“", '"', "and", "but"}
    if opens or _partitive_head(scene, before):
        return Role("whole", "of")
    return None


def _partitive_head(scene: Scene, index: int) -> bool:
    """Tell whether the token can end the part in "part of the N": a figure or the noun after one, "some", "none"."""
    if scene.low(index) in {"some", "most", "many", "all", "none", "half", "few", "each", "one", "any", "majority"}:
        return True
    return any(scene.is_figure(i) for i in range(max(0, index - 3), index + 1))


def partitive_behind(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role | None:
    """Read "seven of the dead", "four of them", "12 of those arrested", "nine among the injured".

    "28,600 of these breakfasts" names what it is of.
    """
    for at in (end, phrase.end):
        low, following = scene.low(at), scene.low(at + 1)
        if low == "of" and following in {"these", "those"} and _is_plural(scene, at + 2):
            return Role("part", f"{low} {following}", "of-the", _status_after(scene, at + 1))
        if low in {"of", "among"} and following in {"them", "whom", "these", "those", "which", "us"}:
            return Role("part", f"{low} {following}", "of-them", _status_after(scene, at + 2))
        if low in {"of", "among"} and (scene.tag(at + 1) == "determiner" or scene.is_figure(at + 1)) and at == end:
            return Role("part", f"{low} {following}", "of-the", _status_after(scene, at + 1))
        if low == "among" and scene.tag(at + 1) == "determiner":
            return Role("part", f"{low} {following}", "of-the", _status_after(scene, at + 1))
    return None


def _is_plural(scene: Scene, at: int) -> bool:
    """Tell of a plural noun without a status of its own."""
    low = scene.low(at)
    return scene.tag(at) == "" and low.isalpha() and low.endswith("s") and scene.status_at(at) is None


def _status_after(scene: Scene, at: int) -> str:
    """Return the status named in the few words after "of the" / "of those": "of the 33 people killed"."""
    for index in range(at, min(at + 6, len(scene.tokens))):
        if scene.tag(index) in {"mark", "preposition", "be", "have"}:
            return ""
        match = scene.status_at(index)
        if match:
            return match.entry.id
    return ""


def partitive_before(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role | None:
    """Read "including 3 children", "among them four women", "of whom 12", "of these, nine", "Among the dead were 4"."""
    at, was = start, False
    while scene.tag(at - 1) in {"determiner", "be", "adverb"} and start - at < 2:
        at, was = at - 1, was or scene.tag(at - 1) == "be"
    if scene.low(at - 1) == "including":
        return Role("part", "including", "including")
    if scene.low(at - 1) in {"include", "included", "includes"} and named_before(scene, start):
        return Role("part", "included", "including")
    if scene.low(at - 1) == ",":
        at -= 1
    words = f"{scene.low(at - 2)} {scene.low(at - 1)}"
    if words in {"of whom", "among them", "of them", "of these", "of those", "among whom", "among these", "of which"}:
        opens = at == 2 or scene.tag(at - 3) in {"mark", "conjunction"}
        if words.startswith("of") and (was or not opens):
            return None  # "the oldest of them is 101", "the oldest of them 101"
        return Role("part", words, "including" if words.startswith("among") else "of-them")
    return _among_the_status(scene, at) or _of_the_number(scene, at)


def _of_the_number(scene: Scene, at: int) -> Role | None:
    """Read "Of the 11 found guilty, thirteen had driven": the part stands behind the comma of the opening."""
    if scene.low(0) not in {"of", "among"} or scene.low(at) != ",":
        return None
    opens = range(1, at)
    if any(scene.low(i) == "," for i in opens) or not any(scene.is_figure(i) for i in opens):
        return None
    return Role("part", f"{scene.low(0)} the", "of-the", _status_after(scene, 1))


def _among_the_status(scene: Scene, at: int) -> Role | None:
    """Read "Among the dead were 4 women", "Of the injured, 12 were in a serious condition"."""
    for index in scene.leftward(at, 6):
        if scene.tag(index) in {"of", "conjunction"} or scene.is_figure(index):
            return None
        if scene.low(index) in {"of", "among"} and scene.tag(index + 1) == "determiner":
            status = _status_after(scene, index + 2)
            opens = index == 0 or scene.tag(index - 1) == "mark"
            return Role("part", f"{scene.low(index)} the", "of-the", status) if status and opens else None
    return None


def remainder(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role | None:
    """Read "the other nine", "the remaining 12", "the 12 others", "nine remaining"."""
    before = scene.low(start - 1)
    if before in {"other", "remaining"} and scene.low(start - 2) in {"the", "its", "their"}:
        return Role("remainder", f"{scene.low(start - 2)} {before}")
    if set(phrase.quantifiers) & {"other", "others", "remaining"} and scene.low(start - 1) in {"the", "all"}:
        return Role("remainder", phrase.quantifiers[0])
    return None


def increment(scene: Scene, start: int, end: int, phrase: NounPhrase) -> Role | None:
    """Read "12 more", "a further 18", "another nine", "new" before a status noun, "50 others"."""
    before = scene.low(start - 1)
    if before in INCREMENT or before == "new":
        return Role("increment", before)
    cue = set(phrase.quantifiers) & (INCREMENT | {"others", "other", "new"})
    return Role("increment", min(cue)) if cue else None


def _words(scene: Scene, start: int, end: int) -> str:
    return " ".join(scene.low(i) for i in range(start, end))


READERS = (
    rate,
    left_behind,
    cued,
    comparison,
    whole,
    partitive_behind,
    partitive_before,
    remainder,
    increment,
)
"""Tried in this order; the first that answers decides."""
