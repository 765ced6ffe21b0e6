"""Outputs that other gates read: GitLab, JUnit, Checkstyle, reviewdog."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft202012Validator
from junitparser import JUnitXml

from checker.writers import Style, load
from tests.writers.build import FERRY, examined, ferry, report

# What GitLab reads of a code quality report, by its documentation.
GITLAB: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
POSITION = {"type": "object", "required": ["line", "column"], "additionalProperties": {"type": "integer", "minimum": 1}}
LOCATION = {
    "type": "object",
    "required": ["path", "range"],
    "properties": {
        "path": {"type": "string"},
        "range": {"type": "object", "required": ["start", "end"], "properties": {"start": POSITION, "end": POSITION}},
    },
}
# What reviewdog reads of a diagnostic result, by its documentation.
RDJSON: dict[str, Any] = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "related_locations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "location"],
                            "properties": {"location": LOCATION},
                        },
                    },
                },
            },
        },
    },
}


def test_gitlab_gets_an_array_with_the_finding_s_id_as_fingerprint() -> None:
    shape = json.loads(load("gitlab")(ferry(), Style()))
    Draft202012Validator(GITLAB).validate(shape)
    assert shape == [
        {
            "description": "Headline says “12 dead”, the story has “14 people”: which is current?",
            "check_name": "headline-outdated",
            "fingerprint": "21ef056630395a57",
            "severity": "critical",
            "location": {"path": "drafts/ferry.md", "lines": {"begin": 1, "end": 1}},
        }
    ]


def test_gitlab_gets_an_empty_array_of_a_clean_draft() -> None:
    assert json.loads(load("gitlab")(report(examined("a.md", "")), Style())) == []


def test_reviewdog_gets_ranges_and_related_locations() -> None:
    shape = json.loads(load("rdjson")(ferry(), Style()))
    Draft202012Validator(RDJSON).validate(shape)
    [diagnostic] = shape["diagnostics"]
    assert diagnostic["location"] == {
        "path": "drafts/ferry.md",
        "range": {"start": {"line": 1, "column": 3}, "end": {"line": 1, "column": 10}},
    }
    assert diagnostic["related_locations"][0]["message"] == "first figure: 14 people"


def test_reviewdog_counts_columns_in_bytes() -> None:
    shape = json.loads(load("rdjson")(report(examined("a.md", "é😀 [[14 “x”]] and [[12]]", "warning")), Style()))
    place = shape["diagnostics"][0]["location"]["range"]
    assert place == {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 18}}


def test_junit_has_a_suite_for_each_draft_and_a_passing_case_for_a_clean_one() -> None:
    top = ElementTree.fromstring(load("junit")(report(examined("a.md", ""), examined("b.md", FERRY, "error")), Style()))
    clean, flawed = top.findall("testsuite")
    assert clean.attrib == {"name": "a.md", "tests": "1", "failures": "0", "errors": "0"}
    assert [list(case) for case in clean.findall("testcase")] == [[]]
    assert flawed.attrib == {"name": "b.md", "tests": "1", "failures": "1", "errors": "0"}
    failure = flawed.find("testcase/failure")
    assert failure is not None and failure.attrib["type"] == "error"
    assert failure.text == "at b.md:1:3 here: 12 dead\nat b.md:3:17 first figure: 14 people"


def test_junit_is_read_by_a_program_that_reads_junit(tmp_path: Path) -> None:
    made = report(examined("a.md", ""), examined("b.md", FERRY, "error", "info"), unread=("c.md: cannot be read",))
    (tmp_path / "junit.xml").write_text(load("junit")(made, Style()), encoding="utf-8")
    read = JUnitXml.fromfile(str(tmp_path / "junit.xml"))
    assert (read.tests, read.failures, read.errors) == (4, 1, 1)
    results = {suite.name: [[type(one).__name__ for one in case.result] for case in suite] for suite in read}
    assert results == {"a.md": [[]], "b.md": [["Failure"], []], "c.md: cannot be read": [["Error"]]}


def test_junit_passes_a_finding_that_does_not_fail_the_gate() -> None:
    made = report(examined("a.md", FERRY, "warning"))
    milder = ElementTree.fromstring(load("junit")(made, Style(fail_on="error")))
    assert milder.attrib["failures"] == "0" and milder.find("testsuite/testcase/system-out") is not None
    harder = ElementTree.fromstring(load("junit")(made, Style(fail_on="warning")))
    assert harder.attrib["failures"] == "1"
    assert ElementTree.fromstring(load("junit")(ferry(), Style(fail_on="never"))).attrib["failures"] == "0"


def test_junit_counts_what_was_not_read_as_an_error() -> None:
    top = ElementTree.fromstring(load("junit")(report(unread=("b.md: cannot be read",)), Style()))
    assert top.attrib == {"name": "figcheck", "tests": "1", "failures": "0", "errors": "1"}


def test_checkstyle_names_file_line_column_severity_message_and_rule() -> None:
    top = ElementTree.fromstring(
        load("checkstyle")(report(examined("a.md", ""), examined("b.md", FERRY, "info")), Style())
    )
    assert [file.attrib["name"] for file in top.findall("file")] == ["a.md", "b.md"]
    [error] = top.findall("file/error")
    assert error.attrib["line"] == "1" and error.attrib["column"] == "3"
    assert error.attrib["severity"] == "info" and error.attrib["source"] == "figcheck.headline-outdated"
    assert error.attrib["message"].endswith("(first figure: line 3, “14 people”)")
