"""What a gate says and does about suppressions."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import FLAWED, Run


def silenced(desk: Path, directive: str) -> None:
    (desk / "flawed.md").write_text(FLAWED + f"\n<!-- figcheck: {directive} -->\n", encoding="utf-8")


def test_a_suppressed_finding_is_counted_and_fails_nothing(run: Run, desk: Path) -> None:
    silenced(desk, "ignore-file[headline-disagrees]")
    ran = run("check", "flawed.md")
    assert ran.status == 0
    assert ran.last.endswith("; 0 errors, 0 warnings, 0 notes, 1 suppressed")


def test_a_misspelt_suppression_ends_with_2_and_the_other_drafts_are_checked(run: Run, desk: Path) -> None:
    silenced(desk, "ignroe[headline-disagrees]")
    ran = run("check", "flawed.md", "clean.md")
    assert ran.status == 2
    assert "flawed.md:5:16: got 'ignroe', must be one of ignore" in ran.err
    assert ran.last.startswith("checked 1 documents")


def test_an_idle_suppression_is_told_and_fails_nothing(run: Run, desk: Path) -> None:
    (desk / "clean.md").write_text("Text <!-- figcheck: ignore[figures-exchanged] -->\n", encoding="utf-8")
    ran = run("check", "clean.md")
    assert ran.status == 0
    assert "clean.md:1:28: the suppression of figures-exchanged silences nothing\n" in ran.err


def test_an_end_is_judged_by_the_day_that_is_given(run: Run, desk: Path) -> None:
    silenced(desk, "ignore-file until=2026-12-31")
    assert run("check", "flawed.md").status == 0
    ran = run("check", "--today", "2027-01-01", "flawed.md")
    assert ran.status == 1
    assert "flawed.md:5:1: the suppression expired after 2026-12-31\n" in ran.err
    assert run("check", "--today", "soon", "flawed.md").status == 2


def test_a_reason_is_required_by_option_or_setting(run: Run, desk: Path) -> None:
    silenced(desk, "ignore-file")
    assert run("check", "--require-reason", "flawed.md").status == 2
    (desk / "figcheck.toml").write_text("require-reason = true\n", encoding="utf-8")
    ran = run("check", "flawed.md")
    assert ran.status == 2
    assert "flawed.md:5:1: ignore-file must give a reason (require-reason)" in ran.err


def test_the_report_itself_tells_what_is_silenced_and_what_silences_nothing(run: Run, desk: Path) -> None:
    silenced(
        desk,
        "ignore-file[headline-disagrees] two counts -->\n\n<!-- figcheck: ignore[figures-exchanged] until=2026-12-31",
    )
    for options, remark in (
        ((), "flawed.md:7:23: the suppression of figures-exchanged silences nothing"),
        (("--today", "2027-01-01"), "flawed.md:7:1: the suppression expired after 2026-12-31"),
    ):
        (document,) = json.loads(run("check", "--output-format", "json", "flawed.md", *options).out)["documents"]
        assert [(one["rule"], one["by"], one["reason"]) for one in document["suppressed"]] == [
            ("headline-disagrees", "draft", "two counts")
        ]
        assert document["remarks"] == [remark]


def test_an_unknown_rule_in_a_suppression_is_in_the_report_as_what_could_not_be_read(run: Run, desk: Path) -> None:
    silenced(desk, "ignore-file[headline-disagres]")
    ran = run("check", "--output-format", "json", "flawed.md")
    (problem,) = json.loads(ran.out)["summary"]["unread"]
    assert ran.status == 2 and "did you mean 'headline-disagrees'?" in problem


def test_sarif_can_leave_out_what_is_silenced(run: Run, desk: Path) -> None:
    silenced(desk, "ignore-file[headline-disagrees] two counts")
    results = [
        json.loads(run("check", "--output-format", "sarif", *options, "flawed.md").out)["runs"][0]["results"]
        for options in ((), ("--without-suppressed",))
    ]
    assert [len(one) for one in results] == [1, 0]
