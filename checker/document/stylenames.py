"""What the name of a style makes of a paragraph."""

from __future__ import annotations

import re

_HEADING = re.compile(r"heading ?([1-9])?\Z")
_ROLES = {
    # Names that Word and LibreOffice give their own styles in every language, then those that desks give theirs.
    "title": "headline",
    "headline": "headline",
    "subtitle": "standfirst",
    "standfirst": "standfirst",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "quotations": "quote",
    "block text": "quote",
    "block quote": "quote",
    "pull quote": "quote",
}
_LISTS = re.compile(r"list (?:bullet|number)(?: \d)?\Z")
_UNREAD = re.compile(r"(?:toc|contents) ?\d?\Z|table of figures\Z|source code\Z|(?:rststyle-)?code ?block\Z|code\Z")


def role_of(name: str) -> tuple[str, int]:
    """Return role and level for the name of a style; ("", 0) where it tells none.

    "contents" are tables of contents and code, which are printed and not read.
    """
    name = " ".join(name.lower().replace("_20_", " ").split())
    heading = _HEADING.match(name)
    if heading:
        return "heading", int(heading.group(1) or 1)
    if _LISTS.match(name):
        return "list_item", 1
    if _UNREAD.match(name):
        return "contents", 0
    return _ROLES.get(name, ""), 0
