"""Rules and reports lie in the package of an installed wheel, else in the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.resources import reports_folder, rules_folder


def test_a_checkout_is_read_where_it_stands() -> None:
    root = Path(__file__).resolve().parents[2]
    assert (Path(rules_folder()), Path(reports_folder())) == (root / "rules", root / "reports")


def test_an_installed_wheel_brings_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr("checker.resources._PACKED", str(tmp_path))
    assert rules_folder() == str(tmp_path / "rules")
