"""The commands beside check."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, validators

from checker.config import from_file
from checker.model.version import VERSION
from tests.cli.conftest import Run
from tests.schemas import schema

EXTRACT = json.loads(Path("reports/schema/extract.schema.json").read_text(encoding="utf-8"))
EXTRACT_PAGE = Path("docs/extract.md").read_text(encoding="utf-8")
TABLE = """# Fire on ferry kills 14

A fire on a ferry killed 14 people on Monday, the coastguard said. More than 30 passengers were rescued, about 160 by
helicopter. It was Flight 862 that saw the smoke. Nearly 40% of the cabins burned.
"""


@pytest.fixture
def draft(desk: Path) -> Path:
    path = desk / "draft.md"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"figcheck {VERSION}\n", "")


def test_help_lists_the_commands(run: Run) -> None:
    out = run("--help").out
    for name in ("check", "facts", "extract", "text", "explain", "why-not", "rules", "init"):
        assert f"\n  {name} " in out


def test_without_anything_the_help_is_shown_and_it_is_a_mistake(run: Run) -> None:
    ran = run()
    assert ran.status == 2 and "Usage: figcheck" in ran.err


def test_facts_shows_every_figure_also_without_a_finding(run: Run, draft: Path) -> None:
    ran = run("facts", "draft.md")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0].startswith("draft.md: ") and "figures" in lines[0]
    assert lines[2].split("  ")[0] == "figure"
    assert any(line.startswith("14 people") and "dead" in line and "3:26 paragraph 1" in line for line in lines)
    assert any("more than 30" in line for line in lines)


def test_facts_of_a_draft_without_figures_says_so(run: Run, desk: Path) -> None:
    (desk / "none.md").write_text("Nothing here.", encoding="utf-8")
    assert run("facts", "none.md").out == "none.md: no figure found\n"


def test_facts_go_to_a_spreadsheet_or_another_program(run: Run, draft: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("facts", "draft.md", "--output-format", "csv").out)))
    lines = [json.loads(line) for line in run("facts", "draft.md", "--output-format", "jsonl").out.splitlines()]
    assert [row["figure"] for row in rows] == [line["figure"] for line in lines]
    assert rows[0]["line"] == str(lines[0]["line"])


def test_facts_tells_of_what_cannot_be_read(run: Run) -> None:
    ran = run("facts", "clean.md", "gone.md")
    assert ran.status == 2 and ran.out.startswith("clean.md: ") and "gone.md: there is no such file" in ran.err


def test_extract_prints_a_figure_a_line_that_fits_the_schema(run: Run, draft: Path) -> None:
    Draft202012Validator.check_schema(EXTRACT)
    rows = [json.loads(line) for line in run("extract", "draft.md").out.splitlines()]
    for row in rows:
        Draft202012Validator(EXTRACT).validate(row)
        assert TABLE[row["start"] : row["end"]] == row["text"]
    dead = next(row for row in rows if row["text"] == "14 people")
    assert (dead["path"], dead["line"], dead["column"]) == ("draft.md", 3, 26)
    assert dead["number"] == {"start": 51, "end": 53, "text": "14", "low": 14, "high": 14}
    assert dead["status"] == "dead" and dead["counted"] == "people" and dead["block"] == "paragraph"


def test_extract_all_adds_what_is_no_quantity_with_the_reason(run: Run, draft: Path) -> None:
    plain = run("extract", "draft.md").out.splitlines()
    rows = [json.loads(line) for line in run("extract", "--all", "draft.md").out.splitlines()]
    none = [row for row in rows if row["kind"] == "none"]
    assert len(rows) == len(plain) + len(none)
    assert any("862" in row["text"] and row["reason"] for row in none)
    for row in none:
        Draft202012Validator(EXTRACT).validate(row)
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)


def test_extract_writes_text_and_csv(run: Run, draft: Path, desk: Path) -> None:
    assert "draft.md:3:26: 14 people (" in run("extract", "draft.md", "--output-format", "text").out
    ran = run("extract", "draft.md", "--output-format", "csv", "--output-file", "a.csv")
    assert (ran.status, ran.out) == (0, "")
    rows = list(csv.DictReader(io.StringIO((desk / "a.csv").read_text(encoding="utf-8"))))
    row = next(row for row in rows if row["text"] == "14 people")
    assert (row["number_low"], row["hard_low"], row["modifier"]) == ("14", "14", "")


def test_the_columns_of_the_table_are_those_of_its_page(run: Run, draft: Path, desk: Path) -> None:
    run("extract", "draft.md", "--output-format", "csv", "--output-file", "a.csv")
    head = (desk / "a.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
    named = [
        name
        for line in EXTRACT_PAGE.splitlines()
        if line.startswith("| `")
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    ]
    assert named == head


def test_parquet_is_read_back_with_the_rows_of_the_draft(run: Run, draft: Path, desk: Path) -> None:
    import pandas

    ran = run("extract", "draft.md", "--output-format", "parquet", "--output-file", "a.parquet")
    assert (ran.status, ran.out) == (0, "")
    found = pandas.read_parquet(desk / "a.parquet").set_index("text")
    assert (found.loc["14 people", "number_low"], found.loc["14 people", "status"]) == (14, "dead")


def test_parquet_needs_a_file(run: Run, draft: Path) -> None:
    ran = run("extract", "draft.md", "--output-format", "parquet")
    assert ran.status == 2 and "so it needs an --output-file" in ran.err


def test_text_prints_the_draft_to_the_last_character(run: Run, desk: Path) -> None:
    (desk / "a.md").write_bytes(b"\xef\xbb\xbf# 14 dead\r\n\r\nCaf\xc3\xa9 14\r\n")
    assert run("text", "a.md").out == "# 14 dead\r\n\r\nCafé 14\r\n"
    assert run("text", "-", "--encoding", "latin-1", stdin=b"caf\xe9").out == "café"


def test_explain_shows_a_rule_with_reason_source_and_examples(run: Run) -> None:
    ran = run("explain", "headline-disagrees")
    assert ran.status == 0
    assert ran.out.startswith("headline-disagrees (headline_body_mismatch)\n")
    for part in ("severity  ", "source    ", "It flags:", "It lets pass:", "file  "):
        assert part in ran.out


def test_explain_names_the_nearest_rule(run: Run) -> None:
    ran = run("explain", "headline-disagree")
    assert ran.status == 2 and "did you mean 'headline-disagrees'?" in ran.err


def test_explain_shows_how_a_finding_came_about(run: Run) -> None:
    [document] = json.loads(run("check", "flawed.md", "--output-format", "json").out)["documents"]
    [finding] = document["findings"]
    ran = run("explain", finding["id"][:6], "flawed.md")
    assert ran.status == 0
    assert ran.out.startswith(f"error: {finding['message']}\n")
    for part in (
        "flawed.md:1:3",
        "flawed.md:3:26",
        "Taken together as:",
        "Arithmetic:",
        "  tolerance  ",
        "  severity  ",
    ):
        assert part in ran.out


def test_explain_lists_the_findings_where_the_id_fits_none(run: Run) -> None:
    ran = run("explain", "zzzz", "flawed.md")
    assert ran.status == 2 and "(headline-disagrees)" in ran.err
    assert "the findings of this draft are: none" in run("explain", "zzzz", "clean.md").err
    assert run("explain", "zzzz", "gone.md").status == 2


def test_why_not_tells_the_first_thing_in_which_two_figures_differ(run: Run, draft: Path) -> None:
    ran = run("why-not", "draft.md:3:26", "draft.md:3:68")
    assert ran.status == 0
    first, second, reason = ran.out.splitlines()
    assert first.startswith("draft.md:3:26  “14 people” (dead, ")
    assert second.startswith("draft.md:3:68  “More than 30 passengers”")
    assert reason.startswith("  different ") or reason.startswith("  no link")


@pytest.mark.parametrize(
    ("places", "message"),
    [
        (["draft.md", "draft.md:3"], "draft.md: is no place; write PATH:LINE or PATH:LINE:COL"),
        (["draft.md:3", "draft.md:1"], "draft.md:3: several figures in this line, name a column: 26 “14 people”"),
        (["draft.md:2", "draft.md:1"], "draft.md:2: no figure was read in this line"),
        (["draft.md:3:1", "draft.md:1"], "draft.md:3: no figure at column 1: 26 “14 people”"),
        (["draft.md:1", "draft.md:1:24"], "both places name one figure"),
        (["draft.md:1", "clean.md:1"], "the two figures stand in different drafts"),
        (["gone.md:1", "gone.md:2"], "gone.md: cannot be read"),
    ],
)
def test_why_not_says_what_is_wrong_with_a_place(run: Run, draft: Path, places: list[str], message: str) -> None:
    ran = run("why-not", *places)
    assert ran.status == 2 and message in ran.err


def test_rules_list_shows_what_is_in_force(run: Run, desk: Path) -> None:
    (desk / "figcheck.toml").write_text('ignore = ["headline-disagrees"]', encoding="utf-8")
    out = run("rules", "list").out
    assert [line.split()[-1] for line in out.splitlines() if line.startswith("headline-disagrees ")] == ["off"]
    shape = json.loads(run("rules", "list", "--output-format", "json").out)
    assert {rule["id"]: rule["state"] for rule in shape}["headline-disagrees"] == "off"


def test_rules_test_runs_the_examples_of_a_pack(run: Run, desk: Path) -> None:
    (desk / "seats-differ.yaml").write_text(PACK, encoding="utf-8")
    good = run("rules", "test", "seats-differ.yaml")
    assert good.status == 0 and good.err == "ran 2 examples of 1 rules; 0 do not hold\n"
    (desk / "seats-differ.yaml").write_text(PACK.replace("[[14 people]]", "[[12 people]]"), encoding="utf-8")
    bad = run("rules", "test", "seats-differ.yaml", "--verbose")
    assert bad.status == 2 and "seats-differ.yaml:12:13: examples.flag[0].text: " in bad.err
    assert "WRONG  seats-differ  flag: the headline was not updated" in bad.out


def test_rules_lint_tells_faults_of_a_pack(run: Run, desk: Path) -> None:
    (desk / "seats-differ.yaml").write_text(PACK, encoding="utf-8")
    ran = run("rules", "lint", "seats-differ.yaml")
    assert ran.status == 2 and "seats-differ.yaml:" in ran.err and "give at least 3" in ran.err


def test_a_mistake_in_a_rule_is_one_line_with_its_place(run: Run, desk: Path) -> None:
    (desk / "seats-differ.yaml").write_text(PACK.replace("error", "fatal"), encoding="utf-8")
    ran = run("rules", "test", "seats-differ.yaml")
    assert ran.status == 2 and "seats-differ.yaml:7:11: severity" in ran.err and "fatal" in ran.err


def test_rules_schema_is_a_schema_that_takes_the_shipped_rules(run: Run) -> None:
    shape = json.loads(run("rules", "schema").out)
    Draft202012Validator.check_schema(shape)
    rule = yaml.safe_load(PACK)
    Draft202012Validator(shape).validate({**rule, "check": "agree"})
    assert not Draft202012Validator(shape).is_valid({**rule, "kind": "typo"})


def test_init_writes_a_configuration_that_changes_nothing(run: Run, desk: Path) -> None:
    ran = run("init")
    assert ran.status == 0 and "wrote figcheck.toml" in ran.err
    assert from_file(str(desk / "figcheck.toml")) == {}
    text = (desk / "figcheck.toml").read_text(encoding="utf-8")
    switched_on = "\n".join(
        line.removeprefix("# ") for line in text.splitlines() if " = " in line and "extend" not in line
    )
    (desk / "figcheck.toml").write_text(switched_on, encoding="utf-8")
    assert len(from_file(str(desk / "figcheck.toml"))) == len(tomllib.loads(switched_on)) > 10


def test_init_does_not_overwrite_settings(run: Run, desk: Path) -> None:
    (desk / "figcheck.toml").write_text("jobs = 1", encoding="utf-8")
    assert run("init").status == 2
    assert run("init", "--force").status == 0
    (desk / "pyproject.toml").write_text("[tool.figcheck]\njobs = 1", encoding="utf-8")
    assert "would not be read" in run("init", "--force").err


@pytest.mark.parametrize(("ci", "gate"), [("github", "github-workflow.json"), ("gitlab", "ci.json")])
def test_init_prints_a_gate_and_a_hook_that_their_programs_accept(run: Run, ci: str, gate: str) -> None:
    printed = run("init", "--ci", ci).out
    made, hook = (yaml.safe_load(part) for part in printed.split("# .pre-commit-config.yaml"))
    if ci == "github":
        made = {("on" if key is True else key): value for key, value in made.items()}  # YAML 1.1 takes "on" for true
    for shape, name in ((made, gate), (hook, "pre-commit-config.json")):
        validators.validator_for(schema(name))(schema(name)).validate(shape)
    assert VERSION in printed


PACK = """id: seats-differ
check: agree
kind: headline_body_mismatch
extends: headline-disagrees
replaces: headline-disagrees
links: [headline]
severity: error
message: "“{here}” and “{there}”: which is current?"
examples:
  flag:
    - why: the headline was not updated
      text: |
        # [[12 killed]] in ferry fire

        A fire on a ferry killed [[14 people]] on Monday.
      format: markdown
  pass:
    - why: both say the same
      text: A fire on a ferry killed 14 people on Monday.
rationale: none
source: none
"""
