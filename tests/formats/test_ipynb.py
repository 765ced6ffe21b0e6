from __future__ import annotations

import json

import pytest

from checker.document.read import read_document, read_text
from checker.errors import InputError
from tests.formats.outline import outline


def test_cells_in_markdown_are_read_and_code_is_not() -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# Fire kills 24\n", "\n", "A café **burned**"]},
        {"cell_type": "code", "source": "99", "outputs": [{"data": {"text/plain": ["98"]}}]},
        {"cell_type": "markdown", "source": "## Why\n\n- 12 boats"},
        {"cell_type": "raw", "source": "97"},
    ]
    document = read_text(json.dumps({"cells": cells, "nbformat": 4}), format="ipynb")
    assert outline(document) == [
        "headline: Fire kills 24",
        "paragraph: A caf\\u00e9 **burned",
        "heading: Why",
        "list_item: 12 boats",
    ]


def test_what_is_no_notebook_is_refused() -> None:
    with pytest.raises(InputError, match=r"^a\.ipynb: is no notebook: it has no cells"):
        read_document("a.ipynb", b'{"a": 1}')


def test_a_notebook_of_version_3_is_read_as_well() -> None:
    cells = [
        {"cell_type": "heading", "level": 1, "source": ["Fire kills 24"]},
        {"cell_type": "code", "input": "99", "outputs": []},
        {"cell_type": "markdown", "source": ["A café burned.\n", "\n", "- 12 boats"]},
        {"cell_type": "heading", "level": 2, "source": "Why"},
    ]
    text = json.dumps({"nbformat": 3, "worksheets": [{"cells": cells[:2]}, {"cells": cells[2:]}]}, ensure_ascii=False)
    document = read_text(text, format="ipynb")
    assert outline(document) == [
        "headline: Fire kills 24",
        "paragraph: A café burned.",
        "list_item: 12 boats",
        "heading: Why",
    ]
