"""Tags of HTML, told apart by whether they part words."""

from __future__ import annotations

import re

TAG = re.compile(r"<(?:/?([A-Za-z][\w.:-]*)(?:[\s/][^<>]*)?|[!?][^<>]*)>")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

# The phrasing elements of HTML: "1,<b>284</b>" is one number, "killed<br>24" are two words.
_PHRASING = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time"),
        *("tt", "u", "var", "wbr"),
    )
)


def tag_name(tag: re.Match[str]) -> str:
    """Return the name in lower case; "" for a declaration."""
    return (tag.group(1) or "").lower()


def tag_parts_words(name: str) -> bool:
    """Tell whether an element of that *name* stands between words and never inside one."""
    return name not in _PHRASING
