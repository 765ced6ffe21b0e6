"""A gate for a repository that has old findings: they are known, new ones are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, FLAWED, Run
from tests.cli.git import commit, git

FILE = "figcheck.baseline"
ENTRIES = slice(1, None)


@pytest.fixture
def adopted(run: Run, desk: Path) -> Path:
    """The desk with all findings of today in its baseline."""
    assert run("baseline", ".", "--file", FILE).status == 0
    return desk


def lines(desk: Path) -> list[str]:
    return (desk / FILE).read_text(encoding="utf-8").splitlines()[ENTRIES]


def test_known_findings_fail_nothing_and_are_counted(run: Run, adopted: Path) -> None:
    ran = run("check", ".", "--baseline", FILE)
    assert ran.status == 0
    assert ran.last.endswith("; 0 errors, 0 warnings, 0 notes, 1 in the baseline")
    assert len(lines(adopted)) == 1 and lines(adopted)[0].endswith(" headline-disagrees flawed.md")


def test_a_new_finding_fails_beside_a_known_one(run: Run, adopted: Path) -> None:
    (adopted / "new.md").write_text(FLAWED, encoding="utf-8")
    ran = run("check", ".", "--baseline", FILE)
    assert ran.status == 1
    assert "new.md:1:3" in ran.out and "flawed.md:1:3" not in ran.out


def test_a_figure_that_is_changed_makes_the_finding_new_and_its_entry_stale(run: Run, adopted: Path) -> None:
    (adopted / "flawed.md").write_text(FLAWED.replace("14", "15"), encoding="utf-8")
    ran = run("check", ".", "--baseline", FILE, "--output-format", "json")
    assert ran.status == 1
    told = f"{FILE}:2: stale: {lines(adopted)[0][:16]} (headline-disagrees) in flawed.md is gone"
    assert told in ran.err.splitlines()
    assert json.loads(ran.out)["summary"]["stale"] == [told]


def test_a_hook_that_gets_some_of_the_drafts_judges_only_their_entries(run: Run, adopted: Path) -> None:
    (adopted / "flawed.md").write_text(CLEAN, encoding="utf-8")
    assert "stale" not in run("check", "clean.md", "--baseline", FILE).err
    assert "stale" in run("check", "clean.md", "flawed.md", "--baseline", FILE).err


def test_pruning_drops_what_is_gone_and_adds_nothing(run: Run, adopted: Path) -> None:
    (adopted / "new.md").write_text(FLAWED, encoding="utf-8")
    before = lines(adopted)
    assert run("baseline", ".", "--file", FILE, "--prune").err.endswith("1 entries, 0 new, 0 dropped\n")
    assert lines(adopted) == before
    (adopted / "flawed.md").write_text(CLEAN, encoding="utf-8")
    assert run("baseline", ".", "--file", FILE, "--prune").err.endswith("0 entries, 0 new, 1 dropped\n")
    assert lines(adopted) == []
    assert run("baseline", ".", "--file", FILE).err.endswith("1 entries, 1 new, 0 dropped\n")


def test_a_draft_that_was_deleted_loses_its_entries_where_its_folder_is_examined(run: Run, adopted: Path) -> None:
    (adopted / "flawed.md").unlink()
    assert "stale" not in run("check", "clean.md", "--baseline", FILE).err
    assert "flawed.md is gone" in run("check", ".", "--baseline", FILE).err
    run("baseline", ".", "--file", FILE, "--prune")
    assert lines(adopted) == []


def test_the_configuration_names_the_baseline(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "figcheck.toml").write_text(f'baseline = "{FILE}"\npaths = ["."]\n', encoding="utf-8")
    (desk / "drafts").mkdir()
    monkeypatch.chdir(desk / "drafts")
    assert run("baseline").status == 0
    assert len(lines(desk)) == 1
    assert run("check").status == 0
    (desk / "flawed.md").write_text(CLEAN, encoding="utf-8")
    assert run("check").err.startswith(f"../{FILE}:2: stale: ")


def test_no_baseline_is_a_mistake_and_no_pass(run: Run, desk: Path) -> None:
    assert run("check", "clean.md", "--baseline", "nowhere").status == 2
    assert "name its file with --file" in run("baseline", ".").err
    assert run("baseline", ".", "--file", FILE, "--prune").status == 2


def test_a_draft_that_cannot_be_read_keeps_its_entries_and_ends_with_2(run: Run, adopted: Path) -> None:
    before = lines(adopted)
    (adopted / "flawed.md").write_bytes(b"\xff\xfe\xfa")
    ran = run("baseline", ".", "--file", FILE)
    assert ran.status == 2 and "flawed.md" in ran.err
    assert lines(adopted) == before


def test_a_renamed_draft_is_followed_through_commits_and_the_working_tree(run: Run, adopted: Path) -> None:
    commit(adopted)
    (adopted / "2026").mkdir()
    git(adopted, "mv", "flawed.md", "2026/fire.md")
    follow = ("check", ".", "--baseline", FILE, "--follow-renames")
    assert run(*follow[:-1]).status == 1
    assert run(*follow).status == 0
    commit(adopted)
    assert run(*follow).status == 0
    git(adopted, "mv", "2026/fire.md", "2026/blaze.md")
    assert run(*follow).status == 0
    assert "stale" not in run(*follow).err
    run("baseline", ".", "--file", FILE, "--prune", "--follow-renames")
    assert lines(adopted)[0].endswith(" 2026/blaze.md")
    assert run("check", ".", "--baseline", FILE).status == 0


def test_a_rename_on_a_branch_is_followed_behind_the_merge(run: Run, adopted: Path) -> None:
    commit(adopted)
    git(adopted, "checkout", "-q", "-b", "rename")
    git(adopted, "mv", "flawed.md", "fire.md")
    commit(adopted)
    git(adopted, "checkout", "-q", "-")
    (adopted / "other.md").write_text(CLEAN, encoding="utf-8")
    commit(adopted)
    git(adopted, "merge", "-q", "--no-edit", "rename")
    assert run("check", ".", "--baseline", FILE, "--follow-renames").status == 0


def test_renames_need_a_repository(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    loose = tmp_path_factory.mktemp("loose")
    (loose / "a.md").write_text(FLAWED, encoding="utf-8")
    monkeypatch.chdir(loose)
    run("baseline", ".", "--file", FILE)
    (loose / "a.md").rename(loose / "b.md")
    ran = run("check", ".", "--baseline", FILE, "--follow-renames")
    assert ran.status == 2 and "no repository" in ran.err


def test_the_merge_of_two_branches_loses_no_entry(run: Run, adopted: Path) -> None:
    (adopted / ".gitattributes").write_text(f"{FILE} merge=union\n", encoding="utf-8")
    commit(adopted)
    for branch, name in (("one", "a.md"), ("two", "b.md")):
        git(adopted, "checkout", "-q", "-b", branch, "HEAD" if branch == "one" else "HEAD~1")
        (adopted / name).write_text(FLAWED, encoding="utf-8")
        run("baseline", ".", "--file", FILE)
        commit(adopted)
    git(adopted, "merge", "-q", "--no-edit", "one")
    assert sorted(line.rpartition(" ")[2] for line in lines(adopted)) == ["a.md", "b.md", "flawed.md"]
    ran = run("check", ".", "--baseline", FILE)
    assert ran.status == 0 and "stale" not in ran.err


def test_several_processes_know_the_same(run: Run, adopted: Path) -> None:
    for at in range(6):
        (adopted / f"{at}.md").write_text(FLAWED, encoding="utf-8")
    alone = run("check", ".", "--baseline", FILE, "--jobs", "1")
    assert run("check", ".", "--baseline", FILE, "--jobs", "2") == alone
    assert alone.status == 1
