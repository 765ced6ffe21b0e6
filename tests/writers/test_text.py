from __future__ import annotations

from checker.model.report import Silenced
from checker.writers import Style
from checker.writers.text import write
from tests.writers.build import FERRY, examined, ferry, report

FINDING = """error: Headline says “12 dead”, the story has “14 people”: which is current?
  drafts/ferry.md:1:3  here, headline
      | 12 dead in ferry fire
      | ^^^^^^^
  drafts/ferry.md:3:17  first figure, paragraph 1
      | The fire killed 14 people on Sunday.
      |                 ^^^^^^^^^
  computed  12 is not 14
  fact      people killed in this fire
  because   headline lede: ferry; same status: dead
  rule      headline-outdated (headline_body_mismatch)
  more      figcheck explain 21ef056630395a57 drafts/ferry.md
"""
CLOSING = """Examined 1 document: 2 figures, 1 fact, 1 comparison. 1 error.
Did not run: weekdays: the draft has no date (drafts/ferry.md)
"""


def test_a_finding_shows_both_places_the_arithmetic_the_proof_and_the_rule() -> None:
    assert write(ferry(), Style()) == f"{FINDING}\n{CLOSING}"


def test_quiet_shows_findings_alone() -> None:
    assert write(ferry(), Style(quiet=True)) == f"{FINDING}\n"


def test_what_stderr_says_in_the_same_place_is_not_said_twice() -> None:
    assert write(ferry(), Style(told_elsewhere=True)) == f"{FINDING}\n"


def test_notes_are_folded_to_a_line_each() -> None:
    shown = write(ferry("info"), Style())
    assert shown.startswith("1 note, folded; --verbose shows both places:\n  drafts/ferry.md:1:3  Headline says")
    assert "^" not in shown


def test_verbose_shows_notes_in_full() -> None:
    assert write(ferry("info"), Style(verbose=True)).startswith("note: Headline says “12 dead”")


def test_the_worst_comes_first_over_all_drafts() -> None:
    shown = write(
        report(
            examined("a.md", FERRY, "warning"), examined("b.md", FERRY, "error"), examined("c.md", FERRY, "warning")
        ),
        Style(),
    )
    assert [line.split()[0] for line in shown.splitlines() if ".md:1:3" in line] == ["b.md:1:3", "a.md:1:3", "c.md:1:3"]


def test_a_clean_draft_says_what_was_examined() -> None:
    shown = write(report(examined("a.md", "It rained for [[3 days]].")), Style())
    assert shown.startswith("Examined 1 document: 1 figure, 1 fact, 0 comparisons. Nothing found.\n")


def test_what_was_not_read_is_told_with_its_reason() -> None:
    shown = write(report(examined("a.md", ""), unread=("b.md: cannot be read: no such file",)), Style())
    assert shown.endswith("Not read: b.md: cannot be read: no such file\n")


def test_each_draft_is_named_where_there_are_several() -> None:
    shown = write(report(examined("a.md", ""), examined("b.md", FERRY, "error")), Style())
    assert "  a.md: 0 figures, 0 facts, 0 comparisons; nothing found\n" in shown
    assert "  b.md: 2 figures, 1 fact, 1 comparison; 1 error\n" in shown


def test_among_many_drafts_only_those_with_a_finding_are_named() -> None:
    many = [examined(f"clean-{at}.md", "") for at in range(20)]
    shown = write(report(*many, examined("b.md", FERRY, "error")), Style())
    assert "clean-3.md" not in shown.replace("(b.md, clean-0.md, clean-1.md and 18 more)", "") and "  b.md: 2" in shown


def test_colour_marks_severity_and_nothing_else_changes() -> None:
    colored = write(ferry(), Style(color=True))
    assert "\033[1;31merror:\033[0m" in colored
    plain = colored
    for code in ("\033[1;31m", "\033[1m", "\033[2m", "\033[0m"):
        plain = plain.replace(code, "")
    assert plain == write(ferry(), Style())


def test_other_rules_that_the_figure_breaks_are_named() -> None:
    assert "; the same figure also breaks parts-do-not-sum\n" in write(
        report(examined("a.md", FERRY, "error", also=("parts-do-not-sum",))), Style()
    )


def test_what_is_not_told_is_counted_so_that_nothing_new_is_not_nothing_found() -> None:
    made = examined("a.md", FERRY, "error")
    known = made._replace(findings=(), silenced=(Silenced(made.findings[0], "baseline"),))
    told = write(report(known), Style())
    assert "Nothing new, 1 in the baseline." in told and "found" not in told.lower()
