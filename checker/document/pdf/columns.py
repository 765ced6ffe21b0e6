"""The order in which a page is read: columns one after the other, what crosses them in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.document.pdf.glyphs import Stretch

_FEWEST = 3
_GUTTER = 6.0
_PROSE = 16
_DEEPEST = 4
_MOST = 3_000


def bands(stretches: Sequence[Stretch], depth: int = 0) -> list[list[Stretch]]:
    """Return the stretches in groups without columns, in reading order.

    A gutter is a place between left and right that few stretches cross; those that do (headline, standfirst) part
    the page into bands. Narrow columns of figures are a table, and stay together.
    """
    gutter = _gutter(stretches) if depth < _DEEPEST else None
    if gutter is None:
        return [list(stretches)] if stretches else []
    found: list[list[Stretch]] = []
    band: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: -one.base):
        if stretch.left < gutter < stretch.right:
            found += _split(band, gutter, depth)
            band = []
            if found and _crosses(found[-1], gutter):
                found[-1].append(stretch)
            else:
                found.append([stretch])
        else:
            band.append(stretch)
    return found + _split(band, gutter, depth)


def _crosses(group: Sequence[Stretch], gutter: float) -> bool:
    return all(one.left < gutter < one.right for one in group)


def _split(band: Sequence[Stretch], gutter: float, depth: int) -> list[list[Stretch]]:
    left = [one for one in band if one.right <= gutter]
    right = [one for one in band if one.right > gutter]
    if not (_is_prose(left) and _is_prose(right)):
        return [list(band)] if band else []
    return bands(left, depth + 1) + bands(right, depth + 1)


def _gutter(stretches: Sequence[Stretch]) -> float | None:
    """Return the x of the best gutter, or None: many stretches of prose on both sides of it, few across."""
    if len(stretches) > _MOST:
        return None
    starts = Counter(round(one.left) for one in stretches)
    edges = sorted({round(one.left, 1) for one in stretches if starts[round(one.left)] >= _FEWEST})
    best, most = None, 0
    for edge in edges:
        left = [one for one in stretches if one.right <= edge - _GUTTER]
        right = [one for one in stretches if one.left >= edge]
        fewer = min(len(left), len(right))
        if fewer <= most or not (_is_prose(left) and _is_prose(right)):
            continue
        top = min(max(one.base for one in side) for side in (left, right))
        foot = max(min(one.base for one in side) for side in (left, right))
        across = sum(one.left < edge and one.right > edge - _GUTTER and foot <= one.base <= top for one in stretches)
        # Columns stand beside each other, not one above the other.
        if top - foot > 2 * left[0].size and across < 0.5 * fewer:
            best, most = edge - _GUTTER / 2, fewer
    return best


def _is_prose(side: Sequence[Stretch]) -> bool:
    return len(side) >= _FEWEST and sum(len(one.text) for one in side) / len(side) >= _PROSE
