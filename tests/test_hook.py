"""The pre-commit hook, with the real program: it installs from a repository and refuses a second toll."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CLEAN = """# Blaze kills 24 in Varnholm

A blaze in a mill killed 24 people on Monday, the fire service said. Eleven of them were from one family.

Names of the 24 people killed will be read out on Sunday.
"""
FLAWED = CLEAN.replace("the 24 people", "the 26 people")
SETTINGS = """repos:
  - repo: {repository}
    rev: {rev}
    hooks:
      - id: figcheck
"""

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("hook")]


class Desk:
    """A scratch git repository in which drafts are committed."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self.folder = folder
        self.environ = environ

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run(["git", *arguments], self.folder, self.environ)

    def commit(self, name: str, text: str) -> subprocess.CompletedProcess[str]:
        (self.folder / name).write_text(text, encoding="utf-8")
        self.git("reset", "-q")  # what an earlier commit was refused for stays in the index otherwise
        self.git("add", name)
        return self.git("commit", "-m", name)


def run(command: list[str], folder: Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def must(command: list[str], folder: Path, environ: dict[str, str]) -> str:
    ran = run(command, folder, environ)
    assert ran.returncode == 0, ran.stdout
    return ran.stdout


def isolated(folder: Path) -> dict[str, str]:
    """Keep the settings of whoever runs the tests out, except pip's: they may name the index to install from."""
    settings = folder / "gitconfig"
    settings.write_text(
        "[user]\nname = Desk\nemail = desk@example.org\n[init]\ndefaultBranch = main\n", encoding="utf-8"
    )
    cache = subprocess.run([sys.executable, "-m", "pip", "cache", "dir"], capture_output=True, text=True, check=False)
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "FIGCHECK_"))
    }
    return {
        **kept,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PIP_CACHE_DIR": cache.stdout.strip(),
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "NO_COLOR": "1",
    }


def published(folder: Path, environ: dict[str, str]) -> tuple[str, str]:
    """Commit the checkout as it lies there, changes included, to a repository; return its address and commit."""
    names = must(["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], ROOT, dict(os.environ))
    for name in filter(None, names.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    must(["git", "init", "-q"], folder, environ)
    must(["git", "add", "-A"], folder, environ)
    must(["git", "commit", "-q", "-m", "figcheck"], folder, environ)
    return folder.as_uri(), must(["git", "rev-parse", "HEAD"], folder, environ).strip()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    environ = isolated(tmp_path_factory.mktemp("settings"))
    repository, rev = published(tmp_path_factory.mktemp("figcheck"), environ)
    folder = tmp_path_factory.mktemp("desk")
    must(["git", "init", "-q"], folder, environ)
    (folder / ".pre-commit-config.yaml").write_text(SETTINGS.format(repository=repository, rev=rev), encoding="utf-8")
    must(["git", "add", "-A"], folder, environ)
    must(["git", "commit", "-q", "-m", "Settings"], folder, environ)
    must([str(Path(sys.executable).parent / "pre-commit"), "install", "--install-hooks"], folder, environ)
    return Desk(folder, environ)


def test_a_clean_draft_is_committed_and_the_hook_says_what_it_read(desk: Desk) -> None:
    ran = desk.commit("clean.md", CLEAN)
    assert ran.returncode == 0, ran.stdout
    assert "checked 1 document" in ran.stdout


def test_a_second_toll_is_refused_and_both_places_are_shown(desk: Desk) -> None:
    ran = desk.commit("flawed.md", FLAWED)
    assert ran.returncode == 1, ran.stdout
    assert "flawed.md:5:" in ran.stdout
    assert "26 people" in ran.stdout
    assert "24 people" in ran.stdout
    assert desk.git("log", "--oneline", "--", "flawed.md").stdout == ""


def test_a_file_that_is_no_draft_does_not_wake_the_hook(desk: Desk) -> None:
    ran = desk.commit("figures.py", "PEOPLE_KILLED = 26\n")
    assert ran.returncode == 0, ran.stdout
    assert "no files to check" in ran.stdout
