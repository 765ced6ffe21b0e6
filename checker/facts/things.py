"""Whether two counted things can be one: by neutral nouns, family, noun and modifiers."""

from __future__ import annotations

from checker.lexicon.book import Lexicon
from checker.model.mention import Mention, Thing

PEOPLE = "people"


def is_neutral(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether nothing narrower than people is said: "24 dead", "24 people", "24 victims", "24 deaths"."""
    thing = mention.thing
    if thing is None:
        return True
    if not all(_is_neutral_modifier(lexicon, word) for word in thing.modifiers):
        return False
    if lexicon["statuses"].get(thing.head) or _is_status_noun(mention, lexicon):
        return True
    return bool(lexicon["things"].rows.get(thing.family, {}).get("neutral"))


def can_be_one(a: Mention, b: Mention, lexicon: Lexicon) -> bool:
    """Tell whether two named things can be one: same noun or family, modifiers one a subset of the other."""
    if a.thing is None or b.thing is None:
        return True
    left, right = set(a.thing.modifiers), set(b.thing.modifiers)
    if not (left <= right or right <= left):
        return False
    return a.thing.head == b.thing.head or (bool(a.thing.family) and a.thing.family == b.thing.family)


def is_narrower(a: Thing | None, b: Thing | None, lexicon: Lexicon) -> bool:
    """Tell whether *a* is a kind of *b*: children < people; "Russian troops" < "troops"."""
    if a is None or b is None:
        return False
    if a.head == b.head:
        return set(b.modifiers) < set(a.modifiers)
    return bool(a.family and b.family) and a.family != b.family and lexicon.is_kind_of("things", a.family, b.family)


def counts_found(thing: Thing | None, lexicon: Lexicon) -> bool:
    """Tell whether the noun counts what has been found so far: "20 bodies" beside "33 dead"."""
    entry = lexicon["neutral"].get(thing.head) if thing else None
    return entry is not None and entry.id == "found"


def _is_neutral_modifier(lexicon: Lexicon, word: str) -> bool:
    entry = lexicon["neutral"].get(word)
    return entry is not None and entry.id == "modifiers"


def _is_status_noun(mention: Mention, lexicon: Lexicon) -> bool:
    return any(r.name == "status" and r.words.startswith("status noun:") for r in mention.reasons)
