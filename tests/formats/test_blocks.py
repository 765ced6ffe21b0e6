from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.document.read import read_text
from checker.lexicon.book import Lexicon

CORPUS = yaml.safe_load((Path(__file__).parent / "blocks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", CORPUS, ids=[f"{row['format']}: {row['why'][:60]}" for row in CORPUS])
def test_each_block_has_the_role_that_an_editor_would_give_it(row: dict, lexicon: Lexicon) -> None:
    document = read_text(row["text"], "draft", row["format"], lexicon=lexicon)
    found = [[f"{b.role}/{b.label}" if b.label else b.role, document.words(b.span)] for b in document.blocks]
    assert found == row["blocks"]
