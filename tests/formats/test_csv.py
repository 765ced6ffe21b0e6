from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import run
from checker.document.read import read_document, read_text
from checker.engine.loader import load_rules
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.document import visible
from tests.formats.outline import cells

values = st.text(st.sampled_from('ab1 ,;"\n.'), min_size=1, max_size=6).filter(lambda value: value.strip() == value)
tables = st.lists(st.lists(values, min_size=3, max_size=3), min_size=2, max_size=5)


@given(tables)
def test_values_are_read_as_the_library_wrote_them(table: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows([["aa", "b", "c"], *table])
    document = read_text(out.getvalue(), format="tsv")
    found = {(b.row, b.column): visible(document.prose[b.span.start : b.span.end]) for b in document.blocks}
    assert found == {(at + 1, column): value for at, row in enumerate(table) for column, value in enumerate(row)} | {
        (0, 0): "aa",
        (0, 1): "b",
        (0, 2): "c",
    }


def test_blank_lines_part_tables() -> None:
    assert cells(read_text("a,b\n1,2\n\nc,d\n3,4\n", format="csv")) == {
        **{(0, 0, 0): "a", (0, 0, 1): "b", (0, 1, 0): "1", (0, 1, 1): "2"},
        **{(1, 0, 0): "c", (1, 0, 1): "d", (1, 1, 0): "3", (1, 1, 1): "4"},
    }


def test_the_delimiter_may_be_declared() -> None:
    assert cells(read_text("sep=;\na,b;c,d\n", format="csv")) == {(0, 0, 0): "a,b", (0, 0, 1): "c,d"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_column_that_misses_its_total_is_found(delimiter: str, lexicon: Lexicon) -> None:
    rows = [["Year", "Vessels checked"], ["2021", "1041"], ["2022", "938"], ["2023", "1145"], ["Total", "3134"]]
    text = "".join(delimiter.join(row) + "\r\n" for row in rows)
    report = run.check_bytes("a.csv", text.encode("utf-8-sig"), run.Settings(load_rules(), lexicon))
    assert [(f.rule, report.document.words(f.primary.span)) for f in report.findings] == [
        ("table-does-not-add-up", "3134")
    ]
    assert report.findings[0].primary.span.start == text.index("3134")


def test_a_file_without_comments_takes_no_suppressions(lexicon: Lexicon) -> None:
    with pytest.raises(InputError, match=r"a\.csv:1:3: csv takes no suppressions: it has no comments"):
        run.check_bytes("a.csv", b"a,<!-- figcheck: ignore -->\n", run.Settings(load_rules(), lexicon))


@pytest.mark.parametrize("text", ["1," * 200_001, "1\n" * 200_001])
def test_a_file_of_too_many_values_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"a\.csv: has more than 200,000 values"):
        read_document("a.csv", text.encode())
