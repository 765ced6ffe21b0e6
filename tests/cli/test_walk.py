from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cli import gitignore
from checker.cli.walk import Found, Wanted, find

SUFFIXES = frozenset({".md", ".txt"})


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.txt", "c.png", ".hidden.md", "new/d.MD", "new/deep/e.md", ".private/f.md", "bare"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def found(*given: str, excluded: Callable[[str], str | None] = lambda path: None) -> Found:
    said: list[str] = []
    result = find(given, Wanted(SUFFIXES, gitignore.ignored(said.append), excluded))
    return result._replace(remarks=(*result.remarks, *said))


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def test_a_folder_is_walked_for_the_formats_that_are_read_without_hidden_files() -> None:
    assert found(".").paths == ("a.md", "b.txt", "new/d.MD", "new/deep/e.md")


def test_paths_are_as_given_or_as_found_below_the_folder_given(desk: Path) -> None:
    assert found("new/").paths == ("new/d.MD", "new/deep/e.md")
    assert found("./new").paths == ("./new/d.MD", "./new/deep/e.md")
    assert found(str(desk / "new")).paths == (str(desk / "new/d.MD"), str(desk / "new/deep/e.md"))


def test_a_file_named_outright_is_taken_whatever_its_name() -> None:
    assert found("c.png", ".hidden.md", "bare").paths == (".hidden.md", "bare", "c.png")


def test_a_file_given_twice_is_read_once_and_the_order_is_that_of_the_paths() -> None:
    assert found("b.txt", "a.md", "./a.md", ".").paths == ("a.md", "b.txt", "new/d.MD", "new/deep/e.md")


def test_what_is_not_there_is_told_and_the_rest_is_read() -> None:
    result = found("gone.md", "a.md")
    assert result.paths == ("a.md",)
    assert result.missing == ("gone.md: there is no such file or folder",)


def test_a_glob_takes_the_formats_that_are_read() -> None:
    assert found("*").paths == ("a.md", "b.txt", "new/d.MD", "new/deep/e.md")
    assert found("**/*.md").paths == ("a.md", "new/deep/e.md")


def test_a_glob_that_matches_nothing_is_told() -> None:
    assert found("*.docx").missing == ("*.docx: no file matches that is read here",)


def test_a_file_whose_name_looks_like_a_glob_is_that_file(desk: Path) -> None:
    (desk / "a[1].md").write_text("x", encoding="utf-8")
    assert found("a[1].md").paths == ("a[1].md",)


def test_stdin_stands_among_the_paths() -> None:
    assert found("-", "a.md").paths == ("-", "a.md")


def test_an_empty_folder_has_nothing(desk: Path) -> None:
    (desk / "empty").mkdir()
    assert found("empty") == Found((), (), ())


def test_excluded_files_are_left_out_and_told_only_where_they_were_named() -> None:
    result = found("a.md", "new", excluded=lambda path: None if path.endswith("e.md") else "*")
    assert result.paths == ("new/deep/e.md",)
    assert result.remarks == ("a.md: left out, exclude has '*'",)


def test_a_link_to_a_folder_is_not_followed_for_it_may_go_in_circles(desk: Path) -> None:
    os.symlink(desk, desk / "new" / "circle")
    assert found("new").paths == ("new/d.MD", "new/deep/e.md")


def test_a_named_pipe_given_outright_is_taken(desk: Path) -> None:
    os.mkfifo(desk / "pipe")
    assert found("pipe").paths == ("pipe",)


def test_what_git_ignores_is_left_out(desk: Path) -> None:
    git(desk, "init", "-q")
    (desk / ".gitignore").write_text("b.txt\n/new/deep\n", encoding="utf-8")
    (desk / "new/.gitignore").write_text("!keep.md\n*.MD\n", encoding="utf-8")
    assert found(".").paths == ("a.md",)
    assert found("b.txt").paths == ("b.txt",)


def test_a_file_that_git_tracks_is_read_though_a_pattern_names_it(desk: Path) -> None:
    git(desk, "init", "-q")
    git(desk, "add", "a.md")
    (desk / ".gitignore").write_text("*.md\n", encoding="utf-8")
    assert found(".").paths == ("a.md", "b.txt", "new/d.MD")


def test_a_repository_inside_another_answers_for_itself(desk: Path) -> None:
    git(desk, "init", "-q")
    git(desk / "new", "init", "-q")
    (desk / "new/.gitignore").write_text("e.md\n", encoding="utf-8")
    assert found(".").paths == ("a.md", "b.txt", "new/d.MD")


def test_outside_a_repository_a_gitignore_means_nothing(desk: Path) -> None:
    (desk / ".gitignore").write_text("*\n", encoding="utf-8")
    assert found(".").paths == ("a.md", "b.txt", "new/d.MD", "new/deep/e.md")


def test_where_git_cannot_answer_nothing_is_left_out_and_it_is_told(desk: Path) -> None:
    (desk / ".git").mkdir()  # no repository, though it looks like one
    result = found("new")
    assert result.paths == ("new/d.MD", "new/deep/e.md")
    assert "git does not tell what it ignores" in result.remarks[0]


def test_without_git_nothing_is_left_out_and_it_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(desk, "init", "-q")
    monkeypatch.setenv("PATH", str(desk))
    result = found("new")
    assert result.paths == ("new/d.MD", "new/deep/e.md")
    assert "git cannot be asked what it ignores" in result.remarks[0]
