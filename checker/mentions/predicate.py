"""The predicate of a figure: from the end of its noun phrase to the words that say what happened."""

from __future__ import annotations

from checker.lexicon.book import Match
from checker.mentions.scene import Scene

FARTHEST = 12
PRONOUNS = frozenset({"whom", "them", "these", "those", "which"})
AUXILIARY = frozenset({"be", "have", "become", "modal", "future", "adverb", "do", "bridge"})
PASSIVE = frozenset({"object:participle", "adjective", "word", "subject:ing"})
PERFECT = frozenset({"subject:participle"})
ACTIVE = frozenset({"subject:past", "subject:base", "subject:third"})


def predicate(scene: Scene, end: int) -> Match | None:
    """Return the status phrase that a noun phrase ending at token *end* is the subject of, or None.

    Stepped over: one bracket or apposed comma phrase ("31 people, four of them children, were injured"), one
    prepositional phrase ("31 people in three towns were injured"), further members of a coordination ("two women and a
    man were injured"), "a day", "who", auxiliaries and adverbs.
    A negation ends the search.
    """
    at = _skip_rate(scene, _skip_bracket(scene, _skip_partitive(scene, _skip_bound(scene, end))))
    for start in _candidates(scene, at):
        match = _verb_group(scene, start)
        if match:
            return match
    return None


def passive_before(scene: Scene, at: int) -> bool:
    """Tell whether a form of "be" governs the verb at *at*: "were killed", "had been badly hurt"."""
    for index in scene.leftward(at, 3):
        if scene.tag(index) in {"be", "become"}:
            return True
        if scene.tag(index) != "adverb":
            return False
    return False


def _candidates(scene: Scene, at: int) -> list[int]:
    """List the tokens at which the verb group may begin, nearest first."""
    starts = [at]
    if scene.tag(at) == "relative":
        starts.append(at + 1)
    elif scene.low(at) in {",", "–", "—", "and", "&"}:
        starts.extend(after for after in (_after_coordination(scene, at), _after_apposition(scene, at)) if after)
    elif scene.tag(at) == "preposition" and scene.low(at) not in {"including", "excluding"}:
        starts.extend(_after_prepositional(scene, at))
    return starts


def _skip_bracket(scene: Scene, at: int) -> int:
    if scene.low(at) != "(":
        return at
    for index in range(at + 1, min(at + FARTHEST, len(scene.tokens))):
        if scene.low(index) == ")":
            return index + 1
    return at


def _skip_bound(scene: Scene, at: int) -> int:
    """Step over the "or more" of "66 people or more were injured"."""
    bound = scene.lexicon["bounds_behind"].at(scene.tokens, at)
    return bound.end if bound is not None and scene.low(at) == "or" else at


def _skip_partitive(scene: Scene, at: int) -> int:
    """Step over "of whom", "of them": "four of whom were injured"."""
    return at + 2 if scene.low(at) == "of" and scene.low(at + 1) in PRONOUNS else at


def _skip_rate(scene: Scene, at: int) -> int:
    """Step over "a day", "every week"."""
    unit = scene.lexicon["units"].get(scene.low(at + 1))
    if scene.low(at) in {"a", "per", "every", "each"} and unit and unit.fields.get("dimension") == "duration":
        return at + 2
    return at


def _after_coordination(scene: Scene, at: int) -> int | None:
    """Return the auxiliary behind further members: "two women and a man were injured"."""
    for index in range(at, min(at + FARTHEST, len(scene.tokens))):
        tag = scene.tag(index)
        if tag in {"be", "have", "modal", "future"}:
            return index
        if tag not in {"", "determiner", "quantifier"} and scene.low(index) not in {",", "and", "&", "-"}:
            return None
        match = scene.status_at(index)
        if match and match.entry.forms & (ACTIVE | {"object:past", "object:ing"}):
            return None
    return None


def _after_apposition(scene: Scene, comma: int) -> int | None:
    """Return the token after the second comma if the words between hold no verb of their own."""
    for index in range(comma + 1, min(comma + FARTHEST, len(scene.tokens))):
        if scene.low(index) == scene.low(comma):
            return index + 1
        # "five people, who were all crew, were rescued"
        is_clause = scene.tag(comma + 1) == "relative" and scene.tag(index) == "be"
        if (scene.tag(index) in {"be", "have", "modal", "future", "speech"} and not is_clause) or scene.low(index) in {
            ".",
            ";",
            ":",
        }:
            return None
    return None


def _after_prepositional(scene: Scene, at: int) -> list[int]:
    """List the verbs that may follow a phrase like "on the aircraft": at most 8 words, no comma, no conjunction."""
    for index in range(at + 1, min(at + 9, len(scene.tokens))):
        tag = scene.tag(index)
        if tag in {"be", "have", "modal", "future"}:
            return [index]
        if tag in {"mark", "conjunction", "relative", "speech", "pronoun", "movement"}:
            return []
        match = scene.status_at(index)
        if match and match.entry.forms & ACTIVE and index > at + 1:
            return [index]
    return []


def _verb_group(scene: Scene, at: int) -> Match | None:
    start = at
    tags: set[str] = set()
    while at - start < 7 and (
        scene.tag(at) in AUXILIARY
        or (scene.tag(at) == "speech" and "be" in tags)
        or (scene.low(at) in {"all", "both"} and tags)
    ):
        tags.add(scene.tag(at))
        match = scene.status_at(at)
        if match and match.end - match.start > 1:
            break
        at += 1
    if scene.tag(at) == "negation":
        return None
    match = scene.status_at(at)
    if not match or not match.entry.forms & _allowed(tags):
        return None
    return match


def _allowed(tags: set[str]) -> frozenset[str]:
    """Return the forms that fit the auxiliaries: "were killed", "have died", "will die", "died"."""
    if tags & {"be", "become", "bridge"}:
        return PASSIVE | PERFECT
    if "have" in tags:
        return PERFECT
    if tags & {"modal", "future", "do"}:
        return frozenset({"subject:base"})
    return ACTIVE
