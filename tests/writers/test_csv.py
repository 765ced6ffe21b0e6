from __future__ import annotations

import csv
import io

import pytest

from checker.model.report import Report
from checker.writers import Style
from checker.writers.csv import COLUMNS, cell, write
from tests.writers.build import FERRY, examined, ferry, report


def rows(made: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write(made, Style()), newline="")))


def test_a_finding_is_a_row() -> None:
    assert rows(ferry()) == [
        {
            "path": "drafts/ferry.md",
            "line": "1",
            "column": "3",
            "severity": "error",
            "rule": "headline-outdated",
            "kind": "headline_body_mismatch",
            "message": "Headline says “12 dead”, the story has “14 people”: which is current?",
            "text": "12 dead",
            "fact": "people killed in this fire",
            "computed": "12 is not 14",
            "related": "3:17 14 people",
            "also": "",
            "id": "21ef056630395a57",
        }
    ]


def test_a_clean_run_has_the_header_alone() -> None:
    assert write(report(), Style()) == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r=", " =", "|", "%"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    assert str(cell(f"{start}cmd('x')")).startswith("'")


def test_numbers_and_plain_text_stay() -> None:
    assert [cell(value) for value in (14, 0.5, None, "14 people", "a=b")] == [14, 0.5, None, "14 people", "a=b"]


def test_a_formula_in_a_draft_is_disarmed_in_the_row() -> None:
    [row] = rows(report(examined("a.md", '[[=HYPERLINK("http://x.test";"12")]] and [[14]]', "error")))
    assert row["text"] == '\'=HYPERLINK("http://x.test";"12")'


def test_the_name_of_a_file_is_disarmed_too() -> None:
    assert rows(report(examined("=a.md", FERRY, "error")))[0]["path"] == "'=a.md"
