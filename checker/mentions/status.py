"""What happened to the counted: the status, from the verb at the left, the words at the right, or a toll noun.

The order is that of trust: a verb directly left of the number beats a predicate at its right, unless that
touches the number; a status noun ("41 deaths") needs neither.
"""

from __future__ import annotations

from checker.lexicon.book import Match
from checker.mentions.noun_phrase import NounPhrase
from checker.mentions.predicate import passive_before, predicate
from checker.mentions.scene import Scene
from checker.model.values import NamedTuple

GOVERNS = frozenset({"object:base", "object:third", "object:past", "object:participle", "object:ing"})
NOUN = frozenset({"singular", "plural"})
TOLL_REACH = 14
PLACED = frozenset({"on_board"})
FATES = frozenset({"dead", "injured"})
NAMING = frozenset({"included", "include", "includes", "comprised", "comprise"})
# "Farms across three counties have been robbed": what stands behind these is no subject ("a total of three" is).
PLACING = frozenset({"across", "throughout", "in", "within", "into", "from"})
REDUCED = frozenset({"adjective", "object:participle", "word"})


class Status(NamedTuple):
    """A status, the tokens that gave it, and how it was found ("left verb", "status noun", ...)."""

    id: str
    start: int
    end: int
    how: str


def read_status(scene: Scene, start: int, phrase: NounPhrase) -> Status | None:
    """Return the status of the figure whose words begin at *start* and whose noun phrase is *phrase*."""
    where = status_noun(scene, phrase) or touching(scene, phrase)
    if where is not None and where.id in PLACED:
        # "all 189 people on board died"
        fate = right_predicate(scene, phrase._replace(end=where.end))
        return fate if fate is not None and fate.id in FATES else where
    return (
        where
        or left_verb(scene, start, phrase)
        or toll(scene, start)
        or named_before(scene, start)
        or risen(scene, start)
        or toll_behind(scene, phrase.end)
        or adjective(scene, phrase)
        or (None if scene.low(start - 1) in PLACING else right_predicate(scene, phrase))
    )


def status_noun(scene: Scene, phrase: NounPhrase) -> Status | None:
    """Read "41 deaths", "24 bodies", "23 arrests"."""
    if phrase.head < 0:
        return None
    match = scene.lexicon["statuses"].ending(scene.tokens, phrase.head + 1)
    if match and match.entry.forms & NOUN and match.start >= phrase.start:
        return Status(match.entry.id, match.start, match.end, "status noun")
    return None


def touching(scene: Scene, phrase: NounPhrase) -> Status | None:
    """Read "24 dead", "24 people dead", "31 hurt": a status word straight behind, and no object after it."""
    match = scene.status_at(phrase.end)
    if not match or not match.entry.forms & REDUCED or _has_object(scene, match):
        return None
    return Status(match.entry.id, match.start, match.end, "status word behind")


def left_verb(scene: Scene, start: int, phrase: NounPhrase) -> Status | None:
    """Read "killing 24", "killed all 24", "the arrest of 12", "claimed 24 lives"."""
    at = start
    while at > 0 and scene.tag(at - 1) in {"determiner", "quantifier"} and start - at < 3:
        at -= 1
    statuses = scene.lexicon["statuses"]
    if scene.low(at - 1) == "of":
        match = statuses.ending(scene.tokens, at - 1)
        if match and match.entry.forms & NOUN:
            return Status(match.entry.id, match.start, match.end, "status noun before")
    match = _governing(scene, at) or _governing(scene, _past_single(scene, at))
    if match:
        return Status(match.entry.id, match.start, match.end, "left verb")
    return _taken(scene, at, phrase)


def _governing(scene: Scene, at: int) -> Match | None:
    match = scene.lexicon["statuses"].ending(scene.tokens, at)
    is_active = match and match.entry.forms & GOVERNS and not passive_before(scene, match.start)
    return match if is_active else None


def _past_single(scene: Scene, at: int) -> int:
    """Step back over "a policeman and" and "himself and": one more object of the same verb."""
    if scene.low(at - 1) != "and":
        return at
    begin = at - 2
    if scene.low(begin) in {"himself", "herself", "themselves"}:
        return begin
    while at - begin < 6 and scene.tag(begin) == "" and scene.status_at(begin) is None:
        begin -= 1
    return begin if begin < at - 2 and scene.low(begin) in {"a", "an"} else at


def _taken(scene: Scene, at: int, phrase: NounPhrase) -> Status | None:
    """Read "claimed 24 lives": verb and noun only together have a status (lexicons/takings.yaml)."""
    match = scene.lexicon["takings"].ending(scene.tokens, at)
    if match and phrase.head >= 0 and scene.low(phrase.head) in match.entry.fields["objects"]:
        return Status(match.entry.fields["status"], match.start, phrase.head + 1, "left verb and noun")
    return None


def toll(scene: Scene, start: int) -> Status | None:
    """Read "the death toll rose to 24", "the number of injured stands at 31": no other count and no comma between."""
    is_owned = scene.low(start - 1) in {"the", "its", "their"} or scene.low(start - 1).endswith("'s")
    if is_owned and scene.low(start - 2) != "in":
        return None  # "a rising number of infections among the nation's 5.5 million people"
    for at in scene.leftward(_before_from(scene, start), TOLL_REACH):
        if _is_other_count(scene, at) or scene.low(at) in {",", ";", ":", "."}:
            return None
        match = scene.lexicon["tolls"].ending(scene.tokens, at + 1)
        if match:
            return _toll_status(scene, match, start)
    return None


def _before_from(scene: Scene, start: int) -> int:
    """Return where to look for a toll noun: before "from 14 to" where that stands before the figure."""
    if scene.low(start - 1) == "to" and scene.is_figure(start - 2):
        first = scene.readings[scene.owner[start - 2]].start
        return first - 1 if scene.low(first - 1) == "from" else start
    return start


def named_before(scene: Scene, start: int) -> Status | None:
    """Read "the dead were 14 civilians", "the fatalities included four men": the noun of a status is the subject."""
    at = start
    while scene.tag(at - 1) in {"determiner", "adverb"}:
        at -= 1
    if scene.tag(at - 1) != "be" and scene.low(at - 1) not in NAMING:
        return None
    match = scene.lexicon["statuses"].ending(scene.tokens, at - 1)
    if match is None or not match.entry.forms & (NOUN | {"adjective"}) or not _is_named(scene, match.start):
        return None
    return Status(match.entry.id, match.start, match.end, "left verb")


def _is_named(scene: Scene, at: int) -> bool:
    """Tell whether "the" opens the phrase before token *at*, and it opens its clause: "the confirmed deaths are"."""
    while scene.tag(at - 1) in {"", "adverb", "speech"} and at > 1:
        at -= 1
    return scene.low(at - 1) in {"the", "those"} and scene.tag(at - 2) in {"edge", "mark", "speech", "conjunction"}


def risen(scene: Scene, start: int) -> Status | None:
    """Read "cholera deaths in Harran reach 96": a status noun, a verb of movement, names and prepositions only."""
    moved = False
    for at in scene.leftward(start, TOLL_REACH):
        moved = moved or scene.tag(at) == "movement"
        named = scene.lexicon["statuses"].ending(scene.tokens, at + 1)
        if named:
            is_noun = moved and "plural" in named.entry.forms
            return Status(named.entry.id, named.start, named.end, "toll noun") if is_noun else None
        is_name = scene.tokens[at].text[0].isupper()
        if not is_name and scene.tag(at) not in {"movement", "have", "adverb", "preposition", "bridge", "determiner"}:
            return None
    return None


def _is_other_count(scene: Scene, at: int) -> bool:
    """Tell whether the token belongs to a figure that is no date ("the toll in Tuesday's fire rose to 38")."""
    return scene.is_figure(at) and scene.readings[scene.owner[at]].quantity.dimension not in {"date", "time"}


def toll_behind(scene: Scene, end: int) -> Status | None:
    """Read "bringing to 24 the number of deaths", "172 death toll"."""
    at = end + 1 if scene.tag(end) == "determiner" else end
    match = scene.lexicon["tolls"].at(scene.tokens, at)
    return _toll_status(scene, match, match.end + 5) if match else None


def _toll_status(scene: Scene, match: Match, limit: int) -> Status | None:
    """Take the toll's own status, or that of the noun after it ("the number of people killed")."""
    if match.entry.id != "count":
        return Status(match.entry.id, match.start, match.end, "toll noun")
    for at in range(match.end, min(limit, match.end + 5)):
        named = scene.status_at(at)
        if named:
            return Status(named.entry.id, match.start, named.end, "toll noun")
        if scene.tag(at) in {"be", "have", "movement", "mark"}:
            return None
    return None


def adjective(scene: Scene, phrase: NounPhrase) -> Status | None:
    """Read "11 dead attackers", "12 missing children"."""
    if not phrase.adjective:
        return None
    return Status(phrase.adjective, phrase.start, phrase.end, "status adjective")


def right_predicate(scene: Scene, phrase: NounPhrase) -> Status | None:
    """Read "31 people in three towns were injured", "all 24, most of them children, have died"."""
    match = predicate(scene, phrase.end)
    return Status(match.entry.id, match.start, match.end, "predicate") if match else None


def _has_object(scene: Scene, match: Match) -> bool:
    """Tell whether the verb is active: "two soldiers killed five civilians" leaves the soldiers alive."""
    if not match.entry.forms & {"object:past"}:
        return False
    after = match.end
    return scene.is_figure(after) or scene.tag(after) in {"determiner", "quantifier", "pronoun"}
