"""Every figure of a sentence, and what only looks like one.

A walk over the tokens: where a word begins a figure, the readers of its kind are asked in a fixed order, the most
specific first; the first that answers decides, and the walk goes on behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.lexicon.book import Lexicon
from checker.mentions.quantities.bounds import bounded
from checker.mentions.quantities.found import Found
from checker.mentions.quantities.intervals import with_tolerance
from checker.mentions.quantities.line import Line, Passed, Reading
from checker.mentions.quantities.pairs import joined_bounds
from checker.mentions.quantities.scan import may_hold_figure
from checker.mentions.quantities.setting import Setting, survey
from checker.mentions.quantities.starts import DIGITS, Reader, starts_of
from checker.mentions.quantities.words import words_of
from checker.model.document import Token

__all__ = ["Passed", "Reading", "Setting", "may_hold_figure", "read", "survey", "with_tolerance"]


def read(tokens: Sequence[Token], lexicon: Lexicon, setting: Setting) -> tuple[list[Reading], list[Passed]]:
    """Return the figures of a sentence and what was passed over with its reason, both in text order."""
    starts = starts_of(lexicon)
    line = Line(tokens, words_of(lexicon), setting)
    readings: list[Reading] = []
    passed: list[Passed] = []
    # Between "/" and ":" lie the words that begin with a digit.
    begun = [at for at, low in enumerate(line.lows) if low in starts or "/" < low < ":"]
    behind = 0
    for at in begun:
        outcome = _ask(line, at, starts.get(line.lows[at], DIGITS)) if at >= behind else None
        if outcome is None:
            continue
        if outcome.start < behind:
            # "12 € 5": the sign is the first number's already
            outcome = outcome._replace(start=behind)
        if isinstance(outcome, Reading):
            _keep(line, outcome, readings)
        else:
            passed.append(outcome)
        behind = max(outcome.end, at + 1)
    return readings, passed


def _ask(line: Line, at: int, readers: Sequence[Reader]) -> Reading | Passed | None:
    """Return what the first of *readers* that knows finds at token *at*."""
    for reader in readers:
        outcome = reader(line, at)
        if outcome is not None:
            return bounded(line, outcome) if isinstance(outcome, Found) else outcome
    return None


def _keep(line: Line, reading: Reading, readings: list[Reading]) -> None:
    """Add *reading*, or join it with the one before it."""
    pair = joined_bounds(line, readings[-1], reading) if readings else None
    if pair is not None:
        readings[-1] = pair
    else:
        readings.append(reading)
    line.remember(reading)
