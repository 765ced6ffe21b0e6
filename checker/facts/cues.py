"""The cues that set a figure apart from the main event's current total, each with its words.

Scope is the comma chunk of the number plus the opening adverbial of its sentence, not the sentence: "In January,
nine people died" is another crash; "24 died, the worst toll since 2001" is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.lexicon.book import Lexicon, Match
from checker.model.document import Token
from checker.model.mention import Mention, Reason

INHERITS = frozenset({"when", "which", "with", "and", "where", "who", "whose", "after", "while", "in"})
OPENING = 9


def cues_of(tokens: Sequence[Token], lexicon: Lexicon) -> Mapping[int, Match]:
    """Return the cues of a sentence by the token that each begins with, in text order."""
    return lexicon["cues"].beginning([_bare(token) if token[3].endswith("'s") else token for token in tokens])


def read_cues(
    mention: Mention, tokens: Sequence[Token], cues: Mapping[int, Match], within: Iterable[tuple[int, int]]
) -> Iterator[Reason]:
    """Yield those *cues* of its sentence that count for the figure, first those *within* its scopes; nothing twice."""
    if not cues:
        return
    seen: set[Reason] = set()
    for start, end in within:
        for match in _matches(mention, tokens, start, end, cues):
            seen.add(reason := _reason(match, tokens))
            yield reason
    if mention.status is not None:
        for match in _matches(mention, tokens, 0, len(tokens), cues):
            if match.entry.fields.get("sentence") and _reason(match, tokens) not in seen:
                yield _reason(match, tokens)


def _matches(
    mention: Mention, tokens: Sequence[Token], start: int, end: int, cues: Mapping[int, Match]
) -> Iterator[Match]:
    for at, match in cues.items():
        if start <= at and match.end <= end and at != mention.at and not _is_own_verb(mention, tokens[at]):
            yield match
            start = match.end


def _reason(match: Match, tokens: Sequence[Token]) -> Reason:
    return Reason(match.entry.id, " ".join(token.text for token in tokens[match.start : match.end]))


def _is_own_verb(mention: Mention, token: Token) -> bool:
    """Tell whether the token gave the figure its status: "claimed 57 lives" claims nothing."""
    return mention.verb is not None and mention.verb.start <= token.start < mention.verb.end


def _bare(token: Token) -> Token:
    """Take the genitive off: "last season's derby" has the cue "last season"."""
    return token._replace(low=token.low[:-2])


def scopes(mention: Mention, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges in which cues count: the chunk, the chunk that it hangs on, the sentence's opening."""
    start, end = mention.chunk
    while start > 1 and (tokens[start].low in INHERITS or tokens[start].low.endswith("ing")):
        start = _chunk_start(tokens, start - 1)
    yield start, end
    opening = _opening(tokens)
    if opening and opening <= start:
        yield 0, opening


def _chunk_start(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and tokens[at - 1].low not in {",", ";", ":", "(", ")", "–", "—"}:
        at -= 1
    return at


def _opening(tokens: Sequence[Token]) -> int:
    """Return the length of the opening adverbial, 0 if the first comma or bracket comes late.

    "The week before (29 September to 5 October) it was 38 killed and 94 injured."
    """
    for at in range(min(OPENING, len(tokens))):
        if tokens[at].low in {",", "("}:
            return at
    return 0
