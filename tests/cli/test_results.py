"""What is kept between runs of many drafts: which were clean, and no word of them."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from checker import run as pipeline
from checker.cli import drafts
from tests.cli.conftest import CLEAN, FLAWED, Ran, Run
from tests.cli.test_check import MILDER

SUPPRESSED = FLAWED + "\n<!-- figcheck: ignore-file two counts -->\n"


class Desk:
    """Ten drafts, a cache of their own, and a count of the drafts that were read whole."""

    def __init__(self, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.cache, self._run = folder, folder / ".cache", run
        for at in range(8):
            (folder / f"{at}.md").write_text(CLEAN.replace("ferry", f"ferry number {at}"), encoding="utf-8")
        (folder / "8.md").write_text(FLAWED, encoding="utf-8")
        (folder / "9.md").write_text(SUPPRESSED, encoding="utf-8")
        (folder / "flawed.md").unlink()
        (folder / "clean.md").unlink()
        self.read: list[str] = []
        whole = pipeline.check_bytes

        def counted(name: str, *rest: object) -> object:
            self.read.append(name)
            return whole(name, *rest)

        monkeypatch.setattr(drafts.run, "check_bytes", counted)

    def check(self, *options: str, paths: tuple[str, ...] = (".",)) -> Ran:
        self.read.clear()
        environ = {"XDG_CACHE_HOME": str(self.cache)}
        return self._run("check", *paths, "--jobs", "1", *options, environ=environ)

    def files(self) -> list[Path]:
        return sorted((self.cache / "figcheck").glob("results-*"))


@pytest.fixture
def ten(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(desk, run, monkeypatch)


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "junit", "markdown", "csv", "github", "gitlab"])
def test_a_second_run_reads_only_what_had_something_to_tell_and_says_the_same(ten: Desk, form: str) -> None:
    first = ten.check("--output-format", form, "--fail-on", "info")
    assert len(ten.read) == 10
    second = ten.check("--output-format", form, "--fail-on", "info")
    assert ten.read == ["8.md", "9.md"]
    assert second == first
    assert ten.check("--output-format", form, "--fail-on", "info", "--no-cache") == first
    assert len(ten.read) == 10


def test_a_page_reads_every_draft(ten: Desk) -> None:
    first = ten.check("--output-format", "html")
    assert ten.check("--output-format", "html") == first
    assert len(ten.read) == 10


def test_what_changes_is_read_again(ten: Desk) -> None:
    ten.check()
    (ten.folder / "3.md").write_text(FLAWED, encoding="utf-8")
    assert "3.md:1:3" in ten.check().out
    assert ten.read == ["3.md", "8.md", "9.md"]


@pytest.mark.parametrize(
    "options",
    [
        ("--ignore", "figures-exchanged"),
        ("--severity", "figures-exchanged=info"),
        ("--locale", "en-IN"),
        ("--date", "2026-01-31"),
        ("--format", "plain"),
        ("--today", "2026-01-31"),
    ],
)
def test_other_options_know_nothing(ten: Desk, options: tuple[str, ...]) -> None:
    ten.check()
    ten.check(*options)
    assert len(ten.read) == 10


def test_other_rules_know_nothing(ten: Desk) -> None:
    rules = ten.folder / "milder.yaml"
    rules.write_text(MILDER, encoding="utf-8")
    ten.check("--rules", "milder.yaml")
    ten.check("--rules", "milder.yaml")
    assert len(ten.read) == 2
    os.utime(rules, (1, 1))
    ten.check("--rules", "milder.yaml")
    assert len(ten.read) == 10


def test_one_text_under_another_suffix_is_another_draft(ten: Desk) -> None:
    ten.check()
    (ten.folder / "0.md").rename(ten.folder / "0.txt")
    (ten.folder / "1.md").rename(ten.folder / "renamed.md")
    ten.check()
    assert ten.read == ["0.txt", "8.md", "9.md"]


def test_a_hook_with_a_few_drafts_keeps_nothing(ten: Desk) -> None:
    ten.check(paths=("0.md", "1.md"))
    assert ten.files() == []


def test_it_is_private_and_holds_no_word(ten: Desk) -> None:
    ten.check()
    (file,) = ten.files()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    kept = json.loads(file.read_bytes().partition(b"\n")[2])
    assert len(kept) == 8
    for key, entry in kept.items():
        assert key.endswith(".md") and len(key) == 64 + 3
        assert all(isinstance(number, int) for number in (*entry[:3], entry[4])) and entry[3] == []


def test_without_a_cache_nothing_is_written(ten: Desk) -> None:
    ten.check("--no-cache")
    assert not ten.cache.exists()


@pytest.mark.parametrize("attack", ["garbage", "other sum", "other shape", "open to others", "link", "folder"])
def test_a_file_that_is_damaged_or_another_s_is_not_believed(ten: Desk, attack: str) -> None:
    first = ten.check()
    (file,) = ten.files()
    head, _, body = file.read_bytes().partition(b"\n")
    if attack == "garbage":
        file.write_bytes(b"\xff{")
    elif attack == "other sum":
        file.write_bytes(head + b"\n" + body.replace(b"[3,", b"[4,", 1) + b" ")
    elif attack == "other shape":
        file.write_bytes(b'{"sum":223132457}\n[]')
    elif attack == "open to others":
        file.chmod(0o666)
    else:
        file.rename(ten.folder / "elsewhere")
        file.symlink_to(ten.folder / "elsewhere") if attack == "link" else file.mkdir()
    assert ten.check() == first
    assert len(ten.read) == 10


def test_what_nobody_asked_for_in_a_month_goes(ten: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ten.check()
    (old,) = ten.files()
    now = old.stat().st_mtime
    monkeypatch.setattr("checker.history.results.time.time", lambda: now + 20 * 86_400)
    ten.check(paths=tuple(f"{at}.md" for at in range(1, 9)))
    monkeypatch.setattr("checker.history.results.time.time", lambda: now + 40 * 86_400)
    (ten.folder / "new.md").write_text(CLEAN, encoding="utf-8")
    ten.check(paths=(*(f"{at}.md" for at in range(2, 9)), "new.md"))
    kept = json.loads(old.read_bytes().partition(b"\n")[2])
    assert len(kept) == 8  # 1 to 7 and the new one, not 0
    os.utime(old, (now - 86_400, now - 86_400))
    ten.check("--locale", "en-IN")
    assert old not in ten.files()


def test_two_runs_at_once_keep_what_both_learnt(ten: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.history.results import Results

    monkeypatch.setenv("XDG_CACHE_HOME", str(ten.cache))
    one, two = Results("options", ()), Results("options", ())
    clean = pipeline.check_bytes("0.md", (ten.folder / "0.md").read_bytes(), _settings())
    other = pipeline.check_bytes("1.md", (ten.folder / "1.md").read_bytes(), _settings())
    one.add("0.md", clean)
    two.add("1.md", other)
    one.save()
    two.save()
    both = Results("options", ())
    assert both.get("0.md", "0.md", clean.sha256) and both.get("1.md", "1.md", other.sha256)


def _settings() -> pipeline.Settings:
    from checker.engine.loader import load_rules
    from checker.lexicon.load import load_lexicon

    return pipeline.Settings(load_rules(), load_lexicon())
