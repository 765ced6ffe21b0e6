from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.conftest import Run
from tests.hostile.inputs import HOSTILE, Hostile


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_read_or_refused_by_name_and_the_file_beside_it_is_checked(
    hostile: Hostile, desk: Path, run: Run
) -> None:
    (desk / hostile.name).write_bytes(hostile.content())
    ended = run("check", hostile.name, "clean.md")
    assert ended.status == hostile.status, ended.err
    assert hostile.says in ended.err
    assert ended.err.count("\n") <= 3
    assert hostile.name in ended.err or hostile.status == 0
    assert f"checked {1 + (hostile.status == 0)} documents" in ended.err
