from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document.decode import decode
from checker.errors import InputError, UsageError


def test_utf_8_is_read_and_a_byte_order_mark_is_not_counted() -> None:
    assert decode("24 dédé\r\n".encode(), "a.md") == "24 dédé\r\n"
    assert decode(codecs.BOM_UTF8 + b"24 dead", "a.md") == "24 dead"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_other_unicode_is_read_by_its_mark(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    assert decode(mark + "24 😀".encode(encoding), "a.txt") == "24 😀"


def test_a_mark_belongs_to_the_text_of_no_encoding_that_is_asked_for() -> None:
    assert decode(codecs.BOM_UTF8 + b"24", "a.txt", "utf-8") == "24"
    assert decode(codecs.BOM_UTF8 + b"24", "a.txt", "utf-8-sig") == "24"
    assert decode("24".encode("utf-16"), "a.txt", "utf-16") == "24"
    assert decode("24".encode("utf-16-le"), "a.txt", "utf-16-le") == "24"
    assert decode("caf\xe9".encode("cp1252"), "a.txt", "cp1252") == "café"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"x" * 512 + b"\xe9t\xe9",
            "draft.md: cannot read as UTF-8 (byte 0xe9 at offset 512); save it as UTF-8 or give --encoding",
        ),
        (b"abc\0def", "draft.md: not a text file (null character at offset 3)"),
        (b"\x89PNG\r\n\0\0", "draft.md: not a text file (null byte at offset 6)"),
        (
            codecs.BOM_UTF16_LE + b"a\0b",
            "draft.md: cannot read as UTF-16-LE (byte 0x62 at offset 4); save it as UTF-8 or give --encoding",
        ),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refused:
        decode(data, "draft.md")
    assert str(refused.value) == message
    assert refused.value.exit_status == 2


@pytest.mark.parametrize("encoding", ["utf-9", "rot13", "hex"])
def test_an_unknown_encoding_is_a_mistake_of_usage(encoding: str) -> None:
    with pytest.raises(UsageError, match=f"--encoding: got '{encoding}'"):
        decode(b"24", "a.txt", encoding)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a")
    except InputError as refused:
        assert "\n" not in str(refused)
    else:
        assert "\0" not in text
