"""PDF: columns one after the other, running heads and page numbers left out, tables where the lines allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.document.flow import Para, Run, lay_out
from checker.document.naming import named
from checker.document.pdf.columns import bands
from checker.document.pdf.glyphs import Page, read_pages
from checker.document.pdf.margins import without_margins
from checker.document.pdf.paragraphs import PrintedLine, paragraphs, to_line
from checker.document.pdf.rows import Row, columns, rows, tables_apart
from checker.document.reading import Reading
from checker.document.titles import is_title
from checker.lexicon.book import Lexicon
from checker.model.document import FILLER

_MUCH_LARGER = 1.25
_LARGER = 1.08
_SMALLER = 0.92
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"


def read(source: bytes, lexicon: Lexicon | None = None) -> Reading:
    """Read the bytes of a PDF.

    Raises:
        InputError: if they are none, are encrypted, or hold pictures of text; or if the extra is not installed.
    """
    pages = without_margins(read_pages(source))
    laid = lay_out(_named_by_size(list(_blocks(pages))))
    prose, pieces = named(laid, lexicon)
    return Reading(laid.text, prose, pieces, {}, laid.locators)


class _Prose(list[PrintedLine]):
    """The lines of one paragraph."""


def _blocks(pages: Sequence[Page]) -> Iterator[_Prose | Para]:
    """Yield paragraphs and cells in reading order."""
    lines: list[PrintedLine] = []
    tables = 0
    for number, page in enumerate(pages, 1):
        for band, group in enumerate(bands(page.stretches)):
            for is_table, run in tables_apart(rows(group)):
                if not is_table:
                    lines += [to_line(row, number, band) for row in run]
                    continue
                yield from map(_Prose, paragraphs(lines))
                lines = []
                yield from _cells(run, tables, number)
                tables += 1
    yield from map(_Prose, paragraphs(lines))


def _cells(table: Sequence[Row], number: int, page: int) -> Iterator[Para]:
    places = columns(table)
    for at, row in enumerate(table):
        for one in row:
            column = next(c for c, (left, right) in enumerate(places) if left <= one.left <= right)
            yield Para((Run(one.text, one.text, f"page {page}"),), "paragraph", 0, number, at, column)


def _named_by_size(blocks: Sequence[_Prose | Para]) -> Iterator[Para]:
    """Yield paragraphs with the role that the size of their letters gives them, beside that of most letters."""
    sizes: Counter[float] = Counter()
    for line in (line for block in blocks if isinstance(block, _Prose) for line in block):
        sizes[round(line.box.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 1.0
    largest = max(sizes, default=body)
    has_headline = False
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Para):
            yield block
            continue
        size = round(block[0].box.size, 1)
        role = _role(block, size / body)
        if role == "paragraph" and _is_caption(block, following, body):
            role = "caption"
        if role == "heading" and size == largest and size >= _MUCH_LARGER * body and not has_headline:
            role, has_headline = "headline", True
        yield Para(tuple(_runs(block)), role, 2 if role == "heading" else 0, is_bold=all(x.box.is_bold for x in block))


def _is_caption(block: _Prose, following: _Prose | Para | None, body: float) -> bool:
    """Tell whether fine print stands above text of the usual size on its page: what stands below all is a footnote."""
    return (
        isinstance(following, _Prose)
        and block[0].box.size < _SMALLER * body <= following[0].box.size
        and block[0].page == following[0].page
    )


def _role(block: _Prose, ratio: float) -> str:
    words = " ".join(line.text for line in block)
    if ratio > _LARGER and is_title(words):
        return "heading"
    return "footnote" if ratio < _SMALLER and block[0].text[:1] in _RAISED else "paragraph"


def _runs(block: _Prose) -> Iterator[Run]:
    """Yield the lines as they stand; what parts a word at a line's end is no part of the words read."""
    for at, line in enumerate(block):
        prose = line.text
        if block[0].text[:1] in _RAISED and at == 0:
            prose = " " + prose[1:]
        after = block[at + 1].text if at + 1 < len(block) else ""
        end = "\n" if after else ""
        if after and prose.endswith("-") and len(prose) > 1:
            # "moun-/tain" is one word, "38-/year-old" keeps its hyphen.
            keeps = not prose[-2].isalpha() or not after[0].islower()
            prose, between = (prose if keeps else prose[:-1] + FILLER), FILLER
        else:
            between = end
        yield Run(line.text + end, prose + between, f"page {line.page}")
