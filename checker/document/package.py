"""Drafts that are zip files of XML: the parts, read within limits."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from checker.errors import InputError

LARGEST_PART = 50_000_000
"""Bytes that one part may unpack to. A report of 500 pages takes 10 MB; a zip bomb takes gigabytes."""

_MOST_ENTRIES = 20_000
_ENTRY = b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"
_IS_ENCRYPTED = 0x1
# What the zip module raises where an archive is damaged: "negative seek value" is a ValueError.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, OverflowError),
    *(RuntimeError, ValueError),
)


class Package:
    """The parts of one zip file, by name.

    Raises:
        InputError: if *data* is no zip file, or one that is encrypted or cut off; the message has no file name yet.
    """

    def __init__(self, data: bytes, form: str) -> None:
        self.form = form
        _refuse_ole(data, form)
        if not data.startswith(b"PK"):
            raise InputError(f"is no {form} file: it is {'empty' if not data else 'no zip archive'}")
        if data.count(_ENTRY) > _MOST_ENTRIES:
            raise InputError(f"has more than {_MOST_ENTRIES:,} parts, which no {form} file has")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise InputError(f"is no whole {form} file: {_reason(error)}") from None
        self.names = frozenset(self._zip.namelist())

    def entries(self) -> list[zipfile.ZipInfo]:
        """Return what the directory says of each part, in its order."""
        return self._zip.infolist()

    def part(self, name: str) -> bytes:
        """Return the bytes of one part.

        Raises:
            InputError: if it is not there, is damaged or encrypted, or unpacks to more than ``LARGEST_PART``.
        """
        if name not in self.names:
            raise InputError(f"is no {self.form} file: it has no part {name}")
        entry = self._zip.getinfo(name)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise InputError(f"its part {name} is packed in a way that no {self.form} file is")
        if entry.flag_bits & _IS_ENCRYPTED:
            raise InputError("is encrypted; save it without a password")
        try:
            with self._zip.open(name) as stream:
                data = stream.read(LARGEST_PART + 1)
        except _DAMAGED as error:
            raise InputError(f"its part {name} is damaged: {_reason(error)}") from None
        if len(data) > LARGEST_PART:
            raise InputError(f"its part {name} unpacks to more than {LARGEST_PART:,} bytes")
        return data

    def optional(self, name: str) -> bytes:
        """Return the bytes of a part that may be missing; empty if it is."""
        return self.part(name) if name in self.names else b""


def _refuse_ole(data: bytes, form: str) -> None:
    """Refuse the container that Word wraps around an encrypted file, and that its files before 2007 are."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise InputError("is encrypted; save it without a password")
        raise InputError(f"is no {form} file, but one of Word before 2007; save it as docx")


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
