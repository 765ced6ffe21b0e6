"""Which year is the draft's own, and which dates beside a figure speak of another event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from checker.model.document import Document, Token
from checker.model.mention import Mention, Reason
from checker.model.quantity import Moment

MONTHS_NEAR = 1


def document_year(document: Document, opening: Iterable[Mention]) -> int | None:
    """Return the draft's year: front matter or dateline, else the one year of *opening*, its first sentence.

    Never the largest year of the text, and never a guess: None if no year or two stand there.
    """
    if document.dated:
        return document.dated.year
    years = {m.quantity.moment.year for m in opening if m.quantity.moment and m.quantity.moment.year}
    return years.pop() if len(years) == 1 else None


def days_of(moment: Moment) -> set[tuple[str, int]]:
    """Return what names a day in a date: its weekday, and its month and day."""
    days = set()
    if moment.weekday is not None:
        days.add(("weekday", moment.weekday))
    if moment.month and moment.day:
        days.add(("day", 100 * moment.month + moment.day))
    return days


def dated_days(document: Document) -> set[tuple[str, int]]:
    """Return the names of the draft's own date; empty without one."""
    if document.dated is None:
        return set()
    return {("weekday", document.dated.weekday()), ("day", 100 * document.dated.month + document.dated.day)}


def draft_days(document: Document, opening: Iterable[Mention]) -> set[tuple[str, int]]:
    """Return the days that are the draft's own: its date, and those in *opening*, its first sentence with a figure."""
    days = dated_days(document)
    for mention in opening:
        if mention.quantity.moment:
            days |= days_of(mention.quantity.moment)
    return days


def years_in(tokens: Sequence[Token], scopes: Sequence[tuple[int, int]], figures: Iterable[Mention]) -> Iterator[str]:
    """Yield the bare years in scope that are no figure: "the 2019 storm killed 63"."""
    owned = {at for figure in figures for at in range(figure.at, figure.until)}
    for start, end in scopes:
        for at in range(start, end):
            low = tokens[at].low
            if at not in owned and len(low) == 4 and low.isdecimal() and 1000 < int(low) < 2100:
                yield low


def other_dates(
    mention: Mention,
    dates: Sequence[Mention],
    scopes: Sequence[tuple[int, int]],
    year: int | None,
    own_days: Collection[tuple[str, int]],
    document: Document,
) -> Iterator[Reason]:
    """Yield a reason for each date in scope that is not the draft's: another year, a far month, another day."""
    for date in dates:
        moment = date.quantity.moment
        if moment is None or not any(start <= date.at < end for start, end in scopes):
            continue
        days = days_of(moment)
        if days and own_days and not days & set(own_days):
            yield Reason("other-day", date.words)
        if moment.year and moment.year != year:
            yield Reason("other-event", date.words)
        elif moment.month and not moment.year and _is_far(moment, document):
            yield Reason("soft-event", date.words)


def _is_far(moment: Moment, document: Document) -> bool:
    """Tell whether a date without a year lies more than a month before or after the draft's date."""
    if document.dated is None or moment.month is None:
        return False
    apart = abs(moment.month - document.dated.month)
    return min(apart, 12 - apart) > MONTHS_NEAR or (moment.day is None and apart > 0)
