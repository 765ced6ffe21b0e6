"""What the pages print is what is printed. ``UPDATE_SNAPSHOTS=1`` writes it anew; read the diff.

A line ``[...]`` in a page stands for any lines; such an output is never written anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages import PAGES, ROOT, Shown, fences, sessions

LEFT_OUT = "[...]\n"
RUN = [page for page in PAGES if page.parent.name != "rules"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with all that the pages name: the sample drafts, drafts of one's own, a rule, and an environment."""
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
    for fence in [fence for page in RUN for fence in fences(page) if fence.file]:
        (tmp_path / fence.file).write_text(fence.text, encoding="utf-8")
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
    parts = [re.escape(part) for part in shown.split(LEFT_OUT)]
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_a_page_prints_what_is_printed(page: Path, desk: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for shown in reversed([shown for shown in sessions(page) if is_run(shown)]):
        printed = run(shown.command, desk)
        if os.environ.get("UPDATE_SNAPSHOTS") and shown.output and LEFT_OUT not in shown.output:
            text = text[: shown.start] + printed + text[shown.end :]
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
