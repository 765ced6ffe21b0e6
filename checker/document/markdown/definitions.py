"""Link definitions, "[label]: https://... "title"": they are no prose, and tell which brackets are links."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.document.markdown.inline import label_of
from checker.document.markdown.leaf import Leaf

_TARGET = r"(?:<[^<>]*>|(?:[^\s()<]|\([^\s()]*\))(?:[^\s()]|\([^\s()]*\))*)"
_TITLE = r"(?:\"[^\"]*\"|'[^']*'|\([^()]*\))"
_DEFINITION = rf"\[([^\[\]]{{1,400}})\]:[ \t]*{_TARGET}(?:[ \t]+{_TITLE})?[ \t]*"


def without_definitions(text: str, leaves: Iterable[Leaf]) -> tuple[list[Leaf], frozenset[str]]:
    """Return the leaves without lines that define a link, and the labels defined."""
    kept, labels = [], set()
    for leaf in leaves:
        first = 0
        if leaf.kind == "paragraph" or (leaf.kind == "heading" and len(leaf.lines) > 1):
            for start, end in leaf.lines:
                # Compiled at the first bracket that opens a line: most drafts have none.
                match = re.fullmatch(_DEFINITION, text[start:end]) if text[start] == "[" else None
                if match is None:
                    break
                labels.add(label_of(match.group(1)))
                first += 1
        if first < len(leaf.lines):
            kept.append(leaf._replace(lines=leaf.lines[first:]) if first else leaf)
    return kept, frozenset(labels)
