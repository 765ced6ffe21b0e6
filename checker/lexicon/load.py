"""The lexicon, ready for look-ups: from the cache where it is warm, else from the YAML files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from checker.cachefile import cached
from checker.lexicon.book import Lexicon
from checker.lexicon.files import code_files, pack_files, shipped_lexicon_files


def load_lexicon(extra: Iterable[str | os.PathLike[str]] = (), *, use_cache: bool = True) -> Lexicon:
    """Return the shipped lexicon, extended by the lexicon files among *extra* (files, or folders searched for them).

    Raises:
        RuleError: one line for each mistake in the files.
    """
    shipped, packs = shipped_lexicon_files(), pack_files(extra)

    def make() -> Any:
        from checker.lexicon.build import build_lexicon  # pydantic and yaml: 100 ms

        return build_lexicon(shipped, packs)

    sources = [*shipped, *packs, *code_files()]
    return Lexicon.packed(cached("lexicon", sources, make, use_cache=use_cache, usable=_is_packed))


def _is_packed(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(book, dict) and "meanings" in book for book in value.values())
