"""A draft silences what it names, where it says so; what it misspells is an error, what is idle is told."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from checker.document.read import read_text
from checker.engine.loader import load_rules
from checker.errors import InputError
from checker.lexicon.load import load_lexicon
from checker.model.report import DocumentReport
from checker.run import Settings, check_document

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
STORY = "\n\nA fire on a ferry killed 14 people on Monday, the coastguard said.\n"
HEAD = "# Fire on ferry kills 12"


@lru_cache
def settings() -> Settings:
    return Settings(load_rules(), load_lexicon())


def check(text: str, format: str = "markdown", **changes: object) -> DocumentReport:
    told = settings()._replace(**changes)
    return check_document(read_text(text, "a.md", format, lexicon=told.lexicon), told)


def flawed(directive: str) -> str:
    return f"{HEAD} <!-- figcheck: {directive} -->{STORY}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_silenced(case: dict[str, str]) -> None:
    report = check(case["text"], case.get("format", "markdown"))
    assert [finding.rule for finding in report.findings] == list(case.get("found", ()))
    assert report.remarks == ()
    assert (report.quiet("draft") > 0) is (case["name"] not in ("nothing silenced", "shown, not meant"))


def test_a_finding_is_silenced_by_its_id_and_by_any_rule_that_its_figure_breaks() -> None:
    text = (Path(__file__).parents[2] / "seeds/02-ferry.md").read_text(encoding="utf-8")
    before = check(text)
    finding = next(f for f in before.findings if f.also)
    for name in (finding.id, finding.rule, *finding.also):
        after = check(f"{text}\n<!-- figcheck: ignore-file[{name}] -->\n")
        assert finding.id not in {f.id for f in after.findings}
        assert after.quiet("draft") == 1 and len(after.findings) == len(before.findings) - 1


@pytest.mark.parametrize(
    ("directive", "remark"),
    [
        ("ignore[figures-exchanged, headline-disagrees]", "a.md:1:48: the suppression of figures-exchanged"),
        ("ignore[0123456789abcdef] x", "a.md:1:48: the suppression of 0123456789abcdef"),
    ],
)
def test_what_silences_nothing_is_told(directive: str, remark: str) -> None:
    assert check(flawed(directive)).remarks == (f"{remark} silences nothing",)


def test_what_silences_nothing_by_no_name_is_told() -> None:
    assert check("No figure.\n\n<!-- figcheck: ignore -->\n").remarks == ("a.md:3:1: the suppression silences nothing",)


def test_a_rule_that_is_not_in_force_cannot_tell_whether_its_suppression_is_idle() -> None:
    assert check(flawed("ignore[headline-disagrees]"), rules=load_rules(ignore=["headline-disagrees"])).remarks == ()


def test_a_suppression_holds_through_its_last_day_and_is_told_when_it_is_over() -> None:
    text = flawed("ignore[headline-disagrees] until=2026-12-31 the count goes on")
    assert check(text, today=date(2026, 12, 31)).quiet("draft") == 1
    over = check(text, today=date(2027, 1, 1))
    assert (over.quiet("draft"), len(over.findings)) == (0, 1)
    assert over.remarks == ("a.md:1:26: the suppression expired after 2026-12-31",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (flawed("ignroe[headline-disagrees]"), "1:41: got 'ignroe', must be one of ignore, ignore-file, ignore-start"),
        (flawed("ignroe"), "did you mean 'ignore'?"),
        (flawed(""), "1:42: got '', must be one of"),
        (flawed("ignore[headline-disagres]"), "1:48: got 'headline-disagres', must be a rule, a kind or"),
        (flawed("ignore[headline-disagres]"), "did you mean 'headline-disagrees'?"),
        (flawed("ignore[]"), "1:41: must name rules or findings"),
        (flawed("ignore[headline-disagrees"), "1:41: must name rules or findings"),
        (flawed("ignore until=Friday"), "1:41: until: got 'Friday', must be a date such as"),
        (flawed("ignore-start"), "1:26: ignore-start has no ignore-end"),
        (flawed("ignore-end"), "1:26: ignore-end has no ignore-start"),
        (f"{HEAD} <!-- figcheck: ignore{STORY}", "1:26: --> is missing"),
        (f"{HEAD} <!-- figcheck ignore -->{STORY}", "1:31: a colon is missing"),
        (f"{HEAD}\n\nA [[figcheck: ignore]] story.{STORY}", "3:3: ]] is missing"),
        (f"{HEAD}\n\nA story. [[figcheck: ignore]]{STORY}", "3:10: [[figcheck: ...]] must stand on a line of its own"),
        (f"{HEAD}\n\n[[figcheck: ignore{STORY}", "3:1: ]] is missing"),
        (f"---\nfigcheck: ignroe\n---\n{HEAD}{STORY}", "2:11: got 'ignroe'"),
        (f"---\nfigcheck: ignore-start\n---\n{HEAD}{STORY}", "2:11: got 'ignore-start', front matter takes"),
        (f"---\ntitle: x\nfigcheck:\n  - ignore\n---\n{HEAD}{STORY}", "3:1: must be one line"),
    ],
)
def test_a_misspelt_suppression_is_an_error_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        check(text)
    assert str(error.value).startswith("a.md:")
    assert message in str(error.value) and "\n" not in str(error.value)


def test_plain_text_refuses_a_comment() -> None:
    with pytest.raises(InputError, match=r"a\.md:1:26: plain text takes a line of its own: \[\[figcheck: "):
        check(flawed("ignore"), "plain")


def test_a_reason_can_be_required() -> None:
    assert check(flawed("ignore[headline-disagrees] two counts"), require_reason=True).quiet("draft") == 1
    assert check(flawed("ignore[headline-disagrees]")).quiet("draft") == 1
    for directive in ("ignore[headline-disagrees]", "ignore until=2030-01-01", "ignore --"):
        with pytest.raises(InputError, match=r"a\.md:1:26: ignore must give a reason"):
            check(flawed(directive), require_reason=True)


def test_a_comment_in_one_paragraph_of_a_long_line_does_not_reach_the_others() -> None:
    text = (
        "<h1>Fire on ferry kills 12</h1><p>A fire on a ferry killed 14 people on Monday.</p>"
        "<p>It <!-- figcheck: ignore -->sank.</p>"
    )
    report = check(text, "html")
    assert [finding.rule for finding in report.findings] == ["headline-disagrees"]
    assert len(report.remarks) == 1
