"""What is counted: the noun phrase beside a number."""

from __future__ import annotations

from checker.lexicon.book import Entry, Lexicon
from checker.mentions.scene import PHRASE_END, Scene
from checker.model.values import NamedTuple

LONGEST = 7
VERBAL = frozenset({"verb", "movement", "speech"})
STOPS = frozenset(
    {"determiner", "preposition", "be", "have", "do", "become", "modal", "future", "pronoun", "relative"}
    | {"conjunction", "negation", "adverb", "speech", "movement", "verb"}
)


class NounPhrase(NamedTuple):
    """Tokens ``[start, end)``; ``head`` is the index of the head noun, or -1 where only a status stands ("24 dead").

    ``family`` is the row of ``lexicons/things.yaml``; ``lemma`` the head in the singular. ``quantifiers`` are the
    words like "more", "other" before the noun; ``adjective`` is the status that stands before it ("12 missing boys").
    """

    start: int
    end: int
    head: int
    lemma: str = ""
    family: str = ""
    quantifiers: tuple[str, ...] = ()
    adjective: str = ""


def read_noun_phrase(scene: Scene, start: int, is_one: bool = True) -> NounPhrase:
    """Read the noun phrase that begins at token *start*, straight after a number; its head is -1 if there is none.

    Unless *is_one*, the noun must be able to be a plural: in "24 declined, eight advanced" nothing is named.
    """
    at, quantifiers = _skip_quantifiers(scene, start)
    adjective = ""
    match = scene.status_at(at)
    if match and _stands_before_noun(scene, match.end, match.entry):
        adjective, at = match.entry.id, match.end
    end = _end_of_nouns(scene, at)
    if end == at or (end == at + 1 == start + 1 and not is_one and _is_no_noun(scene, at)):
        return NounPhrase(start, at if quantifiers else start, -1, quantifiers=quantifiers)
    lemma, family = classify(scene, end - 1)
    return NounPhrase(start, end, end - 1, lemma, family, quantifiers, adjective)


def read_whole(scene: Scene, at: int) -> NounPhrase:
    """Read the "survivors" of "149 of the survivors" at its "of"; its head is -1 where a number or status follows."""
    start = at + 1
    while scene.tag(start) == "determiner" or scene.low(start + 1) in {"'s", "’s"}:
        start += 1
    if scene.low(start).endswith(("'s", "s'")):
        start += 1
    phrase = read_noun_phrase(scene, start)
    plain = NounPhrase(at, at, -1)
    if phrase.head < 0 or not (is_plural(scene, phrase.head) or known_noun(scene, phrase.head)):
        return plain
    return plain if any(scene.is_figure(i) for i in range(start, phrase.end)) else phrase


def classify(scene: Scene, head: int) -> tuple[str, str]:
    """Return the singular and the family of a head noun; the family is "" where no lexicon knows it.

    A compound counts by its last part ("schoolchildren", "ex-soldiers" -> soldiers).
    """
    token = scene.tokens[head]
    known = known_noun(scene, head)
    if known:
        return str(known.fields.get("lemma", "")) or _singular(token.low), known.id
    for row, fields in scene.lexicon["suffixes"].rows.items():
        capital = fields.get("capital", False)
        if (not capital or token.text[0].isupper()) and token.low.endswith(tuple(fields["endings"])):
            return _singular(token.low), row
    return _singular(token.low), ""


def known_noun(scene: Scene, index: int) -> Entry | None:
    """Return the entry of a noun in the lexicons of things and persons."""
    return known_in(scene.lexicon, scene.low(index))


def known_in(lexicon: Lexicon, low: str) -> Entry | None:
    """Return the entry of a word in the lexicons of things and persons."""
    return lexicon["things"].get(low) or lexicon["persons"].get(low)


def is_plural(scene: Scene, index: int) -> bool:
    """Tell whether the token looks like a plural noun."""
    return looks_plural(scene.lexicon, scene.low(index))


def looks_plural(lexicon: Lexicon, low: str) -> bool:
    """Tell whether a word in lower case looks like a plural noun."""
    known = known_in(lexicon, low)
    if known:
        return "plural" in known.forms
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "'s", "us", "is"))


def is_person(lexicon: Lexicon, low: str) -> bool:
    """Tell whether a word names a person or persons."""
    known = known_in(lexicon, low)
    return known is not None and lexicon.is_kind_of("things", known.id, "people")


def _skip_quantifiers(scene: Scene, at: int) -> tuple[int, tuple[str, ...]]:
    words = []
    while scene.tag(at) == "quantifier" and scene.low(at) not in {"both", "half"}:
        words.append(scene.low(at))
        at += 1
    return at, tuple(words)


def _stands_before_noun(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a status word is an adjective: "12 missing children", but not "12 missing after"."""
    if not entry.forms & {"adjective", "object:participle", "subject:participle", "word"}:
        return False
    return (
        scene.tag(at) == ""
        and not scene.is_figure(at)
        and _end_of_nouns(scene, at) > at
        and (is_plural(scene, _end_of_nouns(scene, at) - 1) or known_noun(scene, at) is not None)
    )


def _end_of_nouns(scene: Scene, at: int) -> int:
    start = at
    while at < len(scene.tokens) and at - start < LONGEST:
        past = _past_initials(scene, at)
        if past == at and _stops(scene, at, at > start):
            break
        at = max(past, at + 1)
        if _is_last_noun(scene, at - 1, at):
            break
    while at > start and scene.low(at - 1) in {"-", "'", "’"}:
        at -= 1
    return at


def _is_no_noun(scene: Scene, at: int) -> bool:
    """Tell whether a single word behind a number is none that it counts: a verb ("1,182 belong to"), "five short"."""
    if is_plural(scene, at) or known_noun(scene, at) or scene.tokens[at].text[0].isupper() or scene.low(at + 1) == "of":
        return False
    return scene.low(at).isalpha() and not scene.low(at).endswith("est") and scene.status_at(at) is None


def _past_initials(scene: Scene, at: int) -> int:
    """Return where the "U.S." of "three U.S. soldiers" ends; *at* itself where none begins."""
    end = at
    while (
        len(scene.low(end)) == 1 and scene.low(end).isalpha() and scene.low(end + 1) == "." and scene.is_joined(end + 1)
    ):
        end += 2
        if not scene.is_joined(end):
            break
    return end if end > at + 2 and scene.tokens[at].text.isupper() and end < len(scene.tokens) else at


def _stops(scene: Scene, at: int, has_noun: bool) -> bool:
    if scene.is_figure(at) or scene.low(at) in PHRASE_END:
        return True
    if scene.low(at) in {"-", "’", "'"} or (has_noun and scene.is_joined(at) and scene.low(at - 1) == "-"):
        return not scene.is_joined(at)
    if scene.low(at) in {"x", "×"} and scene.is_figure(at + 1):
        return True
    if not has_noun and (_is_ing_modifier(scene, at) or _is_status_noun(scene, at)):
        return False
    if (scene.tag(at) in STOPS and not _is_plural_verb_form(scene, at, has_noun)) or scene.low(at) == "to":
        return True
    match = scene.status_at(at)
    return bool(match and not match.entry.forms & {"singular", "plural"} and not _is_modifier(scene, match.end))


def _is_plural_verb_form(scene: Scene, at: int, has_noun: bool) -> bool:
    """Tell whether a word that is also a verb is a noun here: "57 lives", "two shows", straight behind the number."""
    return not has_noun and scene.tag(at) in VERBAL and scene.low(at).endswith("s")


def _is_status_noun(scene: Scene, at: int) -> bool:
    """Tell of the "confirmed cases" in "21 confirmed cases", though "confirmed" alone is a verb."""
    match = scene.status_at(at)
    return match is not None and match.end > at + 1 and bool(match.entry.forms & {"singular", "plural"})


def _is_ing_modifier(scene: Scene, at: int) -> bool:
    """Tell of the "working" in "six working groups", the "reported" in "24 reported deaths"."""
    ending = {"verb": "ing", "speech": "ed"}.get(scene.tag(at))
    return ending is not None and scene.low(at).endswith(ending) and _is_modifier(scene, at + 1)


def _is_modifier(scene: Scene, at: int) -> bool:
    """Tell whether a plural noun follows: "24 suspected missing persons"."""
    return scene.tag(at) == "" and is_plural(scene, at)


def _is_last_noun(scene: Scene, noun: int, after: int) -> bool:
    """Tell whether the noun phrase ends here: a plural, and no further noun behind it.

    "12 officers patrol the town": "officers" is the head; in "12 women doctors" and "5 sports cars" the next word is.
    """
    known = known_noun(scene, noun)
    if known and "singular" in known.forms and "plural" not in known.forms:
        return scene.tag(after) == "" and scene.status_at(after) is not None
    if not is_plural(scene, noun):
        return False
    if scene.tag(after) != "" or after >= len(scene.tokens):
        return True
    if known:
        return not (known_noun(scene, after) and is_plural(scene, after))
    return not (is_plural(scene, after) or is_plural(scene, after + 1))


def _singular(low: str) -> str:
    """Return a plain singular; words that no lexicon knows need no better one than to compare equal."""
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "uses", "xes", "ches", "shes")) and not low.endswith(("ouses", "auses")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low
