from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.document.read import read_text
from checker.lexicon.book import Lexicon
from checker.model.document import Document

CORPUS = yaml.safe_load((Path(__file__).parent / "blocks.yaml").read_text(encoding="utf-8"))


def outline(document: Document) -> list[list[str]]:
    return [
        [f"{block.role}/{block.label}" if block.label else block.role, document.words(block.span)]
        for block in document.blocks
    ]


@pytest.mark.parametrize("row", CORPUS, ids=[row["why"][:60] for row in CORPUS])
def test_each_block_has_the_role_that_an_editor_would_give_it(row: dict, lexicon: Lexicon) -> None:
    assert outline(read_text(row["text"], "draft", row["format"], lexicon=lexicon)) == row["blocks"]


def test_cells_are_numbered_by_table_row_and_column() -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 |\n\nThen\n\n| c |\n|---|\n| 3 |\n"
    cells = [block for block in read_text(text, "d", "markdown").blocks if block.role == "table_cell"]
    assert [(b.table, b.row, b.column) for b in cells] == [
        *((0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)),
        *((1, 0, 0), (1, 1, 0)),
    ]


def test_the_depth_of_headings_lists_and_quotes_is_their_level() -> None:
    text = "# A\n\n### B\n\n- c\n  - d\n\n> > e\n"
    assert [(block.role, block.level) for block in read_text(text, "d", "markdown").blocks] == [
        ("headline", 1),
        ("heading", 3),
        ("list_item", 1),
        ("list_item", 2),
        ("quote", 2),
    ]


def test_captions_need_the_lexicon_or_an_image() -> None:
    text = "A fire burned.\n\nPhoto: the quay\n"
    assert [block.role for block in read_text(text, "d").blocks] == ["paragraph", "paragraph"]
