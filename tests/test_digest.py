"""Our SHA-256 is everybody's."""

from __future__ import annotations

import hashlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.digest import _module, sha256


@given(st.binary())
def test_it_is_the_digest_that_hashlib_gives(data: bytes) -> None:
    assert sha256(data) == hashlib.sha256(data).hexdigest()


def test_a_python_without_the_small_modules_uses_hashlib(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_sha2", "_sha256"):
        monkeypatch.setitem(sys.modules, name, None)
    _module.cache_clear()
    assert _module() is hashlib
    assert sha256(b"160") == hashlib.sha256(b"160").hexdigest()
    _module.cache_clear()
