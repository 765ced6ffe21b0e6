"""The corpora beside this file, value first: what each surface must be read as, and what must not be read.

``[[...]]`` marks the phrase. In an entry with ``quantity``, every field named there must be so; with ``none``, nothing
may be read; with ``passed``, the marked words must be passed over for that reason.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.document.tokens import tokenize
from checker.mentions.quantities.reading import Reading, Setting
from tests.quantities.conftest import Read

FOLDER = Path(__file__).parent / "corpus"


def _cases(key: str) -> list[Any]:
    cases = []
    for file in sorted(FOLDER.glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            for surface in entry.get("surfaces", ()) if key in entry else ():
                cases.append(pytest.param(entry[key], entry.get("setting", {}), surface, id=f"{file.stem}: {surface}"))
    return cases


def _marked(surface: str) -> tuple[str, str]:
    before, _, rest = surface.partition("[[")
    phrase, _, after = rest.partition("]]")
    return before + phrase + after, phrase


def _shape(reading: Reading) -> dict[str, Any]:
    quantity = reading.quantity
    moment = (
        {name: part for name, part in quantity.moment._asdict().items() if part is not None} if quantity.moment else {}
    )
    return {
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "kind": quantity.kind,
        "hard": str(quantity.hard),
        "soft": str(quantity.soft),
        "granule": quantity.granule,
        "dimension": quantity.dimension,
        "unit": quantity.unit,
        "moment": moment,
    }


def _wanted(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, (int, float)) else value


@pytest.mark.parametrize(("quantity", "setting", "surface"), _cases("quantity"))
def test_a_surface_is_read_as_its_quantity(
    reads: Read, quantity: dict[str, Any], setting: dict[str, Any], surface: str
) -> None:
    text, phrase = _marked(surface)
    readings, _ = reads(text, Setting(**setting))
    tokens = tokenize(text, 0, len(text))
    found = {text[tokens[r.start].start : tokens[r.end - 1].end]: _shape(r) for r in readings}
    if phrase:
        assert phrase in found
        shape = found[phrase]
    else:
        assert len(readings) == 1
        shape = next(iter(found.values()))
    wanted = {name: value if name == "moment" else _wanted(value) for name, value in quantity.items()}
    assert {name: shape[name] for name in wanted} == wanted


@pytest.mark.parametrize(("none", "setting", "surface"), _cases("none"))
def test_a_surface_holds_no_figure(reads: Read, none: str, setting: dict[str, Any], surface: str) -> None:
    text, phrase = _marked(surface)
    tokens = tokenize(text, 0, len(text))
    read = [text[tokens[r.start].start : tokens[r.end - 1].end] for r in reads(text, Setting(**setting))[0]]
    assert not any(word in phrase or phrase in word for word in read) if phrase else not read, none


@pytest.mark.parametrize(("passed", "setting", "surface"), _cases("passed"))
def test_a_surface_is_passed_over_with_its_reason(
    reads: Read, passed: str, setting: dict[str, Any], surface: str
) -> None:
    text, phrase = _marked(surface)
    tokens = tokenize(text, 0, len(text))
    readings, passings = reads(text, Setting(**setting))
    found = {text[tokens[p.start].start : tokens[p.end - 1].end]: p.reason for p in passings}
    assert found == {phrase: passed}
    assert not readings


def test_every_table_of_the_taxonomy_has_what_is_read_and_what_is_not() -> None:
    entries = yaml.safe_load((FOLDER / "taxonomy.yaml").read_text(encoding="utf-8"))
    read = {entry["row"] for entry in entries if "quantity" in entry}
    not_read = {entry["row"] for entry in entries if "quantity" not in entry}
    assert read == not_read == {f"A{number}" for number in range(1, 13)}
