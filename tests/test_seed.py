"""The first real article and its retelling: what is read there, what is said, what must stay silent.

The expected verdicts are those of a reader who worked the article through by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.model.report import Finding

ROOT = Path(__file__).parent.parent
RETELLING = ROOT / "seeds" / "01-unrest.txt"
ARTICLE = ROOT.parent / "shared" / "seeds" / "000_558b34f4221fc3d3.txt"
TEXTS = [RETELLING, *([ARTICLE] if ARTICLE.exists() else [])]


def findings(text: str) -> list[Finding]:
    report = checker.check_text(text, "seed.txt")
    return [f for f in report.documents[0].findings if f.severity != "info"]


def told(text: str) -> list[tuple[str, str]]:
    return [(f.severity, f.kind) for f in findings(text)]


@pytest.fixture(params=TEXTS, ids=lambda path: path.parent.parent.name)
def seed(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8")


def test_exactly_one_finding_is_no_note(seed: str) -> None:
    (finding,) = findings(seed)
    assert (finding.severity, finding.kind) == ("warning", "precision_drift")
    places = sorted(place.text for place in (finding.primary, *finding.related))
    assert places == ["160 people dead", "over 160 deaths"]


def test_the_nine_rows_are_read_as_by_hand(seed: str) -> None:
    document = checker.check_text(seed, "seed.txt").documents[0]
    assert document.document.dated is not None
    assert document.document.dated.isoformat() == "2022-01-10"
    rows = {
        frame.mention.words: (
            str(frame.mention.quantity.hard),
            str(frame.mention.quantity.soft),
            frame.mention.status,
            frame.paragraph + 1,
        )
        for frame in document.frames
        if frame.mention.quantity.dimension not in {"date"}
    }
    assert rows == {
        "160 people dead": ("[155, 165]", "[160, 160]", "dead", 1),
        "more than 2,000 Russian military personnel": ("(2000, inf)", "(2000, 3000]", None, 5),
        "over 160 deaths": ("(160, inf)", "(160, 170]", "dead", 6),
        "five days": ("[5, 5]", "[5, 5]", None, 7),
        "8,000 people": ("[7500, 8500]", "[8000, 8000]", "detained", 7),
    }
    dates = [f.mention.words for f in document.frames if f.mention.quantity.dimension == "date"]
    assert dates == ["2022-01-10", "Saturday", "Monday", "January 2"]


def test_the_two_figures_of_the_dead_are_one_fact(seed: str) -> None:
    facts = checker.check_text(seed, "seed.txt").documents[0].facts
    joined = [[f.mention.words for f in fact.frames] for fact in facts if len(fact.frames) > 1]
    assert joined == [["160 people dead", "over 160 deaths"]]


def changed(seed: str, old: str, new: str) -> str:
    assert seed.count(old) == 1
    return seed.replace(old, new)


def test_a_count_far_beyond_its_floor_is_a_warning_and_no_error(seed: str) -> None:
    assert [severity for severity, _ in told(changed(seed, "160 people dead", "610 people dead"))] == ["warning"]


def test_a_floor_above_the_lede_is_a_warning(seed: str) -> None:
    assert [severity for severity, _ in told(changed(seed, "over 160", "over 260"))] == ["warning"]


def after_the_detained(seed: str, addition: str) -> list[tuple[str, str]]:
    found = told(f"{seed.rstrip()}\n{addition}\n")
    assert ("warning", "precision_drift") in found
    found.remove(("warning", "precision_drift"))
    return found


def test_people_still_held_are_not_the_detained(seed: str) -> None:
    assert after_the_detained(seed, "There were 5,800 people still in custody.") == []


def test_a_definite_that_nothing_equals_is_an_error(seed: str) -> None:
    assert [s for s, _ in after_the_detained(seed, "The 5,800 people detained were moved by bus.")] == ["error"]


def test_the_same_with_a_source_is_a_warning(seed: str) -> None:
    addition = "The 5,800 people detained were moved by bus, the ministry said."
    assert [s for s, _ in after_the_detained(seed, addition)] == ["warning"]


def test_a_wrong_weekday_is_an_error(seed: str) -> None:
    found = told(changed(seed, "January 2", "Sunday, January 3"))
    assert ("error", "weekday_date_mismatch") in found


def test_monday_seen_from_tuesday_is_the_day_before(seed: str) -> None:
    assert told(changed(seed, "2022-01-10", "2022-01-11")) == [("warning", "precision_drift")]
