"""What stands at the head and foot of the pages and is no text: running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.document.pdf.glyphs import Page, Stretch

_NUMBER = re.compile(r"\W*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*\Z", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_HEAD = 0.1
_RIM = 0.06


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """Return the pages without page numbers, lines that stand on several pages at one height, and fine print."""
    sizes: Counter[float] = Counter()
    for one in (one for page in pages for one in page.stretches):
        sizes[round(one.size, 1)] += len(one.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    seen = Counter(key for page in pages for key in {_key(page, one) for one in page.stretches if _is_edge(page, one)})
    return [page._replace(stretches=tuple(_kept(page, seen, body))) for page in pages]


def _kept(page: Page, seen: Counter[tuple[str, int]], body: float) -> Iterator[Stretch]:
    lines = Counter(round(one.base) for one in page.stretches)
    for one in page.stretches:
        is_alone = sum(lines[round(one.base) + step] for step in (-1, 0, 1)) == 1
        if not _is_margin(page, one, seen[_key(page, one)], body, is_alone=is_alone):
            yield one


def _is_margin(page: Page, one: Stretch, times: int, body: float, *, is_alone: bool) -> bool:
    if not _is_edge(page, one):
        return False
    if one.size < 0.95 * body and not _RIM * page.height < one.base < (1 - _RIM) * page.height:
        return True
    return times > 1 or (is_alone and bool(_NUMBER.match(one.text)))


def _is_edge(page: Page, one: Stretch) -> bool:
    return not _HEAD * page.height < one.base < (1 - _HEAD) * page.height


def _key(page: Page, one: Stretch) -> tuple[str, int]:
    return _DIGITS.sub("#", one.text), round(one.base / 4)
