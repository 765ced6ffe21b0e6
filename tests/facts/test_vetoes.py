"""Every veto silences what it is for, and the same draft without its cue keeps the link."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker import run
from checker.document.read import read_text
from checker.engine.loader import load_rules
from checker.facts.connect import EVERYWHERE, link_types
from checker.facts.vetoes import all_vetoes
from checker.lexicon.load import load_lexicon
from checker.model.frame import Link

ROWS = yaml.safe_load((Path(__file__).parent / "vetoes.yaml").read_text(encoding="utf-8"))


def links(text: str, kind: str) -> list[Link]:
    settings = run.Settings(load_rules(), load_lexicon())
    document = read_text(text, "draft.md", "markdown", lexicon=settings.lexicon)
    return [link for link in run.examine(document, settings).links if link.type == kind]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["veto"]))
def test_a_veto_silences_the_link_that_it_is_for(row: dict[str, str]) -> None:
    found = links(row["silent"], row["link"])
    assert [link.veto.name for link in found if link.veto], "nothing was silenced"
    assert not [link for link in found if link.veto is None]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["veto"]))
def test_without_its_cue_the_link_stands(row: dict[str, str]) -> None:
    assert [link for link in links(row["stands"], row["link"]) if link.veto is None]


def test_every_veto_is_asked_by_a_link_type_and_every_name_asked_for_exists() -> None:
    asked = {name for kind in link_types() for name in (*EVERYWHERE, *kind.vetoes)}
    assert asked == set(all_vetoes())


def test_a_house_can_turn_every_link_type_and_veto_off_by_its_name() -> None:
    lexicon = load_lexicon(use_cache=False)
    assert list(lexicon["links"].rows) == [kind.name for kind in link_types()]
    assert set(lexicon["vetoes"].rows) == set(all_vetoes())
    assert all(row["enabled"] for book in ("links", "vetoes") for row in lexicon[book].rows.values())
