"""From mentions to frames: what only the document tells of a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from checker.facts.cues import cues_of, read_cues, scopes
from checker.facts.dates import dated_days, document_year, draft_days, other_dates, years_in
from checker.facts.house import events_elsewhere, named_events, source_not_compared
from checker.lexicon.book import Lexicon, Match
from checker.model.document import Document, Sentence
from checker.model.frame import Frame
from checker.model.mention import Mention, Reason
from checker.model.span import Span
from checker.model.values import NamedTuple

BODY = frozenset({"paragraph", "quote", "list_item"})
TITLES = frozenset({"headline", "standfirst"})
CALENDAR = frozenset({"date", "time"})


class _Setting(NamedTuple):
    """What the bars of all figures of a draft are read against."""

    sentences: Sequence[Sentence]
    by_sentence: Mapping[int, list[Mention]]
    year: int | None
    days: Collection[tuple[str, int]]
    as_of: Collection[tuple[str, int]]
    first: int
    lexicon: Lexicon
    elsewhere: frozenset[str]
    cues: dict[int, Mapping[int, Match]]


def make_frames(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], lexicon: Lexicon
) -> tuple[Frame, ...]:
    """Resolve every mention against its document, in text order."""
    paragraphs = number_paragraphs(document)
    lede = _lede(document, mentions)
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    first = next((m.sentence for m in mentions if m.block == lede), -1)
    opening = by_sentence.get(first, ())
    days, year = draft_days(document, opening), document_year(document, opening)
    elsewhere = events_elsewhere(document, lexicon)
    setting = _Setting(sentences, by_sentence, year, days, dated_days(document), first, lexicon, elsewhere, {})
    return tuple(
        Frame(
            mention=mention,
            order=order,
            paragraph=paragraphs.get(mention.block, -1),
            is_lede=mention.block == lede,
            is_opening=mention.sentence == first,
            chunk=_chunk(mention, sentences),
            source=_source_name(mention),
            bars=tuple(_bars(mention, setting)),
        )
        for order, mention in enumerate(mentions)
    )


def is_toll(mention: Mention) -> bool:
    """Tell whether a toll noun gives the figure: such a count is one of a day ("The toll was 49 on Wednesday")."""
    return any(r.name == "status" and r.words.startswith("toll noun") for r in mention.reasons)


def number_paragraphs(document: Document) -> Mapping[int, int]:
    """Return the number of each body block, from 0, by ``Block.order``."""
    body = [block.order for block in document.blocks if block.role in BODY]
    return {order: number for number, order in enumerate(body)}


def _lede(document: Document, mentions: Sequence[Mention]) -> int:
    """Return the order of the first body block with a figure that is no date; -1 if there is none."""
    for mention in mentions:
        if mention.quantity.dimension not in CALENDAR and document.blocks[mention.block].role in BODY:
            return mention.block
    return -1


def _chunk(mention: Mention, sentences: Sequence[Sentence]) -> Span:
    tokens = sentences[mention.sentence].tokens
    return Span(tokens[mention.chunk[0]].start, tokens[mention.chunk[1] - 1].end)


def _source_name(mention: Mention) -> str:
    """Return the last word of who says so, lower case: "highway police chief Rómulo Teves" and "Teves" are one."""
    return mention.document.words(mention.source).split()[-1].lower() if mention.source else ""


def _cues(sentence: int, setting: _Setting) -> Mapping[int, Match]:
    if sentence not in setting.cues:
        setting.cues[sentence] = cues_of(setting.sentences[sentence].tokens, setting.lexicon)
    return setting.cues[sentence]


def _bars(mention: Mention, setting: _Setting) -> Iterator[Reason]:
    if mention.quantity.dimension in CALENDAR:
        return
    tokens = setting.sentences[mention.sentence].tokens
    beside = setting.by_sentence[mention.sentence]
    within = list(scopes(mention, tokens))
    yield from read_cues(mention, tokens, _cues(mention.sentence, setting), within)
    yield from source_not_compared(mention, tokens, setting.lexicon)
    if setting.elsewhere:
        yield from named_events(tokens, within, setting.elsewhere, setting.lexicon)
    dates = [m for m in beside if m.quantity.moment]
    counted_later = is_toll(mention) and mention.sentence != setting.first
    days = setting.as_of if counted_later and setting.as_of else setting.days
    yield from other_dates(mention, dates, within, setting.year, days, mention.document)
    if mention.sentence != setting.first:
        yield from (Reason("other-event", y) for y in years_in(tokens, within, beside) if int(y) != setting.year)
    if mention.modality != "actual":
        yield next((r for r in mention.reasons if r.name == "modal"), Reason("modal", mention.modality))
