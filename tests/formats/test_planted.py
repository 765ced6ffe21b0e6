"""What is planted in a draft is found at its place in the file, in every format of text, and nothing else."""

from __future__ import annotations

import re

import pytest

from checker import run
from checker.engine.loader import load_rules
from checker.lexicon.book import Lexicon
from checker.model.document import visible
from checker.model.report import DocumentReport
from tests.formats.rendered import RENDERED
from tests.formats.stories import STORIES, Story

BOTH = [(story, kind) for kind in RENDERED for story in STORIES if (story.name, kind)]


def check(text: str, kind: str, lexicon: Lexicon) -> DocumentReport:
    return run.check_bytes("draft", text.encode(), run.Settings(load_rules(), lexicon, format=kind))


@pytest.mark.parametrize(("story", "kind"), BOTH, ids=[f"{kind}-{story.name}" for story, kind in BOTH])
def test_the_plant_is_found_where_it_stands_and_nothing_else(story: Story, kind: str, lexicon: Lexicon) -> None:
    text = RENDERED[kind](story.told(flawed=True))
    report = check(text, kind, lexicon)
    assert report.document.text == text
    assert [finding.rule for finding in report.findings] == [story.rule]
    planted = [match.start() for match in re.finditer(re.escape(story.planted()), text)]
    spans = [place.span for place in (report.findings[0].primary, *report.findings[0].related)]
    assert any(
        start in range(span.start, span.end) or span.start in range(start, start + len(story.planted()))
        for start in planted
        for span in spans
    )
    assert all(visible(report.document.prose[s.start : s.end]) == report.document.words(s) for s in spans)


@pytest.mark.parametrize(("story", "kind"), BOTH, ids=[f"{kind}-{story.name}" for story, kind in BOTH])
def test_nothing_is_found_in_the_draft_put_right(story: Story, kind: str, lexicon: Lexicon) -> None:
    report = check(RENDERED[kind](story.told(flawed=False)), kind, lexicon)
    assert [finding.message for finding in report.findings] == []
