"""quantulum3 is asked about units that our lexicon lacks, span by span, and about nothing else."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from checker.mentions.quantities import rare_units
from tests.quantities.conftest import Read

ASK = """
import sys
from checker.document.tokens import tokenize
from checker.lexicon.load import load_lexicon
from checker.mentions.quantities.reading import Setting, read
text = sys.argv[1]
read(tokenize(text, 0, len(text)), load_lexicon(), Setting())
print("quantulum3" in sys.modules)
"""


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Each absorbed 14 mGy of it.", 14, "milligray"),
        ("It gave 20 J/m^2 per year.", 20, "joule per square metre per year"),
        ("They shipped 40,000 bushels of wheat.", 40_000, "bushel"),
        ("The engine uses 10 l/km of fuel.", 10, "litre per kilometre"),
        ("A lamp of 120 lumens burned.", 120, "lumen"),
    ],
)
def test_a_rare_unit_is_supplied(reads: Read, text: str, value: int, unit: str) -> None:
    quantity = reads(text)[0][0].quantity
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    ["3 MPs left.", "30 bars closed.", "Two circles met.", "5 shakes of it.", "12 people died.", "It has 12 rods."],
)
def test_plain_nouns_stay_counts(reads: Read, text: str) -> None:
    assert reads(text)[0][0].quantity.dimension == "count"


def test_a_unit_of_our_own_never_asks(reads: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    monkeypatch.setattr(rare_units, "_asked", refuse)
    reads("It is 12 km away, weighs 3 tonnes, and 14 people and 3 officers saw 5 million litres at 30 MW.")


def test_a_long_run_of_digits_is_not_asked_about(reads: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(rare_units, "_asked", asked.append)
    reads("1" * 30 + " bushels")
    reads("12 bushels " + "a" * 200)
    assert asked == [("12 bushels " + "a" * 200)[:80]]


@pytest.mark.parametrize(
    ("text", "is_imported"),
    [
        ("At least 24 people died, 31 were hurt and $2.3 million was lost in 5 days at 12 km.", False),
        ("Each absorbed 14 mGy of it.", True),
    ],
)
def test_quantulum3_is_imported_only_for_a_rare_unit(text: str, is_imported: bool) -> None:
    done = subprocess.run([sys.executable, "-c", ASK, text], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(is_imported)
