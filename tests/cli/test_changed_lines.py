"""Only what changed: findings with a place in a changed line, and drafts as they will be committed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, FLAWED, Run
from tests.cli.git import commit, git

LONG = """# Fire on ferry kills 14

A fire on a ferry killed 14 people on Monday, the coastguard said.

Nobody was at the pier.

The bells rang at noon for the 16 people killed.

The lake service has 8 ferries. Of its 8 ferries, 11 are old.
"""


@pytest.fixture
def base(desk: Path) -> Path:
    """The desk with a draft of two slips, all committed on main, and a branch checked out."""
    (desk / "long.md").write_text(LONG, encoding="utf-8")
    git(desk, "checkout", "-q", "-b", "main")
    commit(desk)
    git(desk, "checkout", "-q", "-b", "work")
    return desk


def lines(run: Run, *arguments: str) -> list[tuple[str, int]]:
    """Return draft and line of the findings that are told."""
    ran = run("check", "--output-format", "json", *arguments)
    report = json.loads(ran.out)
    return [(one["path"], f["primary"]["line"]) for one in report["documents"] for f in one["findings"]]


def rewrite(desk: Path, old: str, new: str, name: str = "long.md") -> None:
    text = (desk / name).read_text(encoding="utf-8")
    assert old in text
    (desk / name).write_text(text.replace(old, new), encoding="utf-8")


def test_old_findings_are_not_told_and_are_counted(run: Run, base: Path) -> None:
    assert len(lines(run, ".")) == 3
    ran = run("check", ".", "--diff-base", "main")
    assert ran.status == 0
    assert ran.last.endswith("; 0 errors, 0 warnings, 0 notes, 3 in unchanged lines")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("The bells rang at noon", "All bells rang at noon", [("long.md", 7)]),
        ("A fire on a ferry", "A big fire on a ferry", [("long.md", 7)]),
        ("Nobody was", "No one was", []),
        ("Nobody was at the pier.\n", "", []),
        ("The lake service", "The lake line", [("long.md", 9)]),
        ("Nobody was at the pier.", "Nobody was.\n\nNo boat was at the pier.", []),
    ],
)
def test_a_finding_is_told_if_any_of_its_places_is_in_a_changed_line(
    run: Run, base: Path, old: str, new: str, told: list[tuple[str, int]]
) -> None:
    rewrite(base, old, new)
    assert lines(run, "long.md", "--diff-base", "main") == told
    commit(base)
    assert lines(run, "long.md", "--diff-base", "main") == told


def test_a_new_draft_is_all_new_tracked_or_not(run: Run, base: Path) -> None:
    (base / "new.md").write_text(FLAWED, encoding="utf-8")
    assert lines(run, ".", "--diff-base", "main") == [("new.md", 1)]
    git(base, "add", "new.md")
    assert lines(run, ".", "--diff-base", "main") == [("new.md", 1)]


def test_a_renamed_draft_is_held_against_its_old_lines(run: Run, base: Path) -> None:
    git(base, "mv", "long.md", 'näme "of" a\tdraft.md')
    assert lines(run, ".", "--diff-base", "main") == []
    rewrite(base, "The lake service", "The lake line", 'näme "of" a\tdraft.md')
    assert lines(run, ".", "--diff-base", "main") == [('näme "of" a\tdraft.md', 9)]


def test_what_others_changed_since_the_branch_does_not_count(run: Run, base: Path) -> None:
    git(base, "checkout", "-q", "main")
    rewrite(base, "The bells rang", "All bells rang")
    commit(base)
    git(base, "checkout", "-q", "work")
    assert lines(run, ".", "--diff-base", "main") == []


def test_settings_of_the_user_do_not_change_the_answer(run: Run, base: Path) -> None:
    rewrite(base, "The lake service", "The lake line")
    for name, value in (
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("color.ui", "always"),
        ("diff.context", "9"),
        ("diff.interHunkContext", "9"),
        ("diff.external", "false"),
        ("diff.renames", "false"),
        ("diff.relative", "true"),
    ):
        git(base, "config", name, value)
    assert lines(run, "long.md", "--diff-base", "main") == [("long.md", 9)]


def test_a_folder_below_the_top_is_checked_from_there(run: Run, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (base / "drafts").mkdir()
    git(base, "mv", "long.md", "drafts/long.md")
    commit(base)
    rewrite(base, "The lake service", "The lake line", "drafts/long.md")
    monkeypatch.chdir(base / "drafts")
    assert lines(run, ".", "--diff-base", "main") == [("long.md", 9)]


def test_line_ends_and_bytes_that_are_no_text_are_taken_as_git_takes_them(run: Run, base: Path) -> None:
    (base / "crlf.md").write_bytes(LONG.replace("\n", "\r\n").encode())
    (base / "wide.md").write_bytes(LONG.encode("utf-16"))
    commit(base)
    git(base, "branch", "-f", "main")
    (base / "crlf.md").write_bytes(LONG.replace("lake service", "lake line").replace("\n", "\r\n").encode())
    (base / "wide.md").write_bytes(LONG.replace("lake service", "lake line").encode("utf-16"))
    told = lines(run, "crlf.md", "wide.md", "--diff-base", "main")
    assert told == [("crlf.md", 9), ("wide.md", 7), ("wide.md", 9)]


def test_a_commit_that_is_not_there_is_a_mistake_and_no_pass(run: Run, base: Path) -> None:
    for ref in ("nowhere", "--output=x"):
        assert run("check", "long.md", f"--diff-base={ref}").status == 2
    assert "--diff-base nowhere: git has no such commit here\n" in run("check", ".", "--diff-base", "nowhere").err
    git(base, "checkout", "-q", "--orphan", "alone")
    commit(base, "Another beginning")
    assert "no commit in common with HEAD" in run("check", ".", "--diff-base", "main").err


def test_a_shallow_clone_says_what_is_missing(
    run: Run, base: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(base, "The lake service", "The lake line")
    commit(base)
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth", "1", "--branch", "work", base.as_uri(), ".")
    monkeypatch.chdir(clone)
    ran = run("check", ".", "--diff-base", "origin/main")
    assert ran.status == 2
    assert "origin/main: git has no such commit here; this clone is shallow: git fetch --unshallow" in ran.err
    git(clone, "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    assert "no commit in common with HEAD; this clone is shallow" in run("check", ".", "--diff-base", "origin/main").err
    git(clone, "fetch", "-q", "--unshallow", "origin", "main:refs/remotes/origin/main")
    assert lines(run, ".", "--diff-base", "origin/main") == [("long.md", 9)]


def test_outside_a_repository_there_is_no_base(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("loose"))
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    for options in (("a.md", "--diff-base", "main"), ("a.md", "--staged"), ("--staged",)):
        ran = run("check", *options)
        assert ran.status == 2 and "no repository" in ran.err


def test_before_the_first_commit_everything_is_new(run: Run, desk: Path) -> None:
    git(desk, "add", "flawed.md")
    assert lines(run, ".", "--diff-base", "HEAD") == [("flawed.md", 1)]
    assert lines(run, "--staged") == [("flawed.md", 1)]


def test_what_is_staged_is_checked_whatever_the_file_says_now(run: Run, base: Path) -> None:
    (base / "clean.md").write_text(FLAWED, encoding="utf-8")
    git(base, "add", "clean.md")
    (base / "clean.md").write_text(CLEAN, encoding="utf-8")
    (base / "long.md").write_text("Not staged.\n", encoding="utf-8")
    assert lines(run, "--staged") == [("clean.md", 1)]
    assert lines(run, "--staged", "clean.md", "long.md") == [("clean.md", 1), ("long.md", 7), ("long.md", 9)]
    (base / "clean.md").unlink()
    assert lines(run, "--staged") == [("clean.md", 1)]
    assert lines(run, "--staged", "--jobs", "2", "clean.md", "long.md")[0] == ("clean.md", 1)


def test_a_clean_version_that_is_staged_passes_beside_a_flawed_file(run: Run, base: Path) -> None:
    (base / "flawed.md").write_text(CLEAN, encoding="utf-8")
    git(base, "add", "flawed.md")
    (base / "flawed.md").write_text(FLAWED, encoding="utf-8")
    assert run("check", "--staged").status == 0
    assert run("check", "flawed.md").status == 1


def test_changed_lines_of_what_is_staged(run: Run, base: Path) -> None:
    rewrite(base, "The lake service", "The lake line")
    git(base, "add", "long.md")
    rewrite(base, "The bells rang", "All bells rang")
    assert lines(run, "--staged", "--diff-base", "HEAD") == [("long.md", 9)]
    assert lines(run, "long.md", "--diff-base", "HEAD") == [("long.md", 7), ("long.md", 9)]


def test_what_is_committed_by_path_is_what_a_hook_checks(run: Run, base: Path) -> None:
    (base / "clean.md").write_text(FLAWED, encoding="utf-8")
    git(base, "add", "clean.md")
    hook = base / ".git" / "hooks" / "pre-commit"
    hook.write_text('#!/bin/sh\ncp "$GIT_INDEX_FILE" "$(git rev-parse --show-toplevel)/.git/hook-index"\n', "utf-8")
    hook.chmod(0o755)
    rewrite(base, "Nobody was", "No one was")
    git(base, "commit", "-q", "-m", "One", "long.md")
    environ = {"GIT_INDEX_FILE": str(base / ".git" / "hook-index")}
    report = json.loads(run("check", "--staged", "clean.md", "--output-format", "json", environ=environ).out)
    assert report["documents"][0]["findings"] == []


def test_nothing_staged_is_no_mistake(run: Run, base: Path) -> None:
    (base / "notes.py").write_text("", encoding="utf-8")
    git(base, "add", "notes.py")
    ran = run("check", "--staged")
    assert ran.status == 0
    assert "--staged: no draft is staged\n" in ran.err


def test_folders_excludes_and_hidden_files_hold_for_what_is_staged(run: Run, base: Path) -> None:
    for folder in ("a", "ab", "old", ".hidden"):
        (base / folder).mkdir()
        (base / folder / "x.md").write_text(FLAWED, encoding="utf-8")
    (base / "figcheck.toml").write_text('exclude = ["old"]\n', encoding="utf-8")
    git(base, "add", "-A")
    assert lines(run, "--staged", "a") == [("a/x.md", 1)]
    assert lines(run, "--staged") == [("a/x.md", 1), ("ab/x.md", 1)]
    assert "left out, exclude has 'old'" in run("check", "--staged", "old/x.md").err


def test_what_is_not_in_the_index_is_told(run: Run, base: Path) -> None:
    (base / "new.md").write_text(CLEAN, encoding="utf-8")
    ran = run("check", "--staged", "new.md", "clean.md")
    assert ran.status == 2
    assert "new.md: git has nothing of it to commit" in ran.err
    assert ran.last.startswith("checked 1 documents")
    assert run("check", "--staged", "-").status == 2
