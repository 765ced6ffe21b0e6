"""Paths as other programs want them: relative, with forward slashes."""

from __future__ import annotations

import os
from urllib.parse import quote

from checker.writers import Style


def posix(path: str, style: Style) -> str:
    """Return *path* as counted from ``style.base``, with forward slashes; absolute where it lies outside."""
    if os.path.isabs(path):
        relative = os.path.relpath(path, style.base) if style.base else path
        return (path if relative.startswith(os.pardir) else relative).replace(os.sep, "/")
    return os.path.normpath(os.path.join(style.prefix, path)).replace(os.sep, "/")


def uri(path: str, style: Style) -> str:
    """Return *path* as a relative URI, or as file:// where it lies outside ``style.base``."""
    address = posix(path, style)
    escaped = quote(_bytes(address), safe="/")
    return f"file://{escaped}" if address.startswith("/") else escaped


def _bytes(address: str) -> bytes:
    """Return the bytes of a file's name; a name that no file system gives (a high surrogate) has bytes as well."""
    try:
        return address.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return address.encode("utf-8", "surrogatepass")
