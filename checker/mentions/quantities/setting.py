"""What the whole document decides for each of its figures."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.model.document import Document

# One sample settles it: "1.234,5" and "1.234.567" are only European, "1,234.5" and "1,234,567" only English.
_EUROPEAN = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})(?![\d.,])|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,4}(?![\d.,])"
)
_ENGLISH = re.compile(
    r"(?<![\d.,])\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,2})(?!\d)|(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}(?![\d.,]*\d)"
)
_SOUTH_ASIAN = re.compile(r"\d (?:lakh|crore)\b|₹ ?\d")
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
    european = "." in prose and _EUROPEAN.search(prose) is not None and _ENGLISH.search(prose) is None
    locale = "en-IN" if document.locale == "en" and _SOUTH_ASIAN.search(prose) else document.locale
    return Setting(locale, european, "£" in prose or "sterling" in prose)
