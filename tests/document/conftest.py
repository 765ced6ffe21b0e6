from __future__ import annotations

import pytest

from checker.lexicon.book import Lexicon
from checker.lexicon.build import build_lexicon
from checker.lexicon.files import shipped_lexicon_files

BOOKS = ("abbreviations", "calendar", "inflections", "layout")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    files = [path for path in shipped_lexicon_files() if any(path.endswith(f"{name}.yaml") for name in BOOKS)]
    return Lexicon.packed(build_lexicon(files, []))
