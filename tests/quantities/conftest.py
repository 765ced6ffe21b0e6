from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document.tokens import tokenize
from checker.lexicon.book import Lexicon
from checker.lexicon.load import load_lexicon
from checker.mentions.quantities.reading import Passed, Reading, Setting, read

Read = Callable[..., tuple[list[Reading], list[Passed]]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(use_cache=False)


@pytest.fixture(scope="session")
def reads(lexicon: Lexicon) -> Read:
    """Read the figures of one sentence."""

    def read_text(text: str, setting: Setting | None = None) -> tuple[list[Reading], list[Passed]]:
        return read(tokenize(text, 0, len(text)), lexicon, setting or Setting())

    return read_text
