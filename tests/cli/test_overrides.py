"""Settings for some of the drafts, presets, and new rules."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.config.keys import KEYS
from checker.config.schema import config_schema
from checker.resources import rules_folder
from tests.cli.conftest import FLAWED, Run

PRESETS = sorted(path.stem for path in Path(rules_folder(), "presets").iterdir())
NEW = """id: milder
extends: headline-disagrees
replaces: headline-disagrees
preview: true
message: "ours: {here}"
"""


def settings(desk: Path, text: str) -> None:
    (desk / "figcheck.toml").write_text(text, encoding="utf-8")


def levels(run: Run, *arguments: str) -> dict[str, str]:
    report = json.loads(run("check", "--output-format", "json", *arguments).out)
    return {one["path"]: finding["severity"] for one in report["documents"] for finding in one["findings"]}


@pytest.fixture
def desks(desk: Path) -> Path:
    for folder in ("news", "sport/old"):
        (desk / folder).mkdir(parents=True)
        (desk / folder / "a.md").write_text(FLAWED, encoding="utf-8")
    return desk


def test_an_override_holds_for_its_paths_alone(run: Run, desks: Path) -> None:
    settings(desks, '[[overrides]]\npaths = ["sport/**"]\nseverity = {headline-disagrees = "warning"}\n')
    assert levels(run, "news", "sport") == {"news/a.md": "error", "sport/old/a.md": "warning"}
    assert run("check", "sport").status == 0 and run("check", "news").status == 1


def test_the_later_override_wins_and_the_command_line_wins_over_all(run: Run, desks: Path) -> None:
    settings(
        desks,
        'fail-on = "never"\n'
        '[[overrides]]\npaths = ["sport"]\nseverity = {headline-disagrees = "warning"}\nfail-on = "warning"\n'
        '[[overrides]]\npaths = ["sport/old"]\nseverity = {headline-disagrees = "info"}\n',
    )
    assert levels(run, "sport") == {"sport/old/a.md": "info"}
    assert levels(run, "sport", "--severity", "headline-disagrees=error") == {"sport/old/a.md": "error"}
    assert run("check", "sport", "--severity", "headline-disagrees=warning").status == 1
    assert run("check", "news").status == 0
    assert run("check", "sport", "--severity", "headline-disagrees=error", "--fail-on", "never").status == 0


def test_rules_and_locale_can_be_of_one_folder(run: Run, desks: Path) -> None:
    (desks / "milder.yaml").write_text(NEW, encoding="utf-8")
    settings(desks, '[[overrides]]\npaths = ["sport"]\nrules = ["milder.yaml"]\nlocale = "en-IN"\n')
    assert levels(run, "news", "sport") == {"news/a.md": "error", "sport/old/a.md": "info"}
    shown = run("check", "--show-settings", "sport/old/a.md").out
    assert 'locale = "en-IN"  # ' in shown and "figcheck.toml:1" in shown


def test_overrides_of_an_extended_file_come_first(run: Run, desks: Path) -> None:
    (desks / "house.toml").write_text('[[overrides]]\npaths = ["sport"]\nfail-on = "never"\n', encoding="utf-8")
    settings(desks, 'extend = "house.toml"\n[[overrides]]\npaths = ["sport/old"]\nfail-on = "error"\n')
    assert run("check", "sport").status == 1
    settings(desks, 'extend = "house.toml"\n[[overrides]]\npaths = ["news"]\nfail-on = "never"\n')
    assert run("check", "sport", "news").status == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[overrides]]\nseverity = {x = "info"}\n', "figcheck.toml:1:1: overrides: needs paths, a list of globs"),
        ('overrides = "sport"\n', "overrides: must be tables"),
        ('[[overrides]]\npaths = ["a"]\nseverty = {}\n', "overrides: got 'severty', must be one of "),
        ('[[overrides]]\npaths = ["a"]\nseverty = {}\n', "did you mean 'severity'?"),
        ('[[overrides]]\npaths = ["a"]\njobs = 2\n', "overrides: got 'jobs', must be one of "),
        (
            '[[overrides]]\npaths = ["a"]\nfail-on = "often"\n',
            "overrides: fail-on: got 'often', must be one of error",
        ),
        ("override = []\n", "did you mean 'overrides'?"),
        ('preset = "lax"\n', "preset: got 'lax', must be one of newsroom, sitrep, strict"),
    ],
)
def test_a_wrong_override_is_a_mistake_with_its_place(run: Run, desk: Path, text: str, message: str) -> None:
    settings(desk, text)
    ran = run("check", "clean.md")
    assert ran.status == 2 and message in ran.err
    if "preset" not in text or "lax" in text:
        assert not Draft202012Validator(config_schema()).is_valid(tomllib.loads(text))


def test_the_schema_takes_what_is_read(run: Run, desks: Path) -> None:
    some = '[[overrides]]\npaths = ["sport/**"]\nseverity = {headline-disagrees = "off"}\nlocale = "en"\n'
    text = f'preset = "strict"\n{some}'
    Draft202012Validator(config_schema()).validate(tomllib.loads(text))
    settings(desks, text)
    assert run("check", "sport").status == 0


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_a_configuration_that_runs(run: Run, desk: Path, name: str) -> None:
    assert name in KEYS["preset"].choices and len(PRESETS) == len(KEYS["preset"].choices)
    text = Path(rules_folder(), "presets", f"{name}.toml").read_text(encoding="utf-8")
    Draft202012Validator(config_schema()).validate(tomllib.loads(text))
    assert run("check", "--preset", name, "clean.md").status == 0
    assert run("check", "--preset", name, "flawed.md").status == 1


def test_a_preset_stands_below_the_file_that_names_it_and_says_where_a_setting_is_from(run: Run, desk: Path) -> None:
    settings(desk, 'preset = "strict"\nfail-on = "never"\n')
    shown = run("check", "--show-settings", "clean.md").out.splitlines()
    assert "require-reason = true  # preset strict" in shown
    assert any(line.startswith('fail-on = "never"  # ') and line.endswith("figcheck.toml:2") for line in shown)
    sources = run("check", "--show-settings", "clean.md", environ={"FIGCHECK_PRESET": "newsroom"}).out
    assert "require-reason = true  # preset newsroom" in sources and "preset strict" not in sources


def test_a_new_rule_gives_notes_until_it_is_asked_to_count(run: Run, desk: Path) -> None:
    (desk / "milder.yaml").write_text(NEW, encoding="utf-8")
    settings(desk, 'rules = ["milder.yaml"]\n')
    assert levels(run, "flawed.md") == {"flawed.md": "info"}
    assert levels(run, "flawed.md", "--preview") == {"flawed.md": "error"}
    assert run("check", "flawed.md").status == 0 and run("check", "flawed.md", "--preview").status == 1
    settings(desk, 'rules = ["milder.yaml"]\npreview = true\n')
    assert levels(run, "flawed.md") == {"flawed.md": "error"}
