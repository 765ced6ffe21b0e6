"""What is silenced, and suppressions that silence nothing, stand in the reports themselves."""

from __future__ import annotations

import json

from jsonschema import Draft7Validator, Draft202012Validator

from checker.model.report import Report, Silenced
from checker.writers import Style, load
from tests.schemas import schema
from tests.writers.build import FERRY, examined, report
from tests.writers.test_json import SCHEMA

REMARK = "a.md:9:1: the suppression of headline-outdated silences nothing"
STALE = "known:2: stale: 0123456789abcdef (headline-outdated) in a.md is gone"


def quiet() -> Report:
    """Make a report with a finding told, and one each that draft, baseline and unchanged lines silence."""
    one = examined("a.md", FERRY, "error", "error", "warning", "info")
    told, *others = one.findings
    ways = ("draft", "baseline", "unchanged")
    silenced = tuple(Silenced(f, way, "two [counts]" * (way == "draft")) for f, way in zip(others, ways, strict=True))
    return report(one._replace(findings=(told,), silenced=silenced, remarks=(REMARK,)))._replace(stale=(STALE,))


def test_json_has_each_silenced_finding_with_what_silences_it() -> None:
    shape = json.loads(load("json")(quiet(), Style()))
    Draft202012Validator(SCHEMA).validate(shape)
    (document,) = shape["documents"]
    assert [(one["severity"], one["by"], one["reason"]) for one in document["suppressed"]] == [
        ("error", "draft", "two [counts]"),
        ("warning", "baseline", ""),
    ]
    assert len(document["findings"]) == 1 and document["remarks"] == [REMARK]
    summary = shape["summary"]
    assert (summary["suppressed"], summary["baseline"], summary["unchanged"]) == (1, 1, 1)
    assert summary["stale"] == [STALE]


def test_the_schema_refuses_a_told_finding_with_a_silencer() -> None:
    shape = json.loads(load("json")(quiet(), Style()))
    shape["documents"][0]["findings"].append(shape["documents"][0]["suppressed"][0])
    assert not Draft202012Validator(SCHEMA).is_valid(shape)


def test_jsonl_has_them_after_the_findings_of_their_draft() -> None:
    lines = [json.loads(line) for line in load("jsonl")(quiet(), Style()).splitlines()]
    kinds = ["document", "finding", "suppressed", "suppressed", "remark", "summary"]
    assert [line["type"] for line in lines] == kinds


def test_sarif_marks_them_as_suppressed() -> None:
    log = json.loads(load("sarif")(quiet(), Style()))
    Draft7Validator(schema("sarif-2.1.0.json")).validate(log)
    (run,) = log["runs"]
    assert [result.get("suppressions") for result in run["results"]] == [
        None,
        [{"kind": "inSource", "status": "accepted", "justification": "two [counts]"}],
        [{"kind": "external", "status": "accepted"}],
    ]
    notes = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert STALE in notes and REMARK in notes


def test_sarif_for_a_reader_that_knows_no_suppressions_has_none_of_them() -> None:
    log = json.loads(load("sarif")(quiet(), Style(without_suppressed=True)))
    assert len(log["runs"][0]["results"]) == 1


def test_text_and_markdown_tell_of_idle_and_stale_ones() -> None:
    for form in ("text", "markdown"):
        told = load(form)(quiet(), Style())
        assert REMARK.replace("-", "") in told.replace("-", "").replace("\\", "")
        assert "stale: 0123456789abcdef" in told


def test_what_is_silenced_is_no_failure_of_another_gate() -> None:
    for form, word in (
        ("junit", "<failure"),
        ("checkstyle", "<error"),
        ("github", "::error"),
        ("gitlab", "check_name"),
    ):
        assert load(form)(quiet(), Style()).count(word) == 1
    assert len(json.loads(load("rdjson")(quiet(), Style()))["diagnostics"]) == 1
    assert len(load("csv")(quiet(), Style()).splitlines()) == 2
