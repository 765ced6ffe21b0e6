"""Shapes of sentences as lexicons write them."""

from __future__ import annotations

from checker.document.read import read_text
from checker.engine.paragraphs import paragraphs, running
from checker.engine.phrasing import Match, find, read_shape
from checker.facts.frames import make_frames
from checker.facts.story import Story
from checker.lexicon.book import Book
from checker.lexicon.load import load_lexicon
from checker.mentions.read import read_mentions
from checker.model.frame import Frame

LEXICON = load_lexicon()


def story_of(text: str) -> Story:
    document = read_text(text, lexicon=LEXICON)
    reads = read_mentions(document, LEXICON)
    frames = make_frames(document, reads.sentences, reads.mentions, LEXICON)
    return Story(document, reads.sentences, frames, reads.dismissed, (), LEXICON, {})


def counts(name: str, frame: Frame) -> bool:
    return frame.mention.quantity.dimension == "count"


def book(*forms: str) -> Book:
    rows = {"shapes": {"forms": list(forms)}, "up": {}}
    return Book(rows, {"rose": ("up", ["word"]), "went up": ("up", ["word"])})


def met(text: str, *forms: str, joins: bool = False) -> list[dict[str, str]]:
    story = story_of(text)
    read = running(story) if joins else paragraphs(story)
    found: list[Match] = [match for p in read for match in find(p, book(*forms), ["shapes"], counts)]
    words = story.document.words
    return [{name: words(frame.mention.number) for name, frame in match.figures.items()} for match in found]


def test_figures_take_their_names_in_order() -> None:
    assert met("Of the 40 boats 12 sank.", "A .. B") == [{"A": "40", "B": "12"}]


def test_a_figure_may_end_before_its_noun() -> None:
    assert met("There were 12 more than the 40 of May.", "A more than .. B") == [{"A": "12", "B": "40"}]


def test_a_short_gap_ends_at_a_comma_and_a_long_one_at_and() -> None:
    assert met("Of 40 boats, 12 sank.", "A .. B") == []
    assert met("Of 40 boats, 12 sank.", "A ... B") == [{"A": "40", "B": "12"}]
    assert met("Of 40 boats and of their crews 12 sank.", "A ... B") == []


def test_a_gap_passes_dates_but_no_amounts() -> None:
    assert met("Of 40 boats on 3 May 2021 some 12 sank.", "A .. B") == [{"A": "40", "B": "12"}]
    assert met("Of 40 boats with 7 men 12 sank.", "A .. sank") == [{"A": "12"}]


def test_and_between_two_dates_does_not_part_phrases() -> None:
    assert met("The 40 boats built between 2010 and 2020 are 12 now.", "A ... B") == [{"A": "40", "B": "12"}]


def test_words_rows_and_optional_steps() -> None:
    assert met("It rose by 12 to 40.", "<up> by? A to B") == [{"A": "12", "B": "40"}]
    assert met("It went up 12 to 40.", "<up> by? A to B") == [{"A": "12", "B": "40"}]
    assert met("It fell by 12 to 40.", "<up> by? A to B") == []


def test_a_word_that_must_not_follow() -> None:
    assert met("There are 40, or 12 of them.", "A , or B !of") == []
    assert met("There are 40, or 12.", "A , or B !of") == [{"A": "40", "B": "12"}]


def test_a_shape_may_begin_only_with_its_sentence() -> None:
    assert met("It rained. Of 40 boats 12 sank.", "^ of A .. B") == [{"A": "40", "B": "12"}]
    assert met("Some of 40 boats 12 sank.", "^ of A .. B") == []


def test_a_shape_may_end_in_the_next_paragraph_only_where_it_runs_on() -> None:
    text = "They have 40 boats.\n\nOf these 12 sank.\n"
    assert met(text, "A .. // of these B") == []
    assert met(text, "A .. // of these B", joins=True) == [{"A": "40", "B": "12"}]


def test_a_shape_is_read_once() -> None:
    assert read_shape("A of .. B") is read_shape("A of .. B")
    assert [step.kind for step in read_shape("^ A .. <up/down> by? !of //")] == [
        "start",
        "figure",
        "..",
        "row",
        "words",
        "no words",
        "words",
    ]


def test_a_shape_that_needs_no_word_is_looked_for_in_every_paragraph() -> None:
    assert met("We saw 12 of 40.", "missing A", "A .. B") == [{"A": "12", "B": "40"}]


def test_a_shape_is_found_by_any_of_the_words_of_its_rarest_step() -> None:
    assert met("We put 12 beside 40.", "of of of", "A before/beside B") == [{"A": "12", "B": "40"}]
    assert met("We put 12 with 40.", "A before/beside B") == []


def test_what_fits_one_choice_of_figures_is_not_kept_for_another() -> None:
    (paragraph,), shapes = paragraphs(story_of("We saw 12 rise to 40%.")), book("A rise")
    none = [list(find(paragraph, shapes, ["shapes"], lambda name, frame: False)) for _ in range(2)]
    some = list(find(paragraph, shapes, ["shapes"], counts))
    assert none == [[], []]
    assert [match.shape for match in some] == ["A rise"]


def test_phrases_of_a_paragraph_are_those_that_begin_at_its_tokens() -> None:
    (paragraph,), shapes = paragraphs(story_of("It rose by 12, went up to 40 and went down.")), book()
    each = {at: shapes.at(paragraph.tokens, at) for at in range(len(paragraph.tokens))}
    assert paragraph.phrases(shapes) == {at: match for at, match in each.items() if match}
    assert [paragraph.lows[at] for at in paragraph.phrases(shapes)] == ["rose", "went"]
