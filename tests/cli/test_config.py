from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker import config
from checker.config import Setting
from checker.config.keys import KEYS, parsed
from checker.config.patterns import excluding
from checker.config.schema import config_schema
from checker.errors import ConfigError

SCHEMA = Path("reports/schema/config.schema.json")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository with a folder of drafts."""
    (tmp_path / "repo/.git").mkdir(parents=True)
    (tmp_path / "repo/drafts/new").mkdir(parents=True)
    return tmp_path / "repo"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def read(path: Path, text: str) -> dict[str, object]:
    return {name: setting.value for name, setting in config.from_file(str(written(path, text))).items()}


def test_the_nearest_file_upward_counts(desk: Path) -> None:
    top = written(desk / "figcheck.toml", "")
    assert config.nearest(str(desk / "drafts/new")) == str(top)
    near = written(desk / "drafts/.figcheck.toml", "")
    assert config.nearest(str(desk / "drafts/new")) == str(near)


def test_the_search_stops_at_the_top_of_the_repository(desk: Path) -> None:
    written(desk.parent / "figcheck.toml", "")
    assert config.nearest(str(desk / "drafts")) is None


def test_pyproject_counts_only_with_a_table_of_ours_and_then_comes_first(desk: Path) -> None:
    project = written(desk / "pyproject.toml", '[project]\nname = "figcheck-desk"\n')
    own = written(desk / "figcheck.toml", "")
    assert config.nearest(str(desk)) == str(own)
    written(project, '[tool.figcheck]\nfail-on = "warning"\n')
    assert config.nearest(str(desk)) == str(project)
    assert config.from_file(str(project))["fail-on"] == Setting("warning", f"{project}:2")


def test_every_type_of_value_is_read(desk: Path) -> None:
    text = """
        fail-on = "info"
        max-warnings = 3
        ignore = ["a-rule", "b-rule"]
        severity = {a-rule = "off"}
        date = 2026-01-31
        max-size = "2 MiB"
        cache = false
    """
    assert read(desk / "figcheck.toml", text) == {
        "fail-on": "info",
        "max-warnings": 3,
        "ignore": ("a-rule", "b-rule"),
        "severity": {"a-rule": "off"},
        "date": date(2026, 1, 31),
        "max-size": 2 * 1024 * 1024,
        "cache": False,
    }


def test_paths_count_from_the_folder_of_their_file(desk: Path) -> None:
    found = read(desk / "figcheck.toml", 'rules = ["house"]\nexclude = ["old/**"]')
    assert found == {"rules": (str(desk / "house"),), "exclude": ((str(desk), "old/**"),)}


def test_a_file_extends_another_whose_settings_it_overrides(desk: Path) -> None:
    written(desk / "base.toml", 'fail-on = "info"\nlocale = "en-GB"\nseverity = {a = "info", b = "info"}')
    text = 'extend = "../base.toml"\nfail-on = "error"\nseverity = {b = "error"}'
    found = read(desk / "drafts/figcheck.toml", text)
    assert found == {"fail-on": "error", "locale": "en-GB", "severity": {"a": "info", "b": "error"}}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('fail-no = "error"', "1:1: unknown key 'fail-no', must be one of extend, overrides, preset, fail-on"),
        ("\n\nfail_on = 'error'", "3:1: unknown key 'fail_on', must be one of"),
        ('\nfail-on = "fatal"', "2:1: fail-on: got 'fatal', must be one of error, warning, info, never"),
        ("max-warnings = -1", "1:1: max-warnings: got -1, must be a whole number, 0 or more"),
        ("max-warnings = true", "1:1: max-warnings: got true, must be a whole number, 0 or more"),
        ('select = "a-rule,b-rule"\nignore = 4', "2:1: ignore: got 4, must be a list of texts"),
        ('[severity]\na-rule = "fatal"', "1:1: severity: got {'a-rule': 'fatal'}, must be a table of rules"),
        ('date = "31.1.2026"', "1:1: date: got '31.1.2026', must be a date such as 2026-01-31"),
        ('max-size = "20 parsecs"', "1:1: max-size: got '20 parsecs', must be a number of bytes"),
        ("cache = 1", "1:1: cache: got 1, must be true or false"),
        ('extend = "gone.toml"', "1:1: extend: there is no file gone.toml"),
        ('extend = "figcheck.toml"', "1:1: extend: figcheck.toml extends this file in its turn"),
        ("extend = 3", "1:1: extend: must be the path of a configuration file"),
        ("fail-on = \n", "1:11: this is no TOML: Invalid value"),
        ("fail-on = ", "0:0: this is no TOML: Invalid value (at end of document)"),
    ],
)
def test_a_mistake_is_one_line_with_file_and_line(desk: Path, text: str, line: str) -> None:
    path = written(desk / "figcheck.toml", text)
    with pytest.raises(ConfigError) as caught:
        config.from_file(str(path))
    assert str(caught.value).startswith(f"{path}:{line}")
    assert "\n" not in str(caught.value)


def test_an_unknown_key_names_the_nearest_one(desk: Path) -> None:
    with pytest.raises(ConfigError, match=r"; did you mean 'fail-on'\?$"):
        config.from_file(str(written(desk / "figcheck.toml", 'fail_on = "error"')))


def test_every_mistake_of_a_file_is_told(desk: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        config.from_file(str(written(desk / "figcheck.toml", 'a = 1\nb = 2\nfail-on = "x"')))
    assert len(str(caught.value).split("\n")) == 3


def test_files_that_extend_each_other_in_a_ring_are_refused(desk: Path) -> None:
    written(desk / "b.toml", 'extend = "figcheck.toml"')
    with pytest.raises(ConfigError, match="in its turn"):
        config.from_file(str(written(desk / "figcheck.toml", 'extend = "b.toml"')))


def test_a_file_that_is_not_utf_8_is_named(desk: Path) -> None:
    path = desk / "figcheck.toml"
    path.write_bytes(b'locale = "\xe9"')
    with pytest.raises(ConfigError, match=r"figcheck.toml:0:0: cannot read as UTF-8 \(offset 10\)"):
        config.from_file(str(path))


def test_a_named_pyproject_without_our_table_is_refused(desk: Path) -> None:
    path = written(desk / "pyproject.toml", "[tool.other]\n")
    with pytest.raises(ConfigError, match=r"there is no table \[tool.figcheck\]"):
        config.from_file(str(path))


def test_the_environment_sets_any_key_and_leaves_other_names_alone() -> None:
    environ = {
        "FIGCHECK_FAIL_ON": "warning",
        "FIGCHECK_IGNORE": "a, b",
        "FIGCHECK_SEVERITY": "a=off",
        "FIGCHECK_MAX_SIZE": "1kB",
        "FIGCHECK_CACHE": "no",
        "FIGCHECK_LOCALE": "",
        "FIGCHECK_DEBUG": "1",
        "FIGCHECK_VERSION": "0.1.0",
    }
    found = {name: setting.value for name, setting in config.from_environment(environ).items()}
    assert found == {
        "fail-on": "warning",
        "ignore": ("a", "b"),
        "severity": {"a": "off"},
        "max-size": 1000,
        "cache": False,
    }


def test_a_wrong_value_in_the_environment_names_the_variable() -> None:
    with pytest.raises(ConfigError, match=r"^FIGCHECK_FAIL_ON: fail-on: got 'x', must be one of error, warning"):
        config.from_environment({"FIGCHECK_FAIL_ON": "x"})


def test_a_stronger_layer_wins_and_severities_are_joined() -> None:
    weak = {"fail-on": Setting("info", "a"), "severity": Setting({"x": "off", "y": "off"}, "a")}
    strong = {"severity": Setting({"y": "error"}, "--severity")}
    found = config.merged(config.defaults(), weak, strong)
    assert found["fail-on"] == Setting("info", "a")
    assert found["severity"] == Setting({"x": "off", "y": "error"}, "a, --severity")
    assert found["locale"] == Setting(None, "default")


@pytest.mark.parametrize("name", [key.name for key in KEYS.values() if key.default is not None and key.default != {}])
def test_every_default_is_a_value_that_its_key_takes(name: str) -> None:
    assert parsed(KEYS[name], KEYS[name].default, name, "") == KEYS[name].default


def test_the_published_schema_is_made_from_the_table() -> None:
    text = json.dumps(config_schema(), indent=2) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        SCHEMA.write_text(text, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == text
    Draft202012Validator.check_schema(config_schema())


@pytest.mark.parametrize(
    ("shape", "fits"),
    [
        ({"fail-on": "info", "select": ["a"], "severity": {"a": "off"}, "max-size": "20MB", "cache": True}, True),
        ({"extend": "../base.toml", "max-size": 5, "date": "2026-01-31"}, True),
        ({"fail-no": "info"}, False),
        ({"fail-on": "fatal"}, False),
        ({"severity": {"a": "fatal"}}, False),
        ({"max-size": "20 parsecs"}, False),
        ({"max-warnings": -1}, False),
    ],
)
def test_the_schema_takes_what_the_reader_takes(shape: dict[str, object], fits: bool) -> None:
    assert Draft202012Validator(config_schema()).is_valid(shape) is fits


@pytest.mark.parametrize(
    ("pattern", "path", "out"),
    [
        ("old", "old/a.md", True),
        ("old", "drafts/old/a.md", True),
        ("old", "drafts/older/a.md", False),
        ("*.txt", "drafts/a.txt", True),
        ("drafts/*.md", "drafts/a.md", True),
        ("drafts/*.md", "drafts/new/a.md", False),
        ("drafts/**", "drafts/new/a.md", True),
        ("drafts", "drafts/new/a.md", True),
        ("drafts/new", "drafts/new/a.md", True),
        ("drafts/**/a.md", "drafts/a.md", True),
        ("drafts/**/a.md", "drafts/x/y/a.md", True),
        ("**/a.md", "a.md", True),
        ("/drafts", "old/drafts/a.md", False),
        ("drafts/", "drafts/a.md", True),
        ("new/*", "drafts/new/a.md", False),
    ],
)
def test_a_glob_leaves_out_what_it_fits_and_all_below(pattern: str, path: str, out: bool) -> None:
    assert (excluding(f"/repo/{path}", [("/repo", pattern)]) is not None) is out


def test_a_glob_says_nothing_of_files_outside_its_folder() -> None:
    assert excluding("/other/a.md", [("/repo", "**")]) is None
