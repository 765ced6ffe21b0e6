"""Births, deaths and the ages that hang on them: whose age, born when, and at what time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from checker.engine.elapsed import Instant, instant
from checker.engine.grouped import Grouped, grouped
from checker.engine.moments import moment_of
from checker.engine.once import once
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.engine.phrasing import Match
from checker.facts.frames import TITLES
from checker.facts.story import Story
from checker.lexicon.book import Book
from checker.model.document import Block
from checker.model.frame import Frame
from checker.model.mention import Reason
from checker.model.values import NamedTuple

OLDEST = 125
LIFE = range(20, OLDEST)
PARAGRAPHS = 2
NAME_REACH = 6
PRONOUNS = frozenset({"he", "she"})
LABELS = {"born-label": "birth-word", "died-label": "dying"}


class Aged(NamedTuple):
    """``age`` is that of the person born at ``birth`` at the time of ``then`` (None: the day of the draft)."""

    age: Frame
    birth: Frame
    then: Frame | None
    reason: Reason


class Life(NamedTuple):
    """The one person whose birth the draft tells.

    ``known_deaths`` are the deaths of an infobox or life span; ``deaths`` all that the draft tells, anybody's.
    """

    birth: Frame
    known_deaths: Sequence[Frame]
    deaths: Sequence[Frame]
    is_biography: bool


def ages(story: Story) -> Iterator[Aged]:
    """Yield each age whose person's birth is told."""
    if not _may_tell_a_birth(story):
        return
    places = once(story, "lives", _places)
    taken: set[int] = set()
    for aged in chain(
        _in_a_line(places),
        _beside(places),
        _then_born(places),
        _then_died(story, places),
        _by_name(story, places),
        _of_one_life(story, places),
    ):
        if aged.age.order not in taken:
            taken.add(aged.age.order)
            yield aged


class TwoTimes(NamedTuple):
    """One person, ``now`` years old on the day of the draft, was ``age`` years old at ``then``."""

    now: Frame
    age: Frame
    then: Frame
    reason: Reason


def two_times(story: Story) -> Iterator[TwoTimes]:
    """Yield the two ages of "Ruth Maddern, who is 46 ... She joined the crew in 1996, at 18", in one paragraph.

    The paragraph must tell just one present age, and no relative's.
    """
    for paragraph, rows in once(story, "lives", _places):
        now = {match.figures["AGE"].order: match for match in rows.get("aged-now", ())}
        ages = [frame for frame in paragraph.frames.values() if frame.mention.quantity.dimension == "age"]
        for match in rows.get("aged-then", ()) if len(now) == 1 else ():
            (present,) = now.values()
            found = match.figures
            others = {age.order for age in ages} - {present.figures["AGE"].order, found["AGE"].order}
            if present.end <= match.start and not others and not _is_of_a_relative(story, paragraph, match.end):
                yield TwoTimes(present.figures["AGE"], found["AGE"], found["THEN"], Reason("phrasing", match.words))


def died_at(story: Story) -> list[tuple[Frame, int]]:
    """Return the ages at which somebody died, each with the sentence that tells the death, in text order.

    "dies at 87", "has died at the age of 78"; "died at home. She was 78" tells it a sentence before the age.
    """
    if not any(frame.mention.quantity.dimension in {"age", "count"} for frame in story.frames):
        return []
    if not _has_word(story, "dying"):
        return []
    found = [(match.figures["AGE"], match.shape) for match in _matches(once(story, "lives", _places), "died-aged")]
    return [(age, age.mention.sentence - ("//" in shape)) for age, shape in found]


def _may_tell_a_birth(story: Story) -> bool:
    """Tell whether reading on is worth its time: "born" is said, or a year stands in the title or behind a bracket."""
    dates = [frame for frame in story.frames if _year(frame)]
    prose = story.document.prose
    stands_apart = any(f.block_role in TITLES or prose[f.mention.span.start - 1] == "(" for f in dates)
    return stands_apart or (bool(dates) and _has_word(story, "birth-word"))


def _has_word(story: Story, row: str) -> bool:
    """Tell whether a word of a row stands in a sentence with a figure, or labels a field of an infobox."""
    get = story.lexicon["lives"].get
    words = [token.low for sentence in story.sentences for token in sentence.tokens]
    words += [block.label.lower().strip(" :") for block in story.document.blocks if block.label]
    return any(entry.id == row for word in words if (entry := get(word)))


def _places(story: Story) -> tuple[Grouped, ...]:
    return grouped(paragraphs(story), story.lexicon["lives"], fits)


def _beside(places: Sequence[Grouped]) -> Iterator[Aged]:
    for match in chain(_matches(places, "born-beside"), _matches(places, "born-now")):
        yield Aged(match.figures["AGE"], match.figures["BIRTH"], None, Reason("phrasing", match.words))


def _in_a_line(places: Sequence[Grouped]) -> Iterator[Aged]:
    for match in _matches(places, "life-in-a-line"):
        found = match.figures
        yield Aged(found["AGE"], found["BIRTH"], found["THEN"], Reason("phrasing", match.words))


def _by_name(story: Story, places: Sequence[Grouped]) -> Iterator[Aged]:
    """Tie "Hjelm, 34, walked into the bank" to "Hjelm, who was born in 1981"."""
    births: dict[str, Frame] = {}
    for paragraph, rows in places:
        for match in rows.get("birth", ()):
            for at in _before(paragraph, match.start):
                if _is_name(paragraph, at):
                    births[paragraph.low(at)] = match.figures["BIRTH"]
    for paragraph, rows in places:
        for match in rows.get("name-aged", ()) if births else ():
            name = paragraph.low(match.start - 1)
            if (
                name in births
                and not _is_a_relatives(story, paragraph, match.end)
                and _is_name(paragraph, match.start - 1)
            ):
                yield Aged(match.figures["AGE"], births[name], None, Reason("name", name))


def _is_a_relatives(story: Story, paragraph: Paragraph, end: int) -> bool:
    """Tell of "Graham Tolley, 56, her husband": of one surname, and another person."""
    book = story.lexicon["lives"]
    for at in range(end, end + 3):
        entry = book.get(paragraph.low(at))
        if entry and entry.id == "relative" and paragraph.low(at - 1) in {"her", "his", "their"}:
            return True
    return False


def _before(paragraph: Paragraph, end: int) -> Iterator[int]:
    """Yield the last tokens of the sentence before token *end*, nearest first."""
    for at in range(end - 1, max(-1, end - 1 - NAME_REACH), -1):
        if paragraph.low(at) == END:
            return
        yield at


def _then_born(places: Sequence[Grouped]) -> Iterator[Aged]:
    """Tie "Vera Stahl, 58, will lead the bank" to "Born in 1977" behind it; only a name may stand before the age."""
    for paragraph, rows in places:
        for match in rows.get("then-born", ()):
            age = match.figures["AGE"]
            first = next(at for at, frame in paragraph.frames.items() if frame is age)
            if all(_is_name(paragraph, at) for at in range(match.start, first - 1)):
                yield Aged(age, match.figures["BIRTH"], None, Reason("phrasing", match.words))


def _then_died(story: Story, places: Sequence[Grouped]) -> Iterator[Aged]:
    """Tie "he died in June 1998, aged 78" to the one birth that its paragraph tells before it."""
    for paragraph, rows in places:
        births = rows.get("birth", ())
        for match in rows.get("died-then", ()):
            before = [birth for birth in births if birth.end <= match.start]
            if _is_of_another(places, paragraph, match):
                continue
            if len(births) == 1 and before and _is_same(story, paragraph, before[0], match):
                found = match.figures
                yield Aged(found["AGE"], before[0].figures["BIRTH"], found["THEN"], Reason("phrasing", match.words))


def _is_same(story: Story, paragraph: Paragraph, birth: Match, death: Match) -> bool:
    """Tell whether the one that died is the one that was born: "he", or a name that stands before the birth too."""
    if _is_she(story, paragraph, death):
        return not _is_of_a_relative(story, paragraph, death.start)
    names = {paragraph.low(at) for at in _before(paragraph, birth.start) if _is_name(paragraph, at)}
    return _is_name(paragraph, death.start - 1) and paragraph.low(death.start - 1) in names


def _in_infobox(story: Story, life: Life) -> Iterator[Aged]:
    """Read "Died | 9 May 2021 (aged 59)" of an infobox."""
    book, blocks = story.lexicon["lives"], story.document.blocks
    for frame in story.frames:
        if frame.mention.quantity.dimension == "age" and _has_label(blocks[frame.mention.block], book, "died-label"):
            deaths = [death for death in life.known_deaths if death.mention.block == frame.mention.block]
            if deaths:
                yield Aged(frame, life.birth, deaths[0], Reason("infobox", blocks[frame.mention.block].label))


def _is_name(paragraph: Paragraph, at: int) -> bool:
    return 0 <= at < len(paragraph.tokens) and paragraph.tokens[at].text[:1].isupper() and at not in paragraph.inside


def _of_one_life(story: Story, places: Sequence[Grouped]) -> Iterator[Aged]:
    """Tie the ages of an obituary or biography to its one birth."""
    life = _life(story, places)
    if life is None or not life.is_biography:
        return
    yield from _in_infobox(story, life)
    for paragraph, rows in places:
        for match in rows.get("aged-then", ()):
            if not _is_of_a_relative(story, paragraph, match.end) and not _is_of_another(places, paragraph, match):
                yield Aged(match.figures["AGE"], life.birth, match.figures["THEN"], Reason("phrasing", match.words))
    for paragraph, rows in places:
        for match in rows.get("died-aged", ()):
            age = match.figures["AGE"]
            death = _death(age, life, match)
            is_news = _is_top(age) and ("//" in match.shape or death not in life.deaths)
            is_hers = _is_she(story, paragraph, match) and not _is_of_another(places, paragraph, match)
            if is_news or is_hers:
                yield Aged(age, life.birth, death, Reason("phrasing", match.words))


def _is_of_a_relative(story: Story, paragraph: Paragraph, end: int) -> bool:
    """Tell whether a relative is named before token *end* in its sentence."""
    book = story.lexicon["lives"]
    for at in range(end - 1, -1, -1):
        if paragraph.low(at) == END:
            return False
        entry = book.get(paragraph.low(at))
        # "The son of a signalman, he left school at 16" speaks of himself.
        is_himself = paragraph.low(at + 1) == "of" and (at < 2 or paragraph.low(at - 2) == END)
        if entry and entry.id == "relative" and not is_himself:
            return True
    return False


def _is_of_another(places: Sequence[Grouped], paragraph: Paragraph, match: Match) -> bool:
    """Tell of the husband in "He died in August 1997, at 74", where the draft else speaks of "she"."""
    start = max(start for start in paragraph.starts if start <= match.start)
    here = PRONOUNS.intersection(paragraph.lows[start : match.end])
    said = [low for one, _ in places for low in one.lows if low in PRONOUNS]
    return len(here) == 1 and len(said) > 2 * said.count(min(here))


def _is_top(age: Frame) -> bool:
    return age.block_role in TITLES or age.is_lede


def _is_she(story: Story, paragraph: Paragraph, match: Match) -> bool:
    """Tell whether "she" died at that age; in "In 1962 she married Owen Pryce, who died in 2004 at 80" he did."""
    subject = story.lexicon["lives"].ending(paragraph.tokens, match.start)
    return subject is not None and subject.entry.id == "subject"


def _death(age: Frame, life: Life, match: Match) -> Frame | None:
    """Return the death's date: that of the age's sentence, else that of infobox or life span; None for news of it.

    "She died on 22 January 2026 at her home. She was 91" is two sentences.
    """
    reach = 1 if "//" in match.shape else 0
    beside = [death for death in life.deaths if 0 <= age.mention.sentence - death.mention.sentence <= reach]
    return next(iter(beside or life.known_deaths), None)


def _life(story: Story, places: Sequence[Grouped]) -> Life | None:
    """Return the one life that the draft tells; None where two births of different years are told."""
    spans = [m for m in _matches(places, "span") if _is_life(m.figures["BIRTH"], m.figures["DEATH"])]
    births = [m.figures["BIRTH"] for m in [*spans, *_matches(places, "birth")]]
    births += _labelled(story, "born-label")
    deaths = _labelled(story, "died-label") + [m.figures["DEATH"] for m in spans]
    others = [m.figures["DEATH"] for m in _matches(places, "death")]
    if not births or len({_year(frame) for frame in births}) > 1:
        return None
    finest = max(births, key=lambda frame: _fineness(instant_of(frame)))
    opens = any(match.figures["BIRTH"].paragraph <= PARAGRAPHS for match in _matches(places, "opening"))
    told_at_the_top = any(match.figures["AGE"].paragraph <= PARAGRAPHS for match in _matches(places, "died-aged"))
    return Life(finest, deaths, others, bool(spans or _labelled(story, "born-label") or told_at_the_top or opens))


def _is_life(birth: Frame, death: Frame) -> bool:
    return _year(death) - _year(birth) in LIFE


def _labelled(story: Story, row: str) -> list[Frame]:
    """Return the dates of infobox fields such as "Born"."""
    book, blocks = story.lexicon["lives"], story.document.blocks
    return [f for f in story.frames if moment_of(f) and _year(f) and _has_label(blocks[f.mention.block], book, row)]


def _has_label(block: Block, book: Book, row: str) -> bool:
    entry = book.get(block.label.lower().strip(" :"))
    return entry is not None and entry.id in {row, LABELS[row]}


def _year(frame: Frame) -> int:
    moment = moment_of(frame)
    return moment.year or 0 if moment else 0


def instant_of(frame: Frame) -> Instant | None:
    """Return where a printed date lies; None without a year."""
    moment = moment_of(frame)
    return instant(moment) if moment else None


def _fineness(when: Instant | None) -> int:
    return ["year", "month", "day", "minute"].index(when.grain) if when else -1


def _matches(places: Sequence[Grouped], row: str) -> Iterator[Match]:
    for shapes in places:
        yield from shapes.get(row)


def fits(name: str, frame: Frame) -> bool:
    """Tell whether a figure may be an age, or a date with a year."""
    mention, quantity = frame.mention, frame.mention.quantity
    if name != "AGE":
        return _year(frame) > 0
    if quantity.dimension == "age":
        return quantity.unit == "year"
    is_bare = quantity.dimension == "count" and mention.thing is None and mention.status is None
    return is_bare and quantity.granule > 0 and quantity.value is not None and 0 < quantity.value < OLDEST
