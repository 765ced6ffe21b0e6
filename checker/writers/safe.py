"""Draft text made harmless: no line break, no control, nothing that a terminal or a CI log obeys."""

from __future__ import annotations

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")
_BREAKS = dict.fromkeys((9, 10, 11, 12, 13, 0x85, 0x2028, 0x2029), " ")
# Marks that turn the reading direction can make a line read as other than it is.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
_TABLE = {**_CONTROLS, **_BREAKS, **_TURNS}
JOINER = "\u2060"
"""An invisible mark of no width: put inside "::" it keeps the words and breaks the command."""


def inert(text: str) -> str:
    """Return *text* with breaks as spaces and every control as U+FFFD; the number of code points stays the same."""
    return text.translate(_TABLE)


def shown(text: str) -> str:
    """Return *text* fit for a line of a terminal or a CI log.

    CI runners obey "::error::" at the start of a line and "##[group]" or "##vso[...]" anywhere in it.
    """
    return disarmed(inert(text))


def disarmed(text: str) -> str:
    """Return *text* with "::" and "##" parted by an invisible joiner, so that no CI runner reads a command."""
    if "::" in text or "##" in text:
        text = text.replace("::", f":{JOINER}:").replace("##", f"#{JOINER}#")
        text = text.replace("::", f":{JOINER}:").replace("##", f"#{JOINER}#")
    return text
