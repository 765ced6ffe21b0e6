from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from checker import run as pipeline
from checker.model.report import DocumentReport
from tests.cli.conftest import CLEAN, FLAWED, Run

MILDER = """
id: milder
extends: headline-disagrees
replaces: headline-disagrees
severity: info
message: "ours: {here}"
"""


def test_a_clean_draft_ends_with_0_and_says_what_was_checked(run: Run) -> None:
    ran = run("check", "clean.md")
    assert ran.status == 0
    assert ran.out.startswith("Examined 1 document: ")
    assert ran.last.startswith("checked 1 documents, ") and ran.last.endswith("; 0 errors, 0 warnings, 0 notes")


def test_a_flawed_draft_ends_with_1_and_shows_both_places(run: Run) -> None:
    ran = run("check", "flawed.md")
    assert ran.status == 1
    assert "flawed.md:1:3 " in ran.out and "flawed.md:3:26 " in ran.out
    assert ran.last.endswith("; 1 errors, 0 warnings, 0 notes")


def test_check_is_the_default_command(run: Run) -> None:
    assert run("flawed.md") == run("check", "flawed.md")
    assert run("--output-format", "json", "flawed.md") == run("check", "--output-format", "json", "flawed.md")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning"], 1),
        (["--exit-zero"], 0),
        (["--severity", "headline-disagrees=warning"], 0),
        (["--severity", "headline-disagrees=warning", "--fail-on", "warning"], 1),
        (["--severity", "headline-disagrees=warning", "--max-warnings", "0"], 1),
        (["--severity", "headline-disagrees=warning", "--max-warnings", "1"], 0),
        (["--severity", "headline-disagrees=info", "--fail-on", "info"], 1),
        (["--severity", "headline-disagrees=off"], 0),
        (["--ignore", "headline-disagrees"], 0),
        (["--ignore", "headline_body_mismatch"], 0),
        (["--select", "headline-disagrees"], 1),
        (["--select", "figures-exchanged,bound-broken"], 0),
    ],
)
def test_the_exit_status_follows_the_gate(run: Run, options: list[str], status: int) -> None:
    assert run("check", *options, "flawed.md").status == status


def test_a_missing_file_is_2_and_the_findings_are_printed(run: Run) -> None:
    ran = run("check", "gone.md", "flawed.md", "--exit-zero")
    assert ran.status == 2
    assert "flawed.md:1:3 " in ran.out and "Not read: gone.md" in ran.out
    assert "gone.md: there is no such file or folder\n" in ran.err and ran.last.startswith("checked 1 documents")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("latin.md", b"It killed 14 caf\xe9s", "cannot read as UTF-8"),
        ("null.txt", b"14\x00", "not a text file"),
        ("draft.key", b"x", "no format with the suffix .key is read"),
    ],
)
def test_a_draft_that_cannot_be_read_is_2_with_its_name(
    run: Run, desk: Path, name: str, data: bytes, reason: str
) -> None:
    (desk / name).write_bytes(data)
    ran = run("check", name)
    assert ran.status == 2 and name in ran.err and reason in ran.err


def test_a_draft_beyond_the_largest_size_is_refused_by_name(run: Run) -> None:
    ran = run("check", "--max-size", "50", "flawed.md")
    assert ran.status == 2
    assert "flawed.md: larger than 50 bytes; --max-size reads larger files\n" in ran.err
    assert run("check", "--max-size", str(len(FLAWED)), "flawed.md").status == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check"], "nothing to examine: name files, folders or globs, or set 'paths'"),
        (["check", "empty"], "nothing to examine: no draft in empty"),
        (["check", "*.docx"], "*.docx: no file matches that is read here"),
        (["check", "--fail-on", "fatal", "clean.md"], "'fatal' is not one of"),
        (["check", "--output-formt", "json", "clean.md"], "No such option"),
        (["check", "--output-format", "json", "--output-format", "text", "clean.md"], "would both go to stdout"),
        (["check", "--max-warnings", "many", "clean.md"], "--max-warnings: got 'many', must be a whole number"),
        (["check", "--ignore", "headline-disagree", "clean.md"], "did you mean 'headline-disagrees'?"),
        (["check", "--severity", "headline-disagrees", "clean.md"], "--severity: got 'headline-disagrees', must be"),
        (["check", "--format", "markdwon", "clean.md"], "markdwon"),
        (["check", "--encoding", "klingon", "clean.md"], "klingon"),
        (["check", "--date", "yesterday", "clean.md"], "--date: got 'yesterday', must be a date"),
        (["check", "--config", "gone.toml", "clean.md"], "gone.toml:0:0: there is no such file"),
        (["check", "--rules", "gone", "clean.md"], "gone:0:0: there is no such file or folder"),
        (["chekc", "clean.md"], "chekc: there is no such file or folder"),
    ],
)
def test_a_mistake_of_the_user_is_2_in_one_line_without_a_traceback(
    run: Run, desk: Path, arguments: list[str], message: str
) -> None:
    (desk / "empty").mkdir()
    ran = run(*arguments)
    assert ran.status == 2 and message in ran.err and "Traceback" not in ran.err


def test_a_failure_of_our_own_is_3_and_the_other_drafts_are_still_checked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pipeline.check_bytes

    def breaks(name: str, *rest: Any) -> DocumentReport:
        if name == "clean.md":
            raise ZeroDivisionError("by nothing")
        return whole(name, *rest)

    monkeypatch.setattr(pipeline, "check_bytes", breaks)
    ran = run("check", "clean.md", "flawed.md", "--exit-zero")
    assert ran.status == 3
    assert "clean.md: figcheck failed: ZeroDivisionError: by nothing\n" in ran.err and "flawed.md:1:3 " in ran.out


def test_an_uncaught_exception_is_3_with_one_line_that_asks_to_report_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.cli.checking.given", lambda *_: 1 / 0)
    ran = run("check", "clean.md")
    assert ran.status == 3 and ran.err.count("\n") == 1 and "please report it" in ran.err
    traced = run("check", "clean.md", environ={"FIGCHECK_DEBUG": "1"})
    assert traced.status == 3 and "Traceback" in traced.err


def test_stdin_is_read_and_named(run: Run) -> None:
    ran = run("check", "-", "--format", "markdown", "--output-format", "json", stdin=FLAWED.encode())
    assert ran.status == 1 and json.loads(ran.out)["documents"][0]["path"] == "-"
    named = run("check", "-", "--stdin-filename", "drafts/a.md", "--output-format", "json", stdin=FLAWED.encode())
    assert named.status == 1 and json.loads(named.out)["documents"][0]["path"] == "drafts/a.md"


def test_stdin_that_is_too_long_is_refused(run: Run) -> None:
    assert "-: larger than 10 bytes" in run("check", "-", "--max-size", "10", stdin=FLAWED.encode()).err


def test_several_outputs_are_written_at_once(run: Run, desk: Path) -> None:
    files = ["--output-format", "json", "--output-file", "a.json", "--output-format", "text"]
    ran = run("check", *files, "--output-format", "csv", "--output-file", "a.csv", "flawed.md")
    assert ran.out == run("check", "flawed.md").out
    assert json.loads((desk / "a.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1
    assert (desk / "a.csv").read_text(encoding="utf-8").count("\n") == 2


def test_a_file_that_cannot_be_written_is_2(run: Run) -> None:
    ran = run("check", "--output-file", "gone/a.txt", "clean.md")
    assert ran.status == 2 and "gone/a.txt: cannot be written: No such file or directory" in ran.err


def test_an_output_file_is_replaced_whole_and_nothing_is_left_beside_it(run: Run, desk: Path) -> None:
    (desk / "a.txt").write_text("old" * 9999, encoding="utf-8")
    run("check", "--output-file", "a.txt", "clean.md")
    assert (desk / "a.txt").read_text(encoding="utf-8").startswith("Examined 1 document")
    assert sorted(os.listdir(desk)) == [".git", "a.txt", "clean.md", "flawed.md"]


def test_a_link_is_written_through(run: Run, desk: Path) -> None:
    (desk / "real.txt").write_text("old", encoding="utf-8")
    (desk / "link.txt").symlink_to("real.txt")
    run("check", "--output-file", "link.txt", "clean.md")
    assert (desk / "link.txt").is_symlink() and (desk / "real.txt").read_text(encoding="utf-8").startswith("Examined")


def test_the_order_of_drafts_is_that_of_their_paths(run: Run) -> None:
    one = run("check", "--output-format", "json", "flawed.md", "clean.md")
    assert one == run("check", "--output-format", "json", "clean.md", "flawed.md")
    assert [document["path"] for document in json.loads(one.out)["documents"]] == ["clean.md", "flawed.md"]


def test_the_bytes_are_the_same_for_any_number_of_jobs(run: Run, desk: Path) -> None:
    for at in range(6):
        (desk / f"more-{at}.md").write_text([FLAWED, CLEAN][at % 2], encoding="utf-8")
    (desk / "bad.md").write_bytes(b"\xff")
    alone = run("check", ".", "--output-format", "json", "--jobs", "1")
    assert alone.status == 2
    assert run("check", ".", "--output-format", "json", "--jobs", "3") == alone


def test_quiet_leaves_the_findings_and_the_last_line(run: Run) -> None:
    ran = run("check", "--quiet", "flawed.md")
    assert "Examined" not in ran.out and ran.out.startswith("error: ") and ran.last.startswith("checked 1 documents")


def test_a_folder_is_walked_and_settings_leave_files_out(run: Run, desk: Path) -> None:
    (desk / "figcheck.toml").write_text('exclude = ["flawed.md"]', encoding="utf-8")
    assert run("check", ".").status == 0
    ran = run("check", "flawed.md")
    assert ran.status == 0 and "flawed.md: left out, exclude has 'flawed.md'\n" in ran.err


def test_paths_of_the_settings_are_checked_where_none_is_given(run: Run, desk: Path) -> None:
    (desk / "figcheck.toml").write_text('paths = ["flawed.md"]', encoding="utf-8")
    assert run("check").status == 1


def test_the_command_line_comes_before_the_environment_and_that_before_the_file(run: Run, desk: Path) -> None:
    (desk / "figcheck.toml").write_text('fail-on = "never"', encoding="utf-8")
    assert run("check", "flawed.md").status == 0
    louder = {"FIGCHECK_FAIL_ON": "error"}
    assert run("check", "flawed.md", environ=louder).status == 1
    assert run("check", "flawed.md", "--fail-on", "never", environ=louder).status == 0
    assert run("check", "flawed.md", "--isolated", environ={"FIGCHECK_FAIL_ON": "never"}).status == 1


def test_each_draft_follows_the_settings_nearest_to_it(run: Run, desk: Path) -> None:
    (desk / "mild").mkdir()
    (desk / "mild/figcheck.toml").write_text("[severity]\nheadline-disagrees = 'info'", encoding="utf-8")
    (desk / "mild/a.md").write_text(FLAWED, encoding="utf-8")
    shape = json.loads(run("check", ".", "--output-format", "json").out)
    assert [(d["path"], [f["severity"] for f in d["findings"]]) for d in shape["documents"]] == [
        ("clean.md", []),
        ("flawed.md", ["error"]),
        ("mild/a.md", ["info"]),
    ]


def test_a_wrong_setting_anywhere_is_2_before_anything_is_printed(run: Run, desk: Path) -> None:
    (desk / "mild").mkdir()
    (desk / "mild/figcheck.toml").write_text("fail_on = 'info'", encoding="utf-8")
    (desk / "mild/a.md").write_text(FLAWED, encoding="utf-8")
    ran = run("check", ".")
    assert ran.status == 2 and ran.out == ""
    assert "mild/figcheck.toml:1:1: unknown key 'fail_on'" in ran.err and "did you mean 'fail-on'?" in ran.err


def test_the_settings_in_force_are_shown_with_their_source(run: Run, desk: Path) -> None:
    (desk / "figcheck.toml").write_text('\nlocale = "en-GB"', encoding="utf-8")
    ran = run("check", "--show-settings", "--fail-on", "info", "flawed.md", environ={"FIGCHECK_IGNORE": "a,b"})
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0] == "# flawed.md"
    assert f'locale = "en-GB"  # {desk}/figcheck.toml:2' in lines
    assert 'fail-on = "info"  # --fail-on' in lines
    assert 'ignore = ["a", "b"]  # FIGCHECK_IGNORE' in lines
    assert "# max-warnings = (unset)  # default" in lines


@pytest.mark.parametrize(
    ("options", "environ", "colored"),
    [
        ([], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_option_and_environment(
    run: Run, options: list[str], environ: dict[str, str], colored: bool
) -> None:
    assert ("\033[" in run("check", *options, "flawed.md", environ=environ).out) is colored


def test_an_output_file_has_no_colour(run: Run, desk: Path) -> None:
    run("check", "--color", "always", "--output-file", "a.txt", "flawed.md")
    assert "\033[" not in (desk / "a.txt").read_text(encoding="utf-8")


def test_annotations_come_with_a_job_summary(run: Run, desk: Path) -> None:
    summary = desk / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    ran = run("check", "--output-format", "github", "flawed.md", environ={"GITHUB_STEP_SUMMARY": str(summary)})
    assert ran.out.startswith("::error file=flawed.md,line=1,")
    assert summary.read_text(encoding="utf-8").startswith("before\n### figcheck: 1 error\n")


def test_a_summary_that_is_an_output_file_is_not_written_twice(run: Run, desk: Path) -> None:
    summary = str(desk / "summary.md")
    files = ["--output-format", "github", "--output-format", "markdown", "--output-file", summary]
    run("check", *files, "flawed.md", environ={"GITHUB_STEP_SUMMARY": summary})
    assert Path(summary).read_text(encoding="utf-8").count("### figcheck") == 1


def test_a_name_that_is_no_utf_8_is_read_and_shown(run: Run, desk: Path) -> None:
    name = os.fsdecode(b"dr\xe4ft.md")
    (desk / name).write_text(FLAWED, encoding="utf-8")
    for form in ("text", "json", "sarif", "junit", "csv", "markdown", "github"):
        assert run("check", name, "--output-format", form).status == 1
    assert json.loads(run("check", name, "--output-format", "json").out)["documents"][0]["path"] == name


def test_a_pack_of_rules_named_in_the_settings_counts_from_its_file(run: Run, desk: Path) -> None:
    (desk / "figcheck.toml").write_text('rules = ["house"]', encoding="utf-8")
    (desk / "house").mkdir()
    (desk / "house/milder.yaml").write_text(MILDER, encoding="utf-8")
    ran = run("check", "flawed.md", "--output-format", "json")
    [finding] = json.loads(ran.out)["documents"][0]["findings"]
    assert (finding["rule"], finding["severity"]) == ("milder", "info") and finding["message"].startswith("ours: ")
