"""Which year is the draft's own, and which dates beside a figure speak of another event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.model.document import Document
from checker.model.mention import Mention, Reason
from checker.model.quantity import Moment

MONTHS_NEAR = 1


def document_year(document: Document, mentions: Iterable[Mention], lede: int) -> int | None:
    """Return the draft's year: front matter or dateline, else the one year of the first block with figures.

    Never the largest year of the text, and never a guess: None if two years stand there.
    """
    if document.dated:
        return document.dated.year
    years = {
        m.quantity.moment.year for m in mentions if m.block <= lede and m.quantity.moment and m.quantity.moment.year
    }
    return years.pop() if len(years) == 1 else None


def other_dates(
    mention: Mention, dates: Sequence[Mention], scopes: Sequence[tuple[int, int]], year: int | None, document: Document
) -> Iterator[Reason]:
    """Yield a reason for each date in scope that is not the draft's: another year, or a month well before its own."""
    for date in dates:
        moment = date.quantity.moment
        if moment is None or not any(start <= date.at < end for start, end in scopes):
            continue
        if moment.year and moment.year != year and (year is not None or moment.year < 2100):
            yield Reason("other-event", date.words)
        elif moment.month and not moment.year and _is_far(moment, document):
            yield Reason("soft-event", date.words)


def _is_far(moment: Moment, document: Document) -> bool:
    """Tell whether a date without a year lies more than a month before or after the draft's date."""
    if document.dated is None or moment.month is None:
        return False
    apart = abs(moment.month - document.dated.month)
    return min(apart, 12 - apart) > MONTHS_NEAR or (moment.day is None and apart > 0)
