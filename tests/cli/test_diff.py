"""``figcheck diff`` as a command: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.resources import reports_folder
from tests.cli.conftest import FLAWED, Run
from tests.history.test_takes import TAKE


@pytest.fixture
def takes(desk: Path) -> Path:
    (desk / "1.md").write_text(TAKE, encoding="utf-8")
    (desk / "2.md").write_text(TAKE.replace("killed 24", "killed 27").replace("Nine", "Six"), encoding="utf-8")
    return desk


def test_a_headline_that_was_forgotten_fails_the_run(run: Run, takes: Path) -> None:
    ran = run("diff", "1.md", "2.md")
    assert ran.status == 1
    assert ran.out.startswith("error: para 1 went from “24 people” to “27 people”, the headline still says “24”.")
    assert "  2.md:1:19  headline: 24\n" in ran.out
    assert ran.out.endswith("1 raised, 1 lowered, 5 unchanged, 0 new, 0 gone; 1 error, 0 warnings\n")
    assert "unchanged  " not in ran.out and "unchanged  " in run("diff", "1.md", "2.md", "--all").out


def test_the_gate_is_that_of_a_check(run: Run, takes: Path) -> None:
    assert run("diff", "1.md", "2.md", "--fail-on", "never").status == 0
    assert run("diff", "1.md", "2.md", "--exit-zero").status == 0
    assert run("diff", "1.md", "1.md", "--fail-on", "info").status == 0
    assert run("diff", "1.md", "nowhere.md", "--exit-zero").status == 2
    assert run("diff", "1.md").status == 2


def test_json_has_the_shape_of_its_schema(run: Run, takes: Path) -> None:
    schema = json.loads((Path(reports_folder()) / "schema" / "diff.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for pair in (("1.md", "2.md"), ("2.md", "1.md"), ("1.md", "flawed.md"), ("1.md", "1.md")):
        shape = json.loads(run("diff", *pair, "--output-format", "json").out)
        Draft202012Validator(schema).validate(shape)
        text = {name: (takes / name).read_text(encoding="utf-8") for name in pair}
        for fact in shape["facts"]:
            for side, name in (("old", pair[0]), ("new", pair[1])):
                for place in fact[side]:
                    assert " ".join(text[name][place["start"] : place["end"]].split()) == place["figure"]


def test_markdown_goes_to_a_file_and_words_of_a_draft_are_no_markup(run: Run, takes: Path) -> None:
    (takes / "3.md").write_text(FLAWED + "\nThe *mill* has 40 <b>looms|doors</b>.\n", encoding="utf-8")
    ran = run("diff", "1.md", "3.md", "--output-format", "markdown", "--output-file", "diff.md")
    written = (takes / "diff.md").read_text(encoding="utf-8")
    assert ran.out == "" and written.startswith("### figcheck: ")
    assert "<b>" not in written.replace("<sub>", "")


def test_controls_in_a_draft_do_not_reach_the_terminal(run: Run, takes: Path) -> None:
    (takes / "3.md").write_text(TAKE.replace("24 people", "24\x1b[31m people"), encoding="utf-8")
    for form in ("text", "markdown", "json"):
        assert "\x1b" not in run("diff", "3.md", "1.md", "--all", "--output-format", form).out
