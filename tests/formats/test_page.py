"""docs/formats.md names every format that is read, with its suffixes, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from checker.document.read import FORMATS

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


def test_the_page_has_a_row_for_every_format_with_its_suffixes() -> None:
    rows = [line.strip("|").split("|") for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:2] == "| "]
    named = {row[0].strip(): set(re.findall(r"`(\.\w+)`", row[1])) for row in rows[1:]}
    assert named == {name: {s for s in form.suffixes if s} for name, form in FORMATS.items()}
