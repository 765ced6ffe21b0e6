"""The baseline: what it knows survives edits elsewhere, and no change of a figure passes under it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import api
from checker.engine.identity import named
from checker.errors import ConfigError
from checker.history.baseline import HEAD, Entry, Examined, pruned, read, stale, text, without_known, written
from checker.model.report import DocumentReport
from tests.history.drafts import FERRY, edited, parts

A, B = "a.md", "b.md"


def report(draft: str, name: str = A) -> DocumentReport:
    (document,) = api.check_text(draft, name).documents
    return document


BEFORE = report(FERRY)
KNOWN = frozenset(finding.id for finding in BEFORE.findings)


def entries(one: DocumentReport = BEFORE, place: str = A) -> set[Entry]:
    return {Entry(place, finding.rule, finding.id) for finding in one.findings}


def test_the_draft_of_these_tests_has_slips_of_several_kinds() -> None:
    assert len({finding.rule for finding in BEFORE.findings}) >= 3


@settings(max_examples=60)
@given(edited())
def test_edits_that_touch_no_figure_bring_no_new_finding_and_leave_no_stale_entry(draft: str) -> None:
    after = report(draft)
    assert without_known(Examined(A, after), KNOWN).findings == ()
    assert stale(entries(), [Examined(A, after)]) == []


PLACES = [(finding.id, premise.span) for finding in BEFORE.findings for premise in finding.claim.premises]


@settings(max_examples=40)
@given(st.sampled_from(PLACES), st.integers(1, 9))
def test_a_change_of_either_figure_makes_the_finding_new(place: tuple[str, object], by: int) -> None:
    known, span = place
    words = FERRY[span.start : span.end]
    digits = re.search(r"\d+", words)
    assert digits
    changed = words[: digits.start()] + str(int(digits[0]) + by) + words[digits.end() :]
    after = report(FERRY[: span.start] + changed + FERRY[span.end :])
    assert known not in {finding.id for finding in after.findings}
    assert [entry.id for entry in stale(entries(), [Examined(A, after)])].count(known) == 1


def test_a_second_slip_of_the_same_words_is_new() -> None:
    *above, last = parts(FERRY)
    twice = "\n\n".join([*above, last, last])
    assert len(without_known(Examined(A, report(twice)), KNOWN).findings) == 1


def test_what_the_baseline_silences_is_kept_apart() -> None:
    quiet = without_known(Examined(A, BEFORE), KNOWN)
    assert quiet.findings == ()
    assert [one.finding for one in quiet.silenced] == list(BEFORE.findings)
    assert {one.way for one in quiet.silenced} == {"baseline"}


def test_a_draft_is_known_under_its_former_name() -> None:
    renamed = Examined(B, report(FERRY, B), former=(A,))
    assert without_known(renamed, KNOWN).findings == ()
    assert without_known(renamed._replace(former=()), KNOWN).findings == renamed.report.findings
    assert pruned(entries(), [renamed], lambda place: True) == entries(renamed.report, B)


def test_drafts_that_were_not_examined_keep_their_entries() -> None:
    other = {Entry(B, "weekday-not-of-its-date", "0123456789abcdef")}
    known = entries() | other
    assert stale(known, [Examined(A, BEFORE)]) == []
    assert written(known, [Examined(A, BEFORE)], lambda place: False) == known
    assert pruned(known, [Examined(A, BEFORE)], lambda place: place == B) == entries()


def test_entries_of_rules_that_are_not_in_force_are_not_judged() -> None:
    clean = report("No figure.\n")
    rules = frozenset(entry.rule for entry in entries())
    assert stale(entries(), [Examined(A, clean, idle=rules)]) == []
    assert set(stale(entries(), [Examined(A, clean)])) == entries()


def test_writing_adds_and_pruning_only_drops() -> None:
    new = Examined(B, report(FERRY, B))
    assert written(entries(), [new], lambda place: False) == entries() | entries(new.report, B)
    assert pruned(entries(), [new], lambda place: False) == entries()


IDS = st.integers(0, 2**64 - 1).map(lambda number: f"{number:016x}")
ENTRY = st.builds(
    Entry,
    st.text(st.characters(exclude_characters="\0"), min_size=1),
    st.sampled_from(("headline-disagrees", "parts-do-not-sum")),
    IDS,
)


@given(st.sets(ENTRY, max_size=8))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, some: set[Entry]) -> None:
    file = tmp_path_factory.mktemp("baseline") / "known"
    file.write_text(text(some), encoding="utf-8")
    assert set(read(str(file))) == some


@given(st.sets(ENTRY), st.sets(ENTRY))
def test_the_lines_of_two_branches_in_any_order_hold_the_entries_of_both(
    tmp_path_factory: pytest.TempPathFactory, ours: set[Entry], theirs: set[Entry]
) -> None:
    file = tmp_path_factory.mktemp("baseline") / "known"
    file.write_text(text(theirs) + text(ours), encoding="utf-8")
    assert set(read(str(file))) == ours | theirs


def test_entries_are_sorted_one_a_line_and_hold_no_words_of_the_draft() -> None:
    lines = text(entries()).splitlines()
    assert lines[0] == HEAD.strip()
    places = [line.split(" ", 2)[::-1] for line in lines[1:]]
    assert places == sorted(places) and len(places) == len(entries())
    assert not re.search("people|ferr|killed", text(entries()).replace(HEAD, ""))


def test_an_id_of_another_draft_is_another() -> None:
    mark = BEFORE.findings[0].mark
    assert BEFORE.findings[0].id == named(mark, A) != named(mark, B)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< HEAD", "a merge stopped here"),
        ("=======", "a merge stopped here"),
        ("0123456789abcdef headline-disagrees", "must be an id, a rule and a path"),
        ("0123456789abcdeg headline-disagrees a.md", "must be an id, a rule and a path"),
        ("0123456789abcde headline-disagrees a.md", "must be an id, a rule and a path"),
        ('0123456789abcdef headline-disagrees "a.md', "the path is no JSON text"),
    ],
)
def test_a_line_that_is_no_entry_is_told_with_its_place(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "known"
    file.write_text(f"{HEAD}{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"known:2:1: .*{message}"):
        read(str(file))


def test_a_baseline_that_cannot_be_read_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        read(str(tmp_path / "known"))
    (tmp_path / "known").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(ConfigError, match="it is no UTF-8"):
        read(str(tmp_path / "known"))
