"""Which lines of a PDF are one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from checker.document.marks import marker
from checker.document.pdf.glyphs import Stretch
from checker.document.pdf.rows import Row
from checker.model.values import NamedTuple

_END = (".", "!", "?", ":", '"', "\u201d", "\u2019", ")", "\u2026")


class PrintedLine(NamedTuple):
    """One line of prose: its words from left to right, with the page (from 1) and the group it stands in."""

    text: str
    box: Stretch
    page: int
    band: int


def to_line(row: Row, page: int, band: int) -> PrintedLine:
    """Join what stands on one line."""
    first = max(row, key=lambda one: len(one.text))
    text = " ".join(one.text for one in row)
    return PrintedLine(text, first._replace(left=row[0].left, right=row[-1].right), page, band)


def paragraphs(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """Return the lines of each paragraph; one that a column or page cuts goes on behind the cut."""
    if not lines:
        return []
    leading = _leading(lines)
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        edges[line[2:]] = max(line.box.right, edges.get(line[2:], 0.0))
    found = [[lines[0]]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, leading, edges[before[2:]]):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _leading(lines: Sequence[PrintedLine]) -> float:
    """Return the usual distance of two lines, in sizes of their letters."""
    steps = [
        (before.box.base - line.box.base) / before.box.size
        for before, line in pairwise(lines)
        if before.page == line.page and before.band == line.band and before.box.base > line.box.base
    ]
    near = [step for step in steps if step < 2.5]
    return min(median(near), 1.7) if near else 1.2


def _goes_on(before: PrintedLine, line: PrintedLine, leading: float, edge: float) -> bool:
    if abs(before.box.size - line.box.size) > 0.08 * before.box.size or before.box.is_bold != line.box.is_bold:
        return False
    if marker(line.text, 0, len(line.text)):
        return False
    is_cut = before.page != line.page or before.band != line.band
    ends = before.text.rstrip().endswith(_END)
    if is_cut:
        return not ends and line.text[:1].islower()
    step = (before.box.base - line.box.base) / before.box.size
    if step > 1.25 * leading:
        return False
    is_short = edge - before.box.right > 5 * before.box.size
    # A line ends before a word for which there is room only where its writer ended it.
    first = line.text.split(" ", 1)[0]
    room = 1.5 * (line.box.right - line.box.left) * len(first) / len(line.text) + 0.3 * (edge - before.box.left)
    if line.text[0].isupper() and edge - before.box.right > room:
        return False
    is_indented = line.box.left - before.box.left > 0.8 * line.box.size
    return not (ends and (is_short or is_indented)) and not (is_short and step > 1.1 * leading)
