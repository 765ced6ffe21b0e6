"""SHA-256 without OpenSSL, which takes 4 ms of a cold start to load.

The module is the one that ``hashlib`` itself falls back to, asked for as the standard library's ``random`` does it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any

_MODULES = ("_sha2", "_sha256", "hashlib")
"""Since Python 3.12, up to 3.11, and anywhere else."""


def sha256(data: bytes) -> str:
    """Return the digest in hexadecimal."""
    return str(_module().sha256(data).hexdigest())


@lru_cache(maxsize=1)
def _module() -> Any:
    for name in _MODULES:
        try:
            return import_module(name)
        except ImportError:
            continue
    raise ImportError("this Python has no SHA-256")
