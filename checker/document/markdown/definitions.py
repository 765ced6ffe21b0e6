"""Link definitions, "[label]: https://... "title"": they are no prose, and tell which brackets are links."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.document.markdown.inline import label_of
from checker.document.markdown.leaf import Leaf

_TARGET = r"(?:<[^<>]*>|(?:[^\s()<]|\([^\s()]*\))(?:[^\s()]|\([^\s()]*\))*)"
_TITLE = r"(?:\"[^\"]*\"|'[^']*'|\([^()]*\))"
_DEFINITION = re.compile(rf"\[([^\[\]]{{1,400}})\]:[ \t]*{_TARGET}(?:[ \t]+{_TITLE})?[ \t]*\Z")


def without_definitions(text: str, leaves: Iterable[Leaf]) -> tuple[list[Leaf], frozenset[str]]:
    """Return the leaves without lines that define a link, and the labels defined."""
    kept, labels = [], set()
    for leaf in leaves:
        lines = leaf.lines
        while (
            lines
            and (leaf.kind == "paragraph" or (leaf.kind == "heading" and len(lines) > 1))
            and text[lines[0][0]] == "["
        ):
            match = _DEFINITION.match(text, *lines[0])
            if match is None:
                break
            labels.add(label_of(match.group(1)))
            lines = lines[1:]
        if lines:
            kept.append(leaf._replace(lines=lines))
    return kept, frozenset(labels)
