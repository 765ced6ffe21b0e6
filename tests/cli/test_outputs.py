from __future__ import annotations

import pytest

from checker.cli.outputs import Output, paired
from checker.errors import UsageError

TAKES = {"--output-format", "--output-file", "--config", "--date"}


def pairs(line: str) -> list[tuple[str, str]]:
    return [tuple(output) for output in paired(line.split(), TAKES)]


def test_without_any_output_the_default_goes_to_stdout() -> None:
    assert paired(["draft.md"], TAKES) == (Output("", ""),)


@pytest.mark.parametrize(
    ("line", "outputs"),
    [
        ("--output-format json draft.md", [("json", "")]),
        ("--output-format=json draft.md", [("json", "")]),
        ("--output-file a.txt draft.md", [("", "a.txt")]),
        ("--output-format json --output-file a.json", [("json", "a.json")]),
        ("--output-format json draft.md --output-file=a.json", [("json", "a.json")]),
        ("--output-file a.json --output-format json", [("json", "a.json")]),
        (
            "--output-format sarif --output-file a.sarif --output-format json --output-file b",
            [("sarif", "a.sarif"), ("json", "b")],
        ),
        ("--output-format text --output-format sarif --output-file a.sarif", [("text", ""), ("sarif", "a.sarif")]),
        ("--output-format sarif --output-file a.sarif --output-format text", [("sarif", "a.sarif"), ("text", "")]),
    ],
)
def test_a_file_belongs_to_the_format_before_it(line: str, outputs: list[tuple[str, str]]) -> None:
    assert pairs(line) == outputs


def test_the_value_of_another_option_is_no_output() -> None:
    assert pairs("--config --output-format --output-format json") == [("json", "")]


def test_what_stands_behind_two_dashes_is_a_path() -> None:
    assert pairs("--output-format json -- --output-file") == [("json", "")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("--output-format json --output-format text", "json and text would both go to stdout"),
        ("--output-format json --output-file a --output-file b", "--output-file b: stands behind another"),
        (
            "--output-format json --output-file a --output-format text --output-file a",
            "--output-file a: is given for two",
        ),
    ],
)
def test_outputs_that_would_fall_together_are_refused(line: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        pairs(line)
