from __future__ import annotations

import pytest

from checker.errors import InputError
from tests.formats.docxfile import zipped
from tests.formats.epubfile import epub
from tests.formats.outline import cells, outline, place, read


def test_chapters_are_read_in_their_order_without_the_table_of_contents() -> None:
    first = "<h1>Ferry fire kills 24</h1><p>A fire killed <b>2</b>4 people.</p>"
    second = "<h1>The rescue</h1><p>Six boats came &amp; went.</p><blockquote><p>We saw it.</p></blockquote>"
    document = read(epub(first, second), "a.epub")
    assert outline(document) == [
        "headline: Ferry fire kills 24",
        "paragraph: A fire killed 24 people.",
        "heading: The rescue",
        "paragraph: Six boats came & went.",
        "quote: We saw it.",
    ]
    assert place(document, "24 people") == "chapter 1, paragraph 2"
    assert place(document, "We saw") == "chapter 2, paragraph 3"
    assert document.meta == {"title": "A book"}


def test_tables_of_different_chapters_are_different_tables() -> None:
    table = "<p>Rain fell.</p><table><tr><th>Year</th><th>Dead</th></tr><tr><td>2021</td><td>{}</td></tr></table>"
    found = cells(read(epub(table.format(1), table.format(2)), "a.epub"))
    assert (found[0, 1, 1], found[1, 1, 1]) == ("1", "2")


def test_a_title_page_and_the_first_chapter_may_both_print_the_headline() -> None:
    document = read(epub("<h1>Fire kills 24</h1>", "<h1>Fire kills 24</h1><p>It burned.</p><h1>Next</h1>"), "a.epub")
    assert [block.role for block in document.blocks] == ["headline", "headline", "paragraph", "heading"]


def test_a_note_inside_a_sentence_stands_apart_from_it() -> None:
    book = epub('<p>It killed 24<span class="footnote">Of 30.</span> people.</p><p>It sank.</p>')
    assert outline(read(book, "a.epub"))[-3:] == [
        "paragraph: It killed 24 people.",
        "paragraph: It sank.",
        "footnote: Of 30.",
    ]


def test_a_book_with_encrypted_fonts_is_read_and_one_with_encrypted_pages_refused() -> None:
    assert read(epub("<p>It burned.</p>", encryption="OEBPS/a.ttf"), "a.epub").text.endswith("It burned.")
    with pytest.raises(InputError, match=r"^a\.epub: is encrypted; only books without copy protection can be read$"):
        read(epub("<p>It burned.</p>", encryption="OEBPS/text/c%200.xhtml"), "a.epub")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is no epub file: it is empty"),
        (zipped({"a": b""}), "is no epub file: it has no part META-INF/container.xml"),
        (zipped({"META-INF/container.xml": b"<c/>"}), "is no epub file: it has no part "),
        (epub("<p>24</p>")[:-30], "is no whole epub file"),
    ],
)
def test_what_is_no_whole_book_is_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "a.epub")
    assert str(caught.value).startswith(f"a.epub: {message}")
