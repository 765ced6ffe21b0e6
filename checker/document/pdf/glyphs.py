"""What stands on the pages of a PDF: stretches of characters on one line, with their place."""

from __future__ import annotations

from ctypes import byref, c_double, c_int, create_string_buffer
from importlib import import_module
from typing import Any

from checker.errors import InputError
from checker.model.values import NamedTuple

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 5_000_000
_WRONG_PASSWORD = 4
_HYPHENS = frozenset("\x02\ufffe\u00ad")
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


class Stretch(NamedTuple):
    """Characters next to each other: ``left``, ``right`` and ``base`` in points from the lower left corner.

    ``size`` is the height of the largest letter's box.
    """

    left: float
    right: float
    base: float
    size: float
    text: str
    is_bold: bool = False


class Page(NamedTuple):
    """The stretches of one page in the order that the file gives them, and its size in points."""

    stretches: tuple[Stretch, ...]
    width: float
    height: float


class _Glyph(NamedTuple):
    left: float
    right: float
    base: float
    size: float
    char: str
    at: int
    is_spaced: bool


def read_pages(data: bytes) -> list[Page]:
    """Return the pages of a PDF.

    Raises:
        InputError: if it is none, is encrypted, or has no characters; or if the extra is not installed.
    """
    try:
        pypdfium2 = import_module("pypdfium2")  # 20 ms, and of an extra
    except ImportError:
        raise InputError("reading PDF needs an extra: pip install 'figcheck[pdf]'") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _WRONG_PASSWORD:
            raise InputError("is encrypted; save it without a password") from None
        raise InputError("is no whole PDF file") from None
    try:
        return _pages(document, pypdfium2)
    except pypdfium2.PdfiumError:
        raise InputError("is damaged: a page of it cannot be read") from None
    finally:
        document.close()


def _pages(document: Any, pypdfium2: Any) -> list[Page]:
    if len(document) > _MOST_PAGES:
        raise InputError(f"has more than {_MOST_PAGES:,} pages")
    pages, count = [], 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        count += text.count_chars()
        if count > _MOST_CHARACTERS:
            raise InputError(f"has more than {_MOST_CHARACTERS:,} characters")
        pages.append(Page(tuple(_stretches(text, pypdfium2.raw)), *page.get_size()))
        text.close()
        page.close()
    if not any(page.stretches for page in pages):
        raise InputError(f"has no text on its {len(pages)} pages, only pictures of it; read it with OCR first")
    return pages


def _stretches(text: Any, raw: Any) -> list[Stretch]:
    found: list[Stretch] = []
    run: list[_Glyph] = []
    for glyph in _glyphs(text, raw):
        if run and not _goes_on(run, glyph):
            found.extend(_joined(run, text, raw))
            run = []
        run.append(glyph)
    return [*found, *_joined(run, text, raw)]


def _glyphs(text: Any, raw: Any) -> list[_Glyph]:
    found = []
    is_spaced = False
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if char in _HYPHENS:
            char = "-"
        elif not char or char.isspace() or not char.isprintable() or raw.FPDFText_IsGenerated(text, at) == 1:
            is_spaced = is_spaced or char.isspace()
            continue
        if raw.FPDFText_GetLooseCharBox(text, at, byref(box)) and raw.FPDFText_GetCharOrigin(text, at, x, y):
            size = max(box.top - box.bottom, 0.1)
            found.append(_Glyph(box.left, box.right, y.value, size, char, at, is_spaced))
            is_spaced = False
    return found


def _goes_on(run: list[_Glyph], glyph: _Glyph) -> bool:
    """Tell whether a glyph stands right behind the last, on its line or raised above it."""
    last = run[-1]
    size = max(run[0].size, glyph.size)
    if abs(glyph.base - run[0].base) > 0.55 * size:
        return False
    # The letters of a ligature ("fi" in one glyph) have one box.
    is_same_glyph = abs(glyph.left - last.left) < 0.05 * size
    return is_same_glyph or -0.3 * size < glyph.left - last.right < 0.9 * size


def _joined(run: list[_Glyph], text: Any, raw: Any) -> list[Stretch]:
    if not run:
        return []
    size = max(glyph.size for glyph in run)
    base = next(glyph.base for glyph in run if glyph.size == size)
    parts: list[str] = []
    for before, glyph in zip([run[0], *run], run, strict=False):
        gap = glyph.left - before.right
        if parts and (gap > 0.13 * min(before.size, glyph.size) or (glyph.is_spaced and gap > -0.1 * size)):
            parts.append(" ")
        is_raised = glyph.size < 0.85 * size and glyph.base > base + 0.1 * size
        parts.append(glyph.char.translate(_RAISED) if is_raised else glyph.char)
    return [Stretch(run[0].left, run[-1].right, base, size, "".join(parts), _is_bold(text, run[0].at, raw))]


def _is_bold(text: Any, at: int, raw: Any) -> bool:
    name, flags = create_string_buffer(200), c_int()
    raw.FPDFText_GetFontInfo(text, at, name, len(name), byref(flags))
    return b"bold" in name.value.lower() or raw.FPDFText_GetFontWeight(text, at) >= 600
