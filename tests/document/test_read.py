from __future__ import annotations

from datetime import date

import pytest

import checker
from checker.document import plain
from checker.document.read import FORMATS, SUFFIXES, read_document, read_text
from checker.errors import InputError, UsageError
from checker.lexicon.book import Lexicon


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.txt", "plain"), ("dir.d/README", "plain"), ("A.MD", "markdown"), ("a.b.markdown", "markdown"), ("-", "plain")],
)
def test_the_suffix_tells_the_format(name: str, kind: str) -> None:
    assert read_document(name, b"24 dead").kind == kind


def test_a_named_format_wins_over_the_suffix() -> None:
    assert read_document("a.txt", b"# 24 dead", format="markdown").blocks[0].role == "headline"


def test_an_unknown_suffix_is_refused_with_what_is_read() -> None:
    with pytest.raises(InputError) as refused:
        read_document("a.xyz", b"24")
    known = ", ".join(sorted(filter(None, SUFFIXES)))
    assert ".docx" in known and ".md, .mdown, .mdx" in known
    assert str(refused.value) == (f"a.xyz: no format with the suffix .xyz is read, only {known}; or give --format")


def test_an_unknown_format_is_a_mistake_of_usage() -> None:
    with pytest.raises(UsageError, match="--format: got 'word', must be one of plain, markdown"):
        read_text("24", format="word")


def test_every_suffix_leads_to_a_format() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)


def test_front_matter_gives_date_locale_and_source() -> None:
    text = "---\ndate: 2024-03-12 # filed\nlang: en-GB\nSource: 'The Herald'\nby:\n  - A\n---\nIt burned.\n"
    document = read_text(text, "a.md", "markdown")
    assert (document.dated, document.locale) == (date(2024, 3, 12), "en-GB")
    assert document.meta == {"date": "2024-03-12", "lang": "en-GB", "source": "The Herald"}


def test_what_is_asked_for_wins_over_the_draft() -> None:
    document = read_text("---\ndate: 2024-03-12\n---\n", format="markdown", dated=date(2020, 1, 1), locale="de")
    assert (document.dated, document.locale) == (date(2020, 1, 1), "de")


def test_a_draft_without_a_date_has_none(lexicon: Lexicon) -> None:
    document = read_text("The fire killed 24 people on Monday.", lexicon=lexicon)
    assert (document.dated, document.locale, dict(document.meta)) == (None, "en", {})


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    document = read_text("---\n\nThe fire killed 24 people.\n\n---\n", "a.md", "markdown")
    assert [document.words(block.span) for block in document.blocks] == ["The fire killed 24 people."]


def test_front_matter_may_fold_its_values() -> None:
    document = read_text("---\nsummary: >\n  Alarms were off,\n  says A.\nx: 1\n---\n", "a.md", "markdown")
    assert document.meta == {"summary": "Alarms were off,\n  says A.", "x": "1"}
    assert [block.role for block in document.blocks] == ["standfirst"]


def test_lines_end_in_lf_crlf_or_cr() -> None:
    document = read_text("a\nb\r\nc\rd")
    assert [document.line_col(at) for at in (0, 2, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert document.line_col(8) == (4, 2)


def test_an_empty_draft_has_no_blocks() -> None:
    for text in ("", "\n", " \r\n\t\n", "\ufeff"):
        assert read_text(text, "a.md", "markdown").blocks == ()
        assert read_text(text, "a.txt").blocks == ()


def test_a_format_that_moves_positions_is_a_failure_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = plain.read
    monkeypatch.setattr(plain, "read", lambda *given: whole(*given)._replace(prose="shorter"))
    with pytest.raises(ValueError, match="7 code points of prose"):
        read_text("A fire killed 24 people.")


@pytest.mark.parametrize(
    ("form", "text", "read", "unread"),
    [
        ("plain", "One.\n\nTwo.\n\nThree.\n\nFour.\n", ["One.", "Two."], 12),
        ("plain", "One.\r\rTwo.\r\rThree.\r\rFour.\r", ["One.", "Two."], 12),
        ("plain", "One.\n\nTwo.\n\n", ["One.", "Two."], 0),
        ("html", "<p>1<p>2<p>3<p>4<p>5<p>6", ["1", "2", "3", "4"], 19),
        ("html", "<p>1<p>2<p>3<p>4", ["1", "2", "3", "4"], 0),
    ],
)
def test_more_lines_or_blocks_than_any_draft_has_are_not_read_and_told(
    form: str, text: str, read: list[str], unread: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.document.read.MOST_LINES", 4)
    document = read_text(text, format=form)
    assert [document.words(block.span) for block in document.blocks] == read
    assert document.unread == unread
    assert len(document.prose) == len(document.text) == len(text)


def test_what_is_not_read_is_told_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.document.read.MOST_LINES", 4)
    (report,) = checker.check_text("One.\n\nTwo.\n\nThree.\n", "a.txt").documents
    assert report.not_run == (
        "figures: nothing from line 5 on was read: no draft has as many lines, paragraphs or cells",
    )
