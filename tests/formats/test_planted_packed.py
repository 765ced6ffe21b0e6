"""What is planted in a draft is found in every container, at its place in the text that it is printed as."""

from __future__ import annotations

import pytest

from checker import run
from checker.engine.loader import load_rules
from checker.lexicon.book import Lexicon
from checker.model.document import visible
from checker.model.report import DocumentReport
from tests.formats.packed import PACKED
from tests.formats.stories import STORIES, Story

BOTH = pytest.mark.parametrize(
    ("story", "kind"),
    [(story, kind) for kind in PACKED for story in STORIES],
    ids=[f"{kind}-{story.name}" for kind in PACKED for story in STORIES],
)


def check(story: Story, kind: str, lexicon: Lexicon, *, flawed: bool) -> DocumentReport:
    form, write = PACKED[kind]
    return run.check_bytes("draft", write(story.told(flawed=flawed)), run.Settings(load_rules(), lexicon, format=form))


@BOTH
def test_the_plant_is_found_where_it_stands_and_nothing_else(story: Story, kind: str, lexicon: Lexicon) -> None:
    report = check(story, kind, lexicon, flawed=True)
    text = report.document.text.replace("\n", " ")
    assert [finding.rule for finding in report.findings] == [story.rule]
    start = text.index(story.planted())
    spans = [place.span for place in (report.findings[0].primary, *report.findings[0].related)]
    assert any(start < span.end and span.start < start + len(story.planted()) for span in spans)
    for span in spans:
        assert visible(report.document.prose[span.start : span.end]).strip() == report.document.words(span).strip()
        locator = report.document.locator(span.start)
        assert locator and locator.startswith(("paragraph", "table", "page", "footnote", "chapter"))


@BOTH
def test_nothing_is_found_in_the_draft_put_right(story: Story, kind: str, lexicon: Lexicon) -> None:
    assert [finding.message for finding in check(story, kind, lexicon, flawed=False).findings] == []
