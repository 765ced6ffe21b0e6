from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.model.report import Report
from checker.writers import Style, load
from tests.writers.build import FERRY, examined, ferry, report

SCHEMA = json.loads(Path("reports/schema/report.schema.json").read_text(encoding="utf-8"))


def several() -> Report:
    return report(
        examined("b.md", FERRY, "error", "info", also=("parts-do-not-sum",)),
        examined("a.md", "", computed=None),
        unread=("c.md: cannot be read: no such file",),
    )


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("made", [report(), ferry(), several()], ids=["empty", "ferry", "several"])
def test_a_report_fits_the_published_schema(made: Report) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(load("json")(made, Style())))


def test_the_schema_refuses_a_report_without_an_id() -> None:
    shape = json.loads(load("json")(ferry(), Style()))
    del shape["documents"][0]["findings"][0]["id"]
    assert not Draft202012Validator(SCHEMA).is_valid(shape)


def test_a_finding_has_the_shape_of_the_contract() -> None:
    shape = json.loads(load("json")(ferry(), Style()))
    assert shape["schema"] == "figcheck-report/1"
    assert shape["summary"] == {
        "documents": 1,
        "mentions": 2,
        "facts": 1,
        "comparisons": 1,
        "errors": 1,
        "warnings": 0,
        "infos": 0,
        "suppressed": 0,
        "baseline": 0,
        "unchanged": 0,
        "unread": [],
        "stale": [],
        "not_run": ["drafts/ferry.md: weekdays: the draft has no date"],
    }
    [document] = shape["documents"]
    assert document["path"] == "drafts/ferry.md"
    assert document["findings"] == [
        {
            "id": "21ef056630395a57",
            "rule": "headline-outdated",
            "kind": "headline_body_mismatch",
            "severity": "error",
            "message": "Headline says “12 dead”, the story has “14 people”: which is current?",
            "fact": "people killed in this fire",
            "computed": "12 is not 14",
            "primary": {"start": 2, "end": 9, "line": 1, "column": 3, "text": "12 dead", "label": "here"},
            "related": [
                {"start": 41, "end": 50, "line": 3, "column": 17, "text": "14 people", "label": "first figure"}
            ],
            "also": [],
        }
    ]


def test_lines_are_the_same_objects_with_a_type() -> None:
    lines = [json.loads(line) for line in load("jsonl")(several(), Style()).splitlines()]
    assert [line.pop("type") for line in lines] == ["document", "document", "finding", "finding", "summary"]
    whole = json.loads(load("json")(several(), Style()))
    summary = lines.pop()
    assert summary.pop("schema") == whole["schema"] and summary.pop("tool") == whole["tool"]
    assert summary == whole["summary"]
    findings = [line for line in lines if "id" in line]
    assert [line.pop("path") for line in findings] == ["b.md", "b.md"]
    assert findings == whole["documents"][1]["findings"]


def test_a_place_in_a_container_carries_its_locator() -> None:
    made = examined("a.docx", FERRY, "error")
    container = made.document._replace(locators=((0, "paragraph 1, run 1"),))
    shape = json.loads(load("json")(report(made._replace(document=container)), Style()))
    Draft202012Validator(SCHEMA).validate(shape)
    assert shape["documents"][0]["findings"][0]["primary"]["locator"] == "paragraph 1, run 1"
