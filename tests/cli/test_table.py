"""``--table``: one draft held against files of figures."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest

from checker.document.read import read_document
from tests.cli.conftest import Run
from tests.cli.git import git

DRAFT = """# Ferry fire kills 14 off Port Hall

A fire on a ferry off Port Hall killed 14 people and injured 31 on Monday, the coastguard said.

The owner put the loss at $4.2 million. Prices rose 12% in a year.
"""
ROWS = [["Category", "Number"], ["People killed", "12"], ["People injured", "31"]]
AGREES = [*ROWS[:1], ["People killed", "14"], *ROWS[2:]]


@pytest.fixture
def draft(desk: Path) -> Path:
    (desk / "draft.md").write_text(DRAFT, encoding="utf-8")
    return desk


def save(folder: Path, name: str, rows: list[list[Any]], formats: dict[str, str] | None = None) -> str:
    """Write a table in the format of its suffix."""
    path = folder / name
    if name.endswith("xlsx"):
        book = openpyxl.Workbook()
        book.active.title = "Toll"
        for row in rows:
            book.active.append([int(cell) if str(cell).isdigit() else cell for cell in row])
        for cell, form in (formats or {}).items():
            book.active[cell].number_format = form
        book.save(path)
    else:
        mark = {"csv": ",", "tsv": "\t"}[name[-3:]]
        out = io.StringIO()
        csv.writer(out, delimiter=mark).writerows(rows)
        path.write_text(out.getvalue(), encoding="utf-8", newline="")
    return name


def found(run: Run, *tables: str) -> list[dict[str, Any]]:
    options = [word for table in tables for word in ("--table", table)]
    ran = run("check", "draft.md", *options, "--output-format", "json")
    findings: list[dict[str, Any]] = json.loads(ran.out)["documents"][0]["findings"]
    assert ran.status == (1 if findings else 0)
    return findings


@pytest.mark.parametrize("name", ["figures.csv", "figures.tsv", "figures.xlsx"])
def test_a_figure_of_the_draft_that_the_table_has_otherwise_is_found(draft: Path, run: Run, name: str) -> None:
    (finding,) = found(run, save(draft, name, ROWS))
    here, there = finding["primary"], finding["related"][0]
    assert (here["line"], here["column"], here["text"]) == (3, 40, "14 people") and "path" not in here
    assert (there["path"], there["line"], there["column"], there["text"]) == (name, 2, 15, "12")
    text = run("text", name).out
    assert text[there["start"] : there["end"]] == "12"
    assert name in finding["message"]


@pytest.mark.parametrize("name", ["figures.csv", "figures.tsv", "figures.xlsx"])
def test_a_table_that_agrees_says_nothing(draft: Path, run: Run, name: str) -> None:
    assert found(run, save(draft, name, AGREES)) == []


def test_the_columns_of_a_row_of_totals_are_read_by_their_names(draft: Path, run: Run) -> None:
    rows = [["Place", "Killed", "Injured"], ["Deck", "9", "20"], ["Hold", "3", "11"], ["Total", "12", "31"]]
    (finding,) = found(run, save(draft, "figures.csv", rows))
    assert (finding["primary"]["text"], finding["related"][0]["line"]) == ("14 people", 4)


def test_a_part_of_the_total_is_no_total(draft: Path, run: Run) -> None:
    assert found(run, save(draft, "a.csv", [["Place", "Killed"], ["Deck", "9"], ["Hold", "5"], ["Total", "14"]])) == []


def test_a_label_that_stands_twice_names_nothing(draft: Path, run: Run) -> None:
    rows = [["Day", "Number"], ["Killed", "3"], ["Injured", "31"], ["Killed", "11"]]
    assert found(run, save(draft, "a.csv", rows)) == []


def test_a_label_with_a_year_in_it_is_of_another_event(draft: Path, run: Run) -> None:
    assert found(run, save(draft, "a.csv", [*AGREES, ["Killed in 2019", "30"]])) == []


def test_a_slip_far_from_the_table_is_found(draft: Path, run: Run) -> None:
    filler = "".join(f"Nobody knew what began it, she said on day {at}.\n\n" for at in range(80))
    (draft / "draft.md").write_text(
        f"# Crime\n\nRobbery rose from 612 to 799 in the north.\n\n{filler}", encoding="utf-8"
    )
    rows = [["Crime", "Before", "After"], ["Robbery", "612", "779"], ["Arson", "41", "53"]]
    (finding,) = found(run, save(draft, "crime.csv", rows))
    assert finding["related"][0]["text"] == "779"


def test_several_tables_keep_their_own_lines(draft: Path, run: Run) -> None:
    first, second = save(draft, "a.csv", AGREES), save(draft, "b.tsv", [["Killed", "13"], ["Injured", "31"]])
    (finding,) = found(run, first, second)
    assert [(p["path"], p["line"], p["column"]) for p in finding["related"] if p["text"] == "13"] == [("b.tsv", 1, 8)]


def test_what_is_wrong_in_the_table_alone_is_told_at_its_place(draft: Path, run: Run) -> None:
    rows = [["Place", "Goats"], ["Talvar", "902"], ["Soreh", "279"], ["Dasht", "85"], ["Total", "1284"]]
    (finding,) = found(run, save(draft, "cars.csv", rows))
    assert finding["primary"]["path"] == "cars.csv"
    ran = run("check", "draft.md", "--table", "cars.csv", "--output-format", "checkstyle")
    assert re.search(r'<file name="draft.md" ?/>\s*<file name="cars.csv">\s*<error line="5"', ran.out)


def test_a_place_in_a_workbook_is_named_as_spreadsheets_do(draft: Path, run: Run) -> None:
    (finding,) = found(run, save(draft, "figures.xlsx", ROWS))
    assert finding["related"][0]["locator"] == "sheet Toll, cell B2"


SAID: dict[str, Callable[[str], str]] = {
    "sarif": lambda out: json.loads(out)["runs"][0]["results"][0]["relatedLocations"][0]["physicalLocation"][
        "artifactLocation"
    ]["uri"],
    "rdjson": lambda out: json.loads(out)["diagnostics"][0]["related_locations"][0]["location"]["path"],
    "jsonl": lambda out: json.loads(out.splitlines()[1])["related"][0]["path"],
    "text": lambda out: re.search(r"(figures\.csv):2:15", out)[1],
    "markdown": lambda out: re.search(r"`(figures\.csv):2:15`", out)[1],
    "github": lambda out: re.search(r"(figures\.csv) line 2, “12”", out)[1],
    "checkstyle": lambda out: re.search(r"(figures\.csv) line 2, “12”", out)[1],
    "junit": lambda out: re.search(r"at (figures\.csv):2:15", out)[1],
    "csv": lambda out: re.search(r"(figures\.csv):2:15 12", out)[1],
    "html": lambda out: re.search(r"(figures\.csv), row 2, column 2", out)[1],
}


@pytest.mark.parametrize("form", SAID)
def test_every_output_names_the_table(draft: Path, run: Run, form: str) -> None:
    save(draft, "figures.csv", ROWS)
    ran = run("check", "draft.md", "--table", "figures.csv", "--output-format", form)
    assert SAID[form](ran.out) == "figures.csv"


def test_the_columns_of_reviewdog_count_bytes_of_the_table(draft: Path, run: Run) -> None:
    save(draft, "figures.csv", [["Catégorie", "Number"], ["Killed (é)", "12"], ["Injured", "31"]])
    ran = run("check", "draft.md", "--table", "figures.csv", "--output-format", "rdjson")
    (other,) = json.loads(ran.out)["diagnostics"][0]["related_locations"]
    assert other["location"]["range"]["start"] == {"line": 2, "column": 13}


def test_the_baseline_knows_what_a_table_brings_and_explain_tells_of_it(draft: Path, run: Run) -> None:
    save(draft, "figures.csv", ROWS)
    (finding,) = found(run, "figures.csv")
    assert run("baseline", "draft.md", "--table", "figures.csv", "--file", "known").status == 0
    moved = [["Ferry fire", ""], ["", ""], *ROWS]
    save(draft, "figures.csv", moved)
    ran = run("check", "draft.md", "--table", "figures.csv", "--baseline", "known", "-q")
    assert ran.status == 0
    ran = run("explain", finding["id"], "draft.md", "--table", "figures.csv")
    assert ran.status == 0 and "figures.csv:4:15" in ran.out


def test_the_figure_table_has_those_of_the_file(draft: Path, run: Run) -> None:
    save(draft, "figures.csv", ROWS)
    ran = run("facts", "draft.md", "--table", "figures.csv", "--output-format", "jsonl")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [(r["line"], r["verdict"]) for r in rows if r["path"] == "figures.csv" and r["figure"] == "12"] == [
        (2, "error: fact-box-disagrees")
    ]


def test_a_changed_line_of_the_table_is_a_change(draft: Path, run: Run) -> None:
    save(draft, "figures.csv", AGREES)
    git(draft, "add", "-A")
    git(draft, "commit", "-q", "-m", "a")
    save(draft, "figures.csv", ROWS)
    told = run("check", "draft.md", "--table", "figures.csv", "--diff-base", "HEAD")
    git(draft, "commit", "-q", "-a", "-m", "b")
    silent = run("check", "draft.md", "--table", "figures.csv", "--diff-base", "HEAD")
    assert (told.status, silent.status) == (1, 0)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.csv", None, "none.csv: cannot be read: No such file or directory"),
        ("words.md", b"a", "words.md: is no table that --table takes, only .csv, .tsv, .tab, .xlsx"),
        ("bad.csv", b"Dead,\xe9", "bad.csv: cannot read as UTF-8"),
        ("bad.xlsx", b"PK", "bad.xlsx: is no whole xlsx file"),
        ("empty.xlsx", b"", "empty.xlsx: is no xlsx file: it is empty"),
    ],
)
def test_a_table_that_cannot_be_read_ends_with_2(
    draft: Path, run: Run, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (draft / name).write_bytes(data)
    ran = run("check", "draft.md", "--table", name)
    assert ran.status == 2 and said in ran.err and "Traceback" not in ran.err


def test_a_table_goes_with_one_draft(draft: Path, run: Run) -> None:
    ran = run("check", "draft.md", "clean.md", "--table", save(draft, "figures.csv", ROWS))
    assert ran.status == 2 and "--table: takes one draft, got clean.md, draft.md" in ran.err


def test_without_the_extra_the_line_names_it(draft: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    save(draft, "figures.xlsx", ROWS)
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    ran = run("check", "draft.md", "--table", "figures.xlsx")
    assert ran.status == 2 and "figures.xlsx: needs the extra xlsx: pip install 'figcheck[xlsx]'" in ran.err


def test_a_formula_without_its_result_is_no_empty_cell(draft: Path, run: Run) -> None:
    ran = run("check", "draft.md", "--table", save(draft, "figures.xlsx", [*ROWS, ["All", "=B2+B3"]]))
    assert ran.status == 2 and "sheet Toll, cell B4: a formula without its result" in ran.err


def test_a_folder_is_not_searched_for_workbooks(draft: Path, run: Run) -> None:
    (draft / "broken.xlsx").write_bytes(b"no workbook")
    assert run("check", ".", "--exit-zero").status == 0


def test_a_workbook_reads_as_it_shows(tmp_path: Path) -> None:
    cells: list[Any] = [0.12, 1284.0, 4.1, -3.25, 0.1 + 0.2, date(2026, 11, 25), 1200000, 5, None, True]
    forms = {"A1": "0%", "B1": "#,##0", "D1": "0.0", "G1": '"$"#,##0', "H1": "[$€-407]0.00"}
    save(tmp_path, "a.xlsx", [cells, [], ["note  of\nit"]], forms)
    document = read_document("a.xlsx", (tmp_path / "a.xlsx").read_bytes())
    shown = ["12%", "1,284", "4.1", "-3.3", "0.3", "2026-11-25", "$1,200,000", "€5.00", "", "True"]
    assert document.text.splitlines()[0].split("\t") == shown
    assert [block.table for block in document.blocks] == [0] * 9 + [1]
    assert document.words(document.blocks[-1].span) == "note of it"


def test_the_cells_are_those_that_pandas_reads(tmp_path: Path) -> None:
    rows = [["Category", "Number"], ['a, "b"\nc', "1,284"], ["", "7"], ["x", ""]]
    for name in ("a.csv", "a.tsv", "a.xlsx"):
        save(tmp_path, name, rows)
        data = (tmp_path / name).read_bytes()
        document = read_document(name, data)
        if name.endswith("xlsx"):
            frame = pandas.read_excel(io.BytesIO(data), header=None, dtype=str, na_filter=False)
        else:
            frame = pandas.read_csv(
                io.BytesIO(data), header=None, dtype=str, na_filter=False, sep="\t" if name.endswith("tsv") else ","
            )
        theirs = {
            (row, column): " ".join(str(cell).split())
            for row, line in enumerate(frame.to_numpy())
            for column, cell in enumerate(line)
            if cell
        }
        ours = {(b.row, b.column): document.words(b.span).replace('""', '"') for b in document.blocks}
        assert {at: " ".join(words.split()) for at, words in ours.items()} == theirs
