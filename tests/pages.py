"""What the pages show: fenced blocks, files given in them, and console sessions with what they print."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "rules").glob("*.md")])
_FENCE = re.compile(r"^ *```(\w*)(?: ([\w./\-]+))?\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


class Fence(NamedTuple):
    """A fenced block: its language, the file that it shows ("" for none), its text and where that begins."""

    language: str
    file: str
    text: str
    start: int


class Shown(NamedTuple):
    """A command after a "$ ", without its remark, and the place of what is shown below it in the page."""

    command: str
    output: str
    start: int
    end: int


def fences(page: Path) -> list[Fence]:
    text = page.read_text(encoding="utf-8")
    return [Fence(one[1], one[2] or "", one[3], one.start(3)) for one in _FENCE.finditer(text)]


def sessions(page: Path) -> list[Shown]:
    """Return the commands of all console blocks, each with all lines up to the next one."""
    shown = []
    for fence in fences(page):
        if fence.language == "console":
            for one in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", fence.text, re.MULTILINE):
                start, end = fence.start + one.start(2), fence.start + one.end(2)
                shown.append(Shown(one[1].partition("  #")[0].strip(), one[2], start, end))
    return shown
