"""YAML as it is written here: nothing guessed, every value with its place. Mistakes are in test_broken.py."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import RuleError
from checker.yamlfile import MOST_BYTES, dotted, parse_yaml, read_yaml

GUESSED = "NO yes on Off True 12:30 010 0x1F 1e3 1_000 .5 5. +3 2022-01-10 ~ NULL .inf NaN 1.2.3 9999999999999999999999"


@pytest.mark.parametrize("text", [*GUESSED.split(), "2022-01-10 12:30:00"])
def test_what_yaml_1_1_would_guess_stays_text(text: str) -> None:
    assert parse_yaml(f"a: {text}", "x.yaml").value == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("0.20", Decimal("0.20")),
        ("-1.5", Decimal("-1.5")),
        ("'12'", "12"),
        ('"true"', "true"),
        ("|\n  12", "12"),
    ],
)
def test_true_false_nothing_whole_numbers_and_decimals_are_read_where_they_are_not_quoted(
    text: str, value: object
) -> None:
    read = parse_yaml(f"a: {text}", "x.yaml").value["a"]
    assert (read, type(read)) == (value, type(value))


def test_keys_are_text() -> None:
    assert parse_yaml("{no: 1, 2: 3, true: 4}", "x.yaml").value == {"no": 1, "2": 3, "true": 4}


def test_every_value_and_key_has_its_line_and_column() -> None:
    tree = parse_yaml("a: [x, yy]\nbé:\n  - {c: 'd'}\n", "x.yaml")
    assert tree.values[("a", 1)] == (1, 8)
    assert tree.keys[("bé",)] == (2, 1)
    assert tree.values[("bé", 0, "c")] == (3, 9)
    assert tree.line(("bé", 0, "c"), "no") == "x.yaml:3:9: bé[0].c: no"
    assert tree.line(("bé", 0, "c"), "no", at_key=True) == "x.yaml:3:6: bé[0].c: no"


def test_a_path_that_is_not_there_means_the_nearest_one_above() -> None:
    assert parse_yaml("a:\n  b: 1", "x.yaml").line(("a", "c", 2), "no") == "x.yaml:2:3: a.c[2]: no"


def test_columns_count_code_points() -> None:
    assert parse_yaml('{"😀é": 1, b: 2}', "x.yaml").keys[("b",)] == (1, 11)


def test_an_alias_says_the_same_again() -> None:
    assert parse_yaml("a: &x [1]\nb: *x", "x.yaml").value == {"a": [1], "b": [1]}


def test_a_byte_order_mark_and_windows_line_ends_move_nothing(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes("\ufeffa: 1\r\nb: [2]\r\n".encode())
    tree = read_yaml(str(file))
    assert tree.value == {"a": 1, "b": [2]}
    assert (tree.keys[("a",)], tree.values[("b", 0)]) == ((1, 1), (2, 5))


def test_a_file_that_is_not_there_a_folder_and_a_huge_file_are_refused_by_name(tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"#" * (MOST_BYTES + 1))
    for path, why in [
        (tmp_path / "none.yaml", "cannot be read: No such file"),
        (tmp_path, "cannot be read: Is a dir"),
        (huge, "5000001 bytes"),
    ]:
        with pytest.raises(RuleError, match=why) as caught:
            read_yaml(str(path))
        assert caught.value.lines[0].startswith(f"{path}:0:0: ")


@given(st.text())
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        tree = parse_yaml(text, "x.yaml")
    except RuleError as error:
        (line,) = error.lines
        assert line.startswith("x.yaml:") and "\n" not in line
    else:
        assert () in tree.values


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-999, 999) | st.text("ab1- :", max_size=5),
        lambda t: st.lists(t) | st.dictionaries(st.text("abc", min_size=1), t),
    )
)
def test_what_json_can_say_is_read_as_json_reads_it(value: object) -> None:
    assert parse_yaml(json.dumps(value), "x.yaml").value == value


def test_paths_read_as_in_python() -> None:
    assert dotted(("examples", "flag", 0, "text")) == "examples.flag[0].text"
    assert dotted(()) == ""
