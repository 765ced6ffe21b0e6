"""A check of one draft loads nothing heavy, once the rules are cached: a hook runs it at every commit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = (
    "click",
    "dataclasses",
    "hashlib",
    "importlib.metadata",
    "inflect",
    "inspect",
    "jinja2",
    "logging",
    "multiprocessing",
    "pandas",
    "pydantic",
    "quantulum3",
    "subprocess",
    "tomllib",
    "yaml",
)
CALL = """
import sys
from checker.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    status = end.code or 0
print("\\n" + " ".join(sys.modules))
sys.exit(status)
"""


def loaded(cache: Path, *arguments: str) -> set[str]:
    """Return the modules that one command has imported when it ends."""
    environ = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    command = [sys.executable, "-c", CALL, *arguments]
    ran = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    return set(ran.stdout.rsplit("\n", 2)[-2].split())


@pytest.mark.parametrize("draft", ["seeds/01-unrest.txt", "seeds/02-ferry.md"])
def test_a_check_with_a_warm_cache_imports_nothing_heavy(draft: str, tmp_path: Path) -> None:
    loaded(tmp_path, "check", "--isolated", draft)
    assert sorted(loaded(tmp_path, "check", "--isolated", draft) & set(HEAVY)) == []


def test_the_first_check_needs_yaml_for_the_rules_so_the_list_above_is_read_rightly(tmp_path: Path) -> None:
    assert "yaml" in loaded(tmp_path, "check", "--isolated", "seeds/01-unrest.txt")


def test_the_version_is_told_without_a_stage_of_the_pipeline(tmp_path: Path) -> None:
    stages = (
        "checker.model.report",
        "checker.document",
        "checker.mentions",
        "checker.facts",
        "checker.engine",
        "checker.writers",
    )
    modules = loaded(tmp_path, "--version")
    assert sorted(modules & {*HEAVY, *stages}) == []
