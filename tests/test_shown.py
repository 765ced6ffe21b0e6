"""What the pages print is what is printed. ``UPDATE_SNAPSHOTS=1`` writes it anew; read the diff.

A line ``[...]`` in a page stands for any lines: as many as are shown above and below it are written anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.git import git
from tests.pages import PAGES, ROOT, Shown, fences, sessions

LEFT_OUT = "[...]\n"
RUN = [page for page in PAGES if page.parent.name != "rules"]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place of the tests' own for the cache of rules, so that only the first command pays for it."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def desk(tmp_path: Path, cache: Path) -> Path:
    """A repository with all that the pages name: sample drafts, drafts of one's own, a rule, an environment."""
    (tmp_path / "cache").symlink_to(cache)
    for name in ("Makefile", "pyproject.toml", "hatch_build.py"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "seeds", tmp_path / "drafts")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    for stamp in (".ready", ".ready-dev"):
        (tmp_path / ".venv" / stamp).touch()
    (tmp_path / "my-rules").mkdir()
    rule = next(one.text for one in fences(ROOT / "rules" / "README.md") if one.text.startswith("id: seats-disagree"))
    (tmp_path / "my-rules" / "seats-disagree.yaml").write_text(rule, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "examples" / "own-rules", tmp_path / "house-rules")
    for fence in [fence for page in RUN for fence in fences(page) if fence.file]:
        file = tmp_path / fence.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(fence.text, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "drafts")
    git(tmp_path, "commit", "-q", "-m", "Drafts")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    return tmp_path


def run(command: str, folder: Path) -> str:
    """Return what a terminal would show; at most a finding may end the command."""
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith(("FIGCHECK_", "GITHUB_", "MAKE"))
    }
    environ |= {
        "PATH": f"{folder / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "COLUMNS": "120",
    }
    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**environ, "XDG_CACHE_HOME": str(folder / "cache")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stdout
    return ran.stdout


def is_run(shown: Shown) -> bool:
    """Tell whether a test can run it: not what sets up an environment or runs these very tests."""
    return shown.command.startswith(("figcheck ", "make check"))


def fits(printed: str, shown: str) -> bool:
    """Tell whether *shown* is *printed*, but for gaps and for how much was read and compared: that grows."""
    parts = [re.escape(counted(part)) for part in shown.split(LEFT_OUT)]
    return re.fullmatch("(?:.*\n)*".join(parts), counted(printed)) is not None


def counted(text: str) -> str:
    return re.sub(r"\d+ (figures|facts|comparisons)\b", r"N \1", text)


def anew(printed: str, shown: str) -> str:
    """Return what to show now: all of *printed*, or as many lines above and below the gap as were shown."""
    if LEFT_OUT not in shown:
        return printed
    above, below = (part.count("\n") for part in shown.split(LEFT_OUT))
    lines = printed.splitlines(keepends=True)
    return "".join([*lines[:above], LEFT_OUT, *lines[len(lines) - below :]])


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_a_page_prints_what_is_printed(page: Path, desk: Path) -> None:
    text = page.read_text(encoding="utf-8")
    runs = [(shown, run(shown.command, desk)) for shown in sessions(page) if is_run(shown)]
    for shown, printed in reversed(runs):
        if os.environ.get("UPDATE_SNAPSHOTS") and shown.output:
            text = text[: shown.start] + anew(printed, shown.output) + text[shown.end :]
        elif shown.output:
            assert fits(printed, shown.output), f"{page.name}: $ {shown.command}\n{printed}"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        page.write_text(text, encoding="utf-8")


def test_make_test_runs_pytest(desk: Path) -> None:
    assert "python -m pytest -n 2" in run("make --dry-run test", desk)


def test_a_page_that_lies_is_seen() -> None:
    assert fits("one\ntwo\nthree\n", "one\n[...]\nthree\n")
    assert fits("one\nthree\n", "one\n[...]\nthree\n")
    assert not fits("one\ntwo\nfour\n", "one\n[...]\nthree\n")
    assert not fits("1.5\n", "1x5\n")
    assert fits("9 figures, 8 facts, 5 comparisons; 1 errors\n", "9 figures, 7 facts, 4 comparisons; 1 errors\n")
    assert not fits("9 figures; 1 errors\n", "9 figures; 2 errors\n")
