"""Bytes of a text file to the text that offsets count in."""

from __future__ import annotations

import codecs
import re

from checker.errors import InputError, UsageError

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_HEAD = 1024
_DECLARED = re.compile(rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_WINDOWS = frozenset(("ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii", "windows-1252"))


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return the text; line ends stay as they are and a byte order mark is not part of it.

    Without *encoding* it is UTF-8, or what the mark says.

    Raises:
        InputError: if the bytes are not text in that encoding, naming file, byte and offset.
        UsageError: if no such encoding is known.
    """
    mark, marked = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    chosen = _known(encoding) if encoding else marked
    skip = len(mark) if mark and _same(chosen, marked) else 0
    if (skip and _same(chosen, "utf-16")) or _same(chosen, "utf-32"):
        chosen = marked
    try:
        text = data[skip:].decode(chosen) if skip else data.decode(chosen)
    except UnicodeDecodeError as error:
        raise InputError(_explain(name, data, error, skip)) from None
    if "\0" in text:
        raise InputError(f"{name}: not a text file (null character at offset {text.index(chr(0))})")
    return text


def declared_encoding(data: bytes, name: str) -> str | None:
    """Return the encoding that HTML or XML names in its first bytes; None where it names none or a mark decides.

    As browsers do it, "iso-8859-1" means Windows-1252 and UTF-16 without a mark is UTF-8.

    Raises:
        InputError: if no such encoding is known.
    """
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return None
    match = _DECLARED.search(data, 0, _HEAD)
    if match is None:
        return None
    label = match.group(1).decode("ascii").lower()
    if label in _WINDOWS:
        return "cp1252"
    if label.startswith("utf-16"):
        return None
    try:
        return _known(label)
    except UsageError:
        raise InputError(f"{name}: declares the encoding {label!r}, which is not known; give --encoding") from None


def _known(encoding: str) -> str:
    try:
        if codecs.lookup(encoding)._is_text_encoding:
            return encoding
    except LookupError:
        pass
    raise UsageError(f"--encoding: got {encoding!r}, which is not the name of a text encoding, such as utf-8 or cp1252")


def _same(chosen: str, marked: str) -> bool:
    """Tell whether a file asked for as *chosen* may begin with the mark of *marked* ("utf-16" and "utf-16-le")."""
    name = codecs.lookup(chosen).name.removesuffix("-sig")
    return marked == name or marked.startswith(name + "-")


def _explain(name: str, data: bytes, error: UnicodeDecodeError, skip: int) -> str:
    at = error.start + skip
    encoding = error.encoding.upper()
    if "16" not in encoding and "32" not in encoding and b"\0" in data:
        return f"{name}: not a text file (null byte at offset {data.index(0)})"
    return (
        f"{name}: cannot read as {encoding} (byte 0x{data[at]:02x} at offset {at}); save it as UTF-8 or give --encoding"
    )
