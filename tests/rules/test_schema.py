"""The published JSON Schemas say what is accepted. ``UPDATE_SNAPSHOTS=1`` rewrites them."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.engine.published import lexicon_schema, rule_schema, schema_text
from checker.lexicon.files import shipped_lexicon_files, shipped_rule_files
from checker.resources import reports_folder
from checker.yamlfile import read_yaml
from tests.rules.fakes import HERE

SCHEMAS = {"rule": rule_schema, "lexicon": lexicon_schema}


def published(name: str) -> Path:
    return Path(reports_folder(), "schema", f"{name}.schema.json")


def plain(value: Any) -> Any:
    """Return a YAML value as JSON has it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_the_one_that_is_used(name: str) -> None:
    text = schema_text(SCHEMAS[name]())
    if os.environ.get("UPDATE_SNAPSHOTS"):
        published(name).parent.mkdir(parents=True, exist_ok=True)
        published(name).write_text(text, encoding="utf-8")
    assert published(name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(published(name).read_text(encoding="utf-8")))


def test_every_shipped_file_is_valid_by_it() -> None:
    rules, lexicons = Draft202012Validator(rule_schema()), Draft202012Validator(lexicon_schema())
    for file in shipped_rule_files():
        rules.validate(plain(read_yaml(file).value))
    for file in shipped_lexicon_files():
        if not file.endswith("inflections.yaml"):
            lexicons.validate(plain(read_yaml(file).value))


@pytest.mark.parametrize(
    "name", ["unknown-key", "wrong-type", "unknown-kind", "unknown-place", "unknown-level", "no-near-miss"]
)
def test_broken_rules_are_invalid_by_it(name: str) -> None:
    value = plain(read_yaml(str(HERE / "broken" / f"{name}.yaml")).value)
    value["check"] = rule_schema()["properties"]["check"]["enum"][0]
    assert not Draft202012Validator(rule_schema()).is_valid(value)


def test_a_rule_that_extends_another_may_leave_fields_out() -> None:
    validator = Draft202012Validator(rule_schema())
    assert validator.is_valid({"id": "deaths-disagree", "extends": "deaths-disagree", "severity": "info"})
    assert not validator.is_valid({"id": "deaths-disagree", "severity": "info"})
