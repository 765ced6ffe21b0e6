"""Arithmetic in one sentence or two: what must be seen, and near-misses that must stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import checker

TABLE = yaml.safe_load(Path(__file__).with_name("arithmetic.yaml").read_text(encoding="utf-8"))
SPEAKS = [(rule, text) for rule, cases in TABLE.items() for text in cases["speaks"]]
SILENT = [text for cases in TABLE.values() for text in cases["silent"]]


def spoke(text: str) -> set[str]:
    """Return the rules that find an error or a warning in a draft."""
    (document,) = checker.check_text(text, "draft.md").documents
    loud = [finding for finding in document.findings if finding.severity != "info"]
    return {name for finding in loud for name in (finding.rule, *finding.also)}


@pytest.mark.parametrize(("rule", "text"), SPEAKS)
def test_a_figure_that_cannot_be_is_found(rule: str, text: str) -> None:
    assert rule in spoke(text)


@pytest.mark.parametrize("text", SILENT)
def test_a_near_miss_stays_silent(text: str) -> None:
    assert spoke(text) == set()
