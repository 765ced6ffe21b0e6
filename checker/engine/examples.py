"""The examples in rules, run as tests: a flag must be raised at every marked place, a near-miss must stay silent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.engine.build import Source
from checker.engine.rule import RuleSet
from checker.engine.schema import Example
from checker.model.report import Finding
from checker.model.span import Span
from checker.model.values import NamedTuple

# A line [[figcheck: ignore[...] ...]] is a suppression of plain text and no mark.
_MARK = re.compile(r"\[\[(?!figcheck:)((?:(?!\[\[|\]\]).)*+)\]\]", re.DOTALL)

Pipeline = Callable[["Draft", RuleSet], Sequence[Finding]]
"""Reads the text of a draft and returns what the rules find in it."""


class Draft(NamedTuple):
    """An example as it is read. ``date`` is ISO or None, ``marks`` are offsets in ``text``."""

    text: str
    format: str
    date: str | None
    locale: str | None
    marks: tuple[Span, ...]


class ExampleResult(NamedTuple):
    """How one example went. ``mistake`` is empty where it holds, else one line ``file:line:column: field: ...``."""

    rule: str
    why: str
    flag: bool
    mistake: str


def run_examples(
    sources: Mapping[str, Source], rules: RuleSet, pipeline: Pipeline, only: Iterable[str] | None = None
) -> list[ExampleResult]:
    """Run the examples of all rules, or of *only* some, in the order of their ids.

    *sources* are the rules with their files (``sources.read_rules``), *rules* those in force. A rule that is off
    by default is switched on for its own examples.
    """
    names = sorted(sources) if only is None else sorted(only)
    return [result for name in names for result in _run(sources[name], rules.enabling(name), pipeline)]


def draft_of(example: Example) -> Draft:
    """Return the draft of an example, its marks ``[[...]]`` taken out."""
    text, marks, end = "", [], 0
    for match in _MARK.finditer(example.text):
        text += example.text[end : match.start()]
        marks.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        end = match.end()
    return Draft(text + example.text[end:], example.format, example.date, example.locale, tuple(marks))


def _run(source: Source, rules: RuleSet, pipeline: Pipeline) -> Iterator[ExampleResult]:
    for kind, examples in (("flag", source.file.examples.flag), ("pass", source.file.examples.passes)):
        if kind == "flag" and source.rule.worst == "off":
            continue  # a rule that a house turned off says nothing of what it would flag
        judged = _flag_mistake if kind == "flag" else _pass_mistake
        for at, example in enumerate(examples):
            draft = draft_of(example) if kind == "flag" else draft_of(example)._replace(text=example.text, marks=())
            mistake = judged(source.rule.id, draft, pipeline(draft, rules))
            line = source.tree.line(("examples", kind, at, "text"), mistake) if mistake else ""
            yield ExampleResult(source.rule.id, example.why, kind == "flag", line)


def _flag_mistake(rule: str, draft: Draft, findings: Sequence[Finding]) -> str:
    if not draft.marks:
        return "marks no place; put each figure that the finding must name in [[...]]"
    spoken = [finding for finding in findings if rule in (finding.rule, *finding.also)]
    if not spoken:
        return f"{rule} says nothing; " + (f"found: {_told(findings)}" if findings else "nothing else was found")
    missed = min((_untouched(finding, draft) for finding in spoken), key=len)
    if missed:
        return f"{rule} does not name {', '.join(missed)}; found: {_told(spoken)}"
    return ""


def _pass_mistake(rule: str, draft: Draft, findings: Sequence[Finding]) -> str:
    loud = [finding for finding in findings if finding.severity != "info"]
    return f"must stay silent for {rule}; found: {_told(loud)}" if loud else ""


def _untouched(finding: Finding, draft: Draft) -> list[str]:
    places = [finding.primary.span, *(place.span for place in finding.related)]
    return [
        f"'{draft.text[mark.start : mark.end]}'"
        for mark in draft.marks
        if not any(mark.overlaps(place) for place in places)
    ]


def _told(findings: Sequence[Finding]) -> str:
    return "; ".join(f"{finding.severity} {finding.rule}: {finding.message}" for finding in findings)
