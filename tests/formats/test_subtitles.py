from __future__ import annotations

import pytest

from checker.document.read import read_document, read_text
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from tests.formats.rendered import in_subtitles
from tests.formats.stories import FERRY, STORIES, Story
from tests.formats.test_planted import check

SPOKEN = [FERRY, *(story for story in STORIES if story.name in ("survey", "reservoir"))]


@pytest.mark.parametrize("story", SPOKEN, ids=lambda story: story.name)
def test_what_is_planted_over_several_cues_is_found(story: Story, lexicon: Lexicon) -> None:
    text = in_subtitles(story.told(flawed=True))
    report = check(text, "srt", lexicon)
    assert [finding.rule for finding in report.findings] == [story.rule]
    number = story.planted().split()[0]
    spans = [place.span for place in (report.findings[0].primary, *report.findings[0].related)]
    assert any(report.document.words(span).find(number) >= 0 for span in spans)
    assert check(in_subtitles(story.told(flawed=False)), "srt", lexicon).findings == ()


def test_a_file_without_a_cue_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.srt: has no cue, such as"):
        read_document("a.srt", b"24 dead\n")


def test_an_empty_file_has_no_blocks() -> None:
    assert read_text("", format="srt").blocks == ()
    assert read_text("WEBVTT\n", format="vtt").blocks == ()
