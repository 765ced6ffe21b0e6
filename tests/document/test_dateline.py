from __future__ import annotations

from datetime import date

import pytest

from checker.document.dateline import dateline
from checker.document.read import read_text
from checker.lexicon.book import Lexicon

DATED = {
    " date 2022-01-10 Nur Sultan/Kyiu: Violent protest that left 160 people dead.": date(2022, 1, 10),
    "CAJAMARCA, Peru, March 12, 2024 (Wire) - A bus fell into a ravine.": date(2024, 3, 12),
    "ORREGAN, Nov. 19, 2025 - A goods train struck a van.": date(2025, 11, 19),
    "PORT MARL, Sept 17, 2025 (Wire) \u2014 The toll rose to 41.": date(2025, 9, 17),
    "Oslo, 14 February 2025 - Halden Foods today announced results.": date(2025, 2, 14),
    "Wednesday, October 16, 2019": date(2019, 10, 16),
    "12 March 2024": date(2024, 3, 12),
    "12th of March 2024": date(2024, 3, 12),
    "2024-03-12": date(2024, 3, 12),
    "Mountain rescue, update 5, issued 17:30 on Sunday 9 February 2025": date(2025, 2, 9),
    "Medicine | 5 September 2025": date(2025, 9, 5),
    "Refugee cell, Lubeya - 2 December 2025": date(2025, 12, 2),
}
UNDATED = [
    "The dam broke on 3 April 1965 - a day of rain that nobody forgot.",
    "Born 17 May 1931, died 2 October 2025",
    "Born 17 May 1931",
    "Liv Aarestad (9 January 1971 - 30 November 2023) was a skater.",
    "The dam broke on Saturday, 3 April 1965.",
    "Wednesday, October 16",
    "31 February 2024",
    "MARSH CITY - Ruiz won a second term on 4 November 2025.",
    "The Foo 12, 2024 edition",
    "June 2024 and 19 May",
    "Oslo, 3 May 2021, Bergen, 4 June 2022",
]


@pytest.mark.parametrize("words", DATED)
def test_a_dateline_tells_the_date(words: str, lexicon: Lexicon) -> None:
    assert dateline([words], lexicon) == DATED[words]


@pytest.mark.parametrize("words", UNDATED)
def test_a_date_in_the_story_is_no_dateline(words: str, lexicon: Lexicon) -> None:
    assert dateline([words], lexicon) is None


def test_only_the_first_paragraphs_can_be_a_dateline(lexicon: Lexicon) -> None:
    opening = "Fire\n\nBy Ada Roe\n\n12 March 2024\n\nIt burned.\n"
    assert read_text(opening, lexicon=lexicon).dated == date(2024, 3, 12)
    assert read_text("It burned for days.\n\n" * 5 + "12 March 2024\n", lexicon=lexicon).dated is None


def test_marks_of_emphasis_do_not_hide_a_dateline(lexicon: Lexicon) -> None:
    text = "**ELDERHAVN, 3 June 2025** - Nordvale has signed.\n"
    assert read_text(text, format="markdown", lexicon=lexicon).dated == date(2025, 6, 3)


def test_without_names_of_months_only_iso_dates_are_seen() -> None:
    assert dateline(["12 March 2024"], None) is None
    assert dateline(["date 2024-03-12 Varn: A fire"], None) == date(2024, 3, 12)
