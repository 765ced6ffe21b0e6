"""Where a run stands in the bytes of its part, for who writes comments there."""

from __future__ import annotations

from checker.model.values import NamedTuple


class Words(NamedTuple):
    """Characters as they stand in one piece in the XML: the byte where they begin, and the characters."""

    byte: int
    text: str


class RunMark(NamedTuple):
    """One ``w:t`` of a run. ``run`` is the byte of the run's start tag, ``tag`` that of the ``w:t``.

    ``properties`` is the byte range of its ``w:rPr`` (empty where it has none). ``dropped`` counts characters that
    stand before those printed. ``part`` is "" in the main part, else the kind of note; in notes and text boxes
    ``anchor`` is the byte of the run of the main part that holds them.
    """

    run: int
    tag: int
    properties: tuple[int, int]
    words: tuple[Words, ...]
    dropped: int
    part: str
    anchor: int
