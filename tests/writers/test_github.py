from __future__ import annotations

import re

from checker.writers import Style
from checker.writers.github import write
from tests.writers.build import FERRY, examined, ferry, report

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner does."""
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        fields = dict(field.split("=", 1) for field in match[2].split(","))
        plain = {name: unescaped(value, "%3A:", "%2C,") for name, value in fields.items()}
        found.append((match[1], plain, unescaped(match[3])))
    return found


def unescaped(value: str, *more: str) -> str:
    for pair in ("%0D\r", "%0A\n", *more, "%25%"):
        value = value.replace(pair[:3], pair[3:])
    return value


def test_a_finding_is_an_annotation_on_its_figure_that_cites_the_other_place() -> None:
    level, fields, message = commands(write(ferry(), Style()))[0]
    assert level == "error"
    assert fields == {
        "file": "drafts/ferry.md",
        "line": "1",
        "endLine": "1",
        "col": "3",
        "endColumn": "10",
        "title": "figcheck headline-outdated",
    }
    assert message == (
        "Headline says “12 dead”, the story has “14 people”: which is current? (first figure: line 3, “14 people”)"
    )


def test_columns_are_left_out_where_a_figure_goes_on_in_the_next_line() -> None:
    _, fields, _ = commands(write(report(examined("a.md", "There were [[14\npeople]] and [[12]]", "error")), Style()))[
        0
    ]
    assert (fields["line"], fields["endLine"]) == ("1", "2") and "col" not in fields


def test_the_last_notice_says_what_was_checked() -> None:
    assert commands(write(report(), Style())) == [
        (
            "notice",
            {"title": "figcheck"},
            "checked 0 documents, 0 figures, 0 facts, 0 comparisons; 0 errors, 0 warnings, 0 notes",
        )
    ]


def test_ten_of_each_level_are_shown_the_worst_first_and_the_rest_is_counted() -> None:
    levels = ["warning"] * 12 + ["info"] * 12 + ["error"] * 12
    shown = commands(write(report(examined("a.md", FERRY, *levels)), Style()))
    assert [level for level, _, _ in shown] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert shown[-1][2].endswith("; 7 more are in the log and the job summary")


def test_a_path_with_marks_of_the_command_is_escaped() -> None:
    _, fields, _ = commands(write(report(examined("a,b:c%2C.md", FERRY, "error")), Style()))[0]
    assert fields["file"] == "a,b:c%2C.md"


def test_a_path_counts_from_the_top_of_the_repository() -> None:
    _, fields, _ = commands(write(report(examined("a.md", FERRY, "error")), Style(base="/repo", prefix="drafts")))[0]
    assert fields["file"] == "drafts/a.md"


def test_a_message_cannot_end_its_line_and_begin_a_command() -> None:
    text = write(report(examined("a.md", FERRY, "error", message="12\n::set-env name=A::b\r%0A")), Style())
    assert len(commands(text)) == 2 and "::set-env" not in text
    assert commands(text)[0][2].startswith("12 :\u2060:set-env name=A:\u2060:b %0A")


def test_an_input_that_was_not_read_is_an_error() -> None:
    level, _, message = commands(write(report(unread=("b.md: cannot be read",)), Style()))[0]
    assert (level, message) == ("error", "not read: b.md: cannot be read")
