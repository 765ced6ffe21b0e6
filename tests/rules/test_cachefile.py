"""The cache changes nothing but the time, whoever has touched it. Attacks are real files in a scratch folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from checker.cachefile import cached

Call = Callable[..., object]


class Making:
    """Counts how often something is made from sources."""

    def __init__(self, value: object = None) -> None:
        self.value = value if value is not None else {"a": [1, "é"]}
        self.times = 0

    def __call__(self) -> object:
        self.times += 1
        return self.value


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "source.yaml"
    file.write_text("a: 1", encoding="utf-8")
    return file


def get(make: Making, *sources: Path, use_cache: bool = True) -> object:
    def is_mapping(value: object) -> bool:
        return isinstance(value, dict)

    return cached("thing", [str(path) for path in sources], make, use_cache=use_cache, usable=is_mapping)


def kept(base: Path) -> Path:
    (file,) = (base / "figcheck").iterdir()
    return file


def test_what_was_made_is_kept_for_this_user_alone(base: Path, source: Path) -> None:
    make = Making()
    assert get(make, source) == get(make, source) == {"a": [1, "é"]}
    assert make.times == 1
    assert kept(base).stat().st_mode & 0o777 == 0o600
    assert (base / "figcheck").stat().st_mode & 0o777 == 0o700


def test_without_the_cache_nothing_is_read_or_written(base: Path, source: Path) -> None:
    make = Making()
    get(make, source, use_cache=False)
    assert not base.exists()
    get(make, source)
    get(make, source, use_cache=False)
    assert make.times == 3


def test_a_source_that_changed_in_size_is_made_again(base: Path, source: Path) -> None:
    make = Making()
    get(make, source)
    source.write_text("a: 12", encoding="utf-8")
    get(make, source)
    assert make.times == 2


def test_a_source_that_changed_but_for_its_size_is_made_again(base: Path, source: Path) -> None:
    make = Making()
    get(make, source)
    source.write_text("a: 2", encoding="utf-8")
    os.utime(source, ns=(1, 1))
    get(make, source)
    assert make.times == 2


def test_a_source_that_was_only_touched_is_read_and_not_made_again(base: Path, source: Path) -> None:
    make = Making()
    get(make, source)
    os.utime(source, ns=(1, 1))
    get(make, source)
    assert make.times == 1
    assert json.loads(kept(base).read_text(encoding="utf-8").split("\n")[0])["stamps"][0][2] == 1


def test_a_source_that_is_gone_or_new_makes_another_set(base: Path, source: Path, tmp_path: Path) -> None:
    make = Making()
    get(make, source)
    get(make, source, tmp_path / "none.yaml")
    source.unlink()
    get(make, source)
    assert make.times == 3


def test_a_source_that_changes_while_it_is_read_is_not_kept(base: Path, source: Path) -> None:
    def make() -> object:
        source.write_text("a: 123", encoding="utf-8")
        return {}

    cached("thing", [str(source)], make, use_cache=True, usable=bool)
    assert list((base / "figcheck").iterdir()) == []


def test_another_version_of_the_program_makes_it_again(
    base: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Making()
    get(make, source)
    monkeypatch.setattr("checker.cachefile.VERSION", "99.0")
    get(make, source)
    assert make.times == 2


def test_mistakes_are_not_kept(base: Path, source: Path) -> None:
    def fail() -> object:
        raise ValueError("a mistake")

    for _ in range(2):
        with pytest.raises(ValueError, match="a mistake"):
            cached("thing", [str(source)], fail, use_cache=True, usable=bool)


def forged(file: Path, body: bytes, **changed: object) -> None:
    """Write a cache file with a right sum over another body."""
    head = json.loads(file.read_bytes().split(b"\n")[0])
    file.write_bytes(json.dumps(head | {"sum": crc32(body)} | changed).encode() + b"\n" + body)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:-3]),
    "one byte changed": lambda file: file.write_bytes(file.read_bytes().replace(b"[1,", b"[2,")),
    "no JSON": lambda file: file.write_bytes(b"\x00\xff garbage"),
    "a list for a head": lambda file: file.write_bytes(b"[]\n{}"),
    "a head without fields": lambda file: file.write_bytes(b"{}\n{}"),
    "nested beyond measure": lambda file: file.write_bytes(b"[" * 100_000),
    "body nested beyond measure": lambda file: forged(file, b"[" * 100_000),
    "a body of another type": lambda file: forged(file, b"[1]"),
    "stamps of another type": lambda file: forged(file, b"{}", stamps=7),
    "stamps without digests": lambda file: forged(file, b"{}", stamps=[["x", 4, 5]], digests=None),
    "another's to write": lambda file: file.chmod(0o622),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "a pipe that nobody writes to": lambda file: (file.unlink(), os.mkfifo(file, 0o600)),
    "a link to another file": lambda file: file.symlink_to(file.rename(file.parent.parent / "elsewhere")),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_counts_as_none(damage: str, base: Path, source: Path) -> None:
    make = Making()
    get(make, source)
    DAMAGE[damage](kept(base))
    assert get(make, source) == {"a": [1, "é"]}
    assert make.times == 2


def link_away(base: Path) -> None:
    (base.parent / "elsewhere").mkdir(mode=0o700)
    base.mkdir()
    (base / "figcheck").symlink_to(base.parent / "elsewhere")


HOSTILE: dict[str, Callable[[Path], object]] = {
    "another's to write": lambda base: ((base / "figcheck").mkdir(parents=True), (base / "figcheck").chmod(0o777)),
    "a group's to write": lambda base: ((base / "figcheck").mkdir(parents=True), (base / "figcheck").chmod(0o770)),
    "a link": link_away,
    "a dangling link": lambda base: (base.mkdir(), (base / "figcheck").symlink_to(base / "none")),
    "a file": lambda base: (base.mkdir(), (base / "figcheck").write_text("")),
    "below a file": lambda base: base.write_text(""),
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_a_hostile_folder_is_not_used(attack: str, base: Path, source: Path) -> None:
    HOSTILE[attack](base)
    make = Making()
    assert get(make, source) == get(make, source) == {"a": [1, "é"]}
    assert make.times == 2
    elsewhere = base.parent / "elsewhere"
    assert not elsewhere.exists() or list(elsewhere.iterdir()) == []


def test_a_folder_of_another_user_is_not_used(base: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Making()
    get(make, source)
    monkeypatch.setattr("os.geteuid", lambda: os.getuid() + 1)
    get(make, source)
    assert make.times == 2


def test_a_folder_that_cannot_be_written_only_costs_time(
    base: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    make = Making()
    monkeypatch.setattr("os.rename", refuse)
    get(make, source)
    get(make, source)
    assert make.times == 2
    assert list((base / "figcheck").iterdir()) == []


def test_a_relative_cache_home_is_passed_over(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    make = Making()
    get(make, source)
    assert not (tmp_path / "cache").exists()
    assert (tmp_path / "home" / ".cache" / "figcheck").is_dir()


def test_without_a_home_there_is_no_cache(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.chdir(tmp_path)
    make = Making()
    get(make, source)
    get(make, source)
    assert make.times == 2
    assert not (tmp_path / "~").exists()
