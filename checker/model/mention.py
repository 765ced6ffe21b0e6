"""The local reading of a figure: all that its own sentence tells."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from checker.model.document import Document
from checker.model.interval import Interval
from checker.model.quantity import Quantity
from checker.model.span import Span
from checker.model.values import NamedTuple

ROLES = (
    "total",
    "part",
    "whole",
    "increment",
    "remainder",
    "earlier",
    "rate",
    "capacity",
    "target",
    "comparison",
)


class Reason(NamedTuple):
    """Why something was decided: a fixed name and the words of the draft (or of the rule) behind it."""

    name: str
    words: str


class Dismissed(NamedTuple):
    """Something that looks like a figure and is none ("Flight 862"): its place and the reason."""

    span: Span
    reason: str


class Thing(NamedTuple):
    """What is counted. ``span`` is the noun phrase as written, without the number; ``head`` its noun in the singular.

    ``family`` is the id in ``lexicons/things.yaml`` ("people", "children", "vehicles"), "" where none is known.
    ``modifiers`` are the lower-case content words before the head ("russian", "military").
    """

    span: Span
    head: str
    family: str = ""
    modifiers: tuple[str, ...] = ()


class Mention(NamedTuple):
    """One figure in its sentence.

    ``span`` is the phrase ("over 160 deaths"), ``number`` the printed number, ``modifier`` the bound words.
    ``block`` and ``sentence`` are orders in the document; ``at`` is the index of the number's first token in
    its sentence and ``until`` the index after its last.
    ``status`` is the id in ``lexicons/statuses.yaml``, ``verb`` the words that gave it.
    ``definite`` tells of "the 24", "all 24", "those 24". ``partitive`` names how the figure hangs on a whole:
    "" | "of-the" | "of-them" | "including" | "among"; ``whole`` is the status that stands after "of the".
    ``chunk`` is the stretch of tokens between the commas around the figure, in which cues count for it.
    ``reasons`` tells how each slot was filled, in the order of the slots.
    """

    document: Document
    span: Span
    number: Span
    quantity: Quantity
    block: int
    sentence: int
    at: int
    until: int
    role: str = "total"
    modifier: Span | None = None
    thing: Thing | None = None
    status: str | None = None
    verb: Span | None = None
    definite: bool = False
    partitive: str = ""
    whole: str | None = None
    place: Span | None = None
    time: Span | None = None
    source: Span | None = None
    modality: str = "actual"
    quoted: bool = False
    chunk: tuple[int, int] = (0, 0)
    reasons: tuple[Reason, ...] = ()

    def __hash__(self) -> int:
        return hash((self.number, self.quantity.printed))

    @property
    def words(self) -> str:
        """The phrase as printed."""
        return self.document.words(self.span)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape of one line of ``figcheck extract``; all numbers are JSON numbers."""
        words, quantity = self.document.words, self.quantity
        line, column = self.document.line_col(self.span.start)
        part = {
            "start": self.number.start,
            "end": self.number.end,
            "text": words(self.number),
        }
        return {
            "path": self.document.name,
            "start": self.span.start,
            "end": self.span.end,
            "line": line,
            "column": column,
            "text": self.words,
            "number": {
                **part,
                "low": plain(quantity.low),
                "high": plain(quantity.high),
            },
            "kind": quantity.kind,
            "modifier": self.modifier
            and {
                "start": self.modifier.start,
                "end": self.modifier.end,
                "text": words(self.modifier),
            },
            "hard": interval_dict(quantity.hard),
            "soft": interval_dict(quantity.soft),
            "granule": plain(quantity.granule),
            "dimension": quantity.dimension,
            "unit": quantity.unit,
            "counted": self.thing and words(self.thing.span),
            "status": self.status,
            "role": self.role,
            "place": self.place and words(self.place),
            "time": self.time and words(self.time),
            "source": self.source and words(self.source),
            "modality": self.modality,
            "block": self.document.blocks[self.block].role,
        }


def interval_dict(interval: Interval) -> dict[str, Any]:
    """Return the JSON shape of an interval; a missing end is null and open."""
    return {
        "low": plain(interval.low),
        "high": plain(interval.high),
        "low_closed": interval.low is not None and interval.low_closed,
        "high_closed": interval.high is not None and interval.high_closed,
    }


def plain(value: Decimal | None) -> int | float | None:
    """Return a Decimal as a JSON number, an int where it is whole. For output only: figures stay Decimal."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
