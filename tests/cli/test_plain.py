"""A plain command line means what click takes it for, and a check of one does without click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.cli import group, plain
from checker.cli.outputs import Output

FLAGS = ["--isolated", "--no-cache", "--exit-zero", "--require-reason", "-q", "--quiet", "-v", "--verbose"]
WORDS = st.sampled_from([*FLAGS, "a.md", "-", "drafts", "two words.md", "déjà\udcff.md"])
Asked = tuple[tuple[str, ...], Mapping[str, Any], Sequence[Output]]


def by_click(arguments: Sequence[str]) -> Asked:
    """Return what click hands to the check."""
    caught: list[Asked] = []

    def check(paths: Sequence[str], params: Mapping[str, Any], outputs: Sequence[Output]) -> int:
        caught.append((tuple(paths), params, tuple(outputs)))
        return 0

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("checker.cli.check.check", check)
        assert group.run(arguments) == 0
    return caught[0]


@given(st.lists(WORDS, max_size=6))
def test_click_reads_a_plain_command_line_alike(words: list[str]) -> None:
    arguments = ["check", *words]
    asked = plain.asked(arguments)
    assert asked is not None
    paths, params, outputs = asked
    by_click_paths, by_click_params, by_click_outputs = by_click(arguments)
    assert (paths, outputs) == (by_click_paths, by_click_outputs)
    unset = {name: value for name, value in by_click_params.items() if name not in params}
    assert {**unset, **params} == by_click_params
    assert not any(unset.values())


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["a.md"],
        ["rules", "list"],
        ["check", "--help"],
        ["check", "--", "-q"],
        ["check", "--isolate", "a.md"],
        ["check", "--output-format", "json", "a.md"],
        ["check", "--show-settings"],
        ["check", "-qv"],
    ],
)
def test_all_else_is_left_to_click(arguments: list[str]) -> None:
    assert plain.asked(arguments) is None


def test_a_shell_that_asks_for_completions_gets_them_from_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_FIGCHECK_COMPLETE", "bash_complete")
    assert plain.asked(["check", "a.md"]) is None
