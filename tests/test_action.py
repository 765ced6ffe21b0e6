"""The GitHub action's own script, run as a runner would: annotations, a summary, SARIF and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FLAWED = "A blaze killed 24 people on Monday, the fire service said.\n\nNames of the 26 people killed were read out.\n"
CLEAN = FLAWED.replace("26", "24")


def action() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return read


class Runner:
    """A folder with drafts, and a runner's temporary folder in which figcheck is installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        installed = folder / "temp" / "figcheck" / "bin"
        installed.mkdir(parents=True)
        (installed / "figcheck").symlink_to(Path(sys.executable).parent / "figcheck")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def check(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the step that checks, with the shell and the defaults that GitHub uses."""
        step = next(step for step in action()["runs"]["steps"] if step.get("id") == "check")
        given = {name: one["default"] for name, one in action()["inputs"].items()} | inputs
        environ = {
            **os.environ,
            **{name: given[name.lower().replace("_", "-")] for name in step["env"]},
            "RUNNER_TEMP": str(self.folder / "temp"),
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
        }
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        return subprocess.run(shell, cwd=self.folder, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_an_error_fails_the_job_and_annotates_the_line(runner: Runner) -> None:
    runner.write("draft.md", FLAWED)
    ran = runner.check(paths="draft.md", **{"fail-on": "warning"})
    assert ran.returncode == 1, ran.stderr
    assert "file=draft.md,line=3," in ran.stdout
    assert "status=1" in runner.read("output")
    assert "26 people" in runner.read("summary.md")


def test_a_clean_draft_passes(runner: Runner) -> None:
    runner.write("draft.md", CLEAN)
    ran = runner.check(paths="draft.md")
    assert ran.returncode == 0, ran.stderr
    assert "status=0" in runner.read("output")
    assert "::error" not in ran.stdout


def test_a_path_that_is_not_there_is_an_error_and_no_silent_pass(runner: Runner) -> None:
    assert runner.check(paths="drfat.md").returncode == 2
    assert "status=2" in runner.read("output")


def test_several_paths_and_further_options_are_parted_at_spaces(runner: Runner) -> None:
    runner.write("one.md", CLEAN)
    runner.write("two.md", CLEAN)
    ran = runner.check(paths="one.md two.md", args="--isolated --max-warnings 0")
    assert ran.returncode == 0, ran.stderr
    assert "checked 2 documents" in ran.stderr


def test_sarif_is_written_where_it_is_asked_for(runner: Runner) -> None:
    runner.write("draft.md", FLAWED)
    runner.check(paths="draft.md", **{"sarif-file": "figcheck.sarif"})
    assert json.loads(runner.read("figcheck.sarif"))["version"] == "2.1.0"


def test_a_baseline_and_a_base_reach_the_command(runner: Runner) -> None:
    runner.write("draft.md", FLAWED)
    runner.write("known", "")
    assert runner.check(paths="draft.md", baseline="known").returncode == 1
    assert "cannot be read" in runner.check(paths="draft.md", baseline="not there").stderr
    assert (
        "--diff-base main: draft.md lies in no repository"
        in runner.check(paths="draft.md", **{"diff-base": "main"}).stderr
    )


def test_every_input_of_the_action_is_used_and_told_in_its_page() -> None:
    page = (ROOT / "docs" / "github.md").read_text(encoding="utf-8")
    steps = str(action()["runs"]["steps"])
    for name in action()["inputs"]:
        assert f"`{name}`" in page
        assert f"inputs.{name} " in steps
