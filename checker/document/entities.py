"""Character references of HTML: ``&amp;`` and ``&#8217;``."""

from __future__ import annotations

import re

from checker.model.document import TAIL

ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_LOOSE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8};?|#[0-9]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def printed_entity(reference: str) -> list[str] | None:
    """Return what is printed for *reference*, filled up to its length; None for a name that HTML does not know."""
    from html import unescape  # 4 ms for its table of 2,231 names; most drafts have none

    printed = unescape(reference)
    if printed == reference or len(printed) > len(reference):
        return None
    return [*printed, *TAIL * (len(reference) - len(printed))]


def without_references(source: str, *, is_xml: bool = False) -> str:
    """Return *source* with each reference as what is printed, filled up to its length; HTML needs no semicolon."""
    if "&" not in source:
        return source
    return (ENTITY if is_xml else _LOOSE).sub(_printed, source)


def _printed(match: re.Match[str]) -> str:
    from html.entities import html5

    reference = match.group()
    if reference[1] != "#" and not reference.endswith(";"):
        known = (reference[1:end] for end in range(len(reference), 2, -1))
        name = next((name for name in known if name in html5), "")
        rest = reference[1 + len(name) :] if name else ""
        return "".join(printed_entity(f"&{name}") or reference) + rest if name else reference
    return "".join(printed_entity(reference) or reference)
