"""Reports made by hand, so that an output can be tested without the stages before it."""

from __future__ import annotations

import re
from decimal import Decimal
from hashlib import sha256
from typing import Any

from checker.model.claim import Claim, Premise
from checker.model.document import Block, Document
from checker.model.frame import Fact, Frame
from checker.model.interval import Interval, point
from checker.model.mention import Mention, Reason, Thing
from checker.model.quantity import Quantity
from checker.model.report import DocumentReport, Finding, Place, Report, RuleNote
from checker.model.span import Span

FERRY = """# [[12 dead]] in ferry fire

The fire killed [[14 people]] on Sunday. Nobody else was hurt.

Rescuers counted 14 bodies on the quay.
"""
"""A draft with one slip; ``[[...]]`` marks the places, the first one is the outlier."""


def document(name: str, text: str) -> Document:
    """Make a draft of paragraphs; a first line that begins with "#" is the headline."""
    spans = [Span(*found.span()) for found in re.finditer(r"\S.*?(?=\n\s*\n|\s*\Z)", text, re.DOTALL)]
    roles = ["headline" if not at and text.startswith("#") else "paragraph" for at, _ in enumerate(spans)]
    blocks = tuple(Block(span, role, order) for order, (span, role) in enumerate(zip(spans, roles, strict=True)))
    starts = (0, *(at + 1 for at, char in enumerate(text) if char == "\n"))
    return Document(name, text, re.sub("[#*]", " ", text), "markdown", blocks, starts)


def sentences(text: str) -> tuple[Span, ...]:
    """Take every stretch of a paragraph up to a full stop for a sentence."""
    return tuple(Span(*found.span()) for found in re.finditer(r"[^\s.](?:[^.\n]|\n(?!\s*\n))*\.?", text))


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """Take the ``[[...]]`` out of *text* and return the places that they marked."""
    plain, spans = "", []
    for at, part in enumerate(re.split(r"\[\[|\]\]", text)):
        if at % 2:
            spans.append(Span(len(plain), len(plain) + len(part)))
        plain += part
    return plain, tuple(spans)


def quantity(words: str, hard: Interval | None = None, unit: str | None = None) -> Quantity:
    """Read the first number of *words*; *hard* is that number alone unless told."""
    digits = re.search(r"\d+", words)
    value = Decimal(digits[0]) if digits else Decimal(0)
    interval = hard or point(value)
    return Quantity("exact", value, value, interval, interval, Decimal(1), words, unit=unit)


def frame(draft: Document, span: Span, order: int, fact: str = "people", source: str = "") -> Frame:
    """Make a frame of the phrase at *span*."""
    words = draft.words(span)
    block = next((b.order for b in draft.blocks if b.span.overlaps(span)), 0)
    thing = Thing(span, fact) if " " in words else None
    mention = Mention(draft, span, span, quantity(words), block, 0, 0, 1, thing=thing, status="dead")
    paragraph = sum(b.role == "paragraph" for b in draft.blocks[: block + 1]) - 1
    return Frame(mention, order, paragraph, False, span, source=source)


def finding(draft: Document, spans: tuple[Span, ...], severity: str = "error", **changes: Any) -> Finding:
    """Make a finding at *spans*; the first is the outlier."""
    places = [
        Place(s, *draft.line_col(s.start), draft.words(s), "first figure" if at else "here")
        for at, s in enumerate(spans)
    ]
    words = [place.text for place in places]
    claim = Claim(
        check="headline",
        premises=tuple(Premise(place.span, place.label) for place in places),
        printed=point(12),
        computed=point(14),
        link="headline-lede",
        proof=(Reason("headline-lede", "ferry"), Reason("same-status", "dead")),
    )
    made = Finding(
        id=sha256(f"{draft.name} {words}".encode("utf-8", "replace")).hexdigest()[:16],
        rule="headline-outdated",
        kind="headline_body_mismatch",
        severity=severity,
        message=f"Headline says “{words[0]}”, the story has “{words[-1]}”: which is current?",
        fact="people killed in this fire",
        primary=places[0],
        related=tuple(places[1:]),
        claim=claim,
        computed="12 is not 14",
    )
    return made._replace(**changes)


def examined(name: str, marked: str, *severities: str, **changes: Any) -> DocumentReport:
    """Make the report of one draft: every marked place is a figure of one fact, with a finding a severity."""
    text, spans = unmarked(marked)
    draft = document(name, text)
    frames = tuple(frame(draft, span, order) for order, span in enumerate(spans))
    return DocumentReport(
        path=name,
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        document=draft,
        frames=frames,
        dismissed=(),
        facts=(Fact("people killed in this fire", frames),) if frames else (),
        comparisons=len(severities),
        findings=tuple(finding(draft, spans, severity, **changes) for severity in severities),
        not_run=("weekdays: the draft has no date",),
        sentences=sentences(text),
    )


def report(*documents: DocumentReport, unread: tuple[str, ...] = ()) -> Report:
    """Make a report of drafts by path, with a note on the one rule that speaks in them."""
    note = RuleNote(
        "headline-outdated", "headline_body_mismatch", "error", "A headline is read first.", "Any copy desk"
    )
    return Report(tuple(sorted(documents, key=lambda d: d.path)), unread, (note,))


def ferry(severity: str = "error") -> Report:
    """Make the report of the ferry draft."""
    return report(examined("drafts/ferry.md", FERRY, severity))
