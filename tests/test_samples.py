"""What ``seeds/README`` says of our own sample drafts is what is found in them, and nothing else."""

from __future__ import annotations

from pathlib import Path

import checker

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def found(name: str) -> list[tuple[str, str, str]]:
    """Return severity, kind and the words of the first place of every finding, notes too, in text order."""
    report = checker.check_text((SEEDS / name).read_text(encoding="utf-8"), name=name)
    findings = sorted(report.documents[0].findings, key=lambda one: one.primary.span)
    return [(one.severity, one.kind, one.primary.text) for one in findings]


def test_the_four_slips_of_the_ferry_draft_are_found() -> None:
    assert found("02-ferry.md") == [
        ("error", "count_contradiction", "26 people killed"),
        ("error", "weekday_date_mismatch", "Thursday, 17 January 2024"),
        ("error", "table_mismatch", "134"),
        ("error", "percent_count_mismatch", "35 per cent"),
    ]


def test_the_four_slips_of_the_tram_draft_are_found() -> None:
    assert found("03-tram-depot.txt") == [
        ("error", "headline_body_mismatch", "At least 17 hurt"),
        ("error", "parts_do_not_sum", "26 trams"),
        ("warning", "magnitude_slip", "$9.1 billion"),
        ("error", "percent_change_mismatch", "74%"),
    ]


def test_nothing_is_found_in_the_clean_draft_full_of_near_misses() -> None:
    assert found("04-reservoir-clean.md") == []
