"""What the whole document decides for each of its figures."""

from __future__ import annotations

import re

from checker.model.document import Document
from checker.model.values import NamedTuple

# One sample settles it: "1.234,5" and "1.234.567" are only European, "1,234.5" and "1,234,567" only English.
# Patterns are text, compiled where a cheaper look has found something: most drafts need none of them.
_HINT = r"\d\.\d{3}[.,]\d"
_EUROPEAN = r"(?<![\d.,])\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})(?![\d.,])|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,4}(?![\d.,])"
_ENGLISH = r"(?<![\d.,])\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,2})(?!\d)|(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}(?![\d.,]*\d)"
_SOUTH_ASIAN = r"\d (?:lakh|crore)\b|₹ ?\d"
_SOUTH_ASIAN_WORDS = (" lakh", " crore", "₹")
SOUTH_ASIAN = frozenset({"en-IN", "en-PK", "en-BD", "en-LK", "en-NP"})


class Setting(NamedTuple):
    """``decimal_comma``: "1.284" is a thousand and more here. ``sterling``: "pounds" are money here.

    ``as_many_as_is_exact``: South Asian English says "as many as 33 drowned" of exactly 33.
    """

    locale: str = "en"
    decimal_comma: bool = False
    sterling: bool = False

    @property
    def as_many_as_is_exact(self) -> bool:
        """Tell whether "as many as n" is emphatic and not a ceiling."""
        return self.locale in SOUTH_ASIAN


def survey(document: Document) -> Setting:
    """Decide from unambiguous samples how numbers are written in *document*."""
    prose = document.prose
    return Setting(_locale(document), _is_european(prose), "£" in prose or "sterling" in prose)


def _is_european(prose: str) -> bool:
    if "." not in prose or re.search(_HINT, prose) is None:
        return False
    return re.search(_EUROPEAN, prose) is not None and re.search(_ENGLISH, prose) is None


def _locale(document: Document) -> str:
    """Return the locale that was given, else South Asian English where lakhs, crores or rupees are counted."""
    if document.locale != "en" or not any(word in document.prose for word in _SOUTH_ASIAN_WORDS):
        return document.locale
    return "en-IN" if re.search(_SOUTH_ASIAN, document.prose) else "en"
