from __future__ import annotations

from decimal import Decimal

import pytest

from checker.lexicon.book import Lexicon
from checker.mentions.quantities.reading import Setting, survey, with_tolerance
from checker.model.document import Document
from tests.quantities.conftest import Read


def _document(text: str, locale: str = "en") -> Document:
    return Document("draft.txt", text, text, "text", (), (0,), locale=locale)


@pytest.mark.parametrize(
    "text",
    ["It made 1.284.000 litres and 3,8 percent more.", "It cost 1.234,50 euros."],
)
def test_one_european_sample_makes_the_comma_decimal(text: str) -> None:
    assert survey(_document(text)).decimal_comma


@pytest.mark.parametrize(
    "text",
    [
        "It made 1,284,000 litres.",
        "It cost 1,234.50.",
        "It rose 3.5 percent.",
        "Version 1.2.3 is out.",
        "It cost 1.234,50, or 1,234.50.",
    ],
)
def test_english_or_mixed_samples_leave_the_point_decimal(text: str) -> None:
    assert not survey(_document(text)).decimal_comma


def test_sterling_in_the_draft_makes_pounds_money() -> None:
    assert survey(_document("It cost £5, and 20 pounds more.")).sterling
    assert not survey(_document("It weighs 20 pounds.")).sterling


def test_the_locale_of_the_draft_is_kept() -> None:
    setting = survey(_document("As many as 33 died.", "en-IN"))
    assert setting == Setting("en-IN")
    assert setting.as_many_as_is_exact


def test_deaths_and_crowds_have_their_own_slack(reads: Read, lexicon: Lexicon) -> None:
    about = reads("about 300 people")[0][0].quantity
    assert str(about.hard) == "[240, 360]"
    assert str(with_tolerance(about, "dead", lexicon).hard) == "[250, 350]"
    assert str(with_tolerance(about, "displaced", lexicon).hard) == "[225, 375]"
    assert str(with_tolerance(about, "displaced", lexicon).soft) == "[250, 350]"
    assert str(with_tolerance(about, "unheard-of", lexicon).hard) == "[240, 360]"


def test_other_kinds_keep_their_intervals_whatever_the_use(reads: Read, lexicon: Lexicon) -> None:
    for text in ("300 people", "more than 300 people", "nearly 300 people", "dozens of people"):
        quantity = reads(text)[0][0].quantity
        assert with_tolerance(quantity, "dead", lexicon) is quantity


def test_money_has_less_slack_than_people(reads: Read) -> None:
    quantity = reads("about $320 million")[0][0].quantity
    assert (quantity.hard.low, quantity.hard.high) == (Decimal(304_000_000), Decimal(336_000_000))
