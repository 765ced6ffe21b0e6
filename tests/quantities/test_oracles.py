"""Readings held against text2num, dateparser and quantulum3; disagreements are listed and judged in oracles.yaml."""

from __future__ import annotations

import importlib
import warnings
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import text2num

from tests.quantities.conftest import Read
from tests.quantities.test_properties import SPELL

LISTED = yaml.safe_load((Path(__file__).parent / "oracles.yaml").read_text(encoding="utf-8"))
NOTHING = "nothing"


def listed(oracle: str) -> Any:
    return pytest.mark.parametrize("row", LISTED[oracle], ids=lambda row: row["text"])


def by_text2num(text: str) -> Any:
    try:
        return text2num(text, "en")
    except ValueError:
        return NOTHING


@listed("text2num")
def test_numbers_in_words_are_those_of_text2num(reads: Read, row: dict[str, Any]) -> None:
    (reading,) = reads(f"It has {row['text']} homes.")[0]
    assert reading.quantity.value == row["ours"]
    assert by_text2num(row["text"]) == row.get("theirs", row["ours"])


@given(st.integers(1, 10**9))
def test_every_spelled_number_is_that_of_text2num(reads: Read, number: int) -> None:
    words = SPELL.number_to_words(number).replace(",", "")
    (reading,) = reads(f"It has {words} homes.")[0]
    assert reading.quantity.value == text2num(words, "en")


def by_dateparser(text: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = importlib.import_module("dateparser").parse(text, languages=["en"])
    if found is None:
        return NOTHING
    day: date = found.date()
    if day == date.today():
        return "today"
    return [day.year, day.month, day.day] if text[-4:].isdecimal() or text[:4].isdecimal() else "another day"


@listed("dateparser")
def test_dates_are_those_of_dateparser(reads: Read, row: dict[str, Any]) -> None:
    text = str(row["text"])
    moments = [reading.quantity.moment for reading in reads(f"It was {text}.")[0]]
    days = [[part for part in moment[:3] if part is not None] for moment in moments if moment]
    assert (days[0] if days else NOTHING) == row["ours"]
    assert by_dateparser(text) == row.get("theirs", row["ours"])


def by_quantulum3(text: str) -> list[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        vars(importlib.import_module("quantulum3.classifier"))["USE_CLF"] = False
        (found,) = importlib.import_module("quantulum3.parser").parse(text)
    return [Decimal(str(found.value)), found.unit.name]


def pair(row: list[Any]) -> list[Any]:
    return [Decimal(str(row[0])), row[1]]


@listed("quantulum3")
def test_measures_are_those_of_quantulum3(reads: Read, row: dict[str, Any]) -> None:
    text = f"It is {row['text']} here."
    (reading,) = reads(text)[0]
    assert [reading.quantity.value, reading.quantity.unit or "none"] == pair(row["ours"])
    assert by_quantulum3(text) == pair(row.get("theirs", row["ours"]))
