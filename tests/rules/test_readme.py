"""What rules/README.md shows is true: its files are read, and the rule of one's own does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.engine.examples import run_examples
from checker.engine.loader import load_rules
from checker.engine.schema import RuleFile
from checker.engine.sources import read_rules
from checker.lexicon.files import pack_files
from checker.lexicon.load import load_lexicon
from checker.lexicon.schema import FIELD_TYPES, WORD_LISTS, Row
from checker.resources import rules_folder
from tests.rules.test_shipped import pipeline

README = Path(rules_folder(), "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    for text in BLOCKS:
        name = re.match(r"(?:id|lexicon): (\S+)", text)
        assert name
        (tmp_path / f"{name[1]}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_its_files_are_read_beside_the_shipped_ones(pack: Path) -> None:
    lexicon = load_lexicon([pack], use_cache=False)
    things = {word: lexicon["things"].get(word) for word in ("mandates", "flyovers", "recruits", "soldiers")}
    assert {word: entry and entry.id for word, entry in things.items()} == {
        "mandates": "seats",
        "flyovers": "bridges",
        "recruits": None,
        "soldiers": "troops",
    }
    rules = load_rules([pack], use_cache=False)
    assert rules["seats-disagree"].covers["thing"] == {"seats"}
    assert rules["headline-disagrees"].severity == {"else": "warning"}
    assert len(rules) == len(load_rules(use_cache=False)) + 1


def test_the_examples_of_its_rule_hold(pack: Path) -> None:
    packs = pack_files([pack])
    sources = read_rules(packs, use_cache=False)
    results = run_examples(sources, load_rules(packs, use_cache=False), pipeline, ["seats-disagree"])
    assert [result.mistake for result in results if result.mistake] == []
    assert len(results) == 4


def test_it_names_every_field() -> None:
    fields = {field.alias or name for name, field in RuleFile.model_fields.items()}
    assert {name for name in fields if f"`{name}`" not in README} == set()
    assert {name for name in (*Row.model_fields, *WORD_LISTS, *FIELD_TYPES) if f"`{name}`" not in README} == set()
