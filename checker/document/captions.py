"""Credits that tell a caption in a text without markup."""

from __future__ import annotations

import re

from checker.lexicon.book import Lexicon

_CREDIT = re.compile(r"(?<![^\W\d_])([^\W\d_]++(?: [^\W\d_]++)?+)\s*+[:/]\s*+(?=\S)")
_LONGEST = 400
_TAIL = 80


def is_caption(words: str, lexicon: Lexicon | None) -> bool:
    """Tell whether a credit opens or closes *words*: "[File picture: ...]", "Placards. Image: A. Roe."."""
    if lexicon is None or (":" not in words and "/" not in words) or len(words) > _LONGEST:
        return False
    for match in _CREDIT.finditer(words):
        opens = not any(char.isalnum() for char in words[: match.start()])
        if (opens or len(words) - match.start() <= _TAIL) and _names_a_picture(match.group(1).lower(), lexicon):
            return True
    return False


def _names_a_picture(words: str, lexicon: Lexicon) -> bool:
    layout, (*_, last) = lexicon["layout"], words.split(" ")
    return any(entry is not None and entry.id == "caption" for entry in (layout.get(words), layout.get(last)))
