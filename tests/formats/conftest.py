from __future__ import annotations

import pytest

from checker.lexicon.book import Lexicon
from checker.lexicon.load import load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(use_cache=False)
