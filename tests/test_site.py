"""The documentation builds as a site, with every warning an error, and its reference is made from the code."""

from __future__ import annotations

import os
import subprocess
import sys
from html import unescape
from pathlib import Path

import click
import pytest

from checker.cli.group import figcheck
from checker.config.keys import KEYS
from checker.engine.loader import load_rules

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder


def page(site: Path, name: str) -> str:
    return unescape((site / name / "index.html").read_text(encoding="utf-8"))


def names(command: click.Command, name: str) -> list[str]:
    """Return the full names of all commands below a group."""
    if not isinstance(command, click.Group):
        return [name]
    context = click.Context(command)
    children = [(child, command.get_command(context, child)) for child in command.list_commands(context)]
    return [full for child, found in children if found for full in names(found, f"{name} {child}")]


def test_every_command_has_its_section_with_its_options(site: Path) -> None:
    text = page(site, "reference/commands")
    assert [name for name in names(figcheck, "figcheck") if f">{name}<a " not in text] == []
    assert "<code>--diff-base REF</code>" in text and "[text|json|" in text


def test_every_setting_is_told_with_its_variable(site: Path) -> None:
    text = page(site, "reference/settings")
    assert [name for name in KEYS if f">{name}<a " not in text] == []
    assert "FIGCHECK_FAIL_ON" in text and "20000000" in text


def test_every_rule_is_told_with_its_examples(site: Path) -> None:
    text = page(site, "reference/rules")
    assert [rule.id for rule in load_rules() if f">{rule.id}<a " not in text] == []
    assert text.count("It flags") == len(load_rules()) and "[[" in text


def test_the_json_page_tells_every_field_of_a_finding(site: Path) -> None:
    text = page(site, "reference/json")
    assert [
        name for name in ("primary", "related", "computed", "sha256", "granule") if f"<code>{name}</code>" not in text
    ] == []


def test_links_to_the_rules_folder_stay_within_the_site(site: Path) -> None:
    assert 'href="../reference/own-rules/"' in page(site, "rules")


def test_a_page_fetches_nothing_from_elsewhere(site: Path) -> None:
    text = page(site, "pre-commit")
    assert 'src="http' not in text and "fonts.g" not in text
    assert [line for line in text.splitlines() if "<link" in line and "stylesheet" in line and "http" in line] == []
