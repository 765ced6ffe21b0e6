"""A check, a lexicon and claims that need no draft, for tests of the engine alone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from checker.engine.build import Source, build_rules
from checker.engine.check import Check
from checker.engine.rule import ELSE, Rule
from checker.lexicon.book import Lexicon
from checker.lexicon.build import build_lexicon
from checker.model.claim import Claim, Premise
from checker.model.document import Block, Document
from checker.model.interval import Interval, point
from checker.model.span import Span

HERE = Path(__file__).parent
SMALL_LEXICON = tuple(str(HERE / "lexicons" / f"{name}.yaml") for name in ("inflections", "statuses", "things"))

SEATS = Check(
    "seats",
    lambda story: (),
    links=("definite", "restated", "headline"),
    strengths=("strong", "weak"),
    slots=("first",),
)
WEEKDAYS = Check("weekdays", lambda story: ())
CHECKS = {check.name: check for check in (SEATS, WEEKDAYS)}


def small_lexicon() -> Lexicon:
    return Lexicon.packed(build_lexicon(SMALL_LEXICON, ()))


def read_rules(*files: str) -> dict[str, Source]:
    """Read rule files against the small lexicon and the two checks above."""
    return build_rules((), files, CHECKS, small_lexicon())


def rule(name: str = "seats-disagree", **fields: Any) -> Rule:
    """Return a rule that covers the check ``seats``, changed by *fields*."""
    known = {
        "check": "seats",
        "kind": "count_contradiction",
        "message": "{here}, {there}",
        "severity": {ELSE: "error"},
    }
    return Rule(**{"id": name, **known, **fields})


def draft(text: str, name: str = "draft.txt") -> Document:
    """Return a draft of which every line is a paragraph."""
    starts = (0, *(at + 1 for at, char in enumerate(text) if char == "\n"))
    ends = (*(start - 1 for start in starts[1:]), len(text))
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    blocks = tuple(Block(Span(*span), "paragraph", order) for order, span in enumerate(spans))
    return Document(name, text, text, "plain", blocks, starts)


def claim(document: Document, *words: str, printed: int = 12, computed: int = 14, **fields: Any) -> Claim:
    """Return a claim of the check ``seats`` about the places where *words* first stand, the accused one first."""
    spans = [Span(document.text.index(word), document.text.index(word) + len(word)) for word in words]
    premises = tuple(Premise(span, "here" if at == 0 else "first figure") for at, span in enumerate(spans))
    known = {"check": "seats", "printed": point(printed), "computed": point(computed), "link": "restated"}
    return Claim(**{"premises": premises, **known, **fields})


def between(low: int, high: int) -> Interval:
    return Interval(Decimal(low), Decimal(high))
