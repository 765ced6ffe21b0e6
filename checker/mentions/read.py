"""From the sentences of a draft to its mentions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from checker.document.sentences import LONGEST_BLOCK, sentences
from checker.document.tokens import tokenize
from checker.lexicon.book import Lexicon
from checker.mentions import surroundings
from checker.mentions.coordination import Draftee, share_status, stands_alone
from checker.mentions.labels import label_status
from checker.mentions.noun_phrase import NounPhrase, read_noun_phrase, read_whole
from checker.mentions.quantities.reading import Reading, may_hold_figure, read, survey, with_tolerance
from checker.mentions.role import Role, read_role
from checker.mentions.scene import QUOTES, Scene, make_scene
from checker.mentions.status import Status, read_status
from checker.model.document import Document, Sentence, Token
from checker.model.mention import Dismissed, Mention, Reason, Thing
from checker.model.span import Span
from checker.model.values import NamedTuple

LENDS = 4
MOST_IN_SENTENCE = 100
"""Numbers in digits in a sentence that is read."""
MOST = 10_000
"""Figures of a draft that are read: those of a book of 500 pages."""


class Reads(NamedTuple):
    """All that is read in a draft, in text order."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dismissed: tuple[Dismissed, ...]


def read_mentions(document: Document, lexicon: Lexicon) -> Reads:
    """Read every figure of a draft with its local context, and what looks like one and is none."""
    setting = survey(document)
    kept: list[Sentence] = []
    mentions: list[Mention] = []
    dismissed: list[Dismissed] = []
    block, in_quote = -1, False
    for sentence in sentences(document, lexicon["abbreviations"]):
        if sentence.block != block:
            block, in_quote = sentence.block, False
        prose = document.prose_of(sentence.span.start)
        words = prose[sentence.span.start : sentence.span.end]
        opened = in_quote
        in_quote = _quote_stays_open(words, in_quote)
        if may_hold_figure(words.lower(), lexicon):
            tokens = _tokens(document, sentence) if len(mentions) < MOST else ()
            if not tokens:
                kept.append(sentence._replace(is_read=False))
                continue
            here = Sentence(sentence.span, sentence.block, sentence.order, tokens)
            readings, passed = read(tokens, lexicon, setting)
            scene = make_scene(tokens, readings, opened, lexicon)
            mentions.extend(lend_statuses(lend_things(list(_mentions(document, here, scene)))))
            dismissed.extend(Dismissed(scene.span(start, end), reason) for start, end, reason in passed)
            kept.append(here)
        else:
            kept.append(sentence)
    return Reads(tuple(kept), tuple(mentions), tuple(dismissed))


def _tokens(document: Document, sentence: Sentence) -> tuple[Token, ...]:
    """Return the tokens of a sentence; none where it is no prose: reading it compares each figure with all others."""
    block = document.blocks[sentence.block].span
    if block.end - block.start > LONGEST_BLOCK:
        return ()
    tokens = tokenize(document.prose_of(sentence.span.start), sentence.span.start, sentence.span.end)
    figures = sum(token.text[0].isdecimal() for token in tokens)
    return tokens if figures <= MOST_IN_SENTENCE else ()


def _quote_stays_open(words: str, is_open: bool) -> bool:
    if not any(quote in words for quote in QUOTES):
        return is_open
    for char in words:
        if char in QUOTES:
            is_open = not is_open if char == '"' else char in "“«"
    return is_open


def _mentions(document: Document, sentence: Sentence, scene: Scene) -> Iterator[Mention]:
    counts = [
        Draftee(reading.start, phrase, read_status(scene, reading.start, phrase))
        for reading in scene.readings
        if reading.quantity.dimension == "count"
        for phrase in [read_noun_phrase(scene, _after_of(scene, reading), _is_one(scene, reading))]
    ]
    label = document.blocks[sentence.block].label if document.blocks[sentence.block].role == "infobox" else ""
    named = label_status(label, scene.lexicon) if label else None
    shared = {draftee.start: draftee for draftee in share_status(scene, counts)}
    others = stands_alone(scene, list(shared.values()))
    around = surroundings.of_sentence(scene)
    for reading in scene.readings:
        draftee = shared.get(reading.start)
        if draftee is None:
            phrase = NounPhrase(reading.end, reading.end, -1)
            yield _mention(document, sentence, scene, around, reading, phrase, None, False)
        else:
            status = draftee.status or (named if draftee is next(iter(shared.values())) else None)
            yield _mention(document, sentence, scene, around, reading, draftee.phrase, status, draftee.start in others)


def lend_things(mentions: list[Mention]) -> list[Mention]:
    """Give a part the noun of its numbered whole: in "1,450 of its 16,200 jobs" both count jobs."""
    lent = list(mentions)
    for i, (part, whole) in enumerate(pairwise(mentions)):
        near = whole.at - part.until <= LENDS
        if part.thing is None and part.partitive == "of-the" and whole.role == "whole" and near:
            lent[i] = part._replace(thing=whole.thing)
    return lent


def lend_statuses(mentions: list[Mention]) -> list[Mention]:
    """Give a part the status of its whole: in "killed 24 people, four of them children" the four are dead."""
    lent: list[Mention] = []
    wholes: dict[str, Mention] = {}
    for one in mentions:
        part = _with_status(one, wholes.get(one.partitive))
        lent.append(part)
        if part.status and part.quantity.dimension == "count":
            wholes.update(dict.fromkeys((part.partitive,) if part.partitive else ("including", "of-them"), part))
    return lent


def _with_status(part: Mention, whole: Mention | None) -> Mention:
    if part.status is not None or part.role != "part":
        return part
    if part.partitive in {"including", "of-them"} and whole is not None and whole.status:
        reason = Reason("status", f"of its whole: {whole.words}")
        return part._replace(status=whole.status, reasons=(*part.reasons, reason))
    if part.partitive == "of-the" and part.whole:
        # "twelve of the dead were officers"
        return part._replace(
            status=part.whole, reasons=(*part.reasons, Reason("status", f"of its whole: {part.whole}"))
        )
    return part


def _after_of(scene: Scene, reading: Reading) -> int:
    """Return where the counted thing begins: behind "of" for "dozens of people", "millions of dollars"."""
    if scene.low(reading.end) == "of" and scene.tag(reading.end + 1) == "" and not scene.is_figure(reading.end + 1):
        return reading.end + 1
    return reading.end


def _is_one(scene: Scene, reading: Reading) -> bool:
    """Tell whether the counted noun may be in the singular: "one bus", "a 150-seat hall", "dozens of Taliban"."""
    return reading.quantity.value in {None, Decimal(1)} or scene.is_joined(reading.end)


def _mention(
    document: Document,
    sentence: Sentence,
    scene: Scene,
    around: surroundings.Around,
    reading: Reading,
    phrase: NounPhrase,
    status: Status | None,
    is_first: bool,
) -> Mention:
    role = read_role(scene, reading.start, reading.end, phrase)
    if is_first and role.name == "increment":
        role = Role("total", f"{role.words}, after another status")
    definite = surroundings.is_definite(scene, reading.start)
    modality, modal = surroundings.read_modality(scene, around, reading.start, phrase.end, definite)
    quantity = reading.quantity
    if status and quantity.dimension == "count":
        quantity = with_tolerance(quantity, status.id, scene.lexicon)
    reasons = [Reason("quantity", reading.reason)]
    if status:
        reasons.append(Reason("status", f"{status.how}: {_words(scene, status.start, status.end)}".rstrip(": ")))
    if role.words:
        reasons.append(Reason("role", role.words))
    if modal:
        reasons.append(modal)
    return Mention(
        document=document,
        span=_phrase_span(document, scene, reading, phrase, status),
        number=scene.span(reading.number_start, reading.number_end),
        quantity=quantity,
        block=sentence.block,
        sentence=sentence.order,
        at=reading.start,
        until=max(reading.end, phrase.end),
        role=role.name,
        modifier=scene.span(*reading.modifier) if reading.modifier else None,
        thing=_thing(
            scene, phrase if phrase.head >= 0 or role.partitive != "of-the" else read_whole(scene, phrase.end)
        ),
        status=status.id if status else None,
        verb=scene.span(status.start, status.end) if status and status.end else None,
        definite=definite,
        partitive=role.partitive,
        whole=role.whole or None,
        place=surroundings.read_place(scene, max(reading.end, phrase.end)),
        time=surroundings.read_time(scene, around.dates, reading.start),
        source=around.source,
        modality=modality,
        quoted=scene.quoted[reading.start],
        chunk=scene.chunk(reading.start),
        reasons=tuple(reasons),
    )


def _phrase_span(document: Document, scene: Scene, reading: Reading, phrase: NounPhrase, status: Status | None) -> Span:
    """Return the words that stand for the figure: bound, number, noun, and a status word that touches them."""
    end = max(reading.end, phrase.end if phrase.head >= 0 else reading.end)
    if status and status.how == "status word behind" and status.start <= phrase.end:
        behind = scene.span(end - 1, max(end, status.end))
        # "24 people<ref>Of 30.</ref> killed": a note stands between.
        if not document.insets[behind.start : behind.end].strip():
            end = max(end, status.end)
    return scene.span(reading.start, end)


def _thing(scene: Scene, phrase: NounPhrase) -> Thing | None:
    if phrase.head < 0:
        return None
    # "a ten-storey block": no part of the noun
    start = phrase.start + (1 if scene.low(phrase.start) == "-" and phrase.head > phrase.start else 0)
    skipped = start + len(phrase.quantifiers)
    modifiers = tuple(scene.low(i) for i in range(skipped, phrase.head) if scene.low(i) != "-")
    return Thing(scene.span(start, phrase.end), phrase.lemma, phrase.family, modifiers)


def _words(scene: Scene, start: int, end: int) -> str:
    return " ".join(token.text for token in scene.tokens[start:end])
