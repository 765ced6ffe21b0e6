from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator

from checker.model.report import Report
from checker.writers import Style
from checker.writers.sarif import write
from tests.schemas import schema
from tests.writers.build import FERRY, examined, ferry, report

PLAIN = Style()


def log(made: Report, style: Style = PLAIN) -> dict[str, Any]:
    shape: dict[str, Any] = json.loads(write(made, style))
    Draft7Validator(schema("sarif-2.1.0.json")).validate(shape)
    return shape


def run(made: Report, style: Style = PLAIN) -> dict[str, Any]:
    [only] = log(made, style)["runs"]
    assert isinstance(only, dict)
    return only


@pytest.mark.parametrize(
    "made",
    [report(), ferry(), ferry("info"), report(examined("a.md", ""), unread=("b.md: cannot be read",))],
    ids=["empty", "error", "note", "unread"],
)
def test_a_log_fits_the_official_schema(made: Report) -> None:
    assert log(made)["version"] == "2.1.0"


def test_the_official_schema_refuses_a_result_without_a_message() -> None:
    shape = log(ferry())
    del shape["runs"][0]["results"][0]["message"]
    assert not Draft7Validator(schema("sarif-2.1.0.json")).is_valid(shape)


def test_a_result_names_its_place_by_lines_and_columns_in_code_points() -> None:
    only = run(ferry())
    assert only["columnKind"] == "unicodeCodePoints"
    assert only["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "drafts/ferry.md"},
        "region": {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 10, "snippet": {"text": "12 dead"}},
    }


def test_the_other_place_is_a_related_location_that_the_message_links_to() -> None:
    [result] = run(ferry())["results"]
    assert result["message"]["text"].endswith("which is current? See [first figure](1).")
    assert result["relatedLocations"][0]["id"] == 1
    assert result["relatedLocations"][0]["message"]["text"] == "first figure: 14 people"


def test_a_result_carries_a_fingerprint_and_points_to_its_rule() -> None:
    only = run(ferry())
    assert only["results"][0]["partialFingerprints"] == {"figcheckFindingId/v1": "21ef056630395a57"}
    rule = only["tool"]["driver"]["rules"][only["results"][0]["ruleIndex"]]
    assert rule["id"] == "headline-outdated" and rule["fullDescription"]["text"] == "A headline is read first."


def test_a_rule_without_a_note_is_described_by_its_name() -> None:
    only = run(Report((examined("a.md", FERRY, "warning"),)))
    assert only["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == "Headline outdated"


def test_words_of_a_draft_cannot_make_a_link() -> None:
    text = run(report(examined("a.md", FERRY, "error", message="[click](http://x.test) 12")))["results"][0]["message"]
    assert text["text"].startswith("\\[click\\](http://x.test) 12")


@pytest.mark.parametrize(
    ("path", "style", "address"),
    [
        ("drafts/fähre 1.md", Style(), "drafts/f%C3%A4hre%201.md"),
        ("./a.md", Style(), "a.md"),
        ("a.md", Style(base="/repo", prefix="drafts"), "drafts/a.md"),
        ("../a.md", Style(base="/repo", prefix="drafts/new"), "drafts/a.md"),
        ("/repo/drafts/a.md", Style(base="/repo"), "drafts/a.md"),
        ("/other/a.md", Style(base="/repo"), "file:///other/a.md"),
    ],
)
def test_addresses_are_relative_to_the_top_of_the_repository(path: str, style: Style, address: str) -> None:
    [result] = run(report(examined(path, FERRY, "error")), style)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == address


def test_what_was_not_read_makes_the_run_unsuccessful() -> None:
    [invocation] = run(report(unread=("b.md: cannot be read",)))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "b.md: cannot be read"
