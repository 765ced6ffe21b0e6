"""What must hold for every number and every row of words."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import inflect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document.tokens import tokenize
from checker.lexicon.book import Lexicon
from checker.mentions.quantities.reading import Reading, Setting, may_hold_figure, read
from tests.quantities.conftest import Read
from tests.quantities.test_corpus import _cases, _marked

SPELL = inflect.engine()
LARGEST = 10**15

PIECES = """
    a an the one two five twelve twenty hundred thousand million billion dozen half third quarter first second
    several few dozens no none nobody more than at least over about some up to or so odd and of in to between
    from by - – . , : ; / % $ £ € ( ) [ ] ' " 5 12 1,284 2.3 2019 .5 1990 m bn k km metres days year years old
    aged age May January Monday noon am p.m. point times twice doubled people men percent points degrees C
    Flight Boeing No Smith Kabul Street 3rd 40s lakh crore ½ + ~ @ www http e x ^ 10 200,0000 3.1.2
""".split()  # noqa: SIM905


def _only(readings: list[Reading]) -> Reading:
    assert len(readings) == 1
    return readings[0]


@given(st.integers(0, LARGEST))
def test_a_number_printed_in_digits_reads_back(reads: Read, number: int) -> None:
    reading = _only(reads(f"It has {number:,} homes.")[0])
    assert reading.quantity.value == number


@given(st.integers(2, LARGEST - 1))
def test_digits_and_words_of_one_number_agree(reads: Read, number: int) -> None:
    words = SPELL.number_to_words(number).replace(",", "")
    assert _only(reads(f"It has {words} homes.")[0]).quantity.value == number


@given(st.integers(2, 10**6))
def test_words_are_read_the_same_in_capitals_and_without_hyphens(reads: Read, number: int) -> None:
    words = SPELL.number_to_words(number).replace(",", "")
    plain = words.replace("-", " ")
    found = {_only(reads(f"it has {text} homes")[0]).quantity.value for text in (words.upper(), plain, words.title())}
    assert found == {Decimal(number)}


@given(st.decimals("0.01", "999.99", places=2), st.sampled_from(["million", "billion", "thousand"]))
def test_decimals_times_a_scale_word_keep_their_granule(reads: Read, number: Decimal, scale: str) -> None:
    quantity = _only(reads(f"It has {number} {scale} homes.")[0]).quantity
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    assert (quantity.value, quantity.granule) == (number * factor, Decimal("0.01") * factor)


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), max_size=25))
def test_no_row_of_words_crashes_and_spans_follow_one_another(lexicon: Lexicon, pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + space for piece, space in pieces)
    tokens = tokenize(text, 0, len(text))
    readings, passed = read(tokens, lexicon, Setting())
    for reading in readings:
        assert 0 <= reading.start < reading.end <= len(tokens)
        assert 0 <= reading.number_start < reading.number_end <= len(tokens)
        assert reading.quantity.soft.low is None or reading.quantity.hard.low is None or reading.reason
    spans = sorted((item.start, item.end) for item in [*readings, *passed])
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(("_quantity", "_setting", "surface"), _cases("quantity"))
def test_the_cheap_look_misses_no_figure(lexicon: Lexicon, _quantity: object, _setting: object, surface: str) -> None:
    assert may_hold_figure(_marked(surface)[0].lower(), lexicon)


def test_the_cheap_look_passes_over_words_alone(lexicon: Lexicon) -> None:
    assert not may_hold_figure("the minister left the town and said nothing more.", lexicon)


@pytest.mark.parametrize(
    "piece",
    [
        *("1", "12 ", "12, ", "12-", "12/", "12:", "one ", "thousand ", "million and ", "a few ", "$5-", "5 to ", "9-"),
        *('12" ', "12%", "Smith 5 ", "in 2019 ", "half a ", "1@", "a1", "2 hours 3 minutes "),
    ],
)
def test_time_grows_with_length_alone(lexicon: Lexicon, piece: str) -> None:
    def cost(times: int) -> float:
        text = piece * times
        tokens = tokenize(text, 0, len(text))
        start = time.process_time()
        read(tokens, lexicon, Setting())
        return time.process_time() - start

    cost(500)
    assert cost(6_000) < 20 * cost(1_000) + 0.5


def test_a_run_of_many_digits_is_no_number(reads: Read) -> None:
    readings, passed = reads("1" * 100_000)
    assert not readings
    assert [item.reason for item in passed] == ["version or address"]
